/** What a round comes to, however it was found: how much, for whom, and how evenly it is spread. */
import type { Pairs } from "@ginkgo/server/modules/claims/matching/pairs.ts";
import { createPlan } from "@ginkgo/server/modules/claims/matching/plan.ts";
import { type Json, round } from "../report.ts";

export interface Outcome {
  readonly value: number;
  readonly needs: number;
  readonly report: { readonly [name: string]: Json };
}

/** 0: all have the same; 1: one has everything. */
const gini = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const sum = sorted.reduce((all, one) => all + one, 0);
  const weighted = sorted.reduce((all, one, i) => all + one * (2 * (i + 1) - sorted.length - 1), 0);
  return sum === 0 ? 0 : weighted / (sum * sorted.length);
};

const spread = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => b - a);
  const sum = sorted.reduce((all, one) => all + one, 0);
  const tenth = sorted.slice(0, Math.ceil(sorted.length / 10)).reduce((all, one) => all + one, 0);
  return {
    most: sorted[0] ?? 0,
    shareOfBusiestTenth: round(tenth / Math.max(1, sum), 3),
    gini: round(gini(values), 3),
  };
};

/** Taken one by one once more: whatever breaks a limit throws, and the value is not the solver's. */
export const outcomeOf = (
  pairs: Pairs,
  taken: readonly number[],
  metersOf: (pair: number) => number | null,
): Outcome => {
  const plan = createPlan(pairs);
  for (const p of taken) plan.take(p);
  const asked = pairs.owners.map(() => 0);
  const served = new Set<number>();
  for (const p of taken) {
    const pair = pairs.list[p];
    if (!pair) continue;
    asked[pair.owner] = (asked[pair.owner] ?? 0) + 1;
    served.add(pair.need);
  }
  const urgent = [...served].filter((n) => (pairs.needs[n]?.urgency ?? 0) >= 2).length;
  const meters = taken.flatMap((p) => metersOf(p) ?? []);
  return {
    value: plan.value(),
    needs: served.size,
    report: {
      value: plan.value(),
      placesFilled: taken.length,
      needsServed: served.size,
      urgentNeedsServed: urgent,
      meanMeters: Math.round(meters.reduce((sum, one) => sum + one, 0) / Math.max(1, meters.length)),
      proposalsEach: spread(asked),
      loadAfterwards: spread(pairs.owners.map(({ load }, o) => load + (asked[o] ?? 0))),
    },
  };
};
