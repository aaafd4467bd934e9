/** 顺正河社区: theme days, five volunteer teams, talks on new customs. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({
    label: "五队活动",
    description: "五支志愿服务队、五联组织办的活动，社区审核。",
  }),
};

export const activities: PackInput["activities"] = usualActivities();
