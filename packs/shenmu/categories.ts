/** 神木市: what residents raise, what a subdistrict whistles for, and the departments' part of it. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export const categories: PackInput["categories"] = [
  { id: "road", label: "道路出行", group: "环境", description: "巷道坑洼积水、路灯不亮、乱停车堵路" },
  { id: "sanitation", label: "环境卫生", group: "环境", description: "垃圾清运、污水外溢、楼道堆物、绿化养护" },
  {
    id: "utilities",
    label: "水电气暖",
    group: "民生",
    urgent: true,
    description: "停水停电、暖气不热、管道漏水",
    limits: { raised: { hours: 2 }, planning: { hours: 4 }, assigned: { hours: 1 }, working: { hours: 24 } },
  },
  { id: "facilities", label: "公共设施", group: "环境", description: "健身器材、晾衣区、非机动车棚、门禁" },
  {
    id: "danger",
    label: "安全隐患",
    group: "民生",
    urgent: true,
    description: "燃气泄漏、电线裸露、墙体开裂、堵塞消防通道",
    limits: { raised: { hours: 0.5 }, planning: { hours: 1 }, assigned: { hours: 0.5 }, working: { hours: 4 } },
  },
  { id: "neighbours", label: "邻里纠纷", group: "民生", description: "噪声、漏水、占用公共部位、宠物" },
  { id: "care", label: "助老助困", group: "民生", description: "独居老人照看、残疾人帮扶、临时困难" },
  { id: "other", label: "其他问题", group: "民生", description: "以上都不合适的" },

  {
    id: "whistle-enforcement",
    label: "综合执法哨",
    group: "街道吹哨",
    workflow: "whistle",
    description: "违法建设、占道经营、油烟扰民等需要几个部门一起执法的",
  },
  {
    id: "whistle-works",
    label: "重点工作哨",
    group: "街道吹哨",
    workflow: "whistle",
    description: "背街小巷整治、排水改造等需要几个部门一起推进的",
  },
  {
    id: "whistle-emergency",
    label: "应急处置哨",
    group: "街道吹哨",
    urgent: true,
    workflow: "whistle",
    description: "管网爆裂、火情、内涝等必须马上到场的",
    limits: { blown: { hours: 0.5 }, responding: { hours: 24 } },
  },
  {
    id: "report-in",
    label: "部门报到",
    group: "街道吹哨",
    workflow: "report-in",
    description: "被吹哨部门在一件事里的那一份",
  },
  {
    id: "report-in-urgent",
    label: "部门报到（应急）",
    group: "街道吹哨",
    urgent: true,
    workflow: "report-in",
    description: "应急哨里部门的那一份，半小时内到场",
    limits: { summoned: { hours: 0.5 }, disputed: { hours: 1 }, working: { hours: 12 } },
  },
];
