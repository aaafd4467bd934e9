/** 神木市: the grid's members turn out together. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({ label: "网格活动", description: "网格党支部组织党员和群众一起做的事。" }),
};

export const activities: PackInput["activities"] = usualActivities();
