/** 什邡市 510682, 方亭街道 银杏社区: residents decide together, supervised throughout. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { skills } from "../base/skills.ts";
import { activities, activityWorkflows } from "./activities.ts";
import { categories } from "./categories.ts";
import { claimables, claimWorkflows } from "./claims.ts";
import { patrols, rotas } from "./duties.ts";
import { metrics, rates } from "./figures.ts";
import { lists } from "./lists.ts";
import { registrations, registrationWorkflows } from "./registration.ts";
import { roles } from "./roles.ts";
import { tiers } from "./tiers.ts";
import { dispute } from "./workflows/dispute.ts";
import { motion } from "./workflows/motion.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "yinxing",
  code: "510682",
  name: "什邡市",
  brand: "银杏六共同",
  accent: "#8a5f12",
  numberPrefix: "SF",
  calendar: officeCalendar,
  map: { centre: [104.167, 31.127], zoom: 13, reachMeters: 6000 },
  tiers,
  roles,
  categories,
  kinds: [
    { id: "suggestion", label: "建议" },
    { id: "help", label: "求助" },
    { id: "complaint", label: "投诉" },
    { id: "dispute", label: "纠纷" },
  ],
  workflows: { motion, dispute, ...registrationWorkflows, ...claimWorkflows, ...activityWorkflows },
  mainWorkflow: "motion",
  lists,
  metrics,
  rates,
  participation: { points: "off", ranking: "off", checkIn: "off" },
  skills,
  registrations,
  claimables,
  activities,
  patrols,
  rotas,
  words: {
    submit: "我来提一件事",
    newCase: "新的事项：{title}（{place}），请在 {due} 前处理。",
    openToAll: "全员可接",
  },
});
