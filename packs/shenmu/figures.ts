/** 神木市: what is counted of the five steps, and how whistles and departments assess each other. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { claims, registrations } from "../base/part-figures.ts";

type Metrics = NonNullable<PackInput["metrics"]>;
type Condition = Extract<Metrics[string]["count"], { what: "cases" }>["when"][number];

const five: Condition = { name: "workflow", anyOf: ["five-steps"] };
const whistles: Condition = { name: "workflow", anyOf: ["whistle"] };
const reports: Condition = { name: "workflow", anyOf: ["report-in"] };

const cases = (label: string, definition: string, ...when: Condition[]): Metrics[string] => ({
  label,
  definition,
  count: { what: "cases", when },
});

export const metrics: Metrics = {
  "registered-units": registrations(["unit"], {
    label: "报到单位",
    definition: "经社区确认、没有结束的单位党组织报到",
    unit: "个",
  }),
  "registered-members": registrations(["member"], {
    label: "报到党员",
    definition: "经社区确认、没有结束的在职党员报到",
    unit: "人",
  }),
  plots: claims(["plot"], { label: "党员责任田", definition: "有党员认领、没有退出的责任田", unit: "块" }),
  cards: claims(["card"], { label: "民情联系卡", definition: "有党员认领的联系卡", unit: "批" }),
  raised: cases("居民提问题", "期内居民提出的问题", five),
  ordered: cases("已开单子", "代表或社区开出了单子的问题", five, { name: "has", fact: "orderedAt" }),
  planned: cases("已定方案", "支部定了方案并派出任务的问题", five, { name: "has", fact: "dispatchedAt" }),
  "took-in-time": cases(
    "按时领任务",
    "方案定后在时限内有人领任务",
    five,
    { name: "has", fact: "dispatchedAt" },
    { name: "is", fact: "tookInTime", value: true },
  ),
  "looked-back": cases("回头看通过", "社区书记到现场看过并确认解决", five, {
    name: "is",
    fact: "lookedBack",
    value: true,
  }),
  "done-in-time": cases(
    "按时办完",
    "回头看通过的问题中，任务在时限内办完的",
    five,
    { name: "is", fact: "lookedBack", value: true },
    { name: "is", fact: "doneInTime", value: true },
  ),
  "again-and-solved": cases(
    "再走一圈后解决",
    "回头看曾没有通过，再办后通过的问题",
    five,
    { name: "is", fact: "lookedBack", value: true },
    { name: "atLeast", fact: "rounds", min: 1 },
  ),
  rated: cases("居民已评", "居民给出了星级", five, { name: "has", fact: "stars" }),
  satisfied: cases("居民满意", "居民评 4 星或 5 星", five, { name: "atLeast", fact: "stars", min: 4 }),
  refused: cases("未予受理", "说明了理由和去处后未予受理", { name: "has", fact: "refusal" }),
  "roads-repaired": cases(
    "修好的道路",
    "类别为道路出行、回头看已通过的问题",
    { name: "category", anyOf: ["road"] },
    { name: "is", fact: "lookedBack", value: true },
  ),
  whistles: cases("街道吹哨", "期内发出的哨", whistles, { name: "has", fact: "whistledAt" }),
  "whistles-ended": cases("已收哨", "各部门办结、已写总结的哨", whistles, { name: "has", fact: "outcome" }),
  summoned: cases("应报到", "部门被请报到的次数，异议成立和撤回的除外", reports, { name: "has", fact: "reportedAt" }),
  "reported-in-time": cases("按时报到", "在时限内报到", reports, { name: "is", fact: "reportedInTime", value: true }),
  excused: cases("异议成立", "市里复核后部门不必报到", reports, { name: "in", anyOf: ["excused"] }),
  "departments-rated": cases("街道已评", "街道给出了星级的报到", reports, { name: "has", fact: "departmentStars" }),
  "departments-good": cases("部门办得好", "街道评 4 星或 5 星的报到", reports, {
    name: "atLeast",
    fact: "departmentStars",
    min: 4,
  }),
  "whistles-judged": cases("部门已评", "部门评价过吹哨是否应当", reports, { name: "has", fact: "justified" }),
  "whistles-justified": cases("吹哨应当", "部门认为应当找本部门", reports, {
    name: "is",
    fact: "justified",
    value: true,
  }),
  grids: { label: "全科网格", definition: "在用的网格", unit: "个", count: { what: "nodes", tiers: ["grid"] } },
  "grid-branches": {
    label: "网格党支部",
    definition: "建在网格上的党支部",
    unit: "个",
    count: { what: "nodes", tiers: ["grid-branch"] },
  },
};

export const rates: PackInput["rates"] = [
  {
    id: "response",
    label: "响应率",
    definition: "按时领任务数 ÷ 已定方案数。",
    counts: "took-in-time",
    of: "planned",
    excludes: ["refused"],
  },
  {
    id: "resolution",
    label: "解决率",
    definition: "回头看通过数 ÷ 已定方案数。解决与否由社区书记到现场确认。",
    counts: "looked-back",
    of: "planned",
    excludes: ["refused"],
  },
  {
    id: "satisfaction",
    label: "满意率",
    definition: "居民评 4 星、5 星数 ÷ 居民已评数。没有评价的不计入。",
    counts: "satisfied",
    of: "rated",
    excludes: ["refused"],
  },
  {
    id: "report-in",
    label: "按时报到率",
    definition: "按时报到数 ÷ 应报到数。异议成立的不计入。",
    counts: "reported-in-time",
    of: "summoned",
    excludes: ["excused"],
  },
  {
    id: "department-good",
    label: "部门好评率",
    definition: "街道评 4 星、5 星的报到数 ÷ 街道已评数。",
    counts: "departments-good",
    of: "departments-rated",
  },
  {
    id: "justified",
    label: "吹哨得当率",
    definition: "部门认为应当的报到数 ÷ 部门已评数。",
    counts: "whistles-justified",
    of: "whistles-judged",
  },
];

/** Both sides are assessed: departments by the first two, subdistricts by the third. */
export const indicators: PackInput["indicators"] = [
  { id: "department-report-in", label: "部门：按时报到", source: { from: "rate", rate: "report-in" } },
  { id: "department-good", label: "部门：办理好评", source: { from: "rate", rate: "department-good" } },
  { id: "subdistrict-justified", label: "街道：吹哨得当", source: { from: "rate", rate: "justified" } },
  { id: "subdistrict-whistles", label: "街道：吹哨次数（只作参考）", source: { from: "metric", metric: "whistles" } },
];
