/**
 * The engine: `next(subject, event, rules, now)` is a pure function from a subject and an event to the subject after it.
 * Who may do something is not decided here but in modules/authority; whether it is possible now is.
 */
import type { Calendar, Category } from "@ginkgo/shared/pack/schema.ts";
import type {
  Duration,
  Effect,
  Guard,
  Limit,
  State,
  Telling,
  Transition,
  Workflow,
} from "@ginkgo/shared/pack/workflow.ts";
import {
  addDuration,
  addWorkingMinutes,
  durationBefore,
  isWorkingDuration,
  workingDayMinutes,
  workingMinutesBetween,
} from "./calendar.ts";
import { targetOf } from "./statechart.ts";

export type Mode = "assign" | "grab" | "open";
export type Facts = Readonly<Record<string, unknown>>;

export interface Worker {
  readonly id: string;
  readonly name: string;
  /** The body (team, unit, grid) through which a person took it. */
  readonly bodyId?: string;
}

/** The clock of the current state. `paused` holds the minutes left and the state they belong to. */
export interface SubjectClock {
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
  readonly late: boolean;
  readonly paused: { readonly minutes: number; readonly state: string } | null;
}

export interface Subject {
  readonly state: string;
  readonly enteredAt: Date;
  readonly category: string;
  readonly placeId: string;
  readonly mode: Mode | null;
  readonly offered: readonly Worker[];
  readonly handlers: readonly Worker[];
  readonly facts: Facts;
  readonly mergedInto: string | null;
  readonly clock: SubjectClock;
}

export interface Event {
  readonly type: string;
  readonly actor: Worker;
  /** Answers of the step's form, already checked against it; bodies and nodes resolved to id and name. */
  readonly form: Readonly<Record<string, unknown>>;
}

export interface Rules {
  readonly workflow: Workflow;
  readonly calendar: Calendar;
  readonly categories: readonly Category[];
}

export interface Step {
  readonly subject: Subject;
  readonly transition: Transition;
  readonly tells: readonly Telling[];
}

export type Outcome =
  | { readonly ok: true; readonly step: Step }
  | { readonly ok: false; readonly why: "no-such-step" | "guard" };

const holds = (guard: Guard, subject: Subject, form: Event["form"], now: Date): boolean => {
  switch (guard.name) {
    case "has":
      return subject.facts[guard.fact] !== undefined;
    case "lacks":
      return subject.facts[guard.fact] === undefined;
    case "answered":
      return form[guard.field] === guard.value;
    case "below":
      return Number(subject.facts[guard.fact] ?? 0) < guard.max;
    case "within": {
      const since = subject.facts[guard.fact];
      return typeof since === "string" && now.getTime() - Date.parse(since) <= guard.days * 86_400_000;
    }
    case "mode":
      return subject.mode !== null && guard.anyOf.includes(subject.mode);
  }
};

/** The limit of a state for a category: the category's own if it has one, else the workflow's. */
export const limitOf = (
  rules: Rules,
  stateName: string,
  category: string,
): { limit: Limit; within: Duration } | undefined => {
  const limit = rules.workflow.states[stateName]?.limit;
  if (!limit) return undefined;
  const own = rules.categories.find(({ id }) => id === category)?.limits[stateName];
  return { limit, within: own ?? limit.within };
};

const noClock: SubjectClock = { warnAt: null, dueAt: null, late: false, paused: null };

const clockUntil = (
  rules: Rules,
  limit: Limit,
  now: Date,
  dueAt: Date,
  paused: SubjectClock["paused"],
): SubjectClock => ({
  dueAt,
  warnAt: limit.warnBefore ? durationBefore(rules.calendar, now, dueAt, limit.warnBefore) : null,
  late: false,
  paused,
});

const startClock = (
  rules: Rules,
  stateName: string,
  category: string,
  now: Date,
  paused: SubjectClock["paused"] = null,
): SubjectClock => {
  const found = limitOf(rules, stateName, category);
  if (!found) return { ...noClock, paused };
  return clockUntil(rules, found.limit, now, addDuration(rules.calendar, now, found.within), paused);
};

/** What is left of a limit counts in the time the limit runs in: working time, or round the clock. */
const runsInWorkingTime = (rules: Rules, stateName: string, category: string): boolean => {
  const found = limitOf(rules, stateName, category);
  return !found || isWorkingDuration(found.within);
};

const pause = (rules: Rules, { clock, state, category }: Subject, now: Date): SubjectClock["paused"] => {
  if (!clock.dueAt) return null;
  const left = runsInWorkingTime(rules, state, category)
    ? workingMinutesBetween(rules.calendar, now, clock.dueAt)
    : Math.round((clock.dueAt.getTime() - now.getTime()) / 60_000);
  return { state, minutes: Math.max(1, left) };
};

const resume = (rules: Rules, subject: Subject, stateName: string, now: Date): SubjectClock => {
  const { paused } = subject.clock;
  const limit = rules.workflow.states[stateName]?.limit;
  if (!paused || !limit || paused.state !== stateName) return startClock(rules, stateName, subject.category, now);
  const dueAt = runsInWorkingTime(rules, stateName, subject.category)
    ? addWorkingMinutes(rules.calendar, now, paused.minutes)
    : new Date(now.getTime() + paused.minutes * 60_000);
  return clockUntil(rules, limit, now, dueAt, null);
};

const extend = (rules: Rules, subject: Subject, days: number, now: Date): SubjectClock => {
  const limit = rules.workflow.states[subject.state]?.limit;
  if (!limit || !subject.clock.dueAt || !(days > 0)) return subject.clock;
  // An extension granted late counts from now: it must give the time it promises.
  const from = subject.clock.dueAt > now ? subject.clock.dueAt : now;
  return clockUntil(
    rules,
    limit,
    now,
    addWorkingMinutes(rules.calendar, from, days * workingDayMinutes(rules.calendar)),
    subject.clock.paused,
  );
};

const asWorkers = (value: unknown): Worker[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Worker[];

const without = (facts: Facts, fact: string): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => name !== fact));

const take = (subject: Subject, actor: Worker): Subject => {
  if (subject.handlers.some(({ id }) => id === actor.id)) return subject;
  return { ...subject, handlers: [...subject.handlers, actor] };
};

/** One table per variant: an effect without a reading here does not compile. */
const apply = (effect: Effect, subject: Subject, event: Event, now: Date): Subject => {
  const { form, actor } = event;
  switch (effect.name) {
    case "keep":
      return form[effect.field] === undefined
        ? subject
        : { ...subject, facts: { ...subject.facts, [effect.fact]: form[effect.field] } };
    case "stamp":
      return { ...subject, facts: { ...subject.facts, [effect.fact]: now.toISOString() } };
    case "count":
      return { ...subject, facts: { ...subject.facts, [effect.fact]: Number(subject.facts[effect.fact] ?? 0) + 1 } };
    case "clear":
      return { ...subject, facts: without(subject.facts, effect.fact) };
    case "offer":
      return {
        ...subject,
        mode: effect.mode,
        offered: effect.field ? asWorkers(form[effect.field]) : [],
        handlers: [],
      };
    case "take":
      return take(subject, actor);
    case "release":
      return { ...subject, mode: null, offered: [], handlers: [] };
    case "merge":
      return { ...subject, mergedInto: (form[effect.field] as { id: string }).id };
    case "relocate":
      return { ...subject, placeId: (form[effect.field] as { id: string }).id };
    case "recategorise":
      return typeof form[effect.field] === "string" ? { ...subject, category: form[effect.field] as string } : subject;
    case "pauseClock":
    case "resumeClock":
    case "extendClock":
      return subject;
  }
};

const clockAfter = (
  rules: Rules,
  before: Subject,
  after: Subject,
  effects: readonly Effect[],
  target: string,
  moved: boolean,
  now: Date,
): SubjectClock => {
  const extension = effects.find((effect) => effect.name === "extendClock");
  if (extension)
    return extend(rules, before, Number(before.facts[extension.fact] ?? after.facts[extension.fact] ?? 0), now);
  if (!moved) return before.clock;
  if (effects.some(({ name }) => name === "resumeClock")) return resume(rules, before, target, now);
  const paused = effects.some(({ name }) => name === "pauseClock") ? pause(rules, before, now) : null;
  return startClock(rules, target, after.category, now, paused);
};

export const stateOf = (workflow: Workflow, name: string): State => {
  const state = workflow.states[name];
  if (!state) throw new Error(`the workflow has no state "${name}"`);
  return state;
};

/** The step of that name, if the state has it. Names come from callers, so what every object inherits is not one. */
export const stepOf = (state: State, name: string): Transition | undefined =>
  Object.hasOwn(state.on, name) ? state.on[name] : undefined;

/** Whether the step's own guards hold, apart from any answer it would be given. Screens show exactly these. */
export const isOpen = (subject: Subject, transition: Transition, now: Date): boolean =>
  transition.guards.every((guard) => guard.name === "answered" || holds(guard, subject, {}, now));

export const next = (subject: Subject, event: Event, rules: Rules, now: Date): Outcome => {
  const transition = stepOf(stateOf(rules.workflow, subject.state), event.type);
  if (!transition) return { ok: false, why: "no-such-step" };
  const { form } = event;
  if (!transition.guards.every((guard) => holds(guard, subject, form, now))) return { ok: false, why: "guard" };

  const branch = transition.branches.findIndex(({ guards }) =>
    guards.every((guard) => holds(guard, subject, form, now)),
  );
  const target = targetOf(rules.workflow, subject.state, event.type, branch);
  const moved = transition.target !== undefined || branch >= 0;
  const effects = [...transition.effects, ...(transition.branches[branch]?.effects ?? [])];
  const changed = effects.reduce((current, effect) => apply(effect, current, event, now), subject);
  const after: Subject = {
    ...changed,
    state: target,
    enteredAt: moved ? now : subject.enteredAt,
    clock: clockAfter(rules, subject, changed, effects, target, moved, now),
  };
  return { ok: true, step: { subject: after, transition, tells: transition.tells } };
};

export const begin = (
  given: Pick<Subject, "category" | "placeId"> & { placed: boolean },
  rules: Rules,
  now: Date,
): Subject => {
  const state = given.placed ? rules.workflow.initial : rules.workflow.initialUnplaced;
  return {
    state,
    enteredAt: now,
    category: given.category,
    placeId: given.placeId,
    mode: null,
    offered: [],
    handlers: [],
    facts: { submittedAt: now.toISOString() },
    mergedInto: null,
    clock: startClock(rules, state, given.category, now),
  };
};

/** The next moment the clock has something to say, if any. */
export const nextAlarm = ({ clock }: Subject, warned: boolean): { kind: "warn" | "late"; at: Date } | undefined => {
  if (!clock.dueAt || clock.late) return undefined;
  if (clock.warnAt && !warned) return { kind: "warn", at: clock.warnAt };
  return { kind: "late", at: clock.dueAt };
};
