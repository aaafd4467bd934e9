/** 泾阳县: volunteer work, risky outdoor work, courses, talks and events of communities, teams and units. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({
    label: "活动",
    description: "社区直接发布，队伍和单位提交后由社区审核；结束后报成果，时长公示七天。",
  }),
};

export const activities = usualActivities();
