/** 泾阳县 610423, "泾诚驿家": residents order, the community dispatches, a team accepts, residents rate. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { threeRates } from "../base/figures.ts";
import { elsewhere } from "../base/lists.ts";
import { orderWorkflow } from "../base/order-workflow.ts";
import { skills } from "../base/skills.ts";
import { activities, activityWorkflows } from "./activities.ts";
import { agreements, agreementWorkflows } from "./agreements.ts";
import { categories } from "./categories.ts";
import { claimables, claimWorkflows } from "./claims.ts";
import { bookables, cares, patrols, rotas } from "./duties.ts";
import { metrics } from "./figures.ts";
import { registrations, registrationWorkflows } from "./registration.ts";
import { roles } from "./roles.ts";
import { tiers } from "./tiers.ts";
import { measure } from "./workflows/measure.ts";
import { mediationRoom } from "./workflows/mediation.ts";
import { opinion, problem } from "./workflows/rectification.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "jingyang",
  code: "610423",
  name: "泾阳县",
  brand: "泾诚驿家",
  accent: "#c8321f",
  numberPrefix: "JY",
  calendar: officeCalendar,
  map: { centre: [108.838, 34.528], zoom: 13, reachMeters: 6000 },
  tiers,
  roles,
  categories,
  kinds: [
    { id: "consult", label: "咨询" },
    { id: "help", label: "求助" },
    { id: "complaint", label: "投诉" },
    { id: "report", label: "举报" },
    { id: "suggestion", label: "建议" },
  ],
  workflows: {
    order: orderWorkflow,
    mediation: mediationRoom,
    opinion,
    problem,
    measure,
    ...registrationWorkflows,
    ...claimWorkflows,
    ...agreementWorkflows,
    ...activityWorkflows,
  },
  mainWorkflow: "order",
  lists: {
    elsewhere: elsewhere([{ id: "hall", label: "县政务服务中心", detail: "工作日 9:00–17:00，带身份证" }]),
  },
  metrics,
  rates: threeRates,
  participation: { points: "off", ranking: "off", checkIn: "voluntary" },
  skills,
  registrations,
  claimables,
  agreements,
  activities,
  bookables,
  rotas,
  patrols,
  cares,
  words: {
    submit: "我要点单",
    newCase: "新诉求：{title}（{place}），请在 {due} 前处理。",
    openToAll: "全员可接",
  },
});
