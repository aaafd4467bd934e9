/** What a fact of the case is called: as the workflow shows it, as the form asks for it, or by a few names every place uses. */
import { allSteps } from "@ginkgo/shared/pack/states.ts";
import type { Effect, Workflow } from "@ginkgo/shared/pack/workflow.ts";

const common: Readonly<Record<string, string>> = {
  submittedAt: "提交时间",
  dispatchedAt: "派单时间",
  completedAt: "办结时间",
  closedAt: "结束时间",
  objectedAt: "提出异议的时间",
  agreedAt: "达成协议的时间",
  publishedAt: "公开时间",
  firstReceiver: "首接单位",
  stars: "星级",
  solved: "是否解决",
  outcome: "办理结果",
  refusal: "未受理理由",
  reopened: "重新打开",
  returns: "退单次数",
  unsolved: "未解决次数",
  extensions: "延期次数",
  extensionDays: "申请延期的天数",
  doneInTime: "是否按时办结",
  tookInTime: "是否按时接单",
  sortedInTime: "是否按时受理",
};

const keptFrom = (effects: readonly Effect[], fact: string): string | undefined => {
  const found = effects.find((effect) => effect.name === "keep" && effect.fact === fact);
  return found?.name === "keep" ? found.field : undefined;
};

const askedFor = (workflow: Workflow, fact: string): string | undefined => {
  for (const { form, effects } of [workflow.intake, ...allSteps(workflow).map(({ step }) => step)]) {
    const field = keptFrom(effects, fact);
    const label = form.find(({ name }) => name === field)?.label;
    if (label) return label;
  }
  return undefined;
};

const found = new WeakMap<Workflow, Map<string, string>>();

export const factWords = (workflow: Workflow, fact: string): string => {
  const known = found.get(workflow) ?? new Map<string, string>();
  found.set(workflow, known);
  const words =
    known.get(fact) ??
    workflow.shows.find((one) => one.fact === fact)?.label ??
    common[fact] ??
    workflow.marks.find((one) => one.fact === fact)?.label ??
    askedFor(workflow, fact) ??
    fact;
  known.set(fact, words);
  return words;
};
