/** 神木市: five hands on one matter, so their rights are kept apart. */
import { rolesCalled } from "../base/county-word.ts";
import { communityGrants, localRoles } from "../base/local-roles.ts";
import { deskRights, withAdministrator } from "../base/roles.ts";

const town = ["case.place", "case.supervise", "whistle.blow"];

const called = rolesCalled("市", localRoles);

export const roles = withAdministrator({
  ...called,
  /** Objections to a whistle are not decided by who blew it. */
  "county-desk": {
    ...called["county-desk"],
    rights: [...deskRights, "case.place", "case.supervise", "case.review", "whistle.watch"],
  },
  "subdistrict-desk": { ...called["subdistrict-desk"], rights: [...deskRights, ...town] },
  "town-secretary": { ...called["town-secretary"], rights: [...deskRights, ...town] },
  "community-secretary": {
    ...called["community-secretary"],
    rights: [...called["community-secretary"].rights, "case.lookBack"],
    grants: [...communityGrants, "branch-secretary"],
  },
  /** Neighbours of those who raise: they read what waits for their order, not everything in the community. */
  delegate: { label: "党员、居民代表", on: ["community", "village"], rights: ["order.write"] },
  /** 支部委员会: sets the plan for the ground on which its branch stands. */
  "branch-secretary": {
    ...called["branch-secretary"],
    label: "网格党支部书记、委员",
    rights: ["case.read", "plan.set"],
  },
});
