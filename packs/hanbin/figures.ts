/** 汉滨区: opinions and how they ended, help to families, tasks pushed down; and what stands in the tree. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics, threeRates } from "../base/figures.ts";
import { claims, records, registrations } from "../base/part-figures.ts";
import { fields } from "./claims.ts";

type Metrics = NonNullable<PackInput["metrics"]>;
type Condition = Extract<Metrics[string]["count"], { what: "cases" }>["when"][number];

const voices: Condition = { name: "workflow", anyOf: ["voice"] };
const tasks: Condition = { name: "workflow", anyOf: ["task"] };
const cases = (label: string, definition: string, ...when: Condition[]): Metrics[string] => ({
  label,
  definition,
  count: { what: "cases", when },
});
const nodes = (label: string, definition: string, tier: string): Metrics[string] => ({
  label,
  definition,
  unit: "个",
  count: { what: "nodes", tiers: [tier] },
});
const diverted = (why: string, label: string): Metrics[string] =>
  cases(label, `审核时以“${label}”为由分流并告知去处的诉求`, { name: "is", fact: "refusal", value: why });

export const metrics: Metrics = {
  ...baseMetrics,
  "registered-units": registrations(["unit"], {
    label: "报到单位",
    definition: "经社区确认、没有结束的单位党组织报到",
    unit: "个",
  }),
  "items-claimed": claims([...fields], {
    label: "认领服务项目",
    definition: "单位在组织生活、救急帮困、敬老助残、志愿公益四类里认领、没有退出的项目",
    unit: "个",
  }),
  "claiming-units": claims(
    [...fields],
    { label: "认领单位", definition: "认领了项目、没有退出的单位，一家只算一次", unit: "家" },
    "body",
  ),
  "unit-needs-claimed": claims(["unit-need"], {
    label: "认领单位需求",
    definition: "社区认领的单位服务需求",
    unit: "个",
  }),
  "call-answers": records("sign-up", "people", {
    label: "响应招募",
    definition: "报名参加志愿招募的人，一人只算一次",
    unit: "人",
  }),
  opinions: cases("收集意见建议", "期内居民提出的咨询、求助、投诉、举报和建议", voices),
  "solved-here": cases(
    "解决小事难事",
    "居民确认解决、没有报部门协调的诉求",
    voices,
    { name: "is", fact: "solved", value: true },
    { name: "lacks", fact: "escalatedAt" },
  ),
  escalated: cases("协调部门解决", "社区办不了、报请部门协调的重点难点问题", voices, {
    name: "has",
    fact: "escalatedAt",
  }),
  "ended-otherwise": cases(
    "其他方式办结",
    "答复、分流、并案或撤回而结束，居民没有确认解决的诉求",
    voices,
    { name: "ended", value: true },
    { name: "isNot", fact: "solved", value: true },
    { name: "lacks", fact: "escalatedAt" },
  ),
  vetted: cases("已受理", "审核受理的诉求", voices, { name: "has", fact: "acceptedAt" }),
  "vetted-in-time": cases("按时受理", "在审核时限内受理", voices, { name: "is", fact: "vettedInTime", value: true }),
  "to-emergency": diverted("emergency", "引导拨打紧急电话"),
  "to-legal": diverted("legal", "引导走法定途径"),
  repeated: diverted("repeated", "重复且无新情况"),
  private: diverted("privacy", "涉密涉私"),
  "out-of-remit": diverted("remit", "不属职责范围"),
  unlawful: diverted("unlawful", "违法或违背公序良俗"),
  merged: cases("并案", "并入另一件一起办的诉求", voices, { name: "in", anyOf: ["merged"] }),
  families: cases(
    "陪伴中的家庭",
    "已结对、仍在陪伴的家庭",
    { name: "workflow", anyOf: ["companion"] },
    {
      name: "has",
      fact: "approvedAt",
    },
    { name: "ended", value: false },
  ),
  "needs-met": cases(
    "帮办成的事",
    "为结对家庭办成并经确认的事",
    { name: "workflow", anyOf: ["need"] },
    {
      name: "has",
      fact: "confirmedAt",
    },
  ),
  tasks: cases("交办社区事项", "清单内交给社区的事项", tasks),
  "tasks-returned": cases("异议成立退回", "社区有异议、复核后退回部门的事项", tasks, {
    name: "in",
    anyOf: ["returned"],
  }),
  "urban-communities": nodes("城市社区党组织", "党组织树上的社区党组织，每个城市社区一个", "party-general-branch"),
  grids: nodes("网格", "在用的网格", "grid"),
  "party-groups": nodes("网格党小组", "在用的网格党小组", "party-group"),
  "grid-workers": {
    label: "网格员",
    definition: "现任网格员人数",
    unit: "人",
    count: { what: "posts", role: "grid-worker" },
  },
};

const [, resolution, satisfaction] = threeRates;
export const rates: PackInput["rates"] = [
  {
    id: "response",
    label: "响应率",
    definition: "按时受理数 ÷ 已受理数。",
    counts: "vetted-in-time",
    of: "vetted",
    excludes: ["refused"],
  },
  ...(resolution ? [resolution] : []),
  ...(satisfaction ? [satisfaction] : []),
];

export const indicators: PackInput["indicators"] = [
  { id: "response", label: "按时受理", source: { from: "rate", rate: "response" } },
  { id: "resolution", label: "群众确认解决", source: { from: "rate", rate: "resolution" } },
];
