/** Whole pairs instead of shares: first by hand, then by the solver's branch and bound. */
import type { Highs } from "highs";
import type { BrokenBy, Exclusion } from "./exclusions.ts";
import { createMaster } from "./master.ts";
import { type Pairs, pairsOfOwner } from "./pairs.ts";
import { createPlan, type Plan } from "./plan.ts";
import { wholeBound } from "./prices.ts";
import { type Effort, pickPairs, type Relaxed } from "./relax.ts";

/** Pairs that gain less than this cannot be what a plan still lacks. */
const hopeless = -60;

/** The largest shares first, then whatever else gains anything. */
export const wholePairs = (pairs: Pairs, shares: ReadonlyMap<number, number>, gains: Float64Array): Plan => {
  const plan = createPlan(pairs);
  const byGain = (a: number, b: number) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b;
  const shared = [...shares.keys()].sort((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0) || byGain(a, b));
  for (const p of shared) if (plan.canTake(p)) plan.take(p);
  const others = pairs.owners.flatMap((_, o) => pairsOfOwner(pairs, o).filter((p) => (gains[p] ?? 0) > hopeless));
  for (const p of others.sort(byGain)) if (plan.canTake(p) && plan.gainOf(p) > 0) plan.take(p);
  return plan;
};

export const betterOf = (a: Plan, b: Plan): Plan => (b.value() > a.value() ? b : a);

export interface Found {
  readonly best: Plan;
  /** No round is worth more. */
  readonly bound: number;
  /** There may still be something between the best and the bound, and a wider search would not find it either. */
  readonly gaveUp: boolean;
  readonly exclusions: readonly Exclusion[];
  readonly programs: number;
  readonly columns: number;
}

/**
 * The best round that is at most `width` below the bound, or else the one that is known. No such round has a pair that
 * gains less than minus `width`, and none lacks a pair that gains more: the wider, the more there is to decide.
 */
export const search = (
  highs: Highs,
  pairs: Pairs,
  brokenBy: BrokenBy,
  { gains, bound: top }: Relaxed,
  known: { readonly best: Plan; readonly exclusions: readonly Exclusion[] },
  width: number,
  effort: Effort,
): Found => {
  const columns = pickPairs(pairs, gains, (p) => (gains[p] ?? 0) >= -width);
  const sure = new Set(columns.filter((p) => (gains[p] ?? 0) > width));
  const master = createMaster(highs, pairs);
  try {
    master.add(columns);
    if (known.exclusions.length > 0) master.exclude(known.exclusions);
    let { best } = known;
    for (let programs = 1; ; programs++) {
      const { shares, bound: found } = master.solveWhole(sure, best.taken, effort.secondsLeft());
      best = betterOf(best, wholePairs(pairs, shares, gains));
      const bound = Math.max(found, wholeBound(top - width), best.value());
      const broken = brokenBy(shares);
      effort.progress(best.value(), Math.min(bound, wholeBound(top)));
      const over = found <= best.value() || broken.length === 0;
      if (over || effort.secondsLeft() <= 0)
        return {
          best,
          bound,
          gaveUp: found > best.value(),
          programs,
          columns: columns.length,
          exclusions: [...master.exclusions],
        };
      master.exclude(broken);
    }
  } finally {
    master.dispose();
  }
};
