/** What a pack must keep to for the place it is for, beyond being sound in itself; and what publishing it changes. Pure. */

import type { PackProblemView } from "@ginkgo/shared/api/pack.ts";
import { checkPack } from "@ginkgo/shared/pack/check.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { statesOf } from "@ginkgo/shared/pack/states.ts";
import { Refusal } from "../../platform/problem.ts";

export const problemsOf = (content: unknown): PackProblemView[] => {
  const checked = checkPack(content);
  return checked.ok ? [] : checked.problems;
};

/** All of them in one document, so that they can be mended in one go. */
export const refuseFor = (problems: readonly PackProblemView[]): void => {
  if (problems.length === 0) return;
  throw new Refusal("invalid-input", `有 ${problems.length} 处问题，改好后才能发布；正在运行的版本没有变化。`, {
    errors: problems.map(({ path, message, mend }) => ({ path, message: `${message}：${mend}` })),
  });
};

export interface Place {
  readonly current: Pack;
  /** The tier of the tree's root. */
  readonly rootTier: string;
  /** Open nodes of each tier that has any. */
  readonly nodes: ReadonlyMap<string, number>;
}

/** Roles whose holders may publish, if they hold them on the root. */
export const publishingRoles = (pack: Pack): string[] =>
  Object.entries(pack.roles).flatMap(([role, { rights }]) => (rights.includes("pack.publish") ? [role] : []));

const tierProblem = (place: Place, pack: Pack, tier: string, nodes: number): PackProblemView | undefined => {
  const [before, after] = [place.current.tiers[tier], pack.tiers[tier]];
  const path = `tiers.${tier}`;
  if (!after)
    return {
      path,
      rule: "tier-in-use",
      message: `层级“${before?.label ?? tier}”还有 ${nodes} 个节点，不能去掉`,
      mend: "请先把这些节点关闭或合并，或保留这个层级",
    };
  if (before && before.tree !== after.tree)
    return {
      path: `${path}.tree`,
      rule: "tier-in-use",
      message: `层级“${after.label}”还有 ${nodes} 个节点，不能换到另一棵树`,
      mend: "请另设一个层级",
    };
  if (tier === place.rootTier && after.as !== "root")
    return {
      path: `${path}.as`,
      rule: "tier-in-use",
      message: `“${after.label}”是组织树的根，必须保持为根层级（root）`,
      mend: "请把 as 改回 root",
    };
  return undefined;
};

/** What the place cannot do without, whatever the pack check says. */
export const obstaclesTo = (place: Place, pack: Pack, isPublisherLeft: boolean): PackProblemView[] => {
  const found: PackProblemView[] = [];
  for (const member of ["id", "code"] as const)
    if (pack[member] !== place.current[member])
      found.push({
        path: member,
        rule: "other-place",
        message: `这里的${member === "id" ? "地方包标识" : "编码"}是“${place.current[member]}”，不能改成“${pack[member]}”`,
        mend: `请改回“${place.current[member]}”`,
      });
  for (const [tier, nodes] of place.nodes) {
    const problem = tierProblem(place, pack, tier, nodes);
    if (problem) found.push(problem);
  }
  if (!isPublisherLeft)
    found.push({
      path: "roles",
      rule: "nobody-publishes",
      message: "发布后将没有人能再修改和发布地方包",
      mend: "请让根节点上已有人担任的角色保留权限 pack.publish，新角色有人任职后再收回",
    });
  return found;
};

export interface RoleChange {
  readonly role: string;
  readonly label: string;
  readonly gains: string[];
  readonly loses: string[];
}

/** Rights of a role, with those it has over other roles. */
const rightsOf = (pack: Pack, role: string): string[] => [
  ...(pack.roles[role]?.rights ?? []),
  ...(pack.roles[role]?.grants ?? []).map((granted) => `grant:${granted}`),
];

export const roleChanges = (before: Pack, after: Pack): RoleChange[] =>
  [...new Set([...Object.keys(before.roles), ...Object.keys(after.roles)])].flatMap((role) => {
    const [had, has] = [rightsOf(before, role), rightsOf(after, role)];
    const gains = has.filter((right) => !had.includes(right));
    const loses = had.filter((right) => !has.includes(right));
    const label = after.roles[role]?.label ?? before.roles[role]?.label ?? role;
    return gains.length + loses.length > 0 ? [{ role, label, gains, loses }] : [];
  });

export const removedCategories = (before: Pack, after: Pack): { id: string; label: string }[] =>
  before.categories
    .filter(({ id }) => after.categories.every((other) => other.id !== id))
    .map(({ id, label }) => ({ id, label }));

/** States by `workflow:path`, as lists name them. */
const statesById = (pack: Pack): Map<string, { id: string; label: string; workflow: string }> =>
  new Map(
    Object.entries(pack.workflows).flatMap(([workflow, definition]) =>
      [...statesOf(definition).values()].map(({ path, state }) => {
        const id = `${workflow}:${path}`;
        return [id, { id, label: state.label, workflow: definition.label }] as const;
      }),
    ),
  );

export const removedStates = (before: Pack, after: Pack): { id: string; label: string; workflow: string }[] => {
  const kept = statesById(after);
  return [...statesById(before).values()].filter(({ id }) => !kept.has(id));
};
