/** Every tenant's tree, kept in memory and loaded again when any server has changed it. */
import { sql } from "kysely";
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { Broadcast } from "../../platform/broadcast.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { PackRegistry } from "../packs/index.ts";
import { buildTree, type Tree, type TreeNode } from "./tree.ts";

const channel = "ginkgo_tree";

export interface Forest {
  tree(tenant: string): Promise<Tree>;
  /** Call in the transaction that changed the tree; `announce` after it has committed. */
  touch(tx: Tx): Promise<void>;
  announce(tenant: string): Promise<void>;
}

const loadNodes = async (tx: Tx): Promise<TreeNode[]> => {
  const rows = await tx.sql
    .selectFrom("nodes")
    .select(["id", "tree", "tier", "kind", "name", "code", "parent_id", "seat_id", "lng", "lat", "polygon", "address", "aliases", "status", "merged_into", "version"])
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
      const { tree_version } = await tx.sql.selectFrom("tenants").select("tree_version").where("tenant_id", "=", tenant).executeTakeFirstOrThrow();
      return buildTree(tree_version, await loadNodes(tx), pack.tiers);
    });
  };

  return {
    tree: (tenant) => {
      let tree = trees.get(tenant);
      if (!tree) {
        tree = load(tenant);
        trees.set(tenant, tree);
        tree.catch(() => trees.delete(tenant));
      }
      return tree;
    },
    touch: async (tx) => {
      await tx.sql.updateTable("tenants").set({ tree_version: sql`tree_version + 1` }).where("tenant_id", "=", tx.tenant).execute();
    },
    announce: async (tenant) => {
      trees.delete(tenant);
      await broadcast.publish(channel, tenant);
    },
  };
};
