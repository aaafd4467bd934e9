/** 定方案: the branch committee says how and by whom, passes on what needs departments, or puts like with like. */
import type { TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt } from "../../base/endings.ts";
import { offered, reason, reporter, words } from "../../base/steps.ts";

type Who = TransitionInput["by"];

export const planSteps = (by: Who, tellAlso: Who): Record<string, TransitionInput> => ({
  setPlan: {
    label: "定方案",
    target: "assigned",
    by,
    tone: "primary",
    key: "d",
    form: [
      words("方案：怎么办、谁来办、几时办完", true),
      {
        kind: "assignees",
        name: "to",
        label: "由谁领任务",
        required: true,
        tiers: ["grid", "team", "property", "village"],
      },
      {
        kind: "assignees",
        name: "helpers",
        label: "谁来协助",
        many: true,
        tiers: ["grid", "team", "property", "unit"],
      },
    ],
    effects: [
      { name: "keep", field: "words", fact: "plan" },
      { name: "offer", mode: "assign", field: "to" },
      { name: "invite", field: "helpers", as: "helper" },
      { name: "stamp", fact: "dispatchedAt" },
    ],
    tells: [
      {
        to: [offered, { party: "invited" }],
        text: "支部方案已定：{title}（{place}）。{form.words} 请在 {due} 前领任务。",
      },
      { to: [reporter], text: "“{title}”的方案已定：{form.words}" },
    ],
  },
  escalate: {
    label: "需要部门解决，报街道吹哨",
    target: "escalated",
    by,
    form: [reason("为什么网格办不了，需要哪些部门")],
    effects: [{ name: "stamp", fact: "escalatedAt" }],
    tells: [
      { to: [{ right: "whistle.blow" }, ...tellAlso], text: "“{title}”需要部门解决，请街道吹哨：{form.reason}" },
      { to: [reporter], text: "“{title}”需要部门一起解决，已报街道。" },
    ],
  },
  merge: {
    label: "并入同一问题",
    target: "merged",
    by,
    key: "m",
    form: [{ kind: "case", name: "into", label: "并入哪一件", required: true }],
    effects: [{ name: "merge", field: "into" }, closedAt],
    tells: [{ to: [reporter], text: "您提的“{title}”与邻居提的是同一件事，已合并办理，每一步都会通知您。" }],
  },
});
