/** The hard limits: why an ability fits a need, or why it does not. Both tidy (`model.ts`). */
import { metersBetween } from "../../org/index.ts";
import type { Ability, Need, Window } from "./model.ts";
import { minutesIn, overlaps } from "./times.ts";

/** One reason why it fits. */
export type Fact =
  | { readonly kind: "skills"; readonly skills: readonly string[] }
  | { readonly kind: "distance"; readonly meters: number }
  | { readonly kind: "remote" }
  /** `windows` null: both are free to choose the time. */
  | { readonly kind: "time"; readonly minutes: number | null; readonly windows: readonly Window[] | null }
  | { readonly kind: "age"; readonly age: number | "various" }
  | { readonly kind: "health"; readonly demands: readonly string[] }
  | { readonly kind: "load"; readonly count: number };

/** The first limit that stands against it. */
export type Misfit =
  | { readonly code: "own-need" }
  | { readonly code: "refused" }
  | { readonly code: "taken-up" }
  | { readonly code: "skills"; readonly missing: readonly string[] }
  | {
      readonly code: "age";
      readonly age: number | null;
      readonly min: number | null;
      readonly max: number | null;
    }
  | { readonly code: "health"; readonly missing: readonly string[] }
  | { readonly code: "home-unknown" }
  | { readonly code: "too-far"; readonly meters: number; readonly limit: number; readonly whose: "need" | "ability" }
  /** `longest`: minutes of the longest piece of time they have in common. */
  | { readonly code: "no-time"; readonly longest: number; readonly minutes: number };

/** Null: nobody has to come, or whoever comes has no known home and may come from anywhere. */
export const metersOf = (need: Need, ability: Ability): number | null =>
  need.place && ability.home ? metersBetween(need.place, ability.home) : null;

/** Without need to know where the home is: it goes anywhere and may come from anywhere. */
const distanceMatters = (need: Need, ability: Ability): boolean =>
  need.place !== null && (need.maxMeters !== null || ability.reach !== null);

const tooFar = (need: Need, ability: Ability): Misfit | undefined => {
  if (!distanceMatters(need, ability)) return undefined;
  const meters = metersOf(need, ability);
  if (meters === null) return { code: "home-unknown" };
  if (need.maxMeters !== null && meters > need.maxMeters)
    return { code: "too-far", meters, limit: need.maxMeters, whose: "need" };
  if (ability.reach !== null && meters > ability.reach)
    return { code: "too-far", meters, limit: ability.reach, whose: "ability" };
  return undefined;
};

const wrongAge = ({ minAge: min, maxAge: max }: Need, { age }: Ability): Misfit | undefined => {
  if ((min === null && max === null) || age === "various") return undefined;
  const fits = age !== null && (min === null || age >= min) && (max === null || age <= max);
  return fits ? undefined : { code: "age", age, min, max };
};

const missingOf = (wanted: readonly string[], had: readonly string[]): readonly string[] =>
  wanted.filter((one) => !had.includes(one));

const noTime = (need: Need, ability: Ability): Misfit | undefined => {
  const common = overlaps(need.windows, ability.windows, need.minutes);
  if (common === null || common.length > 0) return undefined;
  const pieces = overlaps(need.windows, ability.windows, 0) ?? [];
  return { code: "no-time", longest: Math.max(0, ...pieces.map((one) => minutesIn([one]))), minutes: need.minutes };
};

/** Cheap limits first: a round asks this for hundreds of thousands of pairs. */
export const misfitOf = (need: Need, ability: Ability): Misfit | undefined => {
  if (need.owner !== null && need.owner === ability.owner) return { code: "own-need" };
  if (ability.refused.has(need.id)) return { code: "refused" };
  if (ability.capacity < 1) return { code: "taken-up" };
  const missingSkills = missingOf(need.skills, ability.skills);
  if (missingSkills.length > 0) return { code: "skills", missing: missingSkills };
  const missingHealth = missingOf(need.demands, ability.fitFor);
  if (missingHealth.length > 0) return { code: "health", missing: missingHealth };
  return wrongAge(need, ability) ?? tooFar(need, ability) ?? noTime(need, ability);
};

const timeFact = (need: Need, ability: Ability): Fact => {
  const windows = overlaps(need.windows, ability.windows, need.minutes);
  return { kind: "time", minutes: windows && minutesIn(windows), windows };
};

/** Of a pair that fits: what speaks for it, in the order in which people want to hear it. */
export const factsOf = (need: Need, ability: Ability): readonly Fact[] => {
  const meters = metersOf(need, ability);
  const facts: Fact[] = [];
  if (need.skills.length > 0) facts.push({ kind: "skills", skills: need.skills });
  if (need.place === null) facts.push({ kind: "remote" });
  else if (meters !== null) facts.push({ kind: "distance", meters: Math.round(meters) });
  facts.push(timeFact(need, ability));
  if (ability.age !== null && (need.minAge !== null || need.maxAge !== null))
    facts.push({ kind: "age", age: ability.age });
  if (need.demands.length > 0) facts.push({ kind: "health", demands: need.demands });
  facts.push({ kind: "load", count: ability.load });
  return facts;
};
