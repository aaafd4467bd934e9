/**
 * What is matched with what: needs, and what people and units offer. No database and no clock in here: whoever calls reads
 * both lists at one moment and hands them over.
 */
import type { Position } from "@ginkgo/shared/api/common.ts";

/** From `start` up to `end`, in milliseconds since 1970. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

export interface Need {
  readonly id: string;
  /** The person or unit that asked; nobody is proposed to themselves. */
  readonly owner: string | null;
  /** Whoever helps must have every one of these. */
  readonly skills: readonly string[];
  /** When it can be done; null: at any time. */
  readonly windows: readonly Window[] | null;
  /** How long one helper is busy with it, in one piece. */
  readonly minutes: number;
  /** Null: needs nobody to come, such as advice by telephone. */
  readonly place: Position | null;
  /** From how far away a helper may come; null: from anywhere. */
  readonly maxMeters: number | null;
  /** How many helpers it still lacks; 1 or more. */
  readonly places: number;
  /** Somebody helps already; absent: nobody does. */
  readonly helped?: boolean;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  /** What it asks of a helper's health, such as heavy lifting; all must be met. */
  readonly demands: readonly string[];
  /** 0: can wait. */
  readonly urgency: number;
  /** Since it was opened; fractions count. The longest waiting came first. */
  readonly waitingDays: number;
}

export interface Ability {
  readonly id: string;
  /** The person or unit it belongs to; several abilities may have the same. */
  readonly owner: string;
  readonly skills: readonly string[];
  /** When it is free, appointments taken out; null: at any time. */
  readonly windows: readonly Window[] | null;
  readonly home: Position | null;
  /** How far it goes, in metres; null: anywhere. */
  readonly reach: number | null;
  /** How many needs it takes in this round; 0: none any more. */
  readonly capacity: number;
  /** A person does one thing after the other; a unit sends several people at once. */
  readonly oneAtATime: boolean;
  /** Various: a unit, which sends someone of the right age. Null: unknown, fits no need that has a limit. */
  readonly age: number | "various" | null;
  /** The demands on health it is fit for. */
  readonly fitFor: readonly string[];
  /** What its owner took on in the recent period, for fairness. */
  readonly load: number;
  /** How many proposals its owner may still get. */
  readonly notificationsLeft: number;
  /** Needs its owner has refused for good. */
  readonly refused: ReadonlySet<string>;
}

/** In order, none empty, those that meet or overlap made one: free until ten and from ten on is free throughout. */
export const tidyWindows = (windows: readonly Window[]): readonly Window[] => {
  const tidy: { start: number; end: number }[] = [];
  for (const { start, end } of windows.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = tidy.at(-1);
    if (end <= start) continue;
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else tidy.push({ start, end });
  }
  return tidy;
};

/** As everything else here expects them: windows in order, whole numbers where people are counted. */
export const tidyNeed = (need: Need): Need => ({
  ...need,
  windows: need.windows && tidyWindows(need.windows),
  places: Math.floor(need.places),
});

export const tidyAbility = (ability: Ability): Ability => ({
  ...ability,
  windows: ability.windows && tidyWindows(ability.windows),
  capacity: Math.max(0, Math.floor(ability.capacity)),
  load: Math.max(0, Math.floor(ability.load)),
  notificationsLeft: Math.max(0, Math.floor(ability.notificationsLeft)),
});

/**
 * Whole numbers, so that two totals are equal or at least 1 apart: only then can a gap be proved to be nothing at all
 * rather than nothing but rounding.
 */
export interface Weights {
  /** For each place of a need that is filled. */
  readonly served: number;
  /** On top of that for the first: one helper for each of two needs before two for one. */
  readonly first: number;
  /** For each level of urgency, up to `urgencyLevels`. */
  readonly urgency: number;
  readonly urgencyLevels: number;
  /** For each day of waiting, up to `waitingDays`. */
  readonly waiting: number;
  readonly waitingDays: number;
  /** For a helper next door; half of it at `nearMeters`. */
  readonly near: number;
  readonly nearMeters: number;
  /** Taken off for everything the owner has already taken on, up to `fairnessMost`: the next one counts less and less. */
  readonly fairness: number;
  readonly fairnessMost: number;
}

/** `fairnessMost` stays below `served`: better that someone is asked once more than that nobody comes. */
export const defaultWeights: Weights = {
  served: 100,
  first: 40,
  urgency: 20,
  urgencyLevels: 5,
  waiting: 1,
  waitingDays: 60,
  near: 30,
  nearMeters: 1000,
  fairness: 8,
  fairnessMost: 80,
};
