/** From how many cases share a set of metrics to the value of each metric and rate. Pure. */
import { type FigureValues, type RateValue, smallBelow } from "@ginkgo/shared/api/figures.ts";
import type { Metric, Pack, Rate } from "@ginkgo/shared/pack/schema.ts";

/** Cases that count in exactly the same metrics; what their facts add up to, by the name of the fact. */
export interface Slice {
  readonly metrics: ReadonlySet<string>;
  readonly cases: number;
  readonly sums: Readonly<Record<string, number>>;
  /** For metrics that count each thing once, by metric: which they are. */
  readonly things?: Readonly<Record<string, readonly string[]>>;
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

/** Each thing once, in however many slices it stands. */
const distinctThings = (slices: readonly Slice[], id: string): number =>
  new Set(slices.flatMap(({ things }) => things?.[id] ?? [])).size;

const sumOf = (slices: readonly Slice[], id: string, name: string): number =>
  slices.reduce((sum, { metrics, sums }) => (metrics.has(id) ? sum + (sums[name] ?? 0) : sum), 0);

const metricValue = (slices: readonly Slice[], id: string, { count }: Metric): number | undefined => {
  switch (count.what) {
    case "cases":
      return add(slices, (of) => of.has(id));
    case "sum":
      return sumOf(slices, id, count.fact);
    case "matters":
      if (count.distinct) return distinctThings(slices, id);
      return count.sum === undefined ? add(slices, (of) => of.has(id)) : sumOf(slices, id, count.sum);
    case "records":
      if (count.count === "rows") return add(slices, (of) => of.has(id));
      return count.count === "amount" ? sumOf(slices, id, id) : distinctThings(slices, id);
    case "nodes":
    case "posts":
      return undefined;
  }
};

export const tally = ({ metrics, rates }: Defined, slices: readonly Slice[]): FigureValues => ({
  values: Object.fromEntries(
    Object.entries(metrics).flatMap(([id, metric]) => {
      const value = metricValue(slices, id, metric);
      return value === undefined ? [] : [[id, value]];
    }),
  ),
  rates: Object.fromEntries(rates.map((rate) => [rate.id, rateOf(slices, rate)])),
});

/** The facts that some metric adds up. */
export const summedFacts = ({ metrics }: Defined): string[] => [
  ...new Set(Object.values(metrics).flatMap(({ count }) => (count.what === "sum" ? [count.fact] : []))),
];
