/** Facts: what sets each, so that whatever reads one can be checked against it. */
import type { Field } from "../form.ts";
import { matterFacts, matterWorkflows } from "../matters.ts";
import type { Pack } from "../schema.ts";
import type { Workflow } from "../workflow.ts";
import { choices, own, type Report } from "./problem.ts";
import { eachBy, eachEffect, eachGuard, type WorkflowCheck, workflowPath } from "./walk.ts";

type Value = string | boolean | number;

/** Where a fact's value comes from. */
export type Source =
  | { readonly from: "answer"; readonly field: Field }
  | { readonly from: "set"; readonly value: Value }
  | { readonly from: "stamp" | "count" | "judge" | "keepActor" };

export type Facts = ReadonlyMap<string, readonly Source[]>;

const sourcesIn = (workflow: Workflow): [string, Source][] =>
  eachEffect({ id: "", workflow }).flatMap(({ effect, form }): [string, Source][] => {
    switch (effect.name) {
      case "keep": {
        const field = form.find(({ name }) => name === effect.field);
        return field ? [[effect.fact, { from: "answer", field }]] : [];
      }
      case "set":
        return [[effect.fact, { from: "set", value: effect.value }]];
      case "stamp":
      case "count":
      case "judge":
      case "keepActor":
        return [[effect.fact, { from: effect.name }]];
      default:
        return [];
    }
  });

/** What the engine itself counts of a matter. */
const engineFacts: Facts = new Map(matterFacts.map((fact) => [fact, [{ from: "count" }]] as const));

const known = new WeakMap<Workflow, Facts>();

/** Every fact a case of the workflow can have; when it was sent in is always there. */
export const factsOf = (workflow: Workflow): Facts => {
  let facts = known.get(workflow);
  if (!facts) {
    const found = new Map<string, Source[]>([["submittedAt", [{ from: "stamp" }]]]);
    for (const [fact, source] of sourcesIn(workflow)) found.set(fact, [...(found.get(fact) ?? []), source]);
    facts = found;
    known.set(workflow, facts);
  }
  return facts;
};

export const factsOfAll = (workflows: readonly Workflow[]): Facts => {
  const found = new Map<string, readonly Source[]>();
  for (const workflow of workflows)
    for (const [fact, sources] of factsOf(workflow)) found.set(fact, [...(found.get(fact) ?? []), ...sources]);
  return found;
};

const isNumber = (source: Source): boolean => {
  if (source.from === "answer") return source.field.kind === "number" || source.field.kind === "stars";
  return source.from === "count" || (source.from === "set" && typeof source.value === "number");
};
const isMoment = (source: Source): boolean =>
  source.from === "stamp" || (source.from === "answer" && source.field.kind === "date");

/** Whether an answer to this field can ever be that value. */
export const canAnswer = (pack: Pack, field: Field, value: Value): boolean => {
  switch (field.kind) {
    case "choice":
      return field.options.some((option) => option.value === value);
    case "yes-no":
      return typeof value === "boolean";
    case "stars":
      return typeof value === "number" && value >= 1 && value <= 5;
    case "number":
      return typeof value === "number" && value >= field.min && value <= field.max;
    case "item":
      return own(pack.lists, field.list)?.items.some(({ id }) => id === value) ?? true;
    case "category":
      return pack.categories.some(({ id }) => id === value);
    case "text":
    case "date":
      return typeof value === "string";
    case "photos":
    case "assignees":
    case "case":
    case "node":
      return false;
  }
};

const canBe = (pack: Pack, source: Source, value: Value): boolean => {
  switch (source.from) {
    case "answer":
      return canAnswer(pack, source.field, value);
    case "set":
      return source.value === value;
    case "count":
      return typeof value === "number";
    case "judge":
      return typeof value === "boolean";
    case "stamp":
    case "keepActor":
      return false;
  }
};

/** The part of guards and conditions that asks about facts. */
export type Asking = { readonly name: string; readonly fact?: string; readonly value?: Value };

export const checkFactKnown = (facts: Facts, fact: string, path: string, report: Report): boolean => {
  if (facts.has(fact)) return true;
  report(
    path,
    "fact-unset",
    `从来没有操作记下“${fact}”`,
    `用 keep、set、stamp、count 等记下它，或改成：${choices(facts.keys())}`,
  );
  return false;
};

export const checkAsking = (pack: Pack, facts: Facts, asking: Asking, path: string, report: Report): void => {
  const { name, fact, value } = asking;
  if (fact === undefined || !checkFactKnown(facts, fact, `${path}.fact`, report)) return;
  const sources = facts.get(fact) ?? [];
  if ((name === "below" || name === "atLeast") && !sources.some(isNumber))
    report(`${path}.fact`, "fact-number", `“${fact}”不是数字，不能比大小`, "改成由 count 或数字字段记下的要素");
  if (name === "within" && !sources.some(isMoment))
    report(`${path}.fact`, "fact-moment", `“${fact}”不是时间`, "改成由 stamp 或日期字段记下的要素");
  if (value !== undefined && !sources.some((source) => canBe(pack, source, value)))
    report(`${path}.value`, "fact-value", `“${fact}”永远不会是 ${JSON.stringify(value)}`, "改成它可能的值");
};

export const checkNumberFact = (facts: Facts, fact: string, path: string, report: Report): void => {
  if (!checkFactKnown(facts, fact, path, report)) return;
  if (!facts.get(fact)?.some(isNumber))
    report(path, "fact-number", `“${fact}”不是数字`, "改成由数字字段或 count 记下的要素");
};

const checkActors = (check: WorkflowCheck, facts: Facts): void => {
  for (const { path, by } of eachBy(check)) {
    if (!("fact" in by) || !checkFactKnown(facts, by.fact, `${path}.fact`, check.report)) continue;
    if (!facts.get(by.fact)?.some(({ from }) => from === "keepActor"))
      check.report(`${path}.fact`, "fact-person", `“${by.fact}”记的不是人`, "用 keepActor 记下办理的人");
  }
};

export const isYesNo = (source: Source): boolean => source.from === "answer" && source.field.kind === "yes-no";

const checkReaders = ({ id, workflow, report }: WorkflowCheck, facts: Facts): void => {
  const path = workflowPath(id);
  workflow.marks.forEach(({ fact }, i) => {
    checkFactKnown(facts, fact, `${path}.marks[${i}].fact`, report);
  });
  workflow.shows.forEach(({ fact }, i) => {
    checkFactKnown(facts, fact, `${path}.shows[${i}].fact`, report);
  });
  if (!workflow.publication) return;
  checkFactKnown(facts, workflow.publication.outcome, `${path}.publication.outcome`, report);
  const { consent } = workflow.publication;
  if (consent !== undefined) checkFactKnown(facts, consent, `${path}.publication.consent`, report);
};

export const checkFacts = (check: WorkflowCheck): void => {
  const { pack, report } = check;
  const facts = matterWorkflows(pack).has(check.id)
    ? new Map([...factsOf(check.workflow), ...engineFacts])
    : factsOf(check.workflow);
  for (const { path, guard } of eachGuard(check)) checkAsking(pack, facts, guard, path, report);
  for (const { path, effect } of eachEffect(check))
    if (effect.name === "extendClock") checkNumberFact(facts, effect.fact, `${path}.fact`, report);
  checkActors(check, facts);
  checkReaders(check, facts);
};
