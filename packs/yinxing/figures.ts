import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics, threeRates } from "../base/figures.ts";
import { activities, claims, records, registrations } from "../base/part-figures.ts";

type Metrics = NonNullable<PackInput["metrics"]>;
type Condition = Extract<Metrics[string]["count"], { what: "cases" }>["when"][number];

const isMotion: Condition = { name: "workflow", anyOf: ["motion"] };

const done = (category: string, label: string): Metrics[string] => ({
  label: `${label}议成`,
  definition: `${label}方面实施完毕并反馈的议题`,
  count: {
    what: "cases",
    when: [isMotion, { name: "category", anyOf: [category] }, { name: "in", anyOf: ["rating", "closed"] }],
  },
});

export const metrics: Metrics = {
  ...baseMetrics,
  "flower-boxes": claims(["flower-box"], {
    label: "认领花箱",
    definition: "居民认领、没有退出的花箱",
    unit: "个",
  }),
  benches: claims(["bench"], { label: "认领休闲椅", definition: "居民认领、没有退出的广场休闲椅", unit: "把" }),
  drives: activities(["drive"], { label: "文明宣传", definition: "已经办完的文明理念宣传活动", unit: "次" }),
  "patrol-rounds": records("patrol-round", "rows", {
    label: "巡防",
    definition: "走完的巡防",
    unit: "次",
  }),
  "registered-units": registrations(["unit"], {
    label: "共建单位",
    definition: "经社区确认、没有结束的共建单位报到",
    unit: "个",
  }),
  motions: { label: "收集议题", definition: "楼栋长和居民提出的事", count: { what: "cases", when: [isMotion] } },
  "motions-decided": {
    label: "表决通过",
    definition: "居民代表会议表决通过方案的议题",
    count: { what: "cases", when: [isMotion, { name: "has", fact: "decidedAt" }] },
  },
  "motions-done": {
    label: "议成办好",
    definition: "实施完毕并反馈给提出人的议题",
    count: { what: "cases", when: [isMotion, { name: "in", anyOf: ["rating", "closed"] }] },
  },
  "parking-done": done("parking", "停车"),
  "access-done": done("access", "老人出行"),
  "households-asked": {
    label: "征求意见户数",
    definition: "各议题征求意见的户数之和，一户可以多次",
    unit: "户",
    count: { what: "sum", fact: "asked", when: [isMotion] },
  },
  questioned: {
    label: "监事会提出意见",
    definition: "监事会提出过监督意见的议题",
    count: { what: "cases", when: [isMotion, { name: "atLeast", fact: "questions", min: 1 }] },
  },
  mediated: {
    label: "邻里纠纷调解",
    definition: "达成协议的邻里纠纷",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["dispute"] },
        { name: "has", fact: "mediatedAt" },
      ],
    },
  },
};

export const rates = threeRates;
