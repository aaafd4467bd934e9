/** What is known of a case, in words: values as the fields they were answered in call them. */
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import type { Facts } from "../workflow/index.ts";
import { askingsOf } from "./rules.ts";
import { dayText } from "./words.ts";

const read = (workflow: Workflow): Map<string, Field> => {
  const fields = new Map<string, Field>();
  for (const { form, effects } of askingsOf(workflow))
    for (const effect of effects) {
      const field = effect.name === "keep" ? form.find(({ name }) => name === effect.field) : undefined;
      if (field && effect.name === "keep" && !fields.has(effect.fact)) fields.set(effect.fact, field);
    }
  return fields;
};

const known = new WeakMap<Workflow, ReadonlyMap<string, Field>>();

/** The field a fact was answered in. */
const fieldsOf = (workflow: Workflow): ReadonlyMap<string, Field> => {
  const fields = known.get(workflow) ?? read(workflow);
  known.set(workflow, fields);
  return fields;
};

const answerText = (value: unknown, field: Field, pack: Pack): string | undefined => {
  switch (field.kind) {
    case "choice":
      return field.options.find((option) => option.value === value)?.label;
    case "item":
      return pack.lists[field.list]?.items.find(({ id }) => id === value)?.label;
    case "category":
      return pack.categories.find(({ id }) => id === value)?.label;
    case "yes-no":
      return value === true ? field.yes : field.no;
    case "number":
      return `${value}${field.unit ?? ""}`;
    case "stars":
      return `${value} 星`;
    default:
      return undefined;
  }
};

const plainText = (value: unknown, now: Date): string => {
  if (Array.isArray(value)) return value.map((one) => plainText(one, now)).join("、");
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "object" && value !== null) {
    const { name, no } = value as { name?: string; no?: string };
    return name ?? no ?? "";
  }
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) ? dayText(new Date(text), now) : text;
};

/** The facts the workflow shows, as far as they are known. */
export const factsShown = (workflow: Workflow, facts: Facts, pack: Pack, now: Date): CaseView["facts"] =>
  workflow.shows.flatMap(({ fact, label }) => {
    const value = facts[fact];
    if (value === undefined) return [];
    const field = fieldsOf(workflow).get(fact);
    return [{ label, text: (field && answerText(value, field, pack)) ?? plainText(value, now) }];
  });
