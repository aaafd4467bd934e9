/**
 * The best round there is, and the proof that none is better.
 *
 * 1. Relax (`relax.ts`): shares instead of whole pairs. Every possible round is worth at most the bound.
 * 2. Without exclusions this is a flow network, whose best corner is whole already. Where it is not, whole pairs are put
 *    together by hand: a first round.
 * 3. Search (`search.ts`): a pair that gains less than round and bound are apart cannot be in a better round. So the pairs
 *    nearest to the bound are searched, then wider, until those left out could no longer make up the difference.
 *
 * Values are whole numbers: a bound less than 1 above the round proves it. The same needs and abilities give the same round
 * in whatever order they come; of rounds worth the same, the order of their ids decides.
 */
import type { Highs } from "highs";
import { createExclusions } from "./exclusions.ts";
import type { Pairs } from "./pairs.ts";
import { createPlan, type Plan } from "./plan.ts";
import { wholeBound } from "./prices.ts";
import { type Effort, relax } from "./relax.ts";
import { betterOf, search, wholePairs } from "./search.ts";

export interface Optimum {
  /** Pairs. */
  readonly taken: readonly number[];
  readonly value: number;
  /** No round is worth more; as much as `value` where that is proved to be the best. */
  readonly bound: number;
  readonly programs: number;
  readonly columns: number;
  readonly exclusions: number;
}

const firstWidth = 1;
const widening = 2;

/** `starts` are rounds that are known already: what comes out is never worth less. */
export const optimum = (highs: Highs, pairs: Pairs, starts: readonly Plan[], effort: Effort): Optimum => {
  if (pairs.list.length === 0) return { taken: [], value: 0, bound: 0, programs: 0, columns: 0, exclusions: 0 };
  const brokenBy = createExclusions(highs, pairs);
  const relaxed = relax(highs, pairs, brokenBy, effort);
  const byHand = wholePairs(pairs, relaxed.shares, relaxed.gains);
  let best = [...starts, byHand].reduce(betterOf, createPlan(pairs));
  let bound = wholeBound(relaxed.bound);
  // Then something is wrong with the proof, and nothing it says may be believed.
  if (bound < best.value()) throw new Error(`matching: a round is worth ${best.value()}, its bound only ${bound}`);
  effort.progress(best.value(), bound);
  let { programs, columns, exclusions } = relaxed;
  for (let width = firstWidth; bound > best.value() && effort.secondsLeft() > 0; width *= widening) {
    const found = search(highs, pairs, brokenBy, relaxed, { best, exclusions }, width, effort);
    ({ best, exclusions } = found);
    programs += found.programs;
    columns = Math.max(columns, found.columns);
    bound = Math.min(bound, found.bound);
    if (found.gaveUp) break;
  }
  return { taken: best.taken, value: best.value(), bound, programs, columns, exclusions: exclusions.length };
};
