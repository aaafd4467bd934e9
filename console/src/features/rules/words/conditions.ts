/** What a metric counts, in words beside its definition. */
import type { RecordName } from "@ginkgo/shared/pack/records.ts";
import type { Metric, Pack } from "@ginkgo/shared/pack/schema.ts";
import { statesOf } from "@ginkgo/shared/pack/states.ts";
import type { Condition, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { guardWords } from "../words.ts";
import { factWords } from "./facts.ts";

/** A fact is called as the first workflow calls it that has a word for it. */
const namingOf = (pack: Pack, fact: string | undefined): Workflow | undefined => {
  const main = pack.workflows[pack.mainWorkflow];
  if (fact === undefined) return main;
  const all = [...(main ? [main] : []), ...Object.values(pack.workflows)];
  return all.find((workflow) => factWords(workflow, fact) !== fact) ?? main;
};

const factNamed = (pack: Pack, fact: string): string => {
  const workflow = namingOf(pack, fact);
  return workflow ? factWords(workflow, fact) : fact;
};

const stateNames = (pack: Pack, path: string): string => {
  const labels = Object.values(pack.workflows).flatMap((workflow) => statesOf(workflow).get(path)?.state.label ?? []);
  return `“${[...new Set(labels)].join("／") || path}”`;
};

const conditionWords = (condition: Condition, pack: Pack): string => {
  switch (condition.name) {
    case "workflow":
      return `走${condition.anyOf.map((id) => `“${pack.workflows[id]?.label ?? id}”`).join("或")}`;
    case "in":
      return `正在${condition.anyOf.map((path) => stateNames(pack, path)).join("或")}`;
    case "ended":
      return condition.value ? "已经结束" : "还没有结束";
    default: {
      const workflow = namingOf(pack, "fact" in condition ? condition.fact : undefined);
      return workflow ? guardWords(condition, { pack, workflow, form: [] }) : condition.name;
    }
  }
};

const cases = (when: readonly Condition[], pack: Pack): string =>
  when.length > 0 ? `符合以下条件的诉求：${when.map((one) => conditionWords(one, pack)).join("，且")}` : "全部诉求";

const matterTypeLabels = {
  registration: "报到",
  claimable: "需求、资源、项目",
  claim: "认领",
  agreement: "共建协议书",
  activity: "活动",
} as const;
const distinctLabels = { place: "地方", holder: "人", body: "组织", unit: "单位" } as const;
const recordLabels: Readonly<Record<RecordName, string>> = {
  attendance: "活动到场记录",
  "sign-up": "活动报名",
  "patrol-round": "完成的巡逻",
  "patrol-tick": "巡逻点打点",
  "patrol-turn": "巡逻参加人次",
  "care-visit": "走访记录",
  "care-person": "走访到的人",
  "care-plan": "定期走访对象",
  booking: "场地使用",
  "duty-shift": "值班班次",
  points: "发放的积分",
  "points-home": "居住地认可的积分",
  "points-unit": "单位认可的积分",
  redemption: "积分兑换",
  proposal: "匹配建议",
  "proposal-accepted": "已接受的匹配建议",
  "joint-meeting": "召开的联席会议",
  "agreed-item": "议定事项",
  "agreed-item-done": "办结的议定事项",
};
const recordCounts = {
  rows: "条数",
  amount: "数量合计",
  people: "人数（每人只算一次）",
  places: "地点数（每处只算一次）",
} as const;
/** Numbers the engine itself keeps. */
const matterFactLabels: Readonly<Record<string, string>> = {
  places: "名额",
  taken: "已认领",
  carriedThrough: "已完成",
  present: "到场人次",
  minutes: "服务分钟",
  items: "议定事项",
  itemsDone: "已办事项",
};
const matterKindLabel = (pack: Pack, type: string, kind: string): string =>
  (type === "registration" ? pack.registrations[kind]?.label : pack.claimables[kind]?.label) ?? kind;

export const countWords = ({ count }: Metric, pack: Pack): string => {
  switch (count.what) {
    case "cases":
      return cases(count.when, pack);
    case "sum":
      return `把“${factNamed(pack, count.fact)}”相加；${cases(count.when, pack)}`;
    case "matters": {
      const kinds = count.kinds.map((kind) => matterKindLabel(pack, count.type, kind)).join("、");
      const which = `${matterTypeLabels[count.type]}${kinds ? `（${kinds}）` : ""}`;
      const when = count.when.map((one) => conditionWords(one, pack)).join("，且");
      const counted = `${which}${when ? `，${when}` : ""}`;
      if (count.sum !== undefined)
        return `把“${matterFactLabels[count.sum] ?? factNamed(pack, count.sum)}”相加；${counted}`;
      return count.distinct === undefined ? counted : `${counted}；每个${distinctLabels[count.distinct]}只算一次`;
    }
    case "records":
      return `${recordLabels[count.of]}：${recordCounts[count.count]}`;
    case "nodes": {
      const tiers = count.tiers.map((tier) => pack.tiers[tier]?.label ?? tier).join("、");
      const kind = count.kind && count.tiers.map((tier) => pack.tiers[tier]?.kinds?.[count.kind ?? ""]).find(Boolean);
      return `组织树上现有的${tiers}${kind ? `（${kind}）` : ""}`;
    }
    case "posts":
      return `现在担任“${pack.roles[count.role]?.label ?? count.role}”的人`;
  }
};
