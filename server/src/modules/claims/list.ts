/** Lists of claimables and of claims: keyset paging, always inside what the actor may see. */
import type { ClaimableFilter, ClaimList } from "@ginkgo/shared/api/claims.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid } from "../../platform/problem.ts";
import { deskCondition, mattersUnder } from "../matters/index.ts";
import { distance, filterConditions, freeCondition, type Ground, kindsOf } from "./filter.ts";
import type { Claimable } from "./model.ts";
import { type ClaimableRow, type ClaimRow, claimableOf, selectClaimables, selectClaims } from "./rows.ts";
import { claimableCondition, mineCondition, receivedCondition } from "./scope.ts";

export interface ClaimableQuery extends ClaimableFilter {
  readonly sort: "newest" | "nearest" | "soonest";
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Farther than anything on earth, in squared degrees. */
const farAway = 1e9;
/** When it takes place, else its last day; what has neither comes last. */
const soonest = sql<Date>`coalesce(c.starts_at, c.until::timestamptz, 'infinity'::timestamptz)`;

export const listClaimables = async (
  tx: Tx,
  ground: Ground,
  query: ClaimableQuery,
): Promise<{ items: Claimable[]; nextCursor: string | null }> => {
  const near =
    query.sort === "nearest" && query.lng !== undefined && query.lat !== undefined
      ? sql<number>`coalesce(${distance(query.lng, query.lat)}, ${farAway}::float8)`
      : undefined;
  if (query.sort === "nearest" && !near) throw invalid("lng", "按距离排序需要您的位置，请允许定位或换一种排序。");
  const cursor = readCursor(query.cursor, near ? "number" : query.sort === "soonest" ? "due" : "time");
  let select = selectClaimables(tx)
    .select((near ?? sql<number | null>`null::float8`).as("distance"))
    .select(soonest.as("soonest"));
  for (const condition of filterConditions(ground, query)) select = select.where(condition);
  if (near) {
    select = select.orderBy(near).orderBy("m.id");
    if (cursor) select = select.where(sql<boolean>`(${near}, m.id) > (${cursor[0]}::float8, ${cursor[1]}::uuid)`);
  } else if (query.sort === "soonest") {
    select = select.orderBy(soonest).orderBy("m.id");
    if (cursor)
      select = select.where(sql<boolean>`(${soonest}, m.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
  } else {
    select = select.orderBy("m.created_at", "desc").orderBy("m.id", "desc");
    if (cursor)
      select = select.where(sql<boolean>`(m.created_at, m.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
  }
  const rows = await select.limit(query.limit + 1).execute();
  const { page, nextCursor } = pageFrom(rows, query.limit, (row) => {
    if (near) return [row.distance ?? farAway, row.id];
    if (query.sort === "newest") return [row.created_at.toISOString(), row.id];
    // The driver reads PostgreSQL's infinity as a number.
    return [row.soonest instanceof Date ? row.soonest.toISOString() : "infinity", row.id];
  });
  return { items: page.map((row) => claimableOf(row as ClaimableRow)), nextCursor };
};

const mostPoints = 2000;

export const claimablePoints = async (tx: Tx, ground: Ground, filter: ClaimableFilter) => {
  let select = selectClaimables(tx).where("c.lng", "is not", null).where("c.lat", "is not", null);
  for (const condition of filterConditions(ground, filter)) select = select.where(condition);
  const rows = await select
    .orderBy("m.created_at", "desc")
    .orderBy("m.id", "desc")
    .limit(mostPoints + 1)
    .execute();
  return {
    points: rows.slice(0, mostPoints).map((row) => claimableOf(row as ClaimableRow)),
    more: rows.length > mostPoints,
  };
};

export interface ClaimQuery {
  readonly box: "mine" | "received" | "desk";
  readonly ended?: "yes" | "no" | undefined;
  readonly list?: ClaimList | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly under?: string | undefined;
  readonly q?: string | undefined;
  readonly metric?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export const listClaims = async (
  tx: Tx,
  { actor, tree, pack }: Ground,
  query: ClaimQuery,
): Promise<{ items: ClaimRow[]; nextCursor: string | null }> => {
  if (query.under && !tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
  const cursor = readCursor(query.cursor, "time");
  const boxes = { mine: mineCondition, received: receivedCondition };
  let select = selectClaims(tx).where(
    query.box === "desk" ? deskCondition(actor, tree, "claim") : boxes[query.box](actor),
  );
  if (query.ended) select = select.where("m.ended", "=", query.ended === "yes");
  if (query.list) select = select.where(sql<boolean>`m.kind = any(${kindsOf(pack, query.list)}::text[])`);
  if (query.kind) select = select.where("m.kind", "=", query.kind);
  if (query.state) select = select.where(sql<boolean>`m.active @> array[${query.state}]::text[]`);
  if (query.metric) select = select.where(sql<boolean>`m.metrics @> array[${query.metric}]::text[]`);
  if (query.under) select = select.where(mattersUnder(tree, query.under));
  for (const word of (query.q ?? "").split(/\s+/).filter(Boolean)) {
    const like = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    // A name finds claims only for whoever may read names.
    select = select.where(
      query.box === "desk" || query.box === "received"
        ? sql<boolean>`(m.title ilike ${like} or m.holder_name ilike ${like})`
        : sql<boolean>`m.title ilike ${like}`,
    );
  }
  if (cursor)
    select = select.where(sql<boolean>`(m.created_at, m.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
  const rows = await select
    .orderBy("m.created_at", "desc")
    .orderBy("m.id", "desc")
    .limit(query.limit + 1)
    .execute();
  const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.created_at.toISOString(), row.id]);
  return { items: page as ClaimRow[], nextCursor };
};

/** Claims on one thing, oldest first; a passer-by gets none, whoever claimed it their own. */
export const claimsOn = async (tx: Tx, { actor }: Ground, thingId: string, all: boolean): Promise<ClaimRow[]> => {
  let select = selectClaims(tx).where("k.claimable_id", "=", thingId);
  if (!all) select = select.where(mineCondition(actor));
  return (await select.orderBy("m.created_at").orderBy("m.id").limit(500).execute()) as ClaimRow[];
};

export const findClaim = async (tx: Tx, id: string): Promise<ClaimRow | undefined> =>
  (await selectClaims(tx).where("m.id", "=", id).executeTakeFirst()) as ClaimRow | undefined;

const most = 1000;

export const countsFor = async (tx: Tx, ground: Ground) => {
  const { actor, tree, pack, now, registered } = ground;
  const { rows: kinds } = await sql<{ kind: string; count: number }>`
    select m.kind, count(*) as count from matters m
    join claimables c on c.tenant_id = m.tenant_id and c.id = m.id
    where m.tenant_id = ${tx.tenant} and m.type = 'claimable' and ${claimableCondition(actor, tree, registered)}
      and ${freeCondition(now)}
    group by m.kind`.execute(tx.sql);
  const count = async (type: "claim" | "claimable", condition: ReturnType<typeof mineCondition>) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from (select 1 from matters m where m.tenant_id = ${tx.tenant} and m.type = ${type}
        and not m.ended and ${condition} limit ${most}) counted`.execute(tx.sql);
    return rows[0]?.count ?? 0;
  };
  const sum = (list: ClaimList) =>
    kinds.filter(({ kind }) => pack.claimables[kind]?.list === list).reduce((all, one) => all + one.count, 0);
  return {
    open: { need: sum("need"), resource: sum("resource"), project: sum("project") },
    own: await count("claimable", receivedCondition(actor)),
    myClaims: await count("claim", mineCondition(actor)),
    received: await count("claim", receivedCondition(actor)),
  };
};
