/** Roles can be held and given; every right that something asks for is held where it covers what it is about. */
import { matterWorkflows } from "../matters.ts";
import { type EngineRight, engineRights, type Pack, type Role, type Tier } from "../schema.ts";
import { statesOf } from "../states.ts";
import { choices, own, type Report } from "./problem.ts";
import { eachBy, statePath, workflowPath } from "./walk.ts";

const tiersOf = (pack: Pack, role: Role): Tier[] => role.on.flatMap((tier) => own(pack.tiers, tier) ?? []);

/** The tier itself and all that may stand above it. */
const upward = (pack: Pack, tier: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(tier)) return seen;
  seen.add(tier);
  for (const parent of own(pack.tiers, tier)?.under ?? []) upward(pack, parent, seen);
  return seen;
};

/** Party nodes do not lie below areas, so for them only the given root of the area tree counts as above. */
const standsAbove = (pack: Pack, giver: Role, given: Role): boolean =>
  given.on.some((tier) => {
    const party = own(pack.tiers, tier)?.tree === "party";
    return giver.on.some((one) => upward(pack, tier).has(one) || (party && own(pack.tiers, one)?.as === "root"));
  });

const checkTiersOf = (pack: Pack, id: string, role: Role, report: Report): void => {
  const known = role.on.filter((tier, i) => {
    if (own(pack.tiers, tier)) return true;
    const mend = `改成已有的层级：${choices(Object.keys(pack.tiers))}`;
    report(`roles.${id}.on[${i}]`, "role-tier", `没有“${tier}”这个层级`, mend);
    return false;
  });
  const rootedAt = (tier: string) => [...upward(pack, tier)].some((one) => own(pack.tiers, one)?.under.length === 0);
  if (known.length > 0 && !known.some(rootedAt))
    report(
      `roles.${id}.on`,
      "role-unholdable",
      `没有人能担任“${role.label}”：它的层级都到不了树上`,
      "改正这些层级的 under，或换一个层级",
    );
};

const checkGrants = (pack: Pack, report: Report): void => {
  const all = Object.entries(pack.roles);
  for (const [id, role] of all)
    role.grants.forEach((granted, i) => {
      if (own(pack.roles, granted)) return;
      const mend = `改成已有的角色：${choices(Object.keys(pack.roles))}`;
      report(`roles.${id}.grants[${i}]`, "role-unknown", `没有“${granted}”这个角色`, mend);
    });
  for (const [id, role] of all) {
    const givers = all.filter(([, { grants }]) => grants.includes(id)).map(([, giver]) => giver);
    if (givers.length === 0)
      report(
        `roles.${id}`,
        "role-ungranted",
        `没有人能授予“${role.label}”`,
        `把“${id}”写进某个角色的 grants，例如管理员的`,
      );
    else if (!givers.some((giver) => standsAbove(pack, giver, role)))
      report(`roles.${id}`, "role-ungranted", `能授予“${role.label}”的人都管不到它的层级`, "让层级更高的角色来授予");
  }
};

const isAreaTier = ({ tree }: Tier): boolean => tree === "area";
const isRootTier = ({ as }: Tier): boolean => as === "root";
const takesCases = ({ tree, as }: Tier): boolean => tree === "area" && as !== "root" && as !== "zone";

/** Where a right must be held to be of any use; a missing row does not compile. */
const placeOfRight: { readonly [R in EngineRight]: { fits: (tier: Tier) => boolean; words: string } } = {
  "org.edit": { fits: isAreaTier, words: "区域树的层级" },
  "people.read": { fits: isAreaTier, words: "区域树的层级" },
  "people.edit": { fits: isAreaTier, words: "区域树的层级" },
  "case.read": { fits: isAreaTier, words: "区域树的层级" },
  "case.readConfidential": { fits: isAreaTier, words: "区域树的层级" },
  "case.submitForOthers": { fits: isAreaTier, words: "区域树的层级" },
  "case.take": { fits: takesCases, words: "队伍、单位、网格这样能接单的层级" },
  "case.lead": { fits: takesCases, words: "队伍、单位、网格这样能接单的层级" },
  "case.export": { fits: isAreaTier, words: "区域树的层级" },
  "figures.read": { fits: isAreaTier, words: "区域树的层级" },
  "pack.read": { fits: isAreaTier, words: "区域树的层级" },
  "pack.edit": { fits: isRootTier, words: "最高一级" },
  "pack.publish": { fits: isRootTier, words: "最高一级" },
};

const checkEngineRights = (pack: Pack, report: Report): void => {
  for (const right of engineRights) {
    const holders = Object.values(pack.roles).filter(({ rights }) => rights.includes(right));
    const { fits, words } = placeOfRight[right];
    if (holders.length === 0)
      report("roles", "engine-right", `没有角色拥有系统要用的权利“${right}”`, `给${words}上的某个角色加上“${right}”`);
    else if (!holders.some((role) => tiersOf(pack, role).some(fits)))
      report("roles", "engine-right-tier", `权利“${right}”放在了用不上的层级`, `给${words}上的某个角色加上“${right}”`);
  }
};

/** A case lies in a place of the area tree: a right held on Party nodes or on bodies alone never covers one. */
const isPlaceTier = ({ tree, as }: Tier): boolean => tree === "area" && as !== "body";
/** Of a case nobody may know more than its community: a move that waits for those further down may wait for nobody. */
const coversCommunity = ({ tree, as }: Tier): boolean =>
  tree === "area" && (as === "root" || as === "zone" || as === "subdistrict" || as === "community");

const checkWaitsForSomebody = (pack: Pack, report: Report): void => {
  for (const [id, workflow] of Object.entries(pack.workflows))
    for (const { path, state } of statesOf(workflow).values())
      state.waitsFor.forEach((by, i) => {
        const others = state.waitsFor.filter((other) => !("right" in other));
        if (!("right" in by) || others.length > 0) return;
        const holders = Object.values(pack.roles).filter(({ rights }) => rights.includes(by.right));
        const low = holders.length > 0 && !holders.some((role) => tiersOf(pack, role).some(coversCommunity));
        if (low && holders.some((role) => tiersOf(pack, role).some(isPlaceTier)))
          report(
            `${statePath(id, path)}.waitsFor[${i}].right`,
            "right-too-low",
            `“${state.label}”只等小区、网格一级的“${by.right}”：只知道社区、不知道网格的诉求没有人能办`,
            `让社区一级的某个角色也拥有“${by.right}”`,
          );
      });
};

const isBeginning = (workflow: string, path: string): boolean => path.startsWith(`${workflowPath(workflow)}.starts[`);

const checkRightsAskedFor = (pack: Pack, report: Report): void => {
  const covers = (role: Role) => tiersOf(pack, role).some(isPlaceTier);
  for (const [id, workflow] of Object.entries(pack.workflows))
    for (const { path, by } of eachBy({ id, workflow })) {
      if (!("right" in by)) continue;
      const holders = Object.values(pack.roles).filter(({ rights }) => rights.includes(by.right));
      if (holders.length === 0)
        report(
          `${path}.right`,
          "right-unheld",
          `没有角色拥有权利“${by.right}”`,
          `把“${by.right}”加给某个角色，或改正拼写`,
        );
      // Who speaks for a body begins for it what units offer; everything after that lies at a place.
      else if (!holders.some(covers) && !(matterWorkflows(pack).has(id) && isBeginning(id, path)))
        report(
          `${path}.right`,
          "right-unheld",
          `权利“${by.right}”只在党组织或单位、队伍上，管不到诉求`,
          "让这个角色也能在街道、社区、网格这样的层级上担任",
        );
    }
};

export const checkRoles = (pack: Pack, report: Report): void => {
  for (const [id, role] of Object.entries(pack.roles)) checkTiersOf(pack, id, role, report);
  checkGrants(pack, report);
  checkEngineRights(pack, report);
  checkRightsAskedFor(pack, report);
  checkWaitsForSomebody(pack, report);
};
