/** 开单子: delegates say in one order what is to be solved; the same matter raised again joins the earlier one. */
import type { TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { reporter, words } from "../../base/steps.ts";

export const writeOrder = (by: TransitionInput["by"]): TransitionInput => ({
  label: "开单子",
  target: "planning",
  by,
  tone: "primary",
  key: "a",
  form: [
    words("要解决什么问题，涉及多少户", true),
    { kind: "category", name: "category", label: "类别（需要更正时选择）" },
  ],
  effects: [
    { name: "keep", field: "words", fact: "order" },
    { name: "recategorise", field: "category" },
    { name: "keepActor", fact: "firstReceiver" },
    { name: "stamp", fact: "orderedAt" },
  ],
  tells: [
    { to: [{ right: "plan.set" }], text: "新单子“{title}”：{form.words} 请在 {due} 前定方案。" },
    { to: [reporter], text: "您提的“{title}”已由代表开出单子，等网格党支部定方案。" },
  ],
});
