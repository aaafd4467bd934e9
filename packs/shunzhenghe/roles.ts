/** 顺正河: committee members patrol, the secretary leads mediations, the functional zone supervises across the legal tree. */
import { rolesCalled } from "../base/county-word.ts";
import { communityGrants, localRoles } from "../base/local-roles.ts";
import { withAdministrator } from "../base/roles.ts";

const called = rolesCalled("区", localRoles);

export const roles = withAdministrator({
  ...called,
  "community-desk": {
    ...called["community-desk"],
    label: "社区两委干部",
    rights: [...called["community-desk"].rights, "patrol.log"],
  },
  "community-secretary": {
    ...called["community-secretary"],
    rights: [...called["community-secretary"].rights, "patrol.log", "mediation.lead"],
    grants: communityGrants,
  },
  /** Reads and supervises what lies in the zone's towns; what is confidential stays with those who mediate. */
  "zone-desk": {
    label: "功能区调度员",
    on: ["functional-zone"],
    rights: ["case.read", "case.supervise", "case.export", "figures.read", "pack.read"],
  },
});
