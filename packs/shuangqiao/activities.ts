/** 双桥区: first aid, shadow plays, founders' forums: teams and units go to where people are. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({
    label: "双报到+活动",
    description: "志愿服务队和报到单位办，社区审核；结束后报服务了多少人。",
    resultAsks: [
      { kind: "number", name: "served", label: "服务了多少人", required: true, min: 1, max: 5000, unit: "人" },
    ],
  }),
};

export const activities: PackInput["activities"] = usualActivities();
