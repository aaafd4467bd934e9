import { communityGrants, localRoles } from "../base/local-roles.ts";
import { type RoleInput, withAdministrator } from "../base/roles.ts";

const more = (role: keyof typeof localRoles, ...rights: string[]): RoleInput => ({
  ...localRoles[role],
  rights: [...localRoles[role].rights, ...rights],
});

export const roles = withAdministrator({
  ...localRoles,
  "community-desk": more("community-desk", "mediation.lead"),
  "community-secretary": { ...more("community-secretary", "mediation.lead"), grants: communityGrants },
});
