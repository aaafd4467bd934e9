/** Figures by place: one row for each area directly below the node, and one for what belongs to none of them. */
import { sql } from "kysely";
import type { Tree, TreeNode } from "../org/index.ts";
import type { CasesPort, Condition } from "./deps.ts";
import { type Entry, type Grouping, type Row, slicesOf } from "./model.ts";
import { all } from "./where.ts";

/** The row of cases that lie at the node itself: nobody has said yet where below it. */
const here = "here";

/** What a zone covers counts as below it; not what lies in another thing it covers. */
const partsOf = (tree: Tree, node: TreeNode): TreeNode[] => {
  const covers = tree.coversOf(node.id);
  const outermost = covers.filter(({ id }) => !covers.some((other) => other.id !== id && tree.isUnder(id, other.id)));
  return [...new Set([...tree.children(node.id), ...outermost])].filter(({ tree: kind }) => kind === "area");
};

const isArea = (tree: Tree, node: TreeNode): boolean => !["body", "other"].includes(tree.as(node));
const isZone = (tree: Tree, node: TreeNode): boolean => tree.coversOf(node.id).length > 0;

/**
 * Communities inside which rows differ, so that the exact place of a case matters; elsewhere its community is enough, and the
 * database groups by few keys.
 */
const split = (tree: Tree, parts: readonly TreeNode[]): string[] => {
  const borders = parts.flatMap((part) => [part, ...tree.coversOf(part.id)]);
  const communities = borders.flatMap(({ id }) => {
    const community = tree.enclosing(id, "community");
    return community && community.id !== id ? [community.id] : [];
  });
  return [...new Set(communities)];
};

const labelOf = ({ name, status }: TreeNode): string =>
  status === "active" ? name : `${name}（${status === "merged" ? "已合并" : "已关闭"}）`;

export const byNode = (tree: Tree, node: TreeNode, cases: CasesPort): Grouping => {
  const parts = partsOf(tree, node);
  const partIds = new Set(parts.map(({ id }) => id));
  const zones = parts.filter((part) => isZone(tree, part));
  const divided = split(tree, parts);

  const rowsOfPlace = (placeId: string): string[] => {
    const own = tree.path(placeId).find(({ id }) => partIds.has(id))?.id ?? here;
    const over = zones.filter(({ id }) => id !== own && tree.isUnder(placeId, id));
    return [own, ...over.map(({ id }) => id)];
  };

  const rows = (entries: readonly Entry[]): Row[] => {
    const found = new Map<string, Entry[]>();
    for (const entry of entries)
      for (const row of rowsOfPlace(entry.key ?? node.id)) found.set(row, [...(found.get(row) ?? []), entry]);
    const shown = parts.filter((part) => found.has(part.id) || (part.status === "active" && isArea(tree, part)));
    const rest = found.get(here);
    return [
      ...shown.map((part) => ({
        key: part.id,
        label: labelOf(part),
        node: part,
        overlaps: isZone(tree, part),
        slices: slicesOf(found.get(part.id) ?? []),
      })),
      ...(rest
        ? [{ key: here, label: `${node.name}（未分到下级）`, node: undefined, overlaps: false, slices: slicesOf(rest) }]
        : []),
    ];
  };

  const elsewhere = (): Condition => {
    const inside = parts.map(({ id }) => sql<boolean>`not ${cases.under(tree, id)}`);
    return inside.length > 0 ? all(inside) : sql<boolean>`true`;
  };

  return {
    key: sql`case when c.area_id = any(${divided}::uuid[]) then c.place_id else c.area_id end`,
    byLead: false,
    rows,
    only: (key) => (key === here ? elsewhere() : partIds.has(key) ? cases.under(tree, key) : undefined),
  };
};
