/** Every tenant's tree, kept in memory and loaded again when any server has changed it. */

import type { Position } from "@ginkgo/shared/api/common.ts";
import { sql } from "kysely";
import type { Broadcast } from "../../platform/broadcast.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { PackRegistry } from "../packs/index.ts";
import { buildTree, type Tree, type TreeNode } from "./tree.ts";

const channel = "ginkgo_tree";

export interface Forest {
  tree(tenant: string): Promise<Tree>;
  /**
   * For a change: the tree as it stands in this transaction, and no other change to it until this one has ended. What is
   * checked against it therefore still holds when it is written. Counts as `touch`.
   */
  toChange(tx: Tx): Promise<Tree>;
  /** Call in the transaction that changed the tree; `announce` after it has committed. */
  touch(tx: Tx): Promise<void>;
  announce(tenant: string): Promise<void>;
}

const nothing: readonly string[] = [];

const loadCovers = async (tx: Tx): Promise<Map<string, string[]>> => {
  const rows = await tx.sql
    .selectFrom("zone_covers")
    .select(["zone_id", "node_id"])
    .where("tenant_id", "=", tx.tenant)
    .orderBy("node_id")
    .execute();
  const covers = new Map<string, string[]>();
  for (const { zone_id, node_id } of rows) covers.set(zone_id, [...(covers.get(zone_id) ?? []), node_id]);
  return covers;
};

const loadNodes = async (tx: Tx): Promise<TreeNode[]> => {
  const covers = await loadCovers(tx);
  const rows = await tx.sql
    .selectFrom("nodes")
    .select([
      "id",
      "tree",
      "tier",
      "kind",
      "name",
      "code",
      "parent_id",
      "seat_id",
      "lng",
      "lat",
      "polygon",
      "address",
      "aliases",
      "status",
      "merged_into",
      "version",
    ])
    .where("tenant_id", "=", tx.tenant)
    .orderBy("path")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    tree: row.tree as TreeNode["tree"],
    tier: row.tier,
    kind: row.kind,
    name: row.name,
    code: row.code,
    parentId: row.parent_id,
    seatId: row.seat_id,
    at: row.lng !== null && row.lat !== null ? [row.lng, row.lat] : null,
    polygon: row.polygon as Position[] | null,
    address: row.address,
    aliases: row.aliases,
    status: row.status as TreeNode["status"],
    mergedInto: row.merged_into,
    covers: covers.get(row.id) ?? nothing,
    version: row.version,
  }));
};

export const createForest = (db: Database, packs: PackRegistry, broadcast: Broadcast): Forest => {
  const trees = new Map<string, Promise<Tree>>();
  broadcast.subscribe(channel, (tenant) => trees.delete(tenant));
  broadcast.onGap(() => trees.clear());

  const load = async (tenant: string): Promise<Tree> => {
    const { pack } = await packs.current(tenant);
    return db.inTenant(tenant, async (tx) => {
      const { tree_version } = await tx.sql
        .selectFrom("tenants")
        .select("tree_version")
        .where("tenant_id", "=", tenant)
        .executeTakeFirstOrThrow();
      return buildTree(tree_version, await loadNodes(tx), pack.tiers);
    });
  };

  const cached = (tenant: string): Promise<Tree> => {
    let tree = trees.get(tenant);
    if (!tree) {
      tree = load(tenant);
      trees.set(tenant, tree);
      tree.catch(() => trees.delete(tenant));
    }
    return tree;
  };

  /** Locks the tenant's row and tells every server, both until and only if this transaction commits. */
  const touch = async (tx: Tx): Promise<number> => {
    const { tree_version } = await tx.sql
      .updateTable("tenants")
      .set({ tree_version: sql`tree_version + 1` })
      .where("tenant_id", "=", tx.tenant)
      .returning(["tree_version", sql`pg_notify(${channel}, ${tx.tenant})`.as("told")])
      .executeTakeFirstOrThrow();
    return tree_version;
  };

  return {
    tree: cached,
    touch: async (tx) => {
      await touch(tx);
    },
    toChange: async (tx) => {
      // Taken before the lock: loading needs a connection of its own, which must not be waited for while holding a lock.
      const known = await trees.get(tx.tenant);
      const version = (await touch(tx)) - 1;
      if (known?.version === version) return known;
      const { pack } = await packs.current(tx.tenant);
      return buildTree(version, await loadNodes(tx), pack.tiers);
    },
    announce: async (tenant) => {
      trees.delete(tenant);
      await broadcast.publish(channel, tenant);
    },
  };
};
