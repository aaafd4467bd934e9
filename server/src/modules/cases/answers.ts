/** Answers to a step's form: checked, names resolved (whom, which case, where), and put into words for the timeline. */

import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { workflowOfCategory } from "@ginkgo/shared/pack/states.ts";
import type { Tx } from "../../platform/db/database.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { readForm, type Worker } from "../workflow/index.ts";
import { sightOf } from "./model.ts";
import { findCase, lockCases } from "./repo.ts";

export interface Answers {
  /** Ready for the engine. */
  readonly form: Readonly<Record<string, unknown>>;
  /** What stands for each answer in a message: labels instead of values. */
  readonly texts: Readonly<Record<string, string>>;
  readonly photos: readonly string[];
  readonly details: readonly { readonly label: string; readonly text: string }[];
}

interface Context {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly placeId: string;
  /** Absent while the case is being sent in. */
  readonly caseId?: string;
  readonly workflow: string;
  readonly tree: Tree;
  readonly pack: Pack;
}

type Resolved = { readonly value: unknown; readonly text: string } | { readonly problem: string };

/** A body must be active, of a tier the step allows, and within the community or above it, so that nobody hands a case sideways. */
const resolveAssignees = (
  { placeId, tree }: Context,
  field: Extract<Field, { kind: "assignees" }>,
  ids: readonly string[],
): Resolved => {
  const community = tree.enclosing(placeId, "community")?.id;
  const workers: Worker[] = [];
  for (const id of ids) {
    const node = tree.get(id);
    if (node?.status !== "active" || !field.tiers.includes(node.tier))
      return { problem: "选择的接单方不存在或不能接单，请重新选择。" };
    const near =
      community === undefined ||
      tree.isUnder(id, community) ||
      (node.parentId !== null && tree.isUnder(community, node.parentId));
    if (!near) return { problem: `“${node.name}”不在本社区及其上级范围内，请选择就近的队伍。` };
    workers.push({ id, name: node.name });
  }
  return { value: workers, text: workers.map(({ name }) => name).join("、") };
};

const resolveCase = async ({ tx, actor, caseId, tree }: Context, id: string): Promise<Resolved> => {
  // Two that are merged into each other at the same moment would both be gone.
  await lockCases(tx, caseId ? [caseId, id] : [id]);
  const other = await findCase(tx, id);
  const sight = other && sightOf(actor, other, tree);
  if (!other || !sight || sight === "neighbour") return { problem: "没有找到这件诉求，请重新选择。" };
  if (other.id === caseId) return { problem: "不能与自己合并，请选择另一件诉求。" };
  if (other.subject.mergedInto) return { problem: `${other.no} 已并入另一件诉求，请选择那一件。` };
  if (other.ended) return { problem: `${other.no} 已经结束，请选择仍在办理的诉求。` };
  return { value: { id: other.id, no: other.no }, text: other.no };
};

const resolveNode = ({ tree }: Context, field: Extract<Field, { kind: "node" }>, id: string): Resolved => {
  const node = tree.get(id);
  if (node?.status !== "active" || !field.tiers.includes(node.tier)) return { problem: "没有这个地方，请重新选择。" };
  return { value: { id: node.id, name: node.name }, text: tree.trail(id) };
};

const resolve = async (context: Context, field: Field, value: unknown): Promise<Resolved> => {
  switch (field.kind) {
    case "assignees":
      return resolveAssignees(context, field, value as string[]);
    case "case":
      return resolveCase(context, value as string);
    case "node":
      return resolveNode(context, field, value as string);
    case "category": {
      const category = context.pack.categories.find(({ id }) => id === value);
      if (!category) return { problem: "没有这个类别，请重新选择。" };
      // A case keeps the way it began on: what belongs on another is begun anew there.
      return workflowOfCategory(context.pack, category.id) === context.workflow
        ? { value, text: category.label }
        : { problem: `“${category.label}”走的是另一种流程，不能直接改过去，请作为新的事项登记。` };
    }
    case "item": {
      const item = context.pack.lists[field.list]?.items.find(({ id }) => id === value);
      if (!item)
        return {
          problem: `“${field.label}”不在${context.pack.lists[field.list]?.label ?? "清单"}内，请从清单中选择。`,
        };
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
    case "photos":
      return { value, text: field.kind === "text" ? String(value) : "" };
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

export const readAnswers = async (
  context: Context,
  form: readonly Field[],
  data: Readonly<Record<string, unknown>>,
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
    const resolved = await resolve(context, field, given);
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
