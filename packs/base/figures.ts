/** Figures that every place counts, and the three rates with one set of definitions; a place may put its own in their stead. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

type Metrics = NonNullable<PackInput["metrics"]>;
type Rates = NonNullable<PackInput["rates"]>;

export const baseMetrics: Metrics = {
  received: { label: "受理诉求", definition: "期内提交的全部诉求", count: { what: "cases", when: [] } },
  ended: {
    label: "已办理完毕",
    definition: "期内提交、现已结束的诉求，含未受理、撤回和并案",
    count: { what: "cases", when: [{ name: "ended", value: true }] },
  },
  dispatched: {
    label: "已派单",
    definition: "期内提交并派出过的诉求",
    count: { what: "cases", when: [{ name: "has", fact: "dispatchedAt" }] },
  },
  "took-in-time": {
    label: "按时接单",
    definition: "派单后在接单时限内有人接单",
    count: {
      what: "cases",
      when: [
        { name: "has", fact: "dispatchedAt" },
        { name: "is", fact: "tookInTime", value: true },
      ],
    },
  },
  "asked-back": {
    label: "有效回访",
    definition: "居民评价过，或电话回访中回答了是否解决",
    count: { what: "cases", when: [{ name: "has", fact: "solved" }] },
  },
  solved: {
    label: "确认解决",
    definition: "居民最后一次回答为已解决",
    count: { what: "cases", when: [{ name: "is", fact: "solved", value: true }] },
  },
  rated: {
    label: "已评星级",
    definition: "居民给出了星级",
    count: { what: "cases", when: [{ name: "has", fact: "stars" }] },
  },
  satisfied: {
    label: "满意",
    definition: "居民评 4 星或 5 星",
    count: { what: "cases", when: [{ name: "atLeast", fact: "stars", min: 4 }] },
  },
  unreached: {
    label: "回访未接通",
    definition: "办结后电话回访未接通且居民没有评价",
    count: {
      what: "cases",
      when: [
        { name: "is", fact: "reached", value: "no" },
        { name: "lacks", fact: "solved" },
      ],
    },
  },
  refused: {
    label: "未予受理",
    definition: "说明了理由和去处后未予受理",
    count: { what: "cases", when: [{ name: "has", fact: "refusal" }] },
  },
};

export const threeRates: Rates = [
  {
    id: "response",
    label: "响应率",
    definition: "按时接单数 ÷ 已派单数。按时指在接单时限内接单。",
    counts: "took-in-time",
    of: "dispatched",
    excludes: ["refused"],
  },
  {
    id: "resolution",
    label: "解决率",
    definition: "居民确认解决数 ÷ 有效回访数。未接通的回访不计入。",
    counts: "solved",
    of: "asked-back",
    excludes: ["unreached", "refused"],
  },
  {
    id: "satisfaction",
    label: "满意率",
    definition: "评 4 星、5 星数 ÷ 已评星级数。没有评价的不计入。",
    counts: "satisfied",
    of: "rated",
    excludes: ["unreached", "refused"],
  },
];
