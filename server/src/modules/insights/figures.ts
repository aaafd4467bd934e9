/** Figures of a place: every metric and rate of its pack, in total and split as asked. */
import type { FigureFilter, FigureGrouping, Figures } from "@ginkgo/shared/api/figures.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { invalid } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { TreeNode } from "../org/index.ts";
import type { Condition, InsightsDeps } from "./deps.ts";
import { type Ground, groupingOf } from "./groups.ts";
import { type Row, slicesOf } from "./model.ts";
import { periodOf } from "./period.ts";
import { isCounted } from "./recount.ts";
import { countCases, currentPosts } from "./repo.ts";
import { sightOf } from "./sight.ts";
import { rolesCounted, standingIn } from "./standing.ts";
import { summedFacts, tally } from "./tally.ts";
import { all, inCategory, ledBy, submittedIn } from "./where.ts";
import { countMatters, countRecords } from "./works.ts";

export interface Asked extends Ground {
  readonly version: number;
  readonly nodes: readonly TreeNode[];
  /** All cases looked at. */
  readonly where: Condition;
  /** By category or handler, which only cases have. */
  readonly ofCasesAlone: boolean;
}

const refOf = ({ id, name, tier }: TreeNode) => ({ id, name, tier });

const definitionsOf = (pack: Pack): Pick<Figures, "definitions" | "rates" | "indicators"> => ({
  definitions: Object.entries(pack.metrics).map(([id, { label, unit, definition, count }]) => ({
    id,
    label,
    unit,
    definition,
    what: count.what,
  })),
  rates: pack.rates.map((rate) => ({
    ...rate,
    excludes: rate.excludes.map((id) => ({ id, label: pack.metrics[id]?.label ?? id })),
  })),
  indicators: pack.indicators.map(({ id, label, source }) => ({
    id,
    label,
    metric: source.from === "metric" ? source.metric : null,
    rate: source.from === "rate" ? source.rate : null,
  })),
});

export const createAsking = ({ clock, packs, forest, cases }: InsightsDeps) => {
  /** Who may ask, for where and when; refused with what to mend. */
  return async (actor: Actor, filter: FigureFilter): Promise<Asked> => {
    const [{ pack, version }, tree] = await Promise.all([packs.current(actor.tenant), forest.tree(actor.tenant)]);
    const { node, nodes } = sightOf(actor, tree, filter.under);
    const now = clock.now();
    const period = periodOf({ from: filter.from, to: filter.to }, now);
    const { category, handler } = filter;
    if (category !== undefined && !pack.categories.some(({ id }) => id === category))
      throw invalid("category", "没有这个类别，请重新选择。");
    const ofCasesAlone = category !== undefined || handler !== undefined;
    const where = all([
      submittedIn(period),
      cases.under(tree, node.id),
      ...(category === undefined ? [] : [inCategory(category)]),
      ...(handler === undefined ? [] : [ledBy(actor.tenant, handler)]),
    ]);
    return {
      tenant: actor.tenant,
      pack,
      version,
      tree,
      node,
      nodes,
      period,
      category,
      now,
      cases,
      where,
      ofCasesAlone,
    };
  };
};

export const createFigures = (deps: InsightsDeps) => {
  const ask = createAsking(deps);

  return async (actor: Actor, { by, ...filter }: FigureFilter & { by: FigureGrouping }): Promise<Figures> => {
    const asked = await ask(actor, filter);
    const { tenant, pack, version, tree, node, nodes, period } = asked;
    const grouping = groupingOf(by, asked);
    const { entries, posts, counted } = await deps.db.inTenant(tenant, async (tx) => ({
      entries: [
        ...(await countCases(tx, asked.where, grouping, summedFacts(pack))),
        ...(asked.ofCasesAlone || by === "category" || by === "handler"
          ? []
          : [
              ...(await countMatters(tx, pack, asked.where, grouping)),
              ...(await countRecords(tx, pack, deps.records, { tree, nodeId: node.id, period }, grouping)),
            ]),
      ],
      posts: await currentPosts(tx, rolesCounted(pack)),
      counted: await isCounted(tx, version),
    }));
    const standing = standingIn(pack, tree, posts);
    const valuesOf = (slices: Row["slices"], at: TreeNode | undefined) => {
      const { values, rates } = tally(pack, slices);
      return { values: { ...values, ...(at ? standing(at.id) : {}) }, rates };
    };
    return {
      node: refOf(node),
      nodes: nodes.map(refOf),
      period,
      by,
      ...definitionsOf(pack),
      rows: grouping.rows(entries).map(({ key, label, node: at, overlaps, slices }) => ({
        key,
        label,
        nodeId: at?.id ?? null,
        overlaps,
        ...valuesOf(slices, at),
      })),
      totals: valuesOf(slicesOf(entries), node),
      recounting: !counted,
    };
  };
};
