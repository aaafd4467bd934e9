/** Effects: named changes of a subject with parameters. Clocks are clocks.ts's; sub-cases are asked for, not made, here. */
import { timerKey } from "@ginkgo/shared/pack/states.ts";
import type { Effect } from "@ginkgo/shared/pack/workflow.ts";
import { clockedAround, extended, timerStarted } from "./clocks.ts";
import type { Event, Rules, SubCaseRequest, Subject, Worker } from "./subject.ts";

const asWorkers = (value: unknown): Worker[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Worker[];

const withFact = (subject: Subject, fact: string, value: unknown): Subject => ({
  ...subject,
  facts: { ...subject.facts, [fact]: value },
});

const without = <T>(record: Readonly<Record<string, T>>, gone: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== gone));

const isOf = (worker: Worker, actor: Worker): boolean => worker.id === actor.id || worker.id === actor.bodyId;

/** Someone who handles it already answers a further invitation, or takes the lead that was waiting for them. */
const takeAgain = (subject: Subject, own: Worker, invitation: Worker | undefined, led: boolean): Subject => {
  const { part, as, doneAt, ...person } = own;
  const others = subject.handlers.filter((one) => one !== own);
  if (part === "assist" && !invitation && !led) return { ...subject, handlers: [person, ...others] };
  if (!invitation) return subject;
  // What they have come to do now is not done yet.
  const again: Worker = { ...person, ...(part ? { part } : {}), ...(as ? { as } : {}) };
  return {
    ...subject,
    handlers: subject.handlers.map((one) => (one === own ? again : one)),
    offered: subject.offered.filter((one) => one !== invitation),
  };
};

/** Whoever was invited joins in the part they were invited for; otherwise the first to take it leads. */
const take = (subject: Subject, actor: Worker): Subject => {
  const invitation = subject.offered.find((one) => one.part === "assist" && isOf(one, actor));
  const led = subject.handlers.some(({ part }) => part !== "assist");
  const own = subject.handlers.find(({ id }) => id === actor.id);
  if (own) return takeAgain(subject, own, invitation, led);
  const joining: Worker = {
    ...actor,
    ...(invitation || led ? { part: "assist" as const } : {}),
    ...(invitation?.as ? { as: invitation.as } : {}),
  };
  // The lead stands first.
  const handlers = joining.part ? [...subject.handlers, joining] : [joining, ...subject.handlers];
  return { ...subject, handlers, offered: subject.offered.filter((one) => one !== invitation) };
};

/** Only those who assist have a part, and it is done once. Who speaks for a body may say so for its member. */
const finishPart = (subject: Subject, actor: Worker, now: Date): Subject => {
  const person = subject.handlers.find(({ id }) => id === actor.id);
  const own =
    person ??
    subject.handlers.find(
      ({ bodyId, part, doneAt }) => bodyId !== undefined && bodyId === actor.bodyId && part === "assist" && !doneAt,
    );
  if (own?.part !== "assist" || own.doneAt) return subject;
  return {
    ...subject,
    handlers: subject.handlers.map((one) => (one === own ? { ...one, doneAt: now.toISOString() } : one)),
  };
};

const invite = (subject: Subject, bodies: readonly Worker[], as: string | undefined): Subject => {
  const known = new Set([
    ...subject.offered.map(({ id }) => id),
    ...subject.handlers.flatMap(({ id, bodyId }) => [id, bodyId ?? id]),
  ]);
  const further = bodies
    .filter(({ id }) => !known.has(id))
    .map((body): Worker => ({ ...body, part: "assist", ...(as ? { as } : {}) }));
  return { ...subject, offered: [...subject.offered, ...further] };
};

/** What an effect needs to know of the step it belongs to. */
export interface Doing {
  readonly event: Event;
  readonly rules: Rules;
  readonly now: Date;
  /** The state the step belongs to, or where the subject stands for a step of the workflow's own. */
  readonly from: readonly string[];
  readonly before: Subject;
}

const inTime = ({ before, from, now }: Doing): boolean => {
  const path = clockedAround(before.clocks, from);
  const clock = path === undefined ? undefined : before.clocks[path];
  if (!clock) return true;
  // A clock that was stopped after it had run out has nothing left.
  return !clock.late && clock.left !== 0 && (!clock.dueAt || now <= clock.dueAt);
};

const extend = (subject: Subject, fact: string, { rules, from, now }: Doing): Subject => {
  const path = clockedAround(subject.clocks, from);
  const clock = path === undefined ? undefined : subject.clocks[path];
  if (path === undefined || !clock) return subject;
  const days = Number(subject.facts[fact] ?? 0);
  return {
    ...subject,
    clocks: { ...subject.clocks, [path]: extended(rules, path, subject.category, clock, days, now) },
  };
};

/** One row per effect: a missing one does not compile. */
export const apply = (effect: Effect, subject: Subject, doing: Doing): Subject => {
  const { event, now } = doing;
  const { form, actor } = event;
  switch (effect.name) {
    case "keep":
      return form[effect.field] === undefined ? subject : withFact(subject, effect.fact, form[effect.field]);
    case "set":
      return withFact(subject, effect.fact, effect.value);
    case "stamp":
      return withFact(subject, effect.fact, now.toISOString());
    case "count":
      return withFact(subject, effect.fact, Number(subject.facts[effect.fact] ?? 0) + 1);
    case "clear":
      return { ...subject, facts: without(subject.facts, effect.fact) };
    case "judge":
      return withFact(subject, effect.fact, inTime(doing));
    case "keepActor":
      return subject.facts[effect.fact] === undefined ? withFact(subject, effect.fact, actor) : subject;
    case "offer":
      return {
        ...subject,
        mode: effect.mode,
        offered: effect.field ? asWorkers(form[effect.field]) : [],
        handlers: [],
      };
    case "invite":
      return invite(subject, asWorkers(form[effect.field]), effect.as);
    case "take":
      return take(subject, actor);
    case "finishPart":
      return finishPart(subject, actor, now);
    case "release":
      return { ...subject, mode: null, offered: [], handlers: [] };
    case "merge":
      return { ...subject, mergedInto: (form[effect.field] as { id: string }).id };
    case "relocate":
      return { ...subject, placeId: (form[effect.field] as { id: string }).id };
    case "recategorise":
      return typeof form[effect.field] === "string" ? { ...subject, category: form[effect.field] as string } : subject;
    case "extendClock":
      return extend(subject, effect.fact, doing);
    case "startTimer": {
      const days = Number(form[effect.field] ?? 0);
      const key = timerKey(effect.timer);
      return days > 0
        ? { ...subject, clocks: { ...subject.clocks, [key]: timerStarted(doing.rules, key, days, now) } }
        : subject;
    }
    case "stopTimer":
      return { ...subject, clocks: without(subject.clocks, timerKey(effect.timer)) };
    case "publish":
      return { ...subject, publishedAt: now };
    case "unpublish":
      return { ...subject, publishedAt: null };
    case "openSubCases":
    case "pauseClock":
    case "resumeClock":
      return subject;
  }
};

/** The sub-cases a step asks for, one for each body. */
export const requestsOf = (effects: readonly Effect[], form: Event["form"]): SubCaseRequest[] =>
  effects.flatMap((effect) =>
    effect.name === "openSubCases"
      ? asWorkers(form[effect.field]).map((to) => ({
          workflow: effect.workflow,
          category: effect.category,
          words: String(form[effect.words] ?? ""),
          to,
        }))
      : [],
  );
