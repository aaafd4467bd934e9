/** Each change to the tree as a pure step: checks the rules against the tree and says which nodes are written anew. */
import type { Input } from "@ginkgo/shared/api/contract.ts";
import type { orgApi } from "@ginkgo/shared/api/org.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import { type Change, isChanged } from "./history.ts";
import {
  codeRule,
  kindRule,
  lookupsOf,
  nameRule,
  pointRule,
  polygonRule,
  reachOf,
  refuseIf,
  seatRule,
  tierRule,
} from "./rules.ts";
import type { Tree, TreeNode } from "./tree.ts";

export interface Ground {
  readonly pack: Pack;
  readonly tree: Tree;
}

export const conflict = (detail: string) => new Refusal("conflict", detail);

export const cleanName = (name: string): string => name.replace(/\s+/g, " ").trim();
export const cleanText = (text: string | null | undefined): string | null => text?.trim() || null;
/** Without repetitions, and without the name itself. */
export const cleanAliases = (aliases: readonly string[], name: string): string[] => [
  ...new Set(aliases.map(cleanName).filter((alias) => alias !== "" && alias !== name)),
];

/** In the order in which they are loaded, so that equal covers are equal lists. */
export const coversFrom = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

const requireName = (name: string): string => {
  const clean = cleanName(name);
  if (!clean) throw invalid("name", "请填写名称。");
  return clean;
};

export const nextOf = (node: TreeNode, change: Partial<TreeNode>): TreeNode => ({
  ...node,
  ...change,
  version: node.version + 1,
});

/** The rules about what a node is by itself, wherever it stands. */
const ownRules = ({ pack, tree }: Ground, node: TreeNode) => {
  const lookups = lookupsOf(tree);
  const reach = reachOf(pack, tree);
  const parent = node.parentId ? tree.get(node.parentId) : undefined;
  const namesake = node.status === "active" ? lookups.sibling(node.parentId, node.tier, node.name) : undefined;
  return [
    nameRule(pack, namesake, node.id, parent),
    node.code === null ? undefined : codeRule(tree, lookups.withCode(node.code), node.id),
    pointRule(reach, node.tier, node.at),
    polygonRule(pack, tree, reach, node),
  ];
};

export const addition = (ground: Ground, parent: TreeNode, input: Input<typeof orgApi.addNode>): Change => {
  const { pack, tree } = ground;
  const name = requireName(input.name);
  const node: TreeNode = {
    id: newId(),
    tree: parent.tree,
    tier: input.tier,
    kind: input.kind ?? null,
    name,
    code: cleanText(input.code),
    parentId: parent.id,
    seatId: input.seat ?? null,
    at: input.at ?? null,
    polygon: input.polygon ?? null,
    address: cleanText(input.address),
    aliases: cleanAliases(input.aliases ?? [], name),
    status: "active",
    mergedInto: null,
    covers: [],
    version: 1,
  };
  refuseIf([tierRule(pack, node.tier, parent)]);
  const seat = node.seatId ? tree.get(node.seatId) : undefined;
  refuseIf([
    kindRule(pack, node.tier, node.kind),
    seatRule(pack, node.tier, seat, node.seatId !== null),
    ...ownRules(ground, node),
  ]);
  return { type: "added", before: undefined, after: node, note: input.note };
};

/** Nothing if what was sent is what stands there. */
export const revision = (
  ground: Ground,
  node: TreeNode,
  input: Input<typeof orgApi.updateNode>,
): Change | undefined => {
  const name = input.name === undefined ? node.name : requireName(input.name);
  const former = name === node.name ? [] : [node.name];
  const after = nextOf(node, {
    name,
    code: input.code === undefined ? node.code : cleanText(input.code),
    address: input.address === undefined ? node.address : cleanText(input.address),
    aliases: cleanAliases([...(input.aliases ?? node.aliases), ...former], name),
    at: input.at === undefined ? node.at : input.at,
    polygon: input.polygon === undefined ? node.polygon : input.polygon,
  });
  if (!isChanged(node, after)) return undefined;
  const [named, coded, point, polygon] = ownRules(ground, after);
  // What was not touched is not held against the one who changes something else.
  refuseIf([
    named,
    coded,
    input.at === undefined ? undefined : point,
    input.polygon === undefined ? undefined : polygon,
  ]);
  return { type: former.length > 0 ? "renamed" : "changed", before: node, after, note: input.note };
};

export const mustBeActive = (node: TreeNode) => {
  if (node.status === "merged") throw conflict(`“${node.name}”已并入其他地方，不能再这样操作。`);
  if (node.status === "closed") throw conflict(`“${node.name}”已关闭，请先重新启用。`);
};

const mustNotBeRoot = ({ tree }: Ground, node: TreeNode, what: string) => {
  if (node.id === tree.root.id) throw conflict(`“${node.name}”是整个组织树的最上一级，不能${what}。`);
};

export const relocation = (ground: Ground, node: TreeNode, parent: TreeNode, note: string | undefined): Change => {
  const { pack, tree } = ground;
  mustNotBeRoot(ground, node, "移动");
  mustBeActive(node);
  if (node.parentId === parent.id)
    throw invalid("parent", `“${node.name}”本来就在“${parent.name}”下面，请选另一个上级。`);
  if (tree.path(parent.id).includes(node))
    throw invalid("parent", `不能把“${node.name}”移到它自己或它的下级“${parent.name}”下面。`);
  refuseIf([tierRule(pack, node.tier, parent)]);
  const namesake = lookupsOf(tree).sibling(parent.id, node.tier, node.name);
  refuseIf([nameRule(pack, namesake, node.id, parent)]);
  return { type: "moved", before: node, after: nextOf(node, { parentId: parent.id }), note };
};

export interface Merger {
  readonly from: Change;
  readonly into: Change;
  /** Children that follow, and Party organisations whose seat follows. */
  readonly following: readonly Change[];
}

const shown = 5;

/** Children of both that bear one name would collide; people have to say first which is which. */
const mustNotCollide = ({ tree }: Ground, children: readonly TreeNode[], into: TreeNode) => {
  const lookups = lookupsOf(tree);
  const twice = children.filter(
    (child) => child.status === "active" && lookups.sibling(into.id, child.tier, child.name),
  );
  if (twice.length === 0) return;
  const names = twice.slice(0, shown).map(({ name }) => `“${name}”`);
  const more = twice.length > shown ? `等 ${twice.length} 个` : "";
  throw conflict(`两边都有${names.join("、")}${more}，合并后会重名，请先改名或先合并它们。`);
};

export const merger = (ground: Ground, node: TreeNode, into: TreeNode, note: string | undefined): Merger => {
  const { pack, tree } = ground;
  mustNotBeRoot(ground, node, "合并");
  mustBeActive(node);
  mustBeActive(into);
  if (node.id === into.id) throw invalid("into", "不能并入自己，请选另一个。");
  if (node.tier !== into.tier) {
    const [one, other] = [node, into].map(({ tier }) => pack.tiers[tier]?.label ?? tier);
    throw invalid("into", `“${node.name}”是${one}，“${into.name}”是${other}，只有同一层级才能合并。`);
  }
  if (tree.path(into.id).includes(node)) throw invalid("into", `“${into.name}”在“${node.name}”下面，请反过来合并。`);
  const children = tree.children(node.id).filter(({ id }) => id !== into.id);
  mustNotCollide(ground, children, into);
  const follow = (after: TreeNode, before: TreeNode, type: "moved" | "changed"): Change => ({
    type,
    before,
    after,
    note,
  });
  const seated = [...tree.all()].filter(({ seatId }) => seatId === node.id);
  return {
    from: { type: "merged", before: node, after: nextOf(node, { status: "merged", mergedInto: into.id }), note },
    into: {
      type: "merged-in",
      before: into,
      after: nextOf(into, {
        aliases: cleanAliases([...into.aliases, node.name, ...node.aliases], into.name),
        covers: coversFrom([...into.covers, ...node.covers]),
      }),
      note,
      more: { from: { id: node.id, name: node.name }, count: children.length },
    },
    following: [
      ...children.map((child) => follow(nextOf(child, { parentId: into.id }), child, "moved")),
      ...seated.map((body) => follow(nextOf(body, { seatId: into.id }), body, "changed")),
    ],
  };
};

export const closing = (ground: Ground, node: TreeNode, openCases: number, note: string | undefined): Change => {
  mustNotBeRoot(ground, node, "关闭");
  mustBeActive(node);
  const open = ground.tree.children(node.id).filter(({ status }) => status === "active");
  if (open.length > 0) {
    const names = open.slice(0, shown).map(({ name }) => `“${name}”`);
    throw conflict(
      `“${node.name}”还有 ${open.length} 个下级在使用（${names.join("、")}${open.length > shown ? "等" : ""}），请先把它们关闭、移走或合并。`,
    );
  }
  if (openCases > 0) throw conflict(`“${node.name}”还有 ${openCases} 件没有办结的事项，请先办结或转到别处。`);
  return { type: "closed", before: node, after: nextOf(node, { status: "closed" }), note };
};

export const reopening = (ground: Ground, node: TreeNode, note: string | undefined): Change => {
  const { pack, tree } = ground;
  if (node.status === "active") throw conflict(`“${node.name}”正在使用，不需要重新启用。`);
  if (node.status === "merged")
    throw conflict(`“${node.name}”已并入“${tree.get(node.mergedInto ?? "")?.name ?? ""}”，不能重新启用，请新建一个。`);
  const after = nextOf(node, { status: "active" });
  const parent = node.parentId ? tree.get(node.parentId) : undefined;
  refuseIf(parent ? [tierRule(pack, node.tier, parent)] : []);
  const [named, , , polygon] = ownRules(ground, after);
  refuseIf([named, polygon]);
  return { type: "reopened", before: node, after, note };
};
