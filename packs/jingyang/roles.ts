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
    app: "console",
    rights: ["org.edit", "people.read", "people.edit"],
    grants: [
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
    app: "console",
    rights: ["case.read", "case.export", "people.read"],
  },
  "county-desk": {
    label: "县级指挥员",
    on: ["county"],
    app: "console",
    rights: [...deskRights, "case.place", "case.supervise"],
  },
  "subdistrict-desk": {
    label: "镇街调度员",
    on: town,
    app: "console",
    rights: [...deskRights, "case.place", "case.supervise"],
  },
  "community-desk": {
    label: "社区受理员",
    on: community,
    app: "console",
    rights: [...deskRights, ...communityRights],
  },
  "community-secretary": {
    label: "社区书记",
    on: community,
    app: "console",
    rights: [...deskRights, ...communityRights, "people.edit"],
    grants: ["community-desk", "grid-worker", "team-lead", "team-member", "unit-clerk"],
  },
  "grid-worker": { label: "网格员", on: ["grid", "village"], app: "mobile", rights: ["case.take"] },
  "team-lead": { label: "队长", on: ["team"], app: "mobile", rights: ["case.take", "case.lead"] },
  "team-member": { label: "队员", on: ["team"], app: "mobile", rights: ["case.take"] },
  "unit-clerk": {
    label: "单位经办人",
    on: ["unit", "department", "property"],
    app: "console",
    rights: ["case.take", "case.lead"],
  },
  "branch-secretary": { label: "网格党支部书记", on: ["grid-branch"], app: "mobile", rights: [] },
  "group-leader": { label: "网格党小组长", on: ["party-group"], app: "mobile", rights: [] },
  anchor: { label: "党员中心户长", on: ["anchor-household"], app: "mobile", rights: [] },
};
