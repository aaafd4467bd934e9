/** 樊城区 420606 with 襄阳高新区, a functional zone; the model is 米庄镇 顺正河社区: one turn, three does, joint mediation. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { caseKinds } from "../base/kinds.ts";
import { skills } from "../base/skills.ts";
import { activities, activityWorkflows } from "./activities.ts";
import { agreements, agreementWorkflows } from "./agreements.ts";
import { categories } from "./categories.ts";
import { claimables, claimWorkflows } from "./claims.ts";
import { cares, patrols, rotas } from "./duties.ts";
import { metrics, rates } from "./figures.ts";
import { lists } from "./lists.ts";
import { registrations, registrationWorkflows } from "./registration.ts";
import { roles } from "./roles.ts";
import { tiers } from "./tiers.ts";
import { jointMediation } from "./workflows/joint-mediation.ts";
import { patrol } from "./workflows/patrol.ts";
import { threeDoes } from "./workflows/three-does.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "shunzhenghe",
  code: "420606",
  name: "襄阳高新区",
  brand: "一转三办",
  accent: "#1f6f78",
  numberPrefix: "SZH",
  calendar: officeCalendar,
  map: { centre: [112.17, 32.1], zoom: 14, reachMeters: 8000 },
  tiers,
  roles,
  categories,
  kinds: caseKinds,
  workflows: {
    "three-does": threeDoes,
    patrol,
    "joint-mediation": jointMediation,
    ...registrationWorkflows,
    ...claimWorkflows,
    ...activityWorkflows,
    ...agreementWorkflows,
  },
  mainWorkflow: "three-does",
  lists,
  metrics,
  rates,
  participation: { points: "off", ranking: "off", checkIn: "voluntary" },
  /** Gates report events; faces stay in the device, and there is always another way in. */
  devices: [
    { id: "door", label: "小区门禁", kind: "door" },
    { id: "vehicle-gate", label: "车辆道闸", kind: "vehicle-gate" },
    { id: "perimeter", label: "电子围栏", kind: "perimeter" },
  ],
  skills,
  registrations,
  claimables,
  activities,
  agreements,
  cares,
  patrols,
  rotas,
  words: {
    submit: "我要反映",
    newCase: "新事项：{title}（{place}），请在 {due} 前处理。",
    openToAll: "大家都可以接",
  },
});
