/** 三原县: health talks, reading rooms, evenings for the young, all in the service centres. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({ label: "家门口的活动", description: "党群服务中心、小区工作站组织。" }),
};

export const activities: PackInput["activities"] = usualActivities({ checkIn: false });
