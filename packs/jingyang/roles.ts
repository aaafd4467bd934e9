import { baseRoles, type RoleInput, withAdministrator } from "../base/roles.ts";

const more = (role: keyof typeof baseRoles, ...rights: string[]): RoleInput => ({
  ...baseRoles[role],
  rights: [...baseRoles[role].rights, ...rights],
});

export const roles = withAdministrator({
  ...baseRoles,
  "county-desk": more("county-desk", "rectify.lead"),
  "subdistrict-desk": more("subdistrict-desk", "rectify.lead"),
  "community-desk": more("community-desk", "mediation.lead"),
  "community-secretary": more("community-secretary", "mediation.lead", "rectify.lead"),
});
