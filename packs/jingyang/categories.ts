import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

/** What residents order. Danger and broken utilities have limits of their own for handling. */
export const categories: PackInput["categories"] = [
  {
    id: "danger",
    label: "安全隐患",
    group: "紧急",
    urgent: true,
    description: "燃气泄漏、电线裸露、高空坠物、消防通道堵塞等可能伤人的情况",
    limits: { vetting: { hours: 0.5 }, dispatching: { hours: 0.5 }, assigned: { hours: 0.5 }, handling: { hours: 2 } },
  },
  {
    id: "utilities",
    label: "水电气暖",
    group: "紧急",
    urgent: true,
    description: "停水停电、暖气不热、管道漏水、燃气故障",
    limits: { vetting: { hours: 1 }, dispatching: { hours: 1 }, assigned: { hours: 1 }, handling: { hours: 24 } },
  },
  {
    id: "property",
    label: "物业服务",
    group: "小区",
    description: "电梯故障、物业收费、公共设施维修、门禁",
  },
  { id: "sanitation", label: "环境卫生", group: "小区", description: "垃圾清运、楼道堆物、绿化养护、公厕" },
  { id: "parking", label: "停车出行", group: "小区", description: "车位、乱停乱放、充电桩、道路破损" },
  {
    id: "neighbours",
    label: "邻里纠纷",
    group: "调解",
    description: "噪声、漏水、占用公共部位、宠物",
    limits: { handling: { workingHours: 75 } },
  },
  { id: "safety", label: "治安法律", group: "调解", description: "治安线索、法律咨询、反诈骗" },
  { id: "elderly", label: "助老助残", group: "帮扶", description: "独居老人照看、代买代办、残疾人帮扶" },
  { id: "children", label: "儿童教育", group: "帮扶", description: "课后托管、入学咨询、未成年人保护" },
  { id: "repairs", label: "便民维修", group: "便民", description: "家电修理、管道疏通、缝补、开锁、理发" },
  { id: "agency", label: "代办帮办", group: "便民", description: "快递代收、费用代缴、证件和补贴代办" },
  { id: "policy", label: "政策咨询", group: "便民", description: "社保、医保、低保、就业、住房政策" },
  { id: "other", label: "其他", group: "便民", description: "以上都不合适的" },
];
