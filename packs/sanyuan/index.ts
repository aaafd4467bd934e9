/** 三原县 610422, "同心三原": a need is seen within minutes; report card and problem list; venues built under a weekly look. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { skills } from "../base/skills.ts";
import { activities, activityWorkflows } from "./activities.ts";
import { agreements, agreementWorkflows } from "./agreements.ts";
import { categories } from "./categories.ts";
import { claimables, claimWorkflows } from "./claims.ts";
import { bookables, cares, rotas } from "./duties.ts";
import { indicators, metrics, rates } from "./figures.ts";
import { lists } from "./lists.ts";
import { registrations, registrationWorkflows } from "./registration.ts";
import { roles } from "./roles.ts";
import { tiers } from "./tiers.ts";
import { need } from "./workflows/need.ts";
import { project } from "./workflows/project.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "sanyuan",
  code: "610422",
  name: "三原县",
  brand: "同心三原",
  accent: "#2d5f8a",
  numberPrefix: "SY",
  calendar: officeCalendar,
  map: { centre: [108.94, 34.617], zoom: 13, reachMeters: 6000 },
  tiers,
  roles,
  categories,
  kinds: [
    { id: "help", label: "求助" },
    { id: "consult", label: "咨询" },
    { id: "complaint", label: "投诉" },
    { id: "suggestion", label: "建议" },
  ],
  workflows: {
    need,
    project,
    ...registrationWorkflows,
    ...claimWorkflows,
    ...activityWorkflows,
    ...agreementWorkflows,
  },
  mainWorkflow: "need",
  lists,
  metrics,
  rates,
  indicators,
  participation: { points: "off", ranking: "off", checkIn: "off" },
  skills,
  registrations,
  claimables,
  activities,
  agreements,
  bookables,
  cares,
  rotas,
  words: {
    submit: "发布需求",
    newCase: "新的需求：{title}（{place}），请在 {due} 前查看。",
    openToAll: "全员可接",
  },
});
