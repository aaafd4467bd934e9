/** 武功县: calligraphy, the college for the elderly, the short-video corner, and volunteers' work. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, activityKind, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({ label: "社区活动", description: "课堂、讲座和志愿服务，社区和机关党支部一起办。" }),
};

export const activities: PackInput["activities"] = {
  ...usualActivities(),
  class: activityKind({
    label: "社区课堂",
    description: "书法课堂、老年大学、抖音小站。",
    form: "course",
    workflow: "activity",
    joinLate: true,
  }),
};
