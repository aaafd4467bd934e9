/** Roles that every place has; a place renames them, adds to their rights, and adds its own. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export type RoleInput = PackInput["roles"][string];

export const community = ["community", "village"];
export const town = ["subdistrict", "township"];

/** What every desk does, wherever it stands. */
export const deskRights = [
  "case.read",
  "case.readConfidential",
  "case.followUp",
  "case.submitForOthers",
  "case.export",
  "people.read",
  "figures.read",
  "pack.read",
  "registration.read",
  "registration.edit",
  "claim.read",
  "claim.edit",
  "match.run",
  "agreement.read",
  "agreement.edit",
  "activity.read",
  "activity.edit",
  "booking.edit",
  "duty.read",
  "duty.edit",
  "care.read",
  "care.edit",
  "points.adjust",
  "points.shop",
];
export const communityRights = ["case.vet", "case.dispatch", "case.close"];
export const superiorRights = ["case.place", "case.supervise", "case.review"];

export const baseRoles = {
  admin: {
    label: "系统管理员",
    on: ["county"],
    rights: ["org.edit", "people.read", "people.edit", "pack.read", "pack.edit", "pack.publish"],
  },
  "county-leader": {
    label: "县领导",
    on: ["county"],
    rights: [
      "case.read",
      "case.export",
      "people.read",
      "figures.read",
      "pack.read",
      "registration.read",
      "claim.read",
      "agreement.read",
      "activity.read",
      "duty.read",
    ],
  },
  "county-desk": { label: "县级指挥员", on: ["county"], rights: [...deskRights, ...superiorRights] },
  "subdistrict-desk": { label: "镇街调度员", on: town, rights: [...deskRights, ...superiorRights] },
  "community-desk": { label: "社区受理员", on: community, rights: [...deskRights, ...communityRights] },
  "community-secretary": {
    label: "社区书记",
    on: community,
    rights: [...deskRights, ...communityRights, "people.edit"],
    grants: ["community-desk", "grid-worker", "team-lead", "team-member", "unit-clerk"],
  },
  "grid-worker": { label: "网格员", on: ["grid", "village"], rights: ["case.take"] },
  "team-lead": { label: "队长", on: ["team"], rights: ["case.take", "case.lead"] },
  "team-member": { label: "队员", on: ["team"], rights: ["case.take"] },
  "unit-clerk": { label: "单位经办人", on: ["unit", "department", "property"], rights: ["case.take", "case.lead"] },
  /** Speaks for a unit's Party organisation; cases are the business of the unit's clerk. */
  "unit-secretary": { label: "单位党组织书记", on: ["unit-branch"], rights: ["case.lead"] },
  "branch-secretary": { label: "网格党支部书记", on: ["grid-branch"], rights: [] },
  "group-leader": { label: "网格党小组长", on: ["party-group"], rights: [] },
  anchor: { label: "党员中心户长", on: ["anchor-household"], rights: [] },
} satisfies Record<string, RoleInput>;

/** The administrator may give every role there is. */
export const withAdministrator = (roles: Readonly<Record<string, RoleInput>>): Record<string, RoleInput> => ({
  ...roles,
  admin: { ...(roles.admin ?? baseRoles.admin), grants: Object.keys(roles) },
});
