/** Figures of what stands in a place now: nodes of the tree and people in posts. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Tree, TreeNode } from "../org/index.ts";
import type { Post } from "./repo.ts";

/** One thing to be counted: for which metric, in which area, and what makes it one. */
interface Counted {
  readonly metric: string;
  readonly at: string;
  readonly what: string;
}

/** Where a node lies: for a Party organisation, the seat of itself or of the nearest one above it. */
const areaOf = (tree: Tree, node: TreeNode): string | undefined =>
  node.tree === "area" ? node.id : (tree.path(node.id).find(({ seatId }) => seatId !== null)?.seatId ?? undefined);

export const rolesCounted = ({ metrics }: Pack): string[] => [
  ...new Set(Object.values(metrics).flatMap(({ count }) => (count.what === "posts" ? [count.role] : []))),
];

const nodesCounted = (pack: Pack, tree: Tree): Counted[] => {
  const metrics = Object.entries(pack.metrics).flatMap(([id, { count }]) =>
    count.what === "nodes" ? [{ id, tiers: new Set(count.tiers), kind: count.kind }] : [],
  );
  if (metrics.length === 0) return [];
  return [...tree.all()].flatMap((node) => {
    const area = node.status === "active" ? areaOf(tree, node) : undefined;
    if (area === undefined) return [];
    const counting = metrics.filter(({ tiers, kind }) => tiers.has(node.tier) && (!kind || kind === node.kind));
    return counting.map(({ id }) => ({ metric: id, at: area, what: node.id }));
  });
};

const postsCounted = (pack: Pack, tree: Tree, posts: readonly Post[]): Counted[] =>
  Object.entries(pack.metrics).flatMap(([id, { count }]) => {
    if (count.what !== "posts") return [];
    return posts.flatMap(({ role, nodeId, accountId }) => {
      const node = role === count.role ? tree.get(nodeId) : undefined;
      const area = node && areaOf(tree, node);
      return area === undefined ? [] : [{ metric: id, at: area, what: accountId }];
    });
  });

/** Values by metric for any node; a person with the same post twice is one person. */
export const standingIn = (pack: Pack, tree: Tree, posts: readonly Post[]) => {
  const counted = [...nodesCounted(pack, tree), ...postsCounted(pack, tree, posts)];
  const metrics = Object.entries(pack.metrics).flatMap(([id, { count }]) =>
    count.what === "nodes" || count.what === "posts" ? [id] : [],
  );
  return (nodeId: string): Record<string, number> => {
    const found = new Map(metrics.map((id) => [id, new Set<string>()]));
    for (const { metric, at, what } of counted) if (tree.isUnder(at, nodeId)) found.get(metric)?.add(what);
    return Object.fromEntries([...found].map(([id, things]) => [id, things.size]));
  };
};
