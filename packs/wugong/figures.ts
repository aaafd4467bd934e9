import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics, threeRates } from "../base/figures.ts";
import { activities, carriedThrough, claims, registrations } from "../base/part-figures.ts";
import { posts } from "./claims.ts";
import type { Level } from "./workflows/dispute-parts.ts";

type Metrics = NonNullable<PackInput["metrics"]>;
type Condition = Extract<Metrics[string]["count"], { what: "cases" }>["when"][number];

const closed: Condition = { name: "in", anyOf: ["closed"] };
const settled = (level: Level, label: string): Metrics[string] => ({
  label,
  definition: `${label}并办结的矛盾纠纷`,
  count: {
    what: "cases",
    when: [{ name: "workflow", anyOf: ["dispute"] }, closed, { name: "is", fact: "level", value: level }],
  },
});

const officers = { grid: "网格员", service: "便民服务员", finance: "财经管理员" } as const;
const solvedBy = (workflows: string[], label: string): Metrics[string] => ({
  label,
  definition: `${label}的问题，已办结，不含未受理和撤回`,
  count: { what: "cases", when: [{ name: "workflow", anyOf: workflows }, closed] },
});
const workflowsOf = Object.keys(officers).map((kind) => `${kind}-matter`);

export const metrics: Metrics = {
  ...baseMetrics,
  "unit-branches": registrations(["unit"], {
    label: "报到机关党支部",
    definition: "经社区确认、没有结束的机关党支部报到",
    unit: "个",
  }),
  volunteers: registrations(["volunteer"], {
    label: "党员志愿者",
    definition: "经社区登记、没有结束的党员志愿者",
    unit: "人",
  }),
  "posts-claimed": claims(
    posts,
    { label: "认岗党员", definition: "认领了志愿服务岗位、没有退出的在职党员，一人只算一次", unit: "人" },
    "holder",
  ),
  "orders-served": carriedThrough(["order"], {
    label: "支部办成点单",
    definition: "支部接单办完、提出的一方确认过的点单",
    unit: "件",
  }),
  activities: activities([], { label: "举办活动", definition: "已经办完的课堂、讲座和活动", unit: "次" }),
  raised: {
    label: "提交的纠纷和问题",
    definition: "期内提交的矛盾纠纷和交给三大员的问题",
    count: { what: "cases", when: [{ name: "workflow", anyOf: ["dispute", ...workflowsOf] }] },
  },
  heard: {
    label: "已受理",
    definition: "有人上门了解或接手的事项",
    count: { what: "cases", when: [{ name: "has", fact: "heardAt" }] },
  },
  "heard-in-time": {
    label: "按时受理",
    definition: "在受理时限内有人上门了解或接手",
    count: {
      what: "cases",
      when: [
        { name: "has", fact: "heardAt" },
        { name: "is", fact: "heardInTime", value: true },
      ],
    },
  },
  disputes: {
    label: "化解矛盾纠纷",
    definition: "三级中任一级化解并办结的矛盾纠纷",
    count: { what: "cases", when: [{ name: "workflow", anyOf: ["dispute"] }, closed, { name: "has", fact: "level" }] },
  },
  "in-compound": settled("compound", "在小区化解"),
  "in-community": settled("community", "在社区化解"),
  "at-county": settled("county", "在县直破题"),
  publicised: {
    label: "结果已公示",
    definition: "结果向居民公示过的矛盾纠纷",
    count: {
      what: "cases",
      when: [{ name: "workflow", anyOf: ["dispute"] }, closed, { name: "has", fact: "publicOutcome" }],
    },
  },
  "officers-solved": solvedBy(workflowsOf, "三大员解决"),
  "grid-solved": solvedBy(["grid-matter"], `${officers.grid}解决`),
  "service-solved": solvedBy(["service-matter"], `${officers.service}解决`),
  "finance-solved": solvedBy(["finance-matter"], `${officers.finance}解决`),
  talks: {
    label: "业主恳谈会",
    definition: "已经召开的业主恳谈会",
    unit: "次",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["owners-talk"] },
        { name: "has", fact: "heldAt" },
      ],
    },
  },
  "needs-met": {
    label: "满足居民需求",
    definition: "恳谈会上提出、已确认办好的需求",
    unit: "条",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["owners-need"] },
        { name: "in", anyOf: ["confirmed"] },
      ],
    },
  },
  "owners-committees": {
    label: "业委会",
    definition: "已成立并在册的业主委员会",
    unit: "个",
    count: { what: "nodes", tiers: ["owners-committee"] },
  },
  communities: {
    label: "城市社区",
    definition: "在册的社区，不含村",
    unit: "个",
    count: { what: "nodes", tiers: ["community"] },
  },
  grids: { label: "网格", definition: "在册的网格", unit: "个", count: { what: "nodes", tiers: ["grid"] } },
};

export const rates: PackInput["rates"] = [
  {
    id: "response",
    label: "响应率",
    definition: "按时受理数 ÷ 提交的纠纷和问题数。按时指在受理时限内有人上门了解或接手。",
    counts: "heard-in-time",
    of: "raised",
    excludes: ["refused"],
  },
  ...threeRates.slice(1),
];
