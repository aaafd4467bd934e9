/** What makes a tree sound: who may stand under whom, which names and codes are taken, where points and outlines may lie. */
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { Refusal } from "../../platform/problem.ts";
import { overlap, ringProblem } from "./geometry.ts";
import { metersBetween, type Tree, type TreeNode } from "./tree.ts";

/** A broken rule: which input, and words that say how to mend it. */
export interface Broken {
  readonly code: "invalid-input" | "conflict";
  readonly path: string;
  readonly message: string;
}

export const wrong = (path: string, message: string): Broken => ({ code: "invalid-input", path, message });
const taken = (path: string, message: string): Broken => ({ code: "conflict", path, message });

/** Refuses with the first broken rule, and names them all. */
export const refuseIf = (rules: readonly (Broken | undefined)[]): void => {
  const broken = rules.filter((one) => one !== undefined);
  const [first] = broken;
  if (!first) return;
  const errors = broken.map(({ path, message }) => ({ path, message }));
  throw new Refusal(first.code, first.message, { errors });
};

/** Finds who holds a name below a parent, or a code anywhere. */
export interface Lookups {
  sibling(parentId: string | null, tier: string, name: string): TreeNode | undefined;
  withCode(code: string): TreeNode | undefined;
  put(node: TreeNode): void;
}

const siblingKey = (parentId: string | null, tier: string, name: string): string =>
  `${parentId ?? ""}\n${tier}\n${name}`;

export const lookupsOf = (tree: Tree): Lookups => {
  const siblings = new Map<string, TreeNode>();
  const codes = new Map<string, TreeNode>();
  const put = (node: TreeNode) => {
    if (node.status === "active") siblings.set(siblingKey(node.parentId, node.tier, node.name), node);
    if (node.code !== null) codes.set(node.code, node);
  };
  for (const node of tree.all()) put(node);
  return {
    put,
    sibling: (parentId, tier, name) => siblings.get(siblingKey(parentId, tier, name)),
    withCode: (code) => codes.get(code),
  };
};

const labels = (pack: Pack, tiers: readonly string[]): string =>
  tiers.map((tier) => pack.tiers[tier]?.label ?? tier).join("、");

export const tierRule = (pack: Pack, tier: string, parent: TreeNode): Broken | undefined => {
  const rule = pack.tiers[tier];
  if (!rule) return wrong("tier", `没有“${tier}”这个层级，可选：${labels(pack, Object.keys(pack.tiers))}。`);
  if (parent.status !== "active") return wrong("parent", `“${parent.name}”已关闭或已合并，请选一个仍在使用的上级。`);
  if (rule.under.includes(parent.tier)) return undefined;
  const allowed = rule.under.length > 0 ? `请放在${labels(pack, rule.under)}下面` : "它只能是最上一级";
  return wrong("parent", `${rule.label}不能放在${labels(pack, [parent.tier])}“${parent.name}”下面，${allowed}。`);
};

export const kindRule = (pack: Pack, tier: string, kind: string | null): Broken | undefined => {
  if (kind === null) return undefined;
  const kinds = pack.tiers[tier]?.kinds ?? {};
  if (Object.hasOwn(kinds, kind)) return undefined;
  const names = Object.values(kinds).join("、");
  const label = pack.tiers[tier]?.label ?? tier;
  return wrong(
    "kind",
    names ? `${label}没有“${kind}”这个类型，可选：${names}。` : `${label}不分类型，请不要填写类型。`,
  );
};

export const seatRule = (pack: Pack, tier: string, seat: TreeNode | undefined, given: boolean): Broken | undefined => {
  const label = pack.tiers[tier]?.label ?? tier;
  if (pack.tiers[tier]?.tree !== "party")
    return given ? wrong("seat", `${label}不是党组织，请不要填写坐落。`) : undefined;
  if (!given) return wrong("seat", `${label}是党组织，请选择它坐落在哪个街道、社区、网格或单位。`);
  if (seat?.tree !== "area") return wrong("seat", "没有找到坐落的地方，请从组织树的区域中选择。");
  return seat.status === "active" ? undefined : wrong("seat", `“${seat.name}”已关闭或已合并，请选一个仍在使用的坐落。`);
};

export const nameRule = (
  pack: Pack,
  found: TreeNode | undefined,
  own: string | undefined,
  parent: TreeNode | undefined,
) => {
  if (!found || found.id === own) return undefined;
  const where = parent ? `“${parent.name}”下` : "这一级";
  const code = found.code ? `（编码 ${found.code}）` : "";
  const label = pack.tiers[found.tier]?.label ?? "";
  return taken("name", `${where}已有同名的${label}“${found.name}”${code}，请换一个名称，或把两者合并。`);
};

export const codeRule = (tree: Tree, found: TreeNode | undefined, own: string | undefined): Broken | undefined => {
  if (!found || found.id === own) return undefined;
  const where = tree.get(found.id) ? tree.trail(found.id) : found.name;
  const state = found.status === "active" ? "" : "（已关闭或已合并）";
  return taken("code", `编码 ${found.code} 已由“${where}”${state}使用，请换一个编码，或先改掉那里的编码。`);
};

/** Tiers that are themselves what the place reaches from may lie this many times farther from the next known centre. */
const centreReach = 10;
const isCentre = (as: string | undefined) => as === "root" || as === "subdistrict" || as === "community";

/** Answers whether a point is within reach of the place's centre, a street office or a community. */
export const reachOf = (pack: Pack, tree: Tree) => {
  const centres: Position[] = [pack.map.centre];
  for (const node of tree.all())
    if (node.at && node.status === "active" && isCentre(tree.as(node))) centres.push(node.at);
  return (point: Position, tier: string): boolean => {
    const reach = pack.map.reachMeters * (isCentre(pack.tiers[tier]?.as) ? centreReach : 1);
    return centres.some((centre) => metersBetween(centre, point) <= reach);
  };
};
export type Reach = ReturnType<typeof reachOf>;

export const pointRule = (reach: Reach, tier: string, at: Position | null): Broken | undefined =>
  at && !reach(at, tier)
    ? wrong("at", "这个位置离本地任何社区都太远，请检查经纬度（经度在前、纬度在后）。")
    : undefined;

/** An outline must be a simple ring within reach; two work grids may not share ground, or a pin would lie in both. */
export const polygonRule = (pack: Pack, tree: Tree, reach: Reach, node: TreeNode): Broken | undefined => {
  const ring = node.polygon;
  if (!ring) return undefined;
  const problem = ringProblem(ring);
  if (problem) return wrong("polygon", problem);
  const far = ring.findIndex((point) => !reach(point, node.tier));
  if (far >= 0) return wrong("polygon", `边界的第 ${far + 1} 点离本地任何社区都太远，请检查后重新画。`);
  if (pack.tiers[node.tier]?.as !== "grid" || node.status !== "active") return undefined;
  for (const other of tree.all()) {
    if (other.id === node.id || other.status !== "active" || !other.polygon || tree.as(other) !== "grid") continue;
    if (overlap(ring, other.polygon))
      return taken("polygon", `边界与“${tree.trail(other.id)}”重叠，请沿着它的边线重新画，或先修改它的边界。`);
  }
  return undefined;
};
