/**
 * The linear program over all pairs, solved with few of them: its prices tell which of the others would improve it, and its
 * solution which exclusions it breaks. Both are put in until there are none; then the prices bound every possible round.
 */
import type { Highs } from "highs";
import { auctionPrices } from "./auction.ts";
import type { BrokenBy, Exclusion } from "./exclusions.ts";
import { createMaster } from "./master.ts";
import { type Pairs, pairsOfOwner } from "./pairs.ts";
import { boundOf, gainsOf, wholeBound } from "./prices.ts";

/** Pairs this close to paying off at the auction's prices are in the first program. */
const promising = 6;
/** At most so many of one owner are put in at once. */
const mostAtOnce = 30;
const nothing = 1e-6;

/** What a round may cost, and who is told how it goes. */
export interface Effort {
  /** Until the best that is known is taken as it is, and the gap reported. */
  readonly secondsLeft: () => number;
  readonly progress: (value: number | null, bound: number) => void;
}

export interface Relaxed {
  /** Pair → how much of it is taken. */
  readonly shares: ReadonlyMap<number, number>;
  /** Of every pair; see `gainsOf`. */
  readonly gains: Float64Array;
  readonly bound: number;
  readonly exclusions: readonly Exclusion[];
  readonly programs: number;
  readonly columns: number;
}

/** The wanted pairs of every owner, the best of them where there are too many. */
export const pickPairs = (
  pairs: Pairs,
  gains: Float64Array,
  isWanted: (pair: number) => boolean,
  most = Number.POSITIVE_INFINITY,
): number[] =>
  pairs.owners.flatMap((_, o) => {
    const some = pairsOfOwner(pairs, o).filter(isWanted);
    if (some.length <= most) return some;
    return some.sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0) || a - b).slice(0, most);
  });

export const relax = (highs: Highs, pairs: Pairs, brokenBy: BrokenBy, { secondsLeft, progress }: Effort): Relaxed => {
  const master = createMaster(highs, pairs);
  try {
    const first = gainsOf(pairs, auctionPrices(pairs), []);
    let columns = pickPairs(pairs, first, (p) => (first[p] ?? 0) >= -promising);
    let count = 0;
    for (let programs = 1; ; programs++) {
      if (columns.length > 0) master.add(columns);
      count += columns.length;
      const { shares, prices } = master.solve();
      const gains = gainsOf(pairs, prices, master.exclusions);
      const bound = boundOf(pairs, prices, master.exclusions, gains);
      columns = pickPairs(pairs, gains, (p) => (gains[p] ?? 0) > nothing && !master.has(p), mostAtOnce);
      // Late, the bound is left as it is; but without all pairs there would be none worth the name.
      const broken = secondsLeft() > 0 ? brokenBy(shares) : [];
      progress(null, wholeBound(bound));
      if (columns.length === 0 && broken.length === 0)
        return { shares, gains, bound, exclusions: [...master.exclusions], programs, columns: count };
      if (broken.length > 0) master.exclude(broken);
    }
  } finally {
    master.dispose();
  }
};
