import { communityGrants, localRoles } from "../base/local-roles.ts";
import { type RoleInput, withAdministrator } from "../base/roles.ts";

const more = (role: keyof typeof localRoles, rights: readonly string[], label?: string): RoleInput => ({
  ...localRoles[role],
  ...(label ? { label } : {}),
  rights: [...localRoles[role].rights, ...rights],
});

/** Heads of compound stations look first; where there is no station, the community's desk and secretary do. */
export const roles = withAdministrator({
  ...localRoles,
  "compound-head": more("compound-head", ["need.look"], "小区工作站站长"),
  "community-desk": more("community-desk", ["need.look"]),
  "community-secretary": { ...more("community-secretary", ["need.look"]), grants: communityGrants },
  "subdistrict-desk": more("subdistrict-desk", ["project.watch"]),
  "county-desk": more("county-desk", ["project.watch", "project.approve"]),
});
