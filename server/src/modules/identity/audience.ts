/** Who is meant by "those who hold this right there": for telling people. Asked of the database, because anyone may be offline. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Tree } from "../org/index.ts";

const accountsWithRoleOn = async (
  tx: Tx,
  roles: readonly string[],
  nodeIds: readonly string[],
): Promise<{ account: string; node: string }[]> =>
  tx.sql
    .selectFrom("role_grants")
    .select(["account_id as account", "node_id as node"])
    .distinct()
    .where("tenant_id", "=", tx.tenant)
    .where("until", "is", null)
    .where("role", "=", sql<string>`any(${[...roles]}::text[])`)
    .where("node_id", "=", sql<string>`any(${[...nodeIds]}::uuid[])`)
    .execute();

/** The nearest holders above a place: the community's desk if it has one, else the subdistrict's, and so on upward. */
export const nearestHolders = async (
  tx: Tx,
  tree: Tree,
  roles: readonly string[],
  placeId: string,
): Promise<string[]> => {
  const path = tree.upward(placeId).map(({ id }) => id);
  const holders = await accountsWithRoleOn(tx, roles, path);
  const nearest = path.find((id) => holders.some(({ node }) => node === id));
  return holders.filter(({ node }) => node === nearest).map(({ account }) => account);
};

/** For each of these nodes somebody who holds one of the roles on it; nodes without any are left out. */
export const holderOfEach = async (
  tx: Tx,
  roles: readonly string[],
  nodeIds: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  nodeIds.length === 0
    ? new Map()
    : new Map((await accountsWithRoleOn(tx, roles, nodeIds)).map(({ account, node }) => [node, account]));

/** Everyone who holds one of the roles on one of these very nodes (the members of a team). */
export const membersOf = async (tx: Tx, roles: readonly string[], nodeIds: readonly string[]): Promise<string[]> =>
  nodeIds.length === 0
    ? []
    : [...new Set((await accountsWithRoleOn(tx, roles, nodeIds)).map(({ account }) => account))];
