/** Whose figures an actor may read: those of the nodes where they hold the right, and of all below. */
import { forbidden, invalid } from "../../platform/problem.ts";
import { type Actor, may, scopeOf } from "../authority/index.ts";
import type { Tree, TreeNode } from "../org/index.ts";

const right = "figures.read";

/** The topmost nodes with the right, none below another, in the order of the tree. */
const topmost = (actor: Actor, tree: Tree): TreeNode[] => {
  const held = new Set(scopeOf(actor, right));
  const nodes = [...tree.all()].filter(({ id, tree: kind }) => kind === "area" && held.has(id));
  return nodes
    .filter(({ id }) => !nodes.some((other) => other.id !== id && tree.isUnder(id, other.id)))
    .sort((a, b) => tree.path(a.id).length - tree.path(b.id).length);
};

export const sightOf = (
  actor: Actor,
  tree: Tree,
  under: string | undefined,
): { readonly node: TreeNode; readonly nodes: readonly TreeNode[] } => {
  const nodes = topmost(actor, tree);
  const [first] = nodes;
  if (!first) throw forbidden("查看数据");
  if (under === undefined) return { node: first, nodes };
  const node = tree.get(under);
  if (node?.tree !== "area") throw invalid("under", "没有这个地方，请重新选择。");
  if (!may(actor, { right }, { nodeId: node.id }, tree)) throw forbidden(`查看“${node.name}”的数据`);
  return { node, nodes };
};
