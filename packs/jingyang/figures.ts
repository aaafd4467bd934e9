import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { baseMetrics } from "../base/figures.ts";
import {
  activities,
  agreementsMade,
  carriedThrough,
  claims,
  registeredPlaces,
  registrations,
} from "../base/part-figures.ts";

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
  "registered-units": registrations(["unit"], {
    label: "报到单位",
    definition: "经社区确认、没有结束的单位党组织报到",
    unit: "个",
  }),
  "registered-members": registrations(["member"], {
    label: "下沉党员",
    definition: "经社区确认、没有结束的在职党员报到",
    unit: "人",
  }),
  "registered-compounds": registeredPlaces(["member"], {
    label: "党员下沉的小区",
    definition: "至少有一名在职党员报到的小区",
    unit: "个",
  }),
  activities: activities([], { label: "开展活动", definition: "已经办完的活动，不含取消的", unit: "次" }),
  agreements: agreementsMade({ label: "共建协议书", definition: "各方都同意、已经生效的协议", unit: "份" }),
  "needs-met": carriedThrough(["wish", "need"], {
    label: "办成需求和心愿",
    definition: "认领后办完、提出的一方确认过的",
    unit: "件",
  }),
  "posts-claimed": claims(["post"], { label: "党员认岗", definition: "认领了岗位、没有退出的", unit: "人次" }),
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
