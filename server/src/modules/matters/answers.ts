/** Answers to a form that need nothing but the pack and the tree: checked, resolved, put into words for the timeline. */
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import type { Tree } from "../org/index.ts";
import { readForm } from "../workflow/index.ts";

export interface Answers {
  /** Ready for the engine. */
  readonly form: Readonly<Record<string, unknown>>;
  /** What stands for each answer in a message: labels instead of values. */
  readonly texts: Readonly<Record<string, string>>;
  readonly photos: readonly string[];
  readonly details: readonly { readonly label: string; readonly text: string }[];
}

export const noAnswers: Answers = { form: {}, texts: {}, photos: [], details: [] };

export type Resolved = { readonly value: unknown; readonly text: string } | { readonly problem: string };

export interface Ground {
  readonly pack: Pack;
  readonly tree: Tree;
}

type PlainField = Exclude<Field, { kind: "assignees" | "case" | "category" }>;

const resolveNode = (tree: Tree, field: Extract<Field, { kind: "node" }>, id: string): Resolved => {
  const node = tree.get(id);
  if (node?.status !== "active" || !field.tiers.includes(node.tier)) return { problem: "没有这个地方，请重新选择。" };
  return { value: { id: node.id, name: node.name }, text: tree.trail(id) };
};

export const resolvePlain = ({ pack, tree }: Ground, field: PlainField, value: unknown): Resolved => {
  switch (field.kind) {
    case "node":
      return resolveNode(tree, field, value as string);
    case "item": {
      const list = pack.lists[field.list];
      const item = list?.items.find(({ id }) => id === value);
      if (!item) return { problem: `“${field.label}”不在${list?.label ?? "清单"}内，请从清单中选择。` };
      const more = [item.address, item.phone, item.detail].filter(Boolean).join("，");
      return { value, text: more ? `${item.label}（${more}）` : item.label };
    }
    case "date":
      return { value, text: String(value) };
    case "choice":
      return { value, text: field.options.find((option) => option.value === value)?.label ?? String(value) };
    case "yes-no":
      return { value, text: value ? field.yes : field.no };
    case "stars":
      return { value, text: `${"★".repeat(Number(value))}${"☆".repeat(5 - Number(value))}` };
    case "number":
      return { value, text: `${value}${field.unit ?? ""}` };
    case "text":
      return { value, text: String(value) };
    case "photos":
      return { value, text: "" };
  }
};

const shownProblems = 10;

/** Which field is meant stands in the sentence, for whoever does not see it beside the field. */
const wordedFor = (form: readonly Field[], found: readonly FieldProblem[]): string => {
  const labels = new Map(form.map(({ name, label }) => [`data.${name}`, label]));
  const worded = found.slice(0, shownProblems).map(({ path, message }) => {
    const label = labels.get(path);
    return label === undefined || message.includes(label) ? message : `“${label}”：${message}`;
  });
  return [...new Set(worded)].join("；");
};

/** All that is wrong is said at once. `resolve` knows what stands behind an answer. */
export const readAnswersWith = async (
  form: readonly Field[],
  data: Readonly<Record<string, unknown>>,
  resolve: (field: Field, value: unknown) => Resolved | Promise<Resolved>,
): Promise<Answers> => {
  const { answers, problems } = readForm(form, data);
  const found: FieldProblem[] = [...problems];
  const values: Record<string, unknown> = {};
  const texts: Record<string, string> = {};
  const details: { label: string; text: string }[] = [];
  const photos: string[] = [];
  for (const field of form) {
    const given = answers[field.name];
    if (given === undefined) continue;
    const resolved = await resolve(field, given);
    if ("problem" in resolved) {
      found.push({ path: `data.${field.name}`, message: resolved.problem });
      continue;
    }
    values[field.name] = resolved.value;
    texts[field.name] = resolved.text;
    if (field.kind === "photos") photos.push(...(resolved.value as string[]));
    else details.push({ label: field.label, text: resolved.text });
  }
  if (found.length > 0) throw new Refusal("invalid-input", wordedFor(form, found), { errors: found });
  return { form: values, texts, photos, details };
};

export const readPlainAnswers = (
  ground: Ground,
  form: readonly Field[],
  data: Readonly<Record<string, unknown>>,
): Promise<Answers> =>
  readAnswersWith(form, data, (field, value) => {
    // The pack's check keeps them out of the workflows of matters.
    if (field.kind === "assignees" || field.kind === "case" || field.kind === "category")
      return { problem: "这里不能填这一项。" };
    return resolvePlain(ground, field, value);
  });

/** Some steps ask for one of several answers. */
export const checkNeedsOneOf = (
  { form, needsOneOf }: { readonly form: readonly Field[]; readonly needsOneOf: readonly string[] },
  answers: Answers,
): void => {
  if (needsOneOf.length === 0 || needsOneOf.some((name) => answers.form[name] !== undefined)) return;
  const labels = form.filter(({ name }) => needsOneOf.includes(name)).map((field) => `“${field.label}”`);
  throw invalid(
    `data.${needsOneOf[0]}`,
    labels.length > 1 ? `${labels.join("、")}请至少填一项。` : `请填写${labels[0]}。`,
  );
};
