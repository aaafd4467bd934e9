/** From how many cases share a set of metrics to the value of each metric and rate. Pure. */
import { type FigureValues, type RateValue, smallBelow } from "@ginkgo/shared/api/figures.ts";
import type { Pack, Rate } from "@ginkgo/shared/pack/schema.ts";

/** Cases that count in exactly the same metrics; what their facts add up to, by the name of the fact. */
export interface Slice {
  readonly metrics: ReadonlySet<string>;
  readonly cases: number;
  readonly sums: Readonly<Record<string, number>>;
}

type Defined = Pick<Pack, "metrics" | "rates">;

const add = (slices: readonly Slice[], counts: (metrics: ReadonlySet<string>) => boolean): number =>
  slices.reduce((sum, { metrics, cases }) => (counts(metrics) ? sum + cases : sum), 0);

const rateOf = (slices: readonly Slice[], { counts, of, excludes }: Rate): RateValue => {
  const isLeftOut = (metrics: ReadonlySet<string>) => excludes.some((id) => metrics.has(id));
  const denominator = add(slices, (metrics) => metrics.has(of) && !isLeftOut(metrics));
  const numerator = add(slices, (metrics) => metrics.has(of) && metrics.has(counts) && !isLeftOut(metrics));
  return {
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    excluded: Object.fromEntries(excludes.map((id) => [id, add(slices, (metrics) => metrics.has(id))])),
    small: denominator < smallBelow,
  };
};

export const tally = ({ metrics, rates }: Defined, slices: readonly Slice[]): FigureValues => ({
  values: Object.fromEntries(
    Object.entries(metrics).flatMap(([id, { count }]) => {
      if (count.what === "cases") return [[id, add(slices, (of) => of.has(id))]];
      if (count.what === "sum")
        return [[id, slices.reduce((sum, one) => (one.metrics.has(id) ? sum + (one.sums[count.fact] ?? 0) : sum), 0)]];
      return [];
    }),
  ),
  rates: Object.fromEntries(rates.map((rate) => [rate.id, rateOf(slices, rate)])),
});

/** The facts that some metric adds up. */
export const summedFacts = ({ metrics }: Defined): string[] => [
  ...new Set(Object.values(metrics).flatMap(({ count }) => (count.what === "sum" ? [count.fact] : []))),
];
