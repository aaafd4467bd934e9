/** Below which nodes someone may do something with points, as a condition on a column that names a node. */
import { type RawBuilder, sql } from "kysely";
import { forbidden, notFound } from "../../platform/problem.ts";
import { type Actor, may, scopeOf } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";

/** The subtree, with the nodes that have since been merged into one of it: what was recognised there counts here. */
export const nodesUnder = (tree: Tree, id: string): readonly string[] | undefined => {
  if (id === tree.root.id) return undefined;
  const ids = new Set(tree.subtree(id).map((node) => node.id));
  for (const node of tree.all()) if (node.mergedInto && ids.has(node.mergedInto)) ids.add(node.id);
  return [...ids];
};

/** Undefined: everywhere in the place. */
const nodesOf = (tree: Tree, ids: readonly string[]): readonly string[] | undefined => {
  const all = new Set<string>();
  for (const id of ids) {
    const under = nodesUnder(tree, id);
    if (!under) return undefined;
    for (const one of under) all.add(one);
  }
  return [...all];
};

export const inScope = (
  actor: Actor,
  right: string,
  tree: Tree,
  asked: string | undefined,
  column: RawBuilder<unknown>,
  what: string,
): RawBuilder<boolean> => {
  const held = scopeOf(actor, right);
  if (held.length === 0) throw forbidden(what);
  if (asked !== undefined && !(tree.get(asked) && may(actor, { right }, { nodeId: asked }, tree)))
    throw notFound("这个地方");
  const nodes = nodesOf(tree, asked === undefined ? held : [asked]);
  return nodes ? sql<boolean>`${column} = any(${[...nodes]}::uuid[])` : sql<boolean>`true`;
};
