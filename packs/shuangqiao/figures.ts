/** 双桥区: problems solved, what joint meetings brought about, and the kinds of teams. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics, threeRates } from "../base/figures.ts";
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
