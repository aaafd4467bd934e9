/** 双桥区: problems solved, what joint meetings brought about, and the kinds of teams. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics, threeRates } from "../base/figures.ts";
import { activities, carriedThrough, records, registrations } from "../base/part-figures.ts";
import { contents } from "./categories.ts";

type Metrics = NonNullable<PackInput["metrics"]>;
type Condition = Extract<Metrics[string]["count"], { what: "cases" }>["when"][number];

const meetings: Condition = { name: "workflow", anyOf: ["joint-meeting"] };
const carried: Condition[] = [meetings, { name: "has", fact: "completedAt" }];
const cases = (label: string, definition: string, ...when: Condition[]): Metrics[string] => ({
  label,
  definition,
  count: { what: "cases", when },
});
const sum = (label: string, definition: string, unit: string, fact: string): Metrics[string] => ({
  label,
  definition,
  unit,
  count: { what: "sum", fact, when: carried },
});

/** One for each kind, so that a place sees which skill is missing. */
const teams: Metrics = Object.fromEntries(
  contents.map(({ id, team }): [string, Metrics[string]] => [
    `teams-${id}`,
    { label: team, definition: `在册的${team}`, unit: "支", count: { what: "nodes", tiers: ["team"], kind: id } },
  ]),
);

export const metrics: Metrics = {
  ...baseMetrics,
  "registered-units": registrations(["unit"], {
    label: "报到单位",
    definition: "经社区确认、没有结束的单位党组织报到",
    unit: "个",
  }),
  services: carriedThrough(["service"], {
    label: "志愿服务",
    definition: "服务队和单位接单办完、提出的一方确认过的服务",
    unit: "次",
  }),
  served: carriedThrough(
    ["service"],
    { label: "服务群众", definition: "确认过的服务里写明的人次之和", unit: "人次" },
    "served",
  ),
  volunteers: registrations(["volunteer"], {
    label: "注册志愿者",
    definition: "经社区登记、没有结束的志愿者",
    unit: "人",
  }),
  visited: records("care-person", "people", {
    label: "定期走访对象",
    definition: "见到过的走访对象，一人只算一次",
    unit: "人",
  }),
  visits: records("care-visit", "rows", { label: "走访", definition: "见到了人的走访", unit: "次" }),
  activities: activities([], { label: "举办活动", definition: "已经办完的活动", unit: "次" }),
  "problems-solved": cases(
    "解决急难愁盼",
    "居民确认解决的需求",
    { name: "workflow", anyOf: ["order"] },
    { name: "is", fact: "solved", value: true },
  ),
  "taken-by-skill": cases("按特长接单", "接单时写明凭什么特长接的单", { name: "has", fact: "skill" }),
  meetings: cases("联席会议议题", "列入过联席会议的议题", meetings, { name: "has", fact: "putOnInTime" }),
  "plans-carried-out": cases("方案落实", "已落实、验看并公开的议题", ...carried),
  "parking-places": sum("规划车位", "已落实的联席会议方案中的车位之和", "个", "parkingPlaces"),
  trees: sum("种植树木", "已落实的联席会议方案中的树木之和", "棵", "trees"),
  measures: cases(
    "单位落实的事",
    "联席会议分给单位并经确认完成的事",
    { name: "workflow", anyOf: ["measure"] },
    {
      name: "has",
      fact: "confirmedAt",
    },
  ),
  ...teams,
};

export const rates = threeRates;
