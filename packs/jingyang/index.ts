/** 泾阳县 610423, "泾诚驿家": residents order, the community dispatches, a team accepts, residents rate. */
import { definePack } from "@ginkgo/shared/pack/check.ts";
import { officeCalendar } from "../base/calendar.ts";
import { orderWorkflow } from "../base/order-workflow.ts";
import { areaTiers, bodyTiers, partyTiers } from "../base/tiers.ts";
import { categories } from "./categories.ts";
import { roles } from "./roles.ts";

export const pack = definePack({
  formatVersion: 1,
  id: "jingyang",
  code: "610423",
  name: "泾阳县",
  brand: "泾诚驿家",
  accent: "#c8321f",
  numberPrefix: "JY",
  calendar: officeCalendar,
  map: { centre: [108.838, 34.528], zoom: 13, reachMeters: 6000 },
  tiers: {
    ...areaTiers,
    ...bodyTiers,
    ...partyTiers,
    team: {
      label: "服务队",
      tree: "area",
      as: "body",
      under: ["community", "village"],
      kinds: { pioneer: "先锋队", mediation: "调解队", volunteer: "志愿队", property: "物业队", convenience: "便民队" },
    },
  },
  roles,
  categories,
  kinds: [
    { id: "consult", label: "咨询" },
    { id: "help", label: "求助" },
    { id: "complaint", label: "投诉" },
    { id: "report", label: "举报" },
    { id: "suggestion", label: "建议" },
  ],
  workflow: orderWorkflow,
  words: {
    submit: "我要点单",
    newCase: "新诉求：{title}（{place}），请在 {due} 前处理。",
    openToAll: "全员可接",
  },
});
