/** Posts that many places have beside the base ones: delegates, mediators, lawyers, heads of compounds and buildings. */
import { baseRoles, community, deskRights, type RoleInput, superiorRights, town } from "./roles.ts";

export const localRoles = {
  ...baseRoles,
  "unit-clerk": {
    ...baseRoles["unit-clerk"],
    on: ["unit", "department", "property", "school", "clinic", "station", "enterprise"],
  },
  /** Also where the branch stands, because a node of the Party tree covers no ground. */
  "branch-secretary": {
    ...baseRoles["branch-secretary"],
    on: ["grid-branch", "grid", "compound", ...community],
  },
  "town-secretary": { label: "镇街书记", on: town, rights: [...deskRights, ...superiorRights] },
  delegate: { label: "居民代表", on: community, rights: ["case.read"] },
  supervisor: { label: "监督委员", on: community, rights: ["case.read", "case.supervise"] },
  mediator: { label: "调解员", on: [...community, "unit"], rights: ["case.take"] },
  lawyer: { label: "律师", on: ["unit"], rights: ["case.take"] },
  "compound-head": { label: "小区负责人", on: ["compound"], rights: ["case.read", "case.take"] },
  "building-head": { label: "楼栋长", on: ["building"], rights: [] },
  "owners-committee-head": { label: "业委会负责人", on: ["owners-committee"], rights: ["case.take", "case.lead"] },
} satisfies Record<string, RoleInput>;

/** What a community's secretary may give to others. */
export const communityGrants = [
  ...baseRoles["community-secretary"].grants,
  "delegate",
  "supervisor",
  "mediator",
  "compound-head",
  "building-head",
  "owners-committee-head",
];
