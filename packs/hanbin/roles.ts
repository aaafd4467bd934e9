/** 汉滨区: who may push a task down, who receives it, who decides about long-running help. */
import { rolesCalled } from "../base/county-word.ts";
import { communityGrants, localRoles } from "../base/local-roles.ts";
import { withAdministrator } from "../base/roles.ts";

const town = ["companion.decide", "task.assign"];

const called = rolesCalled("区", localRoles);

export const roles = withAdministrator({
  ...called,
  "county-desk": {
    ...called["county-desk"],
    rights: [...called["county-desk"].rights, "task.assign", "task.review"],
  },
  "subdistrict-desk": {
    ...called["subdistrict-desk"],
    rights: [...called["subdistrict-desk"].rights, ...town],
  },
  "town-secretary": { ...called["town-secretary"], rights: [...called["town-secretary"].rights, ...town] },
  "community-secretary": {
    ...called["community-secretary"],
    rights: [...called["community-secretary"].rights, "task.receive"],
    grants: communityGrants,
  },
});
