/** 汉滨区 610902: residents' voices of five kinds, families accompanied through many needs, a list of what may be pushed down. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { carryOut } from "../base/carry-out.ts";
import { caseKinds } from "../base/kinds.ts";
import { skills } from "../base/skills.ts";
import { dispatch, vet } from "../base/steps.ts";
import { activities, activityWorkflows } from "./activities.ts";
import { agreements, agreementWorkflows } from "./agreements.ts";
import { categories } from "./categories.ts";
import { claimables, claimWorkflows } from "./claims.ts";
import { cares, patrols, rotas } from "./duties.ts";
import { indicators, metrics, rates } from "./figures.ts";
import { lists } from "./lists.ts";
import { points } from "./points.ts";
import { registrations, registrationWorkflows } from "./registration.ts";
import { roles } from "./roles.ts";
import { tiers } from "./tiers.ts";
import { companion } from "./workflows/companion.ts";
import { task } from "./workflows/task.ts";
import { voice } from "./workflows/voice/index.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "hanbin",
  code: "610902",
  name: "汉滨区",
  brand: "双认领·双服务",
  accent: "#1d6fa5",
  numberPrefix: "HB",
  calendar: officeCalendar,
  map: { centre: [109.02, 32.69], zoom: 13, reachMeters: 8000 },
  tiers,
  roles,
  categories,
  kinds: caseKinds.map((kind) => (kind.id === "complaint" ? { ...kind, confidential: true } : kind)),
  workflows: {
    voice,
    part: carryOut({
      label: "部门协调解决",
      description: "重点难点问题里一个部门的那一份，办完由社区确认。",
      gives: [dispatch],
      tiers: ["department", "unit"],
      days: 15,
    }),
    companion,
    need: carryOut({
      label: "帮办一件事",
      description: "为结对家庭办一件事：补贴、辅具、住房、上学；办完由陪伴人或社区确认。",
      gives: [vet, { party: "reporter" }],
      tiers: ["department", "unit", "team", "station", "school", "clinic"],
      days: 20,
    }),
    task,
    ...registrationWorkflows,
    ...claimWorkflows,
    ...activityWorkflows,
    ...agreementWorkflows,
  },
  mainWorkflow: "voice",
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
  rotas,
  words: {
    submit: "我有话说",
    newCase: "新的居民心声：{title}（{place}），请在 {due} 前处理。",
    openToAll: "大家都可以接",
  },
});
