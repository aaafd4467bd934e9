import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics, threeRates } from "../base/figures.ts";
import { activities, carriedThrough, putUp, registrations } from "../base/part-figures.ts";

type Metrics = NonNullable<PackInput["metrics"]>;
type Condition = Extract<Metrics[string]["count"], { what: "cases" }>["when"][number];

const isNeed: Condition = { name: "workflow", anyOf: ["need"] };
const isProject: Condition = { name: "workflow", anyOf: ["project"] };
const accepted: Condition = { name: "has", fact: "acceptedAt" };

const venues = (kind: string, label: string): Metrics[string] => ({
  label,
  definition: `${label}并验收通过的党群服务中心`,
  unit: "个",
  count: { what: "cases", when: [isProject, accepted, { name: "is", fact: "kind", value: kind }] },
});
const spent = (fact: string, label: string): Metrics[string] => ({
  label,
  definition: `验收决算中的${label}`,
  unit: "万元",
  count: { what: "sum", fact, when: [isProject, accepted] },
});

export const metrics: Metrics = {
  ...baseMetrics,
  "registered-units": registrations(["unit"], {
    label: "报到单位党组织",
    definition: "经社区确认、没有结束的单位党组织报到",
    unit: "个",
  }),
  "registered-members": registrations(["member"], {
    label: "报到在职党员",
    definition: "经社区确认、没有结束的在职党员报到",
    unit: "人",
  }),
  "listed-resources": putUp(["resource"], {
    label: "资源清单",
    definition: "审核后开放认领的资源，含已经认领和完成的",
    unit: "项",
  }),
  "listed-needs": putUp(["need"], {
    label: "需求清单",
    definition: "审核后开放认领的需求，含已经认领和完成的",
    unit: "项",
  }),
  "listed-services": putUp(["service"], {
    label: "服务清单",
    definition: "开放认领的服务项目，含已经认领和完成的",
    unit: "项",
  }),
  "needs-met": carriedThrough(["need", "wish"], {
    label: "办成需求",
    definition: "认领后办完、提出的一方确认过的需求和心愿",
    unit: "件",
  }),
  activities: activities([], { label: "举办活动", definition: "已经办完的活动", unit: "次" }),
  seen: {
    label: "已查看需求",
    definition: "工作人员看到并开始处理的需求",
    count: { what: "cases", when: [isNeed, { name: "has", fact: "seenAt" }] },
  },
  "to-see": {
    label: "应当查看",
    definition: "有人看过的需求，和过了 15 分钟还没有人看的需求",
    count: { what: "cases", when: [isNeed, { name: "has", fact: "seenInTime" }] },
  },
  "seen-in-time": {
    label: "第一时间看到",
    definition: "发布后 15 分钟内有人看到",
    count: { what: "cases", when: [isNeed, { name: "is", fact: "seenInTime", value: true }] },
  },
  "report-card": {
    label: "成绩单",
    definition: "居民确认解决、结果公开的需求",
    count: {
      what: "cases",
      when: [isNeed, { name: "in", anyOf: ["closed"] }, { name: "is", fact: "solved", value: true }],
    },
  },
  "problem-list": {
    label: "问题表",
    definition: "没有及时查看或没有按时办好的需求",
    count: { what: "cases", when: [isNeed, { name: "is", fact: "onProblemList", value: true }] },
  },
  "problem-list-open": {
    label: "问题表未销",
    definition: "列入问题表、还没有结束的需求",
    count: {
      what: "cases",
      when: [isNeed, { name: "is", fact: "onProblemList", value: true }, { name: "ended", value: false }],
    },
  },
  "venues-new": venues("new", "新建"),
  "venues-upgraded": venues("upgrade", "改造提升"),
  "funds-fiscal": spent("fiscal", "财政拨付"),
  "funds-projects": spent("projects", "项目资金"),
  "funds-own": spent("own", "基层自筹"),
  "funds-dues": spent("dues", "党费列支"),
  "compound-stations": {
    label: "小区工作站",
    definition: "在册的小区工作站",
    unit: "个",
    count: { what: "nodes", tiers: ["station"], kind: "compound" },
  },
};

export const rates: PackInput["rates"] = [
  {
    id: "response",
    label: "响应率",
    definition: "15 分钟内看到数 ÷ 应当查看数。刚发布、还不到 15 分钟的不计入。",
    counts: "seen-in-time",
    of: "to-see",
    excludes: ["refused"],
  },
  ...threeRates.slice(1),
];

/** What the yearly review of secretaries looks at. */
export const indicators: PackInput["indicators"] = [
  { id: "venues-new", label: "新建党群服务中心", source: { from: "metric", metric: "venues-new" } },
  { id: "venues-upgraded", label: "改造提升党群服务中心", source: { from: "metric", metric: "venues-upgraded" } },
  { id: "response", label: "响应率", source: { from: "rate", rate: "response" } },
];
