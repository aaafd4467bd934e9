/** The module's only SQL. Paths are ltree: a node's label is its id without dashes, and its path its parent's plus that. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { TreeNode } from "./tree.ts";

const batch = 500;

const batches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / batch) }, (_, i) => all.slice(i * batch, (i + 1) * batch));

export const labelOf = (id: string): string => id.replaceAll("-", "");

const rowOf = (node: TreeNode) => ({
  id: node.id,
  tree: node.tree,
  tier: node.tier,
  kind: node.kind,
  name: node.name,
  code: node.code,
  parent_id: node.parentId,
  seat_id: node.seatId,
  lng: node.at?.[0] ?? null,
  lat: node.at?.[1] ?? null,
  polygon: node.polygon,
  address: node.address,
  aliases: node.aliases,
  status: node.status,
  merged_into: node.mergedInto,
  version: node.version,
});

const recordset = sql.raw(
  "id uuid, tree text, tier text, kind text, name text, code text, parent_id uuid, path text, seat_id uuid, lng float8, lat float8, polygon jsonb, address text, aliases text[], status text, merged_into uuid, version int",
);

export interface PathedNode {
  readonly node: TreeNode;
  readonly path: string;
}

/** Parents and seats must stand before what refers to them. One text for any number of rows, so that it is prepared once. */
export const insertNodes = async (tx: Tx, now: Date, nodes: readonly PathedNode[]): Promise<void> => {
  for (const part of batches(nodes)) {
    const rows = JSON.stringify(part.map(({ node, path }) => ({ ...rowOf(node), path })));
    await sql`
      insert into nodes (tenant_id, id, tree, tier, kind, name, code, parent_id, path, seat_id, lng, lat, polygon, address, aliases, status, merged_into, version, created_at)
      select ${tx.tenant}, id, tree, tier, kind, name, code, parent_id, path::ltree, seat_id, lng, lat, polygon, address, aliases, status, merged_into, version, ${now}
      from jsonb_to_recordset(${rows}::jsonb) as r (${recordset})`.execute(tx.sql);
  }
};

/** Writes what may change of nodes, each only if it still has the version before; answers how many were written. */
export const updateNodes = async (tx: Tx, nodes: readonly TreeNode[]): Promise<number> => {
  let written = 0n;
  for (const part of batches(nodes)) {
    const rows = JSON.stringify(part.map(rowOf));
    const { numAffectedRows } = await sql`
      update nodes set kind = r.kind, name = r.name, code = r.code, parent_id = r.parent_id, seat_id = r.seat_id, lng = r.lng, lat = r.lat,
        polygon = r.polygon, address = r.address, aliases = r.aliases, status = r.status, merged_into = r.merged_into, version = r.version
      from jsonb_to_recordset(${rows}::jsonb) as r (${recordset})
      where nodes.tenant_id = ${tx.tenant} and nodes.id = r.id and nodes.version = r.version - 1`.execute(tx.sql);
    written += numAffectedRows ?? 0n;
  }
  return Number(written);
};

/** Writes what these zones cover in place of what they did. */
export const saveCovers = async (tx: Tx, zones: readonly Pick<TreeNode, "id" | "covers">[]): Promise<void> => {
  if (zones.length === 0) return;
  const ids = zones.map(({ id }) => id);
  await sql`delete from zone_covers where tenant_id = ${tx.tenant} and zone_id = any(${ids}::uuid[])`.execute(tx.sql);
  const rows = zones.flatMap(({ id, covers }) => covers.map((nodeId) => ({ zone_id: id, node_id: nodeId })));
  await sql`
    insert into zone_covers (tenant_id, zone_id, node_id)
    select ${tx.tenant}, zone_id, node_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (zone_id uuid, node_id uuid)`.execute(
    tx.sql,
  );
};

/** A node's path, as the rows now stand. */
export const pathsOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom("nodes")
    .select(["id", "path"])
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, path }) => [id, path]));
};

/** Hangs a node with all below it under another. */
export const movePaths = async (tx: Tx, id: string, parentId: string): Promise<void> => {
  await sql`
    update nodes set path = into_node.path || subpath(nodes.path, nlevel(moved.path) - 1)
    from nodes moved, nodes into_node
    where moved.tenant_id = ${tx.tenant} and moved.id = ${id}
      and into_node.tenant_id = ${tx.tenant} and into_node.id = ${parentId}
      and nodes.tenant_id = ${tx.tenant} and nodes.path <@ moved.path`.execute(tx.sql);
};

/** Hangs all below a node, but not the node itself, under another. */
export const moveChildPaths = async (tx: Tx, fromId: string, intoId: string): Promise<void> => {
  await sql`
    update nodes set path = into_node.path || subpath(nodes.path, nlevel(from_node.path))
    from nodes from_node, nodes into_node
    where from_node.tenant_id = ${tx.tenant} and from_node.id = ${fromId}
      and into_node.tenant_id = ${tx.tenant} and into_node.id = ${intoId}
      and nodes.tenant_id = ${tx.tenant} and nodes.path <@ from_node.path and nodes.id <> ${fromId}`.execute(tx.sql);
};

export interface NodeEvent {
  readonly id: string;
  readonly type: string;
  readonly actorName: string;
  readonly at: Date;
  readonly data: unknown;
}

export const nodeEvents = async (tx: Tx, nodeId: string): Promise<NodeEvent[]> => {
  const rows = await tx.sql
    .selectFrom("events")
    .select(["id", "type", "actor_name", "at", "data"])
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", "node")
    .where("subject_id", "=", nodeId)
    .orderBy("seq", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    actorName: row.actor_name,
    at: row.at as Date,
    data: row.data,
  }));
};
