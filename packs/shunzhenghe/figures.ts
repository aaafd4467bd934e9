/** 顺正河: the three ways counted apart, people whose dispute was settled, and the patrol points of the tree. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics, threeRates } from "../base/figures.ts";
import { activities, claims, records, registrations } from "../base/part-figures.ts";

type Metrics = NonNullable<PackInput["metrics"]>;
type Condition = Extract<Metrics[string]["count"], { what: "cases" }>["when"][number];

const mediated: Condition = { name: "workflow", anyOf: ["joint-mediation"] };
const cases = (label: string, definition: string, ...when: Condition[]): Metrics[string] => ({
  label,
  definition,
  count: { what: "cases", when },
});
const done: Condition = { name: "has", fact: "completedAt" };
const way = (value: string): Condition => ({ name: "is", fact: "way", value });
const { dispatched: _, "took-in-time": __, ...base } = baseMetrics;

export const metrics: Metrics = {
  joined: registrations(["superior", "organisation", "social", "enterprise"], {
    label: "五联组织",
    definition: "经社区党委确认、没有结束的上级包保单位、双报到党组织、社会组织和企业",
    unit: "个",
  }),
  patrollers: records("patrol-turn", "people", {
    label: "巡逻队员",
    definition: "走完过巡逻的人，一人只算一次",
    unit: "人",
  }),
  "patrol-rounds": records("patrol-round", "rows", { label: "平安巡逻", definition: "走完的巡逻", unit: "次" }),
  plots: claims(["plot"], { label: "党员责任区", definition: "有党员认领、没有退出的责任区", unit: "处" }),
  visits: records("care-visit", "rows", { label: "上门看望", definition: "见到了人的走访", unit: "次" }),
  activities: activities([], { label: "举办活动", definition: "已经办完的活动", unit: "次" }),
  ...base,
  sorted: cases("已分办", "说定了当场办、马上办还是网上办的事，和已受理的纠纷", { name: "has", fact: "sortedInTime" }),
  "sorted-in-time": cases("按时分办", "在分办（受理）时限内说定", { name: "is", fact: "sortedInTime", value: true }),
  found: cases("巡查发现", "每日巡查发现并记录的问题", { name: "workflow", anyOf: ["patrol"] }),
  "on-spot": cases("当场办好", "当场办并办好的事", way("spot"), done),
  "at-once": cases("马上办好", "派人办并办好的事，含从当场办、网上办转来的", way("once"), done),
  online: cases("网上办好", "在线答复的事", way("online"), done),
  "done-in-time": cases("时限内办好", "在各自时限内办好的事", done, { name: "is", fact: "doneInTime", value: true }),
  "disputes-settled": cases(
    "联调化解",
    "达成协议并经回访确认履行的纠纷",
    mediated,
    { name: "is", fact: "solved", value: true },
    { name: "ended", value: true },
  ),
  "people-settled": {
    label: "化解纠纷涉及",
    definition: "达成协议并经回访确认履行的纠纷所涉及的人数之和",
    unit: "人",
    count: {
      what: "sum",
      fact: "people",
      when: [mediated, { name: "is", fact: "solved", value: true }, { name: "ended", value: true }],
    },
  },
  "patrol-points": {
    label: "巡逻点",
    definition: "在用的巡逻点",
    unit: "个",
    count: { what: "nodes", tiers: ["patrol-point"] },
  },
};

const [, resolution, satisfaction] = threeRates;
export const rates: PackInput["rates"] = [
  {
    id: "response",
    label: "响应率",
    definition: "按时分办（受理）数 ÷ 已分办（受理）数。",
    counts: "sorted-in-time",
    of: "sorted",
    excludes: ["refused"],
  },
  ...(resolution ? [resolution] : []),
  ...(satisfaction ? [satisfaction] : []),
];
