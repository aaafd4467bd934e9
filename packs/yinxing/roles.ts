import { communityGrants, localRoles } from "../base/local-roles.ts";
import { type RoleInput, withAdministrator } from "../base/roles.ts";

const more = (role: keyof typeof localRoles, rights: readonly string[], label?: string): RoleInput => ({
  ...localRoles[role],
  ...(label ? { label } : {}),
  rights: [...localRoles[role].rights, ...rights],
});

export const roles = withAdministrator({
  ...localRoles,
  "building-head": more("building-head", ["motion.speak"]),
  delegate: more("delegate", ["motion.speak"]),
  supervisor: { ...localRoles.supervisor, label: "监事会成员", rights: ["case.read", "motion.oversee"] },
  // Where a community has no 监事会 yet, the subdistrict looks on.
  "subdistrict-desk": more("subdistrict-desk", ["motion.oversee"]),
  "community-desk": more("community-desk", ["mediation.lead"]),
  "community-secretary": {
    ...more("community-secretary", ["motion.decide", "motion.speak", "mediation.lead"]),
    grants: communityGrants,
  },
});
