/** 双桥区 130802: needs are dispatched by content and accepted by skill; joint meetings go in rounds to a plan. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { carryOut } from "../base/carry-out.ts";
import { caseKinds } from "../base/kinds.ts";
import { skills } from "../base/skills.ts";
import { activities, activityWorkflows } from "./activities.ts";
import { agreements, agreementWorkflows } from "./agreements.ts";
import { categories } from "./categories.ts";
import { claimables, claimWorkflows } from "./claims.ts";
import { cares, rotas } from "./duties.ts";
import { metrics, rates } from "./figures.ts";
import { lists } from "./lists.ts";
import { points } from "./points.ts";
import { registrations, registrationWorkflows } from "./registration.ts";
import { roles } from "./roles.ts";
import { tiers } from "./tiers.ts";
import { jointMeeting } from "./workflows/joint-meeting.ts";
import { order } from "./workflows/order.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "shuangqiao",
  code: "130802",
  name: "双桥区",
  brand: "双报到+",
  accent: "#7a3b69",
  numberPrefix: "SQ",
  calendar: officeCalendar,
  map: { centre: [117.94, 40.974], zoom: 13, reachMeters: 8000 },
  tiers,
  roles,
  categories,
  kinds: caseKinds,
  workflows: {
    order,
    "joint-meeting": jointMeeting,
    measure: carryOut({
      label: "落实方案",
      description: "联席会议定下来的事里一个单位的那一份，做完由社区确认。",
      gives: [{ right: "meeting.call" }],
      tiers: ["unit", "department", "property", "owners-committee", "team", "enterprise"],
      days: 30,
    }),
    ...registrationWorkflows,
    ...claimWorkflows,
    ...activityWorkflows,
    ...agreementWorkflows,
  },
  mainWorkflow: "order",
  lists,
  metrics,
  rates,
  participation: { points: "opt-in", ranking: "off", checkIn: "voluntary" },
  skills,
  registrations,
  claimables,
  activities,
  points,
  agreements,
  cares,
  rotas,
  words: {
    submit: "我有需求",
    newCase: "新需求：{title}（{place}），请在 {due} 前处理。",
    openToAll: "各队都可以接",
  },
});
