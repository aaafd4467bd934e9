/** Registrations without I/O: what is asked of one, when it counts, how it is named. */
import type { FreeTime } from "@ginkgo/shared/api/registrations.ts";
import type { RegistrationKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf } from "@ginkgo/shared/pack/states.ts";
import { maskName } from "../../platform/crypto.ts";
import { invalid } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree, TreeNode } from "../org/index.ts";

export interface Offer {
  readonly skills: readonly string[];
  readonly free: readonly FreeTime[];
  readonly reachMeters: number | null;
  readonly mostAtOnce: number | null;
  readonly birthYear: number | null;
}

export const noOffer: Offer = { skills: [], free: [], reachMeters: null, mostAtOnce: null, birthYear: null };

export const keepRight = "registration.edit";

/** Keeps the register there: confirms, reviews, enters people, sees names. */
export const mayKeep = (actor: Actor, tree: Tree, nodeId: string): boolean =>
  may(actor, { right: keepRight }, { nodeId }, tree);

/** Bodies the actor speaks for. */
export const bodiesOf = (actor: Actor): string[] => [
  ...new Set(actor.grants.filter(({ rights }) => rights.has("case.lead")).map(({ nodeId }) => nodeId)),
];

export const kindOf = (pack: Pack, id: string): RegistrationKind => {
  const kind = pack.registrations[id];
  if (!kind) throw invalid("kind", "没有这种报到，请重新选择。");
  return kind;
};

/** Whether it counts as registered where it stands. */
export const countsIn = (kind: RegistrationKind | undefined, leaves: readonly string[]): boolean =>
  kind !== undefined && activeOf(leaves).some((path) => kind.active.includes(path));

const labelsOf = (pack: Pack, tiers: readonly string[]): string =>
  tiers.map((tier) => pack.tiers[tier]?.label ?? tier).join("、");

export const placeFor = (pack: Pack, tree: Tree, kind: RegistrationKind, id: string): TreeNode => {
  const node = tree.get(id);
  if (node?.status !== "active" || !kind.with.includes(node.tier))
    throw invalid("node", `“${kind.label}”请选择${labelsOf(pack, kind.with)}。`);
  return node;
};

export const unitFor = (
  pack: Pack,
  tree: Tree,
  kind: RegistrationKind,
  id: string,
  path: "unit" | "body",
): TreeNode => {
  const node = tree.get(id);
  if (node?.status !== "active" || !kind.units.includes(node.tier))
    throw invalid(path, `请选择单位（${labelsOf(pack, kind.units)}）。`);
  return node;
};

const latestBirth = 10;

export const checkOffer = (pack: Pack, offer: Offer, now: Date): Offer => {
  const known = new Set(pack.skills.map(({ id }) => id));
  offer.skills.forEach((skill, i) => {
    if (!known.has(skill)) throw invalid(`skills[${i}]`, "没有这一项技能，请从清单中选择。");
  });
  offer.free.forEach(({ from, to }, i) => {
    if (from >= to) throw invalid(`free[${i}].to`, "空闲时间的结束要晚于开始。");
  });
  if (offer.birthYear !== null && offer.birthYear > now.getUTCFullYear() - latestBirth)
    throw invalid("birthYear", "请填写正确的出生年份。");
  return { ...offer, skills: [...new Set(offer.skills)] };
};

/** The community a register is kept by; what stands above one keeps its own. */
export const communityOf = (tree: Tree, nodeId: string): string => tree.enclosing(nodeId, "community")?.id ?? nodeId;

export const titleOf = (kind: RegistrationKind, name: string): string => `${kind.label}：${name}`;

export const shownName = (name: string, open: boolean): string => (open ? name : maskName(name));
