/** 汉滨区: a call goes out on the platform and is answered within minutes; hours bring points. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { activity, usualActivities } from "../base/activities.ts";

export const activityWorkflows: PackInput["workflows"] = {
  activity: activity({ label: "志愿招募", description: "云平台发布招募，报名、签到、签退，按时长记积分。" }),
};

export const activities: PackInput["activities"] = usualActivities();
