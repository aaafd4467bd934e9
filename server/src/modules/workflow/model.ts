/**
 * The engine: `next(subject, event, rules, now)` is a pure function from a subject and an event to the subject after it.
 * Who may do something is not decided here but in modules/authority; whether it is possible now is.
 */
import { activeOf, isEnded, leavesOf, type PlacedStep, stateAt, stepsAt } from "@ginkgo/shared/pack/states.ts";
import type { Effect, Guard, Telling, Transition } from "@ginkgo/shared/pack/workflow.ts";
import { clocksAfter, startClocks } from "./clocks.ts";
import { apply, type Doing, requestsOf } from "./effects.ts";
import { holds } from "./guards.ts";
import { type Happening, move } from "./statechart.ts";
import type { Event, Rules, SubCaseRequest, Subject, Worker } from "./subject.ts";

export interface Step {
  readonly subject: Subject;
  readonly transition: Transition;
  readonly tells: readonly Telling[];
  readonly opens: readonly SubCaseRequest[];
}

export type Outcome =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly why: "no-such-step" | "guard" };

/** The step of that name where the subject stands, if there is one. */
export const stepOf = (
  rules: Pick<Rules, "workflow">,
  leaves: readonly string[],
  name: string,
): PlacedStep | undefined => stepsAt(rules.workflow, leaves).find((placed) => placed.name === name);

/** Whether the step's own guards hold, apart from any answer it would be given. Screens show exactly these. */
export const isOpen = (subject: Subject, transition: Transition, now: Date): boolean =>
  transition.guards.every((guard) => guard.name === "answered" || holds(guard, subject, {}, now));

/** What a happening brings with it: effects in order, and who is told. */
const broughtBy = (happening: Happening, rules: Rules, step: PlacedStep): { effects: Effect[]; tells: Telling[] } => {
  if (happening.type === "took") {
    const own = step.step.branches[happening.branch]?.effects ?? [];
    return { effects: [...step.step.effects, ...own], tells: step.step.tells };
  }
  if (happening.type === "done") {
    const { done } = stateAt(rules.workflow, happening.path);
    return { effects: done?.effects ?? [], tells: done?.tells ?? [] };
  }
  return { effects: [], tells: [] };
};

const pathsOf = (happenings: readonly Happening[], type: "left" | "entered"): string[] =>
  happenings.flatMap((one) => (one.type === type ? [one.path] : []));

const has = (effects: readonly Effect[], name: Effect["name"]): boolean => effects.some((one) => one.name === name);

export const next = (subject: Subject, event: Event, rules: Rules, now: Date): Outcome => {
  const step = stepOf(rules, subject.leaves, event.type);
  if (!step) return { ok: false, why: "no-such-step" };
  const { form } = event;
  const { leaves, happenings } = move(rules.workflow, subject.leaves, event.type, (guards: readonly Guard[]) =>
    guards.every((guard) => holds(guard, subject, form, now)),
  );
  // A guard in the way of an inner step must not let an outer one of the same name through.
  if (!happenings.some((one) => one.type === "took" && one.from === step.from)) return { ok: false, why: "guard" };

  const brought = happenings.map((one) => broughtBy(one, rules, step));
  const effects = brought.flatMap((one) => one.effects);
  const doing: Doing = {
    event,
    rules,
    now,
    before: subject,
    from: step.from === undefined ? subject.leaves : [step.from],
  };
  const changed = effects.reduce((current, effect) => apply(effect, current, doing), subject);
  const [left, entered] = [pathsOf(happenings, "left"), pathsOf(happenings, "entered")];
  const clocks = clocksAfter(
    rules,
    { ...changed, leaves: subject.leaves, category: subject.category },
    changed.category,
    { left, entered, pauses: has(effects, "pauseClock"), resumes: has(effects, "resumeClock") },
    now,
  );
  const over = isEnded(rules.workflow, leaves);
  const after: Subject = {
    ...changed,
    leaves,
    clocks: over ? {} : clocks,
    enteredAt: entered.length > 0 ? now : subject.enteredAt,
  };
  return {
    ok: true,
    step: {
      subject: after,
      transition: step.step,
      tells: brought.flatMap((one) => one.tells),
      opens: requestsOf(effects, form),
    },
  };
};

/** What a subject begins with. */
export interface Beginning extends Pick<Subject, "workflow" | "category" | "kind" | "placeId"> {
  /** Whether its community is known. */
  readonly placed: boolean;
  readonly actor: Worker;
  /** Answers to the intake form. */
  readonly form: Event["form"];
  /** A sub-case is offered to one body from the start. */
  readonly offeredTo?: Worker;
}

export const begin = (
  given: Beginning,
  rules: Rules,
  now: Date,
): { readonly subject: Subject; readonly opens: readonly SubCaseRequest[] } => {
  const { workflow } = rules;
  const { effects } = workflow.intake;
  const leaves = leavesOf(workflow, given.placed ? workflow.initial : (workflow.initialUnplaced ?? workflow.initial));
  const blank: Subject = {
    workflow: given.workflow,
    leaves,
    enteredAt: now,
    clocks: startClocks(rules, activeOf(leaves), given.category, now),
    category: given.category,
    kind: given.kind,
    placeId: given.placeId,
    mode: given.offeredTo ? "assign" : null,
    offered: given.offeredTo ? [given.offeredTo] : [],
    handlers: [],
    facts: { submittedAt: now.toISOString() },
    mergedInto: null,
    openSubCases: 0,
    publishedAt: null,
  };
  const event: Event = { type: "submit", actor: given.actor, form: given.form };
  const doing: Doing = { event, rules, now, before: blank, from: leaves };
  return {
    subject: effects.reduce((current, effect) => apply(effect, current, doing), blank),
    opens: requestsOf(effects, given.form),
  };
};
