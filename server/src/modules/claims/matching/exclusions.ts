/**
 * What the plain network of places, capacities and budgets does not know of one owner: nobody is proposed twice to the same
 * need, and one person cannot be in two places at once. There are far too many such rules to write them all down, so those
 * are put in that a solution breaks.
 */
import type { Highs } from "highs";
import { type Pairs, pairsOfOwner } from "./pairs.ts";
import { createTimetable, type Exclusion, type Share, type Timetable } from "./timetable.ts";

export type { Exclusion } from "./timetable.ts";

/** How much a rule must be broken by to be worth a row. */
const clearly = 1e-4;

export const createExclusions = (highs: Highs, pairs: Pairs) => {
  const { list, owners } = pairs;
  const timetables = new Map<number, Timetable>();
  const timetableOf = (owner: number): Timetable => {
    const known = timetables.get(owner) ?? createTimetable(highs, pairs, owner);
    timetables.set(owner, known);
    return known;
  };

  const sameNeed = (owner: number, shares: readonly Share[]): Exclusion[] => {
    if ((owners[owner]?.abilities.length ?? 0) < 2) return [];
    const sums = new Map<number, number>();
    for (const { pair, share } of shares) {
      const need = list[pair]?.need ?? -1;
      sums.set(need, (sums.get(need) ?? 0) + share);
    }
    return [...sums].flatMap(([need, sum]) => {
      if (sum <= 1 + clearly) return [];
      const members = pairsOfOwner(pairs, owner).filter((p) => list[p]?.need === need);
      return { members, weights: members.map(() => 1), atMost: 1 };
    });
  };

  /** The rules that these shares (pair → how much of it is taken) break. */
  return (shares: ReadonlyMap<number, number>): Exclusion[] => {
    const ofOwner = Map.groupBy(
      [...shares].map(([pair, share]) => ({ pair, share })).sort((a, b) => a.pair - b.pair),
      ({ pair }) => list[pair]?.owner ?? -1,
    );
    return [...ofOwner].flatMap(([owner, some]) => {
      if (some.length < 2) return [];
      const inTurn = owners[owner]?.oneAtATime ? timetableOf(owner)(some, clearly) : undefined;
      return inTurn ? [...sameNeed(owner, some), inTurn] : sameNeed(owner, some);
    });
  };
};

export type BrokenBy = ReturnType<typeof createExclusions>;
