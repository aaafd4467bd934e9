/** Checks a pack before it is published: shape first, then every reference. All problems at once, each with its path. */
import type { z } from "zod";
import type { Field } from "./form.ts";
import { engineRights, Pack, type PackInput } from "./schema.ts";
import type { By, Effect, Guard, State, Transition, Workflow } from "./workflow.ts";

export interface PackProblem {
  readonly path: string;
  readonly message: string;
}

export type CheckedPack = { ok: true; pack: Pack } | { ok: false; problems: PackProblem[] };

export const definePack = (pack: PackInput): PackInput => pack;

const shapeProblems = (error: z.ZodError): PackProblem[] =>
  error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));

type Report = (path: string, message: string) => void;

const checkCalendar = (pack: Pack, report: Report) => {
  pack.calendar.hours.forEach(([from, to], i) => {
    const before = pack.calendar.hours[i - 1]?.[1] ?? "00:00";
    if (from >= to || from < before) report(`calendar.hours[${i}]`, "working periods must be in order and not overlap");
  });
};

const checkTiers = (pack: Pack, report: Report) => {
  for (const [tier, { under, tree }] of Object.entries(pack.tiers)) {
    under.forEach((parent, i) => {
      if (!pack.tiers[parent]) report(`tiers.${tier}.under[${i}]`, `no tier "${parent}"`);
      else if (pack.tiers[parent].tree !== tree)
        report(`tiers.${tier}.under[${i}]`, `"${parent}" belongs to another tree`);
    });
  }
  const roots = Object.values(pack.tiers).filter((tier) => tier.as === "root").length;
  if (roots !== 1) report("tiers", `exactly one tier must be the root, found ${roots}`);
  if (!Object.values(pack.tiers).some((tier) => tier.as === "community"))
    report("tiers", "no tier is the community that cases belong to");
};

const checkRoles = (pack: Pack, report: Report) => {
  for (const [name, role] of Object.entries(pack.roles)) {
    role.on.forEach((tier, i) => {
      if (!pack.tiers[tier]) report(`roles.${name}.on[${i}]`, `no tier "${tier}"`);
    });
    role.grants.forEach((granted, i) => {
      if (!pack.roles[granted]) report(`roles.${name}.grants[${i}]`, `no role "${granted}"`);
    });
  }
};

const checkCategories = (pack: Pack, report: Report) => {
  const seen = new Set<string>();
  pack.categories.forEach((category, i) => {
    if (seen.has(category.id)) report(`categories[${i}].id`, `"${category.id}" is used twice`);
    seen.add(category.id);
    for (const state of Object.keys(category.limits))
      if (!pack.workflow.states[state]?.limit)
        report(`categories[${i}].limits.${state}`, `no state "${state}" with a limit`);
  });
};

const fieldOf = (effect: Effect): string | undefined => ("field" in effect ? effect.field : undefined);

/** The facts a workflow can ever set, so that a guard on any other is a mistake. */
const settableFacts = (workflow: Workflow): Set<string> => {
  const facts = new Set<string>(["submittedAt", "mode"]);
  const addAll = (effects: readonly Effect[]) => {
    for (const effect of effects)
      if ("fact" in effect && effect.name !== "clear" && effect.name !== "extendClock") facts.add(effect.fact);
  };
  for (const state of Object.values(workflow.states))
    for (const transition of Object.values(state.on)) {
      addAll(transition.effects);
      for (const branch of transition.branches) addAll(branch.effects);
    }
  return facts;
};

const checkGuards = (
  guards: readonly Guard[],
  form: readonly Field[],
  facts: Set<string>,
  path: string,
  report: Report,
) => {
  guards.forEach((guard, i) => {
    if ("fact" in guard && !facts.has(guard.fact)) report(`${path}[${i}].fact`, `nothing ever sets "${guard.fact}"`);
    if (guard.name === "answered" && !form.some((field) => field.name === guard.field))
      report(`${path}[${i}].field`, `this step's form has no field "${guard.field}"`);
  });
};

const checkTransition = (pack: Pack, transition: Transition, facts: Set<string>, path: string, report: Report) => {
  const targets: [string, string | undefined][] = [
    [`${path}.target`, transition.target],
    ...transition.branches.map((branch, i): [string, string] => [`${path}.branches[${i}].target`, branch.target]),
  ];
  for (const [where, target] of targets)
    if (target !== undefined && !pack.workflow.states[target]) report(where, `no state "${target}"`);
  checkGuards(transition.guards, transition.form, facts, `${path}.guards`, report);
  transition.branches.forEach((branch, i) => {
    checkGuards(branch.guards, transition.form, facts, `${path}.branches[${i}].guards`, report);
  });
  const effects = [...transition.effects, ...transition.branches.flatMap((branch) => branch.effects)];
  effects.forEach((effect, i) => {
    const field = fieldOf(effect);
    if (field !== undefined && !transition.form.some(({ name }) => name === field))
      report(`${path}.effects[${i}].field`, `this step's form has no field "${field}"`);
    if (effect.name === "offer" && effect.mode !== "open" && effect.field === undefined)
      report(`${path}.effects[${i}]`, `"${effect.mode}" needs the field that says to whom`);
  });
  const names = transition.form.map(({ name }) => name);
  names.forEach((name, i) => {
    if (names.indexOf(name) !== i) report(`${path}.form[${i}].name`, `"${name}" is used twice`);
  });
  transition.form.forEach((field, i) => {
    if (field.kind !== "assignees" && field.kind !== "node") return;
    for (const tier of field.tiers) if (!pack.tiers[tier]) report(`${path}.form[${i}].tiers`, `no tier "${tier}"`);
  });
};

const checkRights = (pack: Pack, by: readonly By[], path: string, report: Report) => {
  by.forEach((who, i) => {
    if (!("right" in who)) return;
    const held = Object.values(pack.roles).some((role) => role.rights.includes(who.right));
    if (!held) report(`${path}[${i}].right`, `no role holds the right "${who.right}"`);
  });
};

const checkState = (pack: Pack, name: string, state: State, facts: Set<string>, report: Report) => {
  const path = `workflow.states.${name}`;
  const progress = new Set(pack.workflow.progress.map(({ id }) => id));
  if (!progress.has(state.progress)) report(`${path}.progress`, `no progress point "${state.progress}"`);
  if (!state.final && state.waitsFor.length === 0)
    report(`${path}.waitsFor`, "a state that is not final must say whose move it is");
  if (!state.final && !state.limit) report(`${path}.limit`, "a waiting state needs a time limit");
  if (!state.final && !Object.values(state.on).some((t) => t.target || t.branches.length > 0))
    report(`${path}.on`, "dead end: no step leads on");
  if (state.limit?.triggers && !state.on[state.limit.triggers])
    report(`${path}.limit.triggers`, `no step "${state.limit.triggers}" here`);
  checkRights(pack, state.waitsFor, `${path}.waitsFor`, report);
  checkRights(pack, state.limit?.warn?.to ?? [], `${path}.limit.warn.to`, report);
  checkRights(pack, state.limit?.late?.to ?? [], `${path}.limit.late.to`, report);
  const triggered = state.limit?.triggers ? state.on[state.limit.triggers] : undefined;
  if (triggered?.form.some(({ required }) => required))
    report(`${path}.limit.triggers`, "the clock cannot fill in a form: this step asks for answers");
  for (const [event, transition] of Object.entries(state.on)) {
    checkTransition(pack, transition, facts, `${path}.on.${event}`, report);
    checkRights(pack, transition.by, `${path}.on.${event}.by`, report);
    transition.tells.forEach((telling, i) => {
      checkRights(pack, telling.to, `${path}.on.${event}.tells[${i}].to`, report);
    });
  }
};

const reachable = (workflow: Workflow): Set<string> => {
  const seen = new Set<string>();
  const queue = [workflow.initial, workflow.initialUnplaced];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const t of Object.values(workflow.states[name]?.on ?? {}))
      queue.push(...(t.target ? [t.target] : []), ...t.branches.map((branch) => branch.target));
  }
  return seen;
};

const checkWorkflow = (pack: Pack, report: Report) => {
  const { workflow } = pack;
  for (const field of ["initial", "initialUnplaced"] as const)
    if (!workflow.states[workflow[field]]) report(`workflow.${field}`, `no state "${workflow[field]}"`);
  const facts = settableFacts(workflow);
  const reached = reachable(workflow);
  for (const [name, state] of Object.entries(workflow.states)) {
    checkState(pack, name, state, facts, report);
    if (!reached.has(name)) report(`workflow.states.${name}`, "cannot be reached from the initial state");
  }
};

const checkEngineRights = (pack: Pack, report: Report) => {
  const held = new Set(Object.values(pack.roles).flatMap((role) => role.rights));
  for (const right of engineRights) if (!held.has(right)) report("roles", `no role holds the right "${right}"`);
};

export const checkPack = (input: unknown): CheckedPack => {
  const parsed = Pack.safeParse(input);
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error) };
  const problems: PackProblem[] = [];
  const report: Report = (path, message) => problems.push({ path, message });
  for (const check of [checkCalendar, checkTiers, checkRoles, checkCategories, checkWorkflow, checkEngineRights])
    check(parsed.data, report);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack: parsed.data };
};
