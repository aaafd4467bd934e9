import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

const community = ["community", "village"];
const town = ["subdistrict", "township"];

/** What every desk does, wherever it stands. */
const deskRights = [
  "case.read",
  "case.readConfidential",
  "case.followUp",
  "case.submitForOthers",
  "case.export",
  "people.read",
];
const communityRights = ["case.vet", "case.dispatch", "case.close"];

export const roles: PackInput["roles"] = {
  admin: {
    label: "系统管理员",
    on: ["county"],
    rights: ["org.edit", "people.read", "people.edit"],
    grants: [
      "admin",
      "county-leader",
      "county-desk",
      "subdistrict-desk",
      "community-secretary",
      "community-desk",
      "grid-worker",
      "team-lead",
      "team-member",
      "unit-clerk",
      "branch-secretary",
      "group-leader",
      "anchor",
    ],
  },
  "county-leader": {
    label: "县领导",
    on: ["county"],
    rights: ["case.read", "case.export", "people.read"],
  },
  "county-desk": {
    label: "县级指挥员",
    on: ["county"],
    rights: [...deskRights, "case.place", "case.supervise"],
  },
  "subdistrict-desk": {
    label: "镇街调度员",
    on: town,
    rights: [...deskRights, "case.place", "case.supervise"],
  },
  "community-desk": {
    label: "社区受理员",
    on: community,
    rights: [...deskRights, ...communityRights],
  },
  "community-secretary": {
    label: "社区书记",
    on: community,
    rights: [...deskRights, ...communityRights, "people.edit"],
    grants: ["community-desk", "grid-worker", "team-lead", "team-member", "unit-clerk"],
  },
  "grid-worker": { label: "网格员", on: ["grid", "village"], rights: ["case.take"] },
  "team-lead": { label: "队长", on: ["team"], rights: ["case.take", "case.lead"] },
  "team-member": { label: "队员", on: ["team"], rights: ["case.take"] },
  "unit-clerk": {
    label: "单位经办人",
    on: ["unit", "department", "property"],
    rights: ["case.take", "case.lead"],
  },
  "branch-secretary": { label: "网格党支部书记", on: ["grid-branch"], rights: [] },
  "group-leader": { label: "网格党小组长", on: ["party-group"], rights: [] },
  anchor: { label: "党员中心户长", on: ["anchor-household"], rights: [] },
};
