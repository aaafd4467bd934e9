/** What in the place hangs on its pack: who holds which role, which cases are open where, which tiers have nodes. Only counts. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

type Counts = ReadonlyMap<string, number>;

const countsOf = (rows: readonly { key: string; count: number }[]): Counts =>
  new Map(rows.map(({ key, count }) => [key, count]));

const oneOf = (values: readonly string[]) => sql<string>`any(${[...values]}::text[])`;
const count = sql<number>`count(*)::int`.as("count");

const currentGrants = (tx: Tx, roles: readonly string[]) =>
  tx.sql
    .selectFrom("role_grants as g")
    .innerJoin("accounts as a", (join) =>
      join.onRef("a.tenant_id", "=", "g.tenant_id").onRef("a.id", "=", "g.account_id"),
    )
    .where("g.tenant_id", "=", tx.tenant)
    .where("g.until", "is", null)
    .where("g.role", "=", oneOf(roles))
    .where("a.status", "=", "active");

/** How many accounts that can sign in hold each of these roles, wherever it may be. */
export const holdersOf = async (tx: Tx, roles: readonly string[]): Promise<Counts> =>
  countsOf(
    await currentGrants(tx, roles)
      .select(["g.role as key", sql<number>`count(distinct g.account_id)::int`.as("count")])
      .groupBy("g.role")
      .execute(),
  );

export const isHeldOn = async (tx: Tx, roles: readonly string[], nodeId: string): Promise<boolean> =>
  (await currentGrants(tx, roles).select("g.id").where("g.node_id", "=", nodeId).limit(1).executeTakeFirst()) !==
  undefined;

/** Tiers on which nodes stand that are not closed. */
export const nodesByTier = async (tx: Tx): Promise<Counts> =>
  countsOf(
    await tx.sql
      .selectFrom("nodes")
      .select(["tier as key", count])
      .where("tenant_id", "=", tx.tenant)
      .where("status", "=", "active")
      .groupBy("tier")
      .execute(),
  );

const openCases = (tx: Tx) =>
  tx.sql.selectFrom("cases").where("cases.tenant_id", "=", tx.tenant).where("cases.ended", "=", false);

/** Newest version first. */
export const openByVersion = async (tx: Tx): Promise<{ version: number; open: number }[]> =>
  openCases(tx)
    .select(["pack_version as version", sql<number>`count(*)::int`.as("open")])
    .groupBy("pack_version")
    .orderBy("pack_version", "desc")
    .execute();

export const openByCategory = async (tx: Tx, categories: readonly string[]): Promise<Counts> =>
  countsOf(
    await openCases(tx)
      .select(["category as key", count])
      .where("category", "=", oneOf(categories))
      .groupBy("category")
      .execute(),
  );

/** States as `workflow:path`; a case that stands in several counts in each. */
export const openByState = async (tx: Tx, states: readonly string[]): Promise<Counts> => {
  const { rows } = await sql<{ key: string; count: number }>`
    select stands.at as key, count(*)::int as count from cases, unnest(active) as stands (at)
    where tenant_id = ${tx.tenant} and not ended and stands.at = ${oneOf(states)} group by stands.at`.execute(tx.sql);
  return countsOf(rows);
};
