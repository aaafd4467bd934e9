/** 双桥区: the community's secretary calls joint meetings; residents watch what was agreed being carried out. */
import { rolesCalled } from "../base/county-word.ts";
import { communityGrants, localRoles } from "../base/local-roles.ts";
import { withAdministrator } from "../base/roles.ts";

const called = rolesCalled("区", localRoles);

export const roles = withAdministrator({
  ...called,
  "community-desk": {
    ...called["community-desk"],
    rights: [...called["community-desk"].rights, "meeting.prepare"],
  },
  "community-secretary": {
    ...called["community-secretary"],
    rights: [...called["community-secretary"].rights, "meeting.prepare", "meeting.call"],
    grants: communityGrants,
  },
});
