/** What a matter of the grid and a whistle of its own share: summoning departments. */
import type { StateInput, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { workingLimit } from "../../base/limits.ts";
import { day, reason, reporter, supervise, words } from "../../base/steps.ts";

const whistle = { right: "whistle.blow" } as const;

const summon = (category: string): Pick<TransitionInput, "form" | "effects"> => ({
  form: [
    {
      kind: "assignees",
      name: "to",
      label: "请哪些部门报到",
      required: true,
      many: true,
      tiers: ["department", "unit"],
    },
    words("请他们做什么，几时、到哪里", true),
  ],
  effects: [
    { name: "openSubCases", field: "to", workflow: "report-in", category, words: "words" },
    { name: "stamp", fact: "whistledAt" },
  ],
});

export const blow: TransitionInput = {
  label: "吹哨",
  target: "summoned",
  by: [whistle],
  tone: "primary",
  key: "d",
  ...summon("report-in"),
  tells: [{ to: [reporter], text: "“{title}”已由街道吹哨，请有关部门报到：{form.words}" }],
};

export const summonSteps = (target: string): Record<string, TransitionInput> => ({
  summon: {
    label: "发哨",
    target,
    by: [whistle],
    tone: "primary",
    key: "d",
    guards: [{ name: "category", anyOf: ["whistle-enforcement", "whistle-works"] }],
    ...summon("report-in"),
  },
  summonUrgently: {
    label: "发应急哨",
    target,
    by: [whistle],
    tone: "primary",
    key: "e",
    guards: [{ name: "category", anyOf: ["whistle-emergency"] }],
    ...summon("report-in-urgent"),
  },
});

export const escalated: StateInput = {
  label: "待街道吹哨",
  progress: "planned",
  tone: "waiting",
  waitsFor: [whistle],
  limit: workingLimit(day, { waits: [whistle], above: [supervise], what: "街道吹哨" }),
  on: {
    sendDown: {
      label: "网格能办，退回支部",
      target: "planning",
      by: [whistle],
      form: [reason("理由和办法")],
      effects: [{ name: "clear", fact: "escalatedAt" }],
      tells: [{ to: [{ right: "plan.set" }], text: "“{title}”退回支部办理：{form.reason}" }],
    },
  },
};
