/** Nodes as the API shows them, read from the tree in memory. */
import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import type { Located, NodeDetail, NodeView } from "@ginkgo/shared/api/org.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Place, Tree, TreeNode } from "./tree.ts";

export const refOf = (node: TreeNode): NodeRef => ({ id: node.id, name: node.name, tier: node.tier });

const refById = (tree: Tree, id: string | null): NodeRef | null => {
  const node = id === null ? undefined : tree.get(id);
  return node ? refOf(node) : null;
};

/** A Party organisation is in the hands of those above it, and of those above the area it is laid over. */
export const mayEdit = (actor: Actor, node: TreeNode, tree: Tree): boolean =>
  [node.id, ...(node.seatId ? [node.seatId] : [])].some((nodeId) =>
    may(actor, { right: "org.edit" }, { nodeId }, tree),
  );

/** What a zone governs is decided above it: whoever governs only the zone could take what they like. */
const mayCover = (actor: Actor, node: TreeNode, tree: Tree): boolean => {
  const parent = node.parentId ? tree.get(node.parentId) : undefined;
  return tree.as(node) === "zone" && node.status === "active" && parent !== undefined && mayEdit(actor, parent, tree);
};

export const viewOf = (pack: Pack, tree: Tree, node: TreeNode): NodeView => ({
  id: node.id,
  tier: node.tier,
  tierLabel: pack.tiers[node.tier]?.label ?? node.tier,
  kind: node.kind,
  name: node.name,
  code: node.code,
  parent: node.parentId,
  seat: refById(tree, node.seatId),
  at: node.at,
  address: node.address,
  aliases: [...node.aliases],
  status: node.status,
  mergedInto: refById(tree, node.mergedInto),
  covers: tree.coversOf(node.id).map(refOf),
  zones: tree.zonesOf(node.id).map(refOf),
  childCount: tree.children(node.id).filter(({ status }) => status === "active").length,
  version: node.version,
});

export const detailOf = (pack: Pack, tree: Tree, node: TreeNode, actor: Actor): NodeDetail => ({
  ...viewOf(pack, tree, node),
  polygon: node.polygon ? [...node.polygon] : null,
  trail: [...tree.path(node.id)].reverse().map(refOf),
  childTiers:
    node.status === "active"
      ? Object.entries(pack.tiers).flatMap(([tier, { label, under }]) =>
          under.includes(node.tier) ? [{ tier, label }] : [],
        )
      : [],
  may: { edit: mayEdit(actor, node, tree), cover: mayCover(actor, node, tree) },
});

export const locatedOf = (tree: Tree, place: Place): Located => {
  const enclosing = (as: "grid" | "compound" | "community" | "subdistrict") => {
    const node = place.node && tree.enclosing(place.node.id, as);
    return node ? refOf(node) : null;
  };
  return {
    fit: place.fit,
    grid: enclosing("grid"),
    compound: enclosing("compound"),
    community: enclosing("community"),
    subdistrict: enclosing("subdistrict"),
    alternatives: place.alternatives.map(({ node, meters }) => ({ node: refOf(node), meters })),
  };
};
