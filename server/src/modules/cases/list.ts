/** Lists, counts and pages of cases: one filter for all, keyset paging, always inside the actor's scope. */
import type { CaseFilter } from "@ginkgo/shared/api/cases.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import type { Awaited } from "./awaited.ts";
import { type Case, searchGrams } from "./model.ts";
import { type CaseRow, caseOf, selectCases } from "./rows.ts";
import { concernCondition, either, mineCondition, teamCondition, underNode } from "./scope.ts";

export interface ListQuery extends CaseFilter {
  readonly sort: "newest" | "due" | "nearest";
  readonly lng?: number | undefined;
  readonly lat?: number | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** Only what lies below these nodes, whatever else the actor may see. */
  readonly within?: readonly string[] | undefined;
}

export interface Ground {
  readonly actor: Actor;
  readonly tree: Tree;
  readonly pack: Pack;
  readonly now: Date;
  readonly awaited: readonly Awaited[];
}

type Condition = RawBuilder<boolean>;

/** Public cases around one's home; by name only what everyone may see. */
const neighboursCondition = ({ actor, tree }: Ground, under: string | undefined): Condition => {
  const home = actor.homeId ? tree.enclosing(actor.homeId, "community")?.id : undefined;
  const community = under ?? home;
  const where = community ? underNode(tree, community) : sql<boolean>`true`;
  return sql<boolean>`(c.visibility = 'public' and ${where})`;
};

const boxCondition = (ground: Ground, filter: CaseFilter): Condition => {
  const { actor, tree, awaited, now } = ground;
  const concern = () => concernCondition(actor, tree, awaited);
  switch (filter.box) {
    case "reported":
      return sql<boolean>`c.reporter_id = ${actor.accountId}`;
    case "mine":
      return mineCondition(actor, tree, awaited);
    case "team":
      return teamCondition(actor, tree);
    case "soon":
      return sql<boolean>`(not c.ended and c.due_at > ${now} and c.warn_at <= ${now} and ${concern()})`;
    case "late":
      return sql<boolean>`(not c.ended and c.due_at <= ${now} and ${concern()})`;
    case "open":
      return sql<boolean>`(not c.ended and ${concern()})`;
    case "desk":
      return concern();
    case "neighbours":
      return neighboursCondition(ground, filter.under);
  }
};

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** The index finds the rows that hold all pairs of characters; the exact text decides. A number finds its case. */
const searchCondition = (q: string): Condition => {
  const text = q.trim();
  if (/^[A-Za-z]{1,4}-[\d-]+$/.test(text)) return sql<boolean>`c.no like ${`${text.toUpperCase()}%`}`;
  const words = text.split(/\s+/).filter(Boolean);
  const conditions = words.map((word) => {
    const grams = searchGrams(word);
    const exact = sql<boolean>`c.words ilike ${likeText(word)}`;
    return grams.length > 0 ? sql<boolean>`(c.grams @> ${grams}::text[] and ${exact})` : exact;
  });
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`;
};

const filterConditions = (
  ground: Ground,
  filter: CaseFilter & { readonly within?: readonly string[] | undefined },
): Condition[] => {
  if (filter.under && !ground.tree.get(filter.under)) throw invalid("under", "没有这个地方，请重新选择。");
  const conditions = [boxCondition(ground, filter)];
  if (filter.within) conditions.push(either(filter.within.map((nodeId) => underNode(ground.tree, nodeId))));
  if (filter.q) conditions.push(searchCondition(filter.q));
  if (filter.category) conditions.push(sql<boolean>`c.category = ${filter.category}`);
  if (filter.workflow) conditions.push(sql<boolean>`c.workflow = ${filter.workflow}`);
  if (filter.state) conditions.push(sql<boolean>`c.active @> array[${filter.state}]::text[]`);
  const counted = [filter.metric, filter.alsoMetric].filter((one) => one !== undefined);
  if (counted.length > 0) conditions.push(sql<boolean>`c.metrics @> ${counted}::text[]`);
  if (filter.withoutMetric) conditions.push(sql<boolean>`not c.metrics @> array[${filter.withoutMetric}]::text[]`);
  if (filter.tone) conditions.push(sql<boolean>`c.tone = ${filter.tone}`);
  if (filter.under && filter.box !== "neighbours") conditions.push(underNode(ground.tree, filter.under));
  if (filter.assignee)
    conditions.push(
      sql<boolean>`exists (select 1 from case_workers w where w.tenant_id = ${ground.actor.tenant} and w.case_id = c.id and (w.who_id = ${filter.assignee} or w.body_id = ${filter.assignee}))`,
    );
  if (filter.from) conditions.push(sql<boolean>`c.submitted_at >= ${new Date(filter.from)}`);
  if (filter.to) conditions.push(sql<boolean>`c.submitted_at < ${new Date(filter.to)}`);
  return conditions;
};

export interface ListedCase {
  readonly one: Case;
  readonly meters: number | null;
}

/** Squared degrees, longitude shrunk by latitude: orders by distance without a function call per row that matters. */
const distance = (lng: number, lat: number) => {
  const shrink = Math.cos((lat * Math.PI) / 180);
  return sql<number>`((c.lng - ${lng}) * (c.lng - ${lng}) * ${shrink * shrink}::float8 + (c.lat - ${lat}) * (c.lat - ${lat}))`;
};

/** Farther than anything on earth, in squared degrees. */
const farAway = 1e9;

const metersOf = (squaredDegrees: number | null): number | null =>
  squaredDegrees === null ? null : Math.round(Math.sqrt(squaredDegrees) * 111_195);

export const listCases = async (
  tx: Tx,
  ground: Ground,
  query: ListQuery,
): Promise<{ items: ListedCase[]; nextCursor: string | null }> => {
  const near =
    query.sort === "nearest" && query.lng !== undefined && query.lat !== undefined
      ? distance(query.lng, query.lat)
      : undefined;
  if (query.sort === "nearest" && !near) throw invalid("lng", "按距离排序需要您的位置，请允许定位或换一种排序。");
  const cursor = readCursor(query.cursor, near ? "number" : query.sort === "due" ? "due" : "time");
  let select = selectCases(tx).select((near ?? sql<number | null>`null::float8`).as("distance"));
  for (const condition of filterConditions(ground, query)) select = select.where(condition);
  // A sort only orders: what has no pin or no limit comes last, it does not vanish.
  if (near) {
    const value = sql<number>`coalesce(${near}, ${farAway}::float8)`;
    select = select.orderBy(value).orderBy("c.id");
    if (cursor) select = select.where(sql<boolean>`(${value}, c.id) > (${cursor[0]}::float8, ${cursor[1]}::uuid)`);
  } else if (query.sort === "due") {
    const value = sql<Date>`coalesce(c.due_at, 'infinity'::timestamptz)`;
    select = select.orderBy(value).orderBy("c.id");
    if (cursor) select = select.where(sql<boolean>`(${value}, c.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
  } else {
    select = select.orderBy("c.submitted_at", "desc").orderBy("c.id", "desc");
    if (cursor)
      select = select.where(sql<boolean>`(c.submitted_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
  }
  const rows = await select.limit(query.limit + 1).execute();
  const sortValue = (row: (typeof rows)[number]) =>
    near
      ? (row.distance ?? farAway)
      : query.sort === "due"
        ? (row.due_at?.toISOString() ?? "infinity")
        : row.submitted_at.toISOString();
  const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [sortValue(row), row.id]);
  return { items: page.map((row) => ({ one: caseOf(row as CaseRow), meters: metersOf(row.distance) })), nextCursor };
};

const countLimit = 1000;

const countWhere = async (tx: Tx, condition: Condition): Promise<number> => {
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from (select 1 from cases c where c.tenant_id = ${tx.tenant} and ${condition} limit ${countLimit}) counted`.execute(
    tx.sql,
  );
  return rows[0]?.count ?? 0;
};

export const countBoxes = async (tx: Tx, ground: Ground) => {
  const count = (box: CaseFilter["box"]) => countWhere(tx, boxCondition(ground, { box }));
  return {
    mine: await count("mine"),
    team: await count("team"),
    soon: await count("soon"),
    late: await count("late"),
    open: await count("open"),
  };
};
