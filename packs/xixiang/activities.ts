/** 西乡县: volunteers of the stations, touring clinics, training for parents, evenings in the book house. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({ label: "驿站活动", description: "驿站、单位、队伍组织，社区审核后招募。" }),
};

export const activities: PackInput["activities"] = usualActivities();
