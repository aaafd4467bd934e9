/** What a zone covers: which areas it may take, and what becomes of a cover when the tree changes under it. Pure, as changes.ts. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { conflict, coversFrom, type Ground, mustBeActive, nextOf } from "./changes.ts";
import { type Change, isCoverChange } from "./history.ts";
import { type Broken, refuseIf, wrong } from "./rules.ts";
import type { TreeNode } from "./tree.ts";

type Lookup = (id: string | null) => TreeNode | undefined;

const standsBelow = (nodeOf: Lookup, id: string, above: string): boolean => {
  for (let node = nodeOf(id); node; node = nodeOf(node.parentId)) if (node.id === above) return true;
  return false;
};

export const isZone = (pack: Pack, node: TreeNode): boolean => pack.tiers[node.tier]?.as === "zone";

export const coverRule = (
  pack: Pack,
  nodeOf: Lookup,
  zone: TreeNode,
  node: TreeNode | undefined,
  path: string,
): Broken | undefined => {
  if (!node) return wrong(path, "没有找到要覆盖的地方，请从组织树的区域中选择。");
  if (node.tree !== "area") return wrong(path, `“${node.name}”是党组织，功能区只覆盖区域，请改选它坐落的地方。`);
  if (node.status !== "active")
    return wrong(path, `“${node.name}”已关闭或已合并，不能列入覆盖范围，请选一个仍在使用的地方。`);
  if (node.parentId === null)
    return wrong(path, `“${node.name}”是整个组织树的最上一级，功能区不能覆盖它，请选它下面的地方。`);
  if (isZone(pack, node))
    return wrong(path, `“${node.name}”也是功能区，功能区不能覆盖功能区，请直接选择要覆盖的地方。`);
  if (standsBelow(nodeOf, node.id, zone.id))
    return wrong(path, `“${node.name}”本来就在“${zone.name}”下面，不需要列入覆盖范围。`);
  if (standsBelow(nodeOf, zone.id, node.id))
    return wrong(path, `“${zone.name}”就在“${node.name}”下面，不能反过来覆盖它。`);
  return undefined;
};

/** Nothing if the zone covers just these already; else the change, and the nodes it takes that it did not cover before. */
export const covering = (
  { pack, tree }: Ground,
  zone: TreeNode,
  ids: readonly string[],
  note: string | undefined,
): { readonly change: Change; readonly taken: readonly TreeNode[] } | undefined => {
  if (!isZone(pack, zone))
    throw conflict(`“${zone.name}”是${pack.tiers[zone.tier]?.label ?? zone.tier}，只有功能区才能设置覆盖范围。`);
  mustBeActive(zone);
  const nodeOf: Lookup = (id) => (id === null ? undefined : tree.get(id));
  refuseIf(ids.map((id, i) => coverRule(pack, nodeOf, zone, tree.get(id), `covers.${i}`)));
  const change: Change = { type: "changed", before: zone, after: nextOf(zone, { covers: coversFrom(ids) }), note };
  if (!isCoverChange(change)) return undefined;
  const taken = change.after.covers.filter((id) => !zone.covers.includes(id));
  return { change, taken: taken.flatMap((id) => tree.get(id) ?? []) };
};

/**
 * The changes together with what they do to zones: a closed node is covered no more, a merged one is followed to where it went,
 * one that now stands below the zone needs no cover, and a zone that is given up covers nothing.
 */
export const tidied = ({ tree }: Ground, changes: readonly Change[]): readonly Change[] => {
  const after = new Map(changes.map((one) => [one.after.id, one.after]));
  const nodeOf: Lookup = (id) => (id === null ? undefined : (after.get(id) ?? tree.get(id)));
  const zones = new Set(
    [...tree.all(), ...after.values()].filter(({ covers }) => covers.length > 0).map(({ id }) => id),
  );

  const stillCovered = (zone: TreeNode): string[] => {
    if (zone.status !== "active") return [];
    const kept = zone.covers.flatMap((id) => {
      const node = nodeOf(id);
      const now = node?.status === "merged" ? nodeOf(node.mergedInto) : node;
      const isApart = now && !standsBelow(nodeOf, now.id, zone.id) && !standsBelow(nodeOf, zone.id, now.id);
      return now?.status === "active" && isApart ? [now.id] : [];
    });
    return coversFrom(kept);
  };

  const covers = new Map<string, string[]>();
  const further: Change[] = [];
  for (const id of zones) {
    const zone = nodeOf(id);
    if (!zone) continue;
    const now = stillCovered(zone);
    covers.set(id, now);
    if (after.has(id) || String(now) === String(zone.covers)) continue;
    further.push({ type: "changed", before: zone, after: nextOf(zone, { covers: now }), note: changes[0]?.note });
  }
  const own = changes.map((one) => {
    const now = covers.get(one.after.id);
    return now ? { ...one, after: { ...one.after, covers: now } } : one;
  });
  return [...own, ...further];
};
