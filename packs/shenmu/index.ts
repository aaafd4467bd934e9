/** 神木市 610881: a branch on the grid; five hands on one matter; subdistricts whistle, departments report in. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { caseKinds } from "../base/kinds.ts";
import { skills } from "../base/skills.ts";
import { activities, activityWorkflows } from "./activities.ts";
import { agreements, agreementWorkflows } from "./agreements.ts";
import { categories } from "./categories.ts";
import { claimables, claimWorkflows } from "./claims.ts";
import { cares, patrols } from "./duties.ts";
import { indicators, metrics, rates } from "./figures.ts";
import { lists } from "./lists.ts";
import { points } from "./points.ts";
import { registrations, registrationWorkflows } from "./registration.ts";
import { roles } from "./roles.ts";
import { tiers } from "./tiers.ts";
import { fiveSteps } from "./workflows/five-steps.ts";
import { reportIn } from "./workflows/report-in.ts";
import { whistleWorkflow } from "./workflows/whistle.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "shenmu",
  code: "610881",
  name: "神木市",
  brand: "网格红",
  accent: "#8a4b1f",
  numberPrefix: "SM",
  calendar: officeCalendar,
  map: { centre: [110.5, 38.83], zoom: 13, reachMeters: 8000 },
  tiers,
  roles,
  categories,
  kinds: caseKinds,
  workflows: {
    "five-steps": fiveSteps,
    whistle: whistleWorkflow,
    "report-in": reportIn,
    ...registrationWorkflows,
    ...claimWorkflows,
    ...activityWorkflows,
    ...agreementWorkflows,
  },
  mainWorkflow: "five-steps",
  lists,
  metrics,
  rates,
  indicators,
  participation: { points: "opt-in", ranking: "off", checkIn: "voluntary" },
  skills,
  registrations,
  claimables,
  activities,
  points,
  agreements,
  cares,
  patrols,
  words: {
    submit: "我要提问题",
    newCase: "新问题：{title}（{place}），请在 {due} 前处理。",
    openToAll: "网格员都可领",
  },
});
