/** Which module keeps which rows of work that figures count. */
import { activityRecords } from "./modules/activities/index.ts";
import { agreementRecords } from "./modules/agreements/index.ts";
import { matchingRecords } from "./modules/claims/index.ts";
import { dutyRecords } from "./modules/duties/index.ts";
import type { RecordSources } from "./modules/insights/index.ts";

export const workRecords: RecordSources = {
  ...activityRecords,
  ...agreementRecords,
  ...matchingRecords,
  ...dutyRecords,
};
