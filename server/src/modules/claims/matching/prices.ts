/** What prices prove: an upper bound for every possible round, computed here from all pairs and not taken from the solver. */
import type { Exclusion } from "./exclusions.ts";
import type { Pairs } from "./pairs.ts";
import { burdenOf, firstWorth } from "./value.ts";

/** What one more of everything that is scarce would be worth. Only that of a need's places may be below 0: see `first`. */
export interface Prices {
  readonly needs: Float64Array;
  readonly owners: Float64Array;
  readonly abilities: Float64Array;
  readonly exclusions: Float64Array;
}

/** Of every pair: its worth less what it uses up. Above 0 it would improve the round. */
export const gainsOf = (
  { list, ofOwner, owners }: Pairs,
  prices: Prices,
  exclusions: readonly Exclusion[],
): Float64Array => {
  const gains = new Float64Array(list.length);
  for (const [o] of owners.entries()) {
    const price = prices.owners[o] ?? 0;
    for (let p = ofOwner[o] ?? 0; p < (ofOwner[o + 1] ?? 0); p++) {
      const pair = list[p];
      if (pair) gains[p] = pair.worth - price - (prices.needs[pair.need] ?? 0) - (prices.abilities[pair.ability] ?? 0);
    }
  }
  for (const [k, { members, weights }] of exclusions.entries()) {
    const price = prices.exclusions[k] ?? 0;
    if (price > 0) for (const [i, p] of members.entries()) gains[p] = (gains[p] ?? 0) - price * (weights[i] ?? 0);
  }
  return gains;
};

/**
 * No round is worth more than this, whatever the prices (weak duality): everything scarce at its price, and for each pair
 * what it gains beyond.
 */
export const boundOf = (
  { needs, abilities, owners, weights }: Pairs,
  prices: Prices,
  exclusions: readonly Exclusion[],
  gains: Float64Array,
): number => {
  let bound = 0;
  for (const [n, need] of needs.entries()) {
    const price = prices.needs[n] ?? 0;
    bound += Math.max(0, firstWorth(need, weights) + price) + (need.places - 1) * Math.max(0, price);
  }
  for (const [a, { capacity }] of abilities.entries()) bound += capacity * (prices.abilities[a] ?? 0);
  for (const [o, { load, most }] of owners.entries())
    for (let k = 0; k < most; k++) bound += Math.max(0, (prices.owners[o] ?? 0) - burdenOf(load + k, weights));
  for (const [k, { atMost }] of exclusions.entries()) bound += atMost * (prices.exclusions[k] ?? 0);
  for (const gain of gains) if (gain > 0) bound += gain;
  return bound;
};

/** Values are whole numbers, and so is what bounds them; the tolerance is for the rounding of a sum. */
export const wholeBound = (bound: number): number => Math.floor(bound + 1e-5);
