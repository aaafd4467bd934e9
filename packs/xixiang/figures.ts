import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics, threeRates } from "../base/figures.ts";
import { activities, agreementsMade, carriedThrough, registrations } from "../base/part-figures.ts";

type Metrics = NonNullable<PackInput["metrics"]>;

const stations = (kind: string, label: string): Metrics[string] => ({
  label,
  definition: `在册的${label}`,
  unit: "个",
  count: { what: "nodes", tiers: ["station"], kind },
});

export const metrics: Metrics = {
  ...baseMetrics,
  mediated: {
    label: "协同调解",
    definition: "有结果的调解：达成协议，且没有被推翻",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["mediation"] },
        { name: "has", fact: "mediatedAt" },
      ],
    },
  },
  "parking-opened": {
    label: "协调停车位",
    definition: "单位已经开放、社区现场核实过的停车位",
    unit: "个",
    count: {
      what: "sum",
      fact: "spaces",
      when: [
        { name: "workflow", anyOf: ["coordination"] },
        { name: "category", anyOf: ["parking"] },
        { name: "in", anyOf: ["closed"] },
      ],
    },
  },
  wishes: {
    label: "微心愿",
    definition: "提出的微心愿",
    unit: "个",
    count: { what: "cases", when: [{ name: "workflow", anyOf: ["wish"] }] },
  },
  "wishes-claimed": {
    label: "认领心愿",
    definition: "有单位或党员认领的微心愿",
    unit: "个",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["wish"] },
        { name: "has", fact: "claimedAt" },
      ],
    },
  },
  "wishes-granted": {
    label: "实现心愿",
    definition: "实现并反馈过的微心愿",
    unit: "个",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["wish"] },
        { name: "in", anyOf: ["granted"] },
      ],
    },
  },
  visits: {
    label: "上门服务",
    definition: "完成的上门健康服务",
    unit: "次",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["visit"] },
        { name: "has", fact: "completedAt" },
      ],
    },
  },
  referrals: {
    label: "转诊",
    definition: "医院转回意见的转诊",
    unit: "次",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["referral"] },
        { name: "in", anyOf: ["answered"] },
      ],
    },
  },
  "registered-units": registrations(["unit"], {
    label: "报到单位党组织",
    definition: "经社区确认、没有结束的单位党组织报到",
    unit: "个",
  }),
  "registered-members": registrations(["member"], {
    label: "报到党员干部",
    definition: "经社区确认、没有结束的党员干部报到",
    unit: "人",
  }),
  "needs-met": carriedThrough(["need", "wish", "service"], {
    label: "办成群众需求",
    definition: "认领后办完、提出的一方确认过的需求和心愿",
    unit: "件",
  }),
  "facilities-opened": carriedThrough(["facility"], {
    label: "开放设施",
    definition: "单位已经开放、社区确认过的设施",
    unit: "处",
  }),
  activities: activities([], { label: "举办活动", definition: "已经办完的活动", unit: "次" }),
  agreements: agreementsMade({ label: "共建协议", definition: "各方都同意、已经生效的协议", unit: "份" }),
  "rest-stops": stations("rest-stop", "户外工作者休息站"),
  "book-houses": stations("book-house", "城市智慧书屋"),
  schools: {
    label: "中小学校",
    definition: "在册的公办中小学校",
    unit: "所",
    count: { what: "nodes", tiers: ["school"] },
  },
};

export const rates = threeRates;
