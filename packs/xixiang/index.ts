/** 西乡县 610724, "驿站+": wishes are claimed, units open what they have, health squads visit homes. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { orderWorkflow } from "../base/order-workflow.ts";
import { skills } from "../base/skills.ts";
import { activities, activityWorkflows } from "./activities.ts";
import { agreements, agreementWorkflows } from "./agreements.ts";
import { categories } from "./categories.ts";
import { claimables, claimWorkflows } from "./claims.ts";
import { bookables, rotas } from "./duties.ts";
import { metrics, rates } from "./figures.ts";
import { lists } from "./lists.ts";
import { registrations, registrationWorkflows } from "./registration.ts";
import { roles } from "./roles.ts";
import { tiers } from "./tiers.ts";
import { coordination } from "./workflows/coordination.ts";
import { unitMediation } from "./workflows/mediation.ts";
import { referral, visit } from "./workflows/visit.ts";
import { wish } from "./workflows/wish.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "xixiang",
  code: "610724",
  name: "西乡县",
  brand: "驿站+",
  accent: "#3c7a3f",
  numberPrefix: "XX",
  calendar: officeCalendar,
  map: { centre: [107.766, 32.983], zoom: 13, reachMeters: 6000 },
  tiers,
  roles,
  categories,
  kinds: [
    { id: "help", label: "求助" },
    { id: "wish", label: "心愿" },
    { id: "consult", label: "咨询" },
    { id: "suggestion", label: "建议" },
  ],
  workflows: {
    order: orderWorkflow,
    wish,
    visit,
    referral,
    coordination,
    mediation: unitMediation,
    ...registrationWorkflows,
    ...claimWorkflows,
    ...activityWorkflows,
    ...agreementWorkflows,
  },
  mainWorkflow: "order",
  lists,
  metrics,
  rates,
  participation: { points: "off", ranking: "off", checkIn: "voluntary" },
  skills,
  registrations,
  claimables,
  activities,
  agreements,
  bookables,
  rotas,
  words: {
    submit: "我要说需求",
    newCase: "新的需求：{title}（{place}），请在 {due} 前处理。",
    openToAll: "全员可接",
  },
});
