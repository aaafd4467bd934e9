/** The clocks of the states a subject stands in: started on entry, stopped while waiting for someone, extended on request. */
import { isTimerKey, outward, parentOf, stateAt, timedAt } from "@ginkgo/shared/pack/states.ts";
import type { Duration, Limit } from "@ginkgo/shared/pack/workflow.ts";
import {
  addDuration,
  addWorkingMinutes,
  durationBefore,
  isWorkingDuration,
  workingDayMinutes,
  workingMinutesBetween,
} from "./calendar.ts";
import type { Clocks, Rules, StateClock, Subject } from "./subject.ts";

/** The limit of a state for a category: the category's own if it has one, else the workflow's. */
export const limitOf = (
  rules: Rules,
  path: string,
  category: string,
): { limit: Limit; within: Duration } | undefined => {
  const { limit } = stateAt(rules.workflow, path);
  if (!limit) return undefined;
  const own = rules.categories.find(({ id }) => id === category)?.limits[path];
  return { limit, within: own ?? limit.within };
};

const until = (rules: Rules, limit: Pick<Limit, "warnBefore">, now: Date, dueAt: Date): StateClock => ({
  dueAt,
  warnAt: limit.warnBefore ? durationBefore(rules.calendar, now, dueAt, limit.warnBefore) : null,
  warned: false,
  late: false,
  left: null,
});

/** A category may leave less time than the warning wants: then it comes when three quarters have passed, not at once. */
const warnedInTime = (clock: StateClock, now: Date): StateClock => {
  const { dueAt, warnAt } = clock;
  if (!dueAt || !warnAt || warnAt > now) return clock;
  return { ...clock, warnAt: new Date(now.getTime() + (dueAt.getTime() - now.getTime()) * 0.75) };
};

const started = (rules: Rules, path: string, category: string, now: Date): StateClock | undefined => {
  const found = limitOf(rules, path, category);
  if (!found) return undefined;
  return warnedInTime(until(rules, found.limit, now, addDuration(rules.calendar, now, found.within)), now);
};

/** A timer of the workflow's own, so many working days from now; no state ends it. */
export const timerStarted = (rules: Rules, key: string, days: number, now: Date): StateClock => {
  const { limit } = timedAt(rules.workflow, key);
  const dueAt = addWorkingMinutes(rules.calendar, now, days * workingDayMinutes(rules.calendar));
  return until(rules, limit ?? {}, now, dueAt);
};

/** What is left of a limit counts in the time the limit runs in: working time, or round the clock. */
const runsInWorkingTime = (rules: Rules, path: string, category: string): boolean => {
  const found = limitOf(rules, path, category);
  return !found || isWorkingDuration(found.within);
};

const paused = (rules: Rules, path: string, category: string, clock: StateClock, now: Date): StateClock => {
  if (!clock.dueAt) return clock;
  const left = runsInWorkingTime(rules, path, category)
    ? workingMinutesBetween(rules.calendar, now, clock.dueAt)
    : Math.round((clock.dueAt.getTime() - now.getTime()) / 60_000);
  // What has run out stays so: stopping a clock late does not give back time.
  const rest = clock.dueAt <= now ? 0 : Math.max(1, left);
  return { dueAt: null, warnAt: null, warned: clock.warned, late: clock.late, left: rest };
};

const resumed = (rules: Rules, path: string, category: string, clock: StateClock, now: Date): StateClock => {
  const found = limitOf(rules, path, category);
  if (clock.left === null || !found) return clock;
  const dueAt =
    clock.left > 0 && runsInWorkingTime(rules, path, category)
      ? addWorkingMinutes(rules.calendar, now, clock.left)
      : new Date(now.getTime() + clock.left * 60_000);
  // What it has said it does not say again.
  return { ...until(rules, found.limit, now, dueAt), warned: clock.warned, late: clock.late };
};

/** An extension granted late counts from now: it must give the time it promises. On a stopped clock it adds to what is left. */
export const extended = (
  rules: Rules,
  path: string,
  category: string,
  clock: StateClock,
  days: number,
  now: Date,
): StateClock => {
  const { limit } = stateAt(rules.workflow, path);
  if (!limit || !(days > 0)) return clock;
  if (!clock.dueAt) {
    const dayMinutes = runsInWorkingTime(rules, path, category) ? workingDayMinutes(rules.calendar) : 24 * 60;
    return { ...clock, warned: false, late: false, left: (clock.left ?? 0) + days * dayMinutes };
  }
  const from = clock.dueAt > now ? clock.dueAt : now;
  return until(rules, limit, now, addWorkingMinutes(rules.calendar, from, days * workingDayMinutes(rules.calendar)));
};

/** The nearest state at or round `path` whose clock the subject carries. */
export const clockedAround = (clocks: Clocks, paths: readonly string[]): string | undefined =>
  paths.flatMap(outward).find((path) => clocks[path] !== undefined);

export interface Motion {
  readonly left: readonly string[];
  readonly entered: readonly string[];
  readonly pauses: boolean;
  readonly resumes: boolean;
}

/** Whether the case has gone on elsewhere beside the state, or beside one it is nested in. */
const movedOn = (path: string, { left, entered }: Motion): boolean => {
  const gone = new Set(left.filter((one) => !entered.includes(one)).map(parentOf));
  return outward(path).some((one) => gone.has(parentOf(one)));
};

/** The clocks after a motion. A stopped clock of a state that was left waits for it as long as nothing else moved beside it. */
export const clocksAfter = (rules: Rules, before: Subject, category: string, motion: Motion, now: Date): Clocks => {
  const { left, entered, pauses, resumes } = motion;
  const kept = Object.entries(before.clocks).flatMap(([path, clock]): [string, StateClock][] => {
    // What a superior has asked for runs on, whoever the case waits for meanwhile.
    if (isTimerKey(path)) return [[path, clock]];
    if (pauses) return [[path, paused(rules, path, before.category, clock, now)]];
    if (left.includes(path)) return [];
    const active = clock.left === null || before.leaves.some((leaf) => outward(leaf).includes(path));
    if (!active) return resumes || !movedOn(path, motion) ? [[path, clock]] : [];
    return [[path, resumes ? resumed(rules, path, category, clock, now) : clock]];
  });
  const clocks = new Map(kept);
  for (const path of entered) {
    const waiting = clocks.get(path);
    const clock =
      resumes && waiting ? resumed(rules, path, category, waiting, now) : started(rules, path, category, now);
    if (clock) clocks.set(path, clock);
    else clocks.delete(path);
  }
  // What was stopped for a state the case has not gone back to has nothing to wait for once it goes on.
  if (resumes)
    for (const [path, clock] of clocks)
      if (!isTimerKey(path) && clock.left !== null && !entered.includes(path) && movedOn(path, motion))
        clocks.delete(path);
  return Object.fromEntries(clocks);
};

export const startClocks = (rules: Rules, entered: readonly string[], category: string, now: Date): Clocks =>
  Object.fromEntries(
    entered.flatMap((path) => {
      const clock = started(rules, path, category, now);
      return clock ? [[path, clock]] : [];
    }),
  );

export interface Alarm {
  readonly path: string;
  readonly kind: "warn" | "late";
  readonly at: Date;
}

const alarmOf = (path: string, clock: StateClock): Alarm[] => {
  if (!clock.dueAt || clock.late) return [];
  return clock.warnAt && !clock.warned
    ? [{ path, kind: "warn", at: clock.warnAt }]
    : [{ path, kind: "late", at: clock.dueAt }];
};

/** The next moment a clock has something to say, if any. */
export const nextAlarm = ({ clocks }: Pick<Subject, "clocks">): Alarm | undefined =>
  Object.entries(clocks)
    .flatMap(([path, clock]) => alarmOf(path, clock))
    .sort((a, b) => a.at.getTime() - b.at.getTime())[0];

/** The clock that matters to whoever looks at a list: the one that runs out first. */
export const nearestClock = ({ clocks }: Pick<Subject, "clocks">) => {
  const all = Object.values(clocks);
  const running = all.filter(({ dueAt }) => dueAt !== null).sort((a, b) => Number(a.dueAt) - Number(b.dueAt));
  return {
    dueAt: running[0]?.dueAt ?? null,
    warnAt: running[0]?.warnAt ?? null,
    late: running.some(({ late }) => late),
    paused: running.length === 0 && all.length > 0,
  };
};

/** The clock has spoken: it has warned, or its limit has passed. */
export const rung = (clocks: Clocks, path: string, kind: Alarm["kind"]): Clocks => {
  const clock = clocks[path];
  if (!clock) return clocks;
  return { ...clocks, [path]: { ...clock, warned: true, late: clock.late || kind === "late" } };
};
