/** 银杏社区: talks on family ways, drives for civility, residents cleaning up together. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, activityKind, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({ label: "院落活动", description: "楼栋长、文明小分队和社区一起办。", vetDays: 1 }),
};

export const activities: PackInput["activities"] = {
  ...usualActivities({ checkIn: false }),
  drive: activityKind({
    label: "文明宣传",
    description: "文明理念宣传、楼栋评选动员。",
    form: "event",
    workflow: "activity",
  }),
};
