/** Who is registered, for other modules: claiming, matching, points. Asked in the caller's transaction. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Tree } from "../org/index.ts";

/** A weekly free time: 1 Monday … 7 Sunday, minutes since midnight. */
export interface FreeTime {
  readonly day: number;
  readonly from: number;
  readonly to: number;
}

export interface RegisteredPerson {
  readonly registrationId: string;
  readonly kind: string;
  readonly accountId: string;
  readonly name: string;
  /** The community or compound they live in. */
  readonly nodeId: string;
  readonly communityId: string;
  readonly unitId: string | null;
  /** Whether they agreed that the unit sees what they did. */
  readonly unitSees: boolean;
  readonly skills: readonly string[];
  /** Empty: not said. */
  readonly free: readonly FreeTime[];
  readonly reachMeters: number | null;
  /** How many things they take on at a time. */
  readonly mostAtOnce: number | null;
  readonly birthYear: number | null;
}

export interface RegisteredFilter {
  readonly kinds?: readonly string[];
  /** All of these. */
  readonly skills?: readonly string[];
  readonly unitId?: string;
  readonly accountIds?: readonly string[];
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/** Registers are kept by community; what lies below one belongs to it, what lies above to all below. */
const communitiesOf = (tree: Tree, nodeIds: readonly string[]): string[] => [
  ...new Set(
    nodeIds.flatMap((id) => {
      const own = tree.enclosing(id, "community")?.id;
      return own ? [own] : tree.subtree(id).map((node) => tree.enclosing(node.id, "community")?.id ?? node.id);
    }),
  ),
];

const people = (tx: Tx) =>
  tx.sql
    .selectFrom("registrations as r")
    .innerJoin("matters as m", (join) => join.onRef("m.tenant_id", "=", "r.tenant_id").onRef("m.id", "=", "r.id"))
    .where("r.tenant_id", "=", tx.tenant)
    .where("r.active", "=", true);

/** Registered as a person: with the community of that node, or anywhere in the place. */
export const isRegistered = async (tx: Tx, tree: Tree, accountId: string, nodeId?: string): Promise<boolean> => {
  let query = tx.sql
    .selectFrom("registrations as r")
    .select("r.id")
    .where("r.tenant_id", "=", tx.tenant)
    .where("r.account_id", "=", accountId)
    .where("r.active", "=", true);
  if (nodeId !== undefined) query = query.where("r.community_id", "=", anyOf(communitiesOf(tree, [nodeId])));
  return (await query.limit(1).executeTakeFirst()) !== undefined;
};

/** A unit or its Party organisation is registered: with the community of that node, or anywhere. */
export const isUnitRegistered = async (tx: Tx, tree: Tree, bodyId: string, nodeId?: string): Promise<boolean> => {
  let query = tx.sql
    .selectFrom("registrations as r")
    .select("r.id")
    .where("r.tenant_id", "=", tx.tenant)
    .where("r.body_id", "=", bodyId)
    .where("r.active", "=", true);
  if (nodeId !== undefined) query = query.where("r.community_id", "=", anyOf(communitiesOf(tree, [nodeId])));
  return (await query.limit(1).executeTakeFirst()) !== undefined;
};

/** People registered with these nodes, or below or around them in the same community. No nodes: everywhere. */
export const registeredPeople = async (
  tx: Tx,
  tree: Tree,
  nodeIds: readonly string[] | undefined,
  filter: RegisteredFilter = {},
): Promise<RegisteredPerson[]> => {
  let query = people(tx)
    .select([
      "r.id",
      "r.kind",
      "r.account_id",
      "m.owner_name",
      "r.node_id",
      "r.community_id",
      "m.unit_id",
      "m.unit_sees",
      "r.skills",
      "r.free",
      "r.reach_meters",
      "r.most_at_once",
      "r.birth_year",
    ])
    .where("r.account_id", "is not", null);
  if (nodeIds !== undefined) query = query.where("r.community_id", "=", anyOf(communitiesOf(tree, nodeIds)));
  if (filter.kinds) query = query.where("r.kind", "=", sql<string>`any(${[...filter.kinds]}::text[])`);
  if (filter.skills && filter.skills.length > 0)
    query = query.where(sql<boolean>`r.skills @> ${[...filter.skills]}::text[]`);
  if (filter.unitId !== undefined) query = query.where("m.unit_id", "=", filter.unitId);
  if (filter.accountIds) query = query.where("r.account_id", "=", anyOf(filter.accountIds));
  const rows = await query.orderBy("r.registered_at").orderBy("r.id").execute();
  return rows.flatMap((row) =>
    row.account_id === null
      ? []
      : [
          {
            registrationId: row.id,
            kind: row.kind,
            accountId: row.account_id,
            name: row.owner_name,
            nodeId: row.node_id,
            communityId: row.community_id,
            unitId: row.unit_id,
            unitSees: row.unit_sees,
            skills: row.skills,
            free: row.free as unknown as readonly FreeTime[],
            reachMeters: row.reach_meters,
            mostAtOnce: row.most_at_once,
            birthYear: row.birth_year,
          },
        ],
  );
};

/** Where somebody belongs: what a claim of theirs is filed under, what points are recognised at. */
export interface Belonging {
  readonly homeId: string;
  readonly communityId: string;
  readonly unitId: string | null;
  readonly unitSees: boolean;
}

/** Of several registrations the one with the community of that node, else the oldest. */
export const belongingOf = async (
  tx: Tx,
  tree: Tree,
  accountId: string,
  nodeId?: string,
): Promise<Belonging | undefined> => {
  const rows = await people(tx)
    .select(["r.node_id", "r.community_id", "m.unit_id", "m.unit_sees"])
    .where("r.account_id", "=", accountId)
    .orderBy("r.registered_at")
    .orderBy("r.id")
    .execute();
  const community = nodeId === undefined ? undefined : (tree.enclosing(nodeId, "community")?.id ?? nodeId);
  const row = rows.find(({ community_id }) => community_id === community) ?? rows[0];
  return row && { homeId: row.node_id, communityId: row.community_id, unitId: row.unit_id, unitSees: row.unit_sees };
};
