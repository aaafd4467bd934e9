/** The cases behind one number: the same conditions as the count, seen through the list that knows who may read what. */
import type { FigureCasesQuery, FigureMattersQuery } from "@ginkgo/shared/api/figures.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { z } from "zod";
import { invalid } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Condition, InsightsDeps } from "./deps.ts";
import { createAsking } from "./figures.ts";
import { groupingOf } from "./groups.ts";
import { all, countsInAll, countsInAny, countsInNone } from "./where.ts";

type Query = z.output<typeof FigureCasesQuery>;
type MattersQuery = z.output<typeof FigureMattersQuery>;

const metricCondition = ({ metrics }: Pack, metric: string): Condition => {
  const what = metrics[metric]?.count.what;
  if (what === "cases" || what === "sum") return countsInAll([metric]);
  throw invalid("metric", what ? "这个数不是按诉求统计的，没有诉求清单。" : "没有这个指标，请重新选择。");
};

const rateCondition = ({ rates }: Pack, { rate: id, part, without }: Query): Condition => {
  const rate = rates.find((one) => one.id === id);
  if (!rate) throw invalid("rate", "没有这个比率，请重新选择。");
  const { counts, of, excludes } = rate;
  switch (part) {
    case "numerator":
      return all([countsInAll([counts, of]), countsInNone(excludes)]);
    case "denominator":
      return all([countsInAll([of]), countsInNone(excludes)]);
    case "excluded":
      if (without === undefined) return countsInAny(excludes);
      if (!excludes.includes(without)) throw invalid("without", "这个比率没有这一项不计入的诉求，请重新选择。");
      return countsInAll([without]);
  }
};

/** The matters behind one number. */
export const createMatterListing = (deps: InsightsDeps) => {
  const ask = createAsking(deps);

  return async (actor: Actor, { by, key, metric, cursor, limit, ...filter }: MattersQuery) => {
    const asked = await ask(actor, filter);
    if (asked.pack.metrics[metric]?.count.what !== "matters")
      throw invalid("metric", "这个数没有报到、认领或活动的清单，请重新选择。");
    const row = key === undefined ? undefined : groupingOf(by, asked).only(key);
    if (key !== undefined && !row) throw invalid("key", "没有这一行，请刷新后重新选择。");
    const where = all([asked.where, ...(row ? [row] : []), countsInAll([metric])]);
    return deps.matters.list(actor, { where, cursor, limit });
  };
};

export const createListing = (deps: InsightsDeps) => {
  const ask = createAsking(deps);

  return async (actor: Actor, query: Query) => {
    const { under, from, to, category, handler, by, key, metric, rate, cursor, limit } = query;
    const asked = await ask(actor, { under, from, to, category, handler });
    const { pack } = asked;
    const row = key === undefined ? undefined : groupingOf(by, asked).only(key);
    if (key !== undefined && !row) throw invalid("key", "没有这一行，请刷新后重新选择。");
    const where = all([
      asked.where,
      ...(row ? [row] : []),
      ...(metric === undefined ? [] : [metricCondition(pack, metric)]),
      ...(rate === undefined ? [] : [rateCondition(pack, query)]),
    ]);
    return deps.cases.list(actor, { where, cursor, limit });
  };
};
