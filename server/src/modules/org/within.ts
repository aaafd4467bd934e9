/** Rows that lie at or below nodes, as an SQL condition; zones are followed. */
import { type RawBuilder, sql } from "kysely";
import type { Tree } from "./tree.ts";

export const within = (tree: Tree, nodeIds: readonly string[], column: string): RawBuilder<boolean> => {
  if (nodeIds.includes(tree.root.id)) return sql<boolean>`true`;
  const ids = [...new Set(nodeIds.flatMap((id) => tree.subtree(id).map((node) => node.id)))];
  return ids.length === 0 ? sql<boolean>`false` : sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`;
};
