import { communityGrants, localRoles } from "../base/local-roles.ts";
import { community, type RoleInput, withAdministrator } from "../base/roles.ts";

const more = (role: keyof typeof localRoles, rights: readonly string[], label?: string): RoleInput => ({
  ...localRoles[role],
  ...(label ? { label } : {}),
  rights: [...localRoles[role].rights, ...rights],
});

/** The three officers: grid, service, finance. Where nobody else is appointed, desk and secretary do the last two. */
export const roles = withAdministrator({
  ...localRoles,
  "grid-worker": more("grid-worker", ["dispute.settle", "matter.grid"], "基础网格员"),
  "service-officer": { label: "便民服务员", on: community, rights: ["matter.service"] },
  "finance-officer": { label: "财经管理员", on: community, rights: ["matter.finance"] },
  "community-desk": more("community-desk", ["dispute.settle", "matter.grid", "matter.service"]),
  "community-secretary": {
    ...more("community-secretary", ["dispute.settle", "matter.service", "matter.finance"]),
    grants: [...communityGrants, "service-officer", "finance-officer"],
  },
  "county-desk": more("county-desk", ["dispute.crack"]),
});
