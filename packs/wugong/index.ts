/** 武功县 610431, "久久为功": disputes gathered in the compound, resolved in the community, cracked at the county. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
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
import { dispute } from "./workflows/dispute.ts";
import { matter } from "./workflows/matter.ts";
import { ownersNeed, ownersTalk } from "./workflows/talk.ts";

export const pack = definePack({
  formatVersion: 2,
  id: "wugong",
  code: "610431",
  name: "武功县",
  brand: "久久为功",
  accent: "#2f6b5b",
  numberPrefix: "WG",
  calendar: officeCalendar,
  map: { centre: [108.2, 34.26], zoom: 13, reachMeters: 6000 },
  tiers,
  roles,
  categories,
  kinds: [
    { id: "dispute", label: "矛盾纠纷" },
    { id: "help", label: "求助" },
    { id: "consult", label: "咨询" },
    { id: "suggestion", label: "建议" },
  ],
  workflows: {
    dispute,
    "owners-talk": ownersTalk,
    "owners-need": ownersNeed,
    "grid-matter": matter({ right: "matter.grid", label: "网格员" }),
    "service-matter": matter({ right: "matter.service", label: "便民服务员" }),
    "finance-matter": matter({ right: "matter.finance", label: "财经管理员" }),
    ...registrationWorkflows,
    ...claimWorkflows,
    ...activityWorkflows,
    ...agreementWorkflows,
  },
  mainWorkflow: "dispute",
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
    submit: "我有事要说",
    newCase: "新的事项：{title}（{place}），请在 {due} 前处理。",
    openToAll: "全员可接",
  },
});
