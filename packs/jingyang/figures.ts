import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics } from "../base/figures.ts";

type Metrics = NonNullable<PackInput["metrics"]>;

const nodes = (label: string, tier: string): Metrics[string] => ({
  label,
  definition: `在册的${label}`,
  unit: "个",
  count: { what: "nodes", tiers: [tier] },
});

export const metrics: Metrics = {
  ...baseMetrics,
  mediated: {
    label: "调解纠纷",
    definition: "调解室达成协议的纠纷，不含调解不成和没有履行的",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["mediation"] },
        { name: "has", fact: "mediatedAt" },
      ],
    },
  },
  opinions: {
    label: "听取意见",
    definition: "线上线下听到的意见",
    unit: "条",
    count: { what: "cases", when: [{ name: "workflow", anyOf: ["opinion"] }] },
  },
  problems: {
    label: "查找问题",
    definition: "列入清单的问题，不含经核实不存在的",
    unit: "条",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["problem"] },
        { name: "in", anyOf: ["listed", "rectifying", "reviewing", "closed"] },
      ],
    },
  },
  "problems-closed": {
    label: "问题销号",
    definition: "措施全部完成并销号的问题",
    unit: "条",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["problem"] },
        { name: "in", anyOf: ["closed"] },
      ],
    },
  },
  measures: {
    label: "整改措施",
    definition: "为问题定下的措施，不含不再需要的",
    unit: "条",
    count: {
      what: "cases",
      when: [
        { name: "workflow", anyOf: ["measure"] },
        { name: "in", anyOf: ["assigned", "returned", "working", "checking", "done"] },
      ],
    },
  },
  compounds: nodes("小区", "compound"),
  grids: nodes("网格", "grid"),
  branches: nodes("网格（小区）党支部", "grid-branch"),
  groups: nodes("网格党小组", "party-group"),
  anchors: nodes("党员中心户", "anchor-household"),
  "grid-workers": {
    label: "专职网格员",
    definition: "现任网格员",
    unit: "人",
    count: { what: "posts", role: "grid-worker" },
  },
};
