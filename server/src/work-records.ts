/** Which module keeps which rows of work that figures count. */
import type { RecordSources } from "./modules/insights/index.ts";

export const workRecords: RecordSources = {};
