/** Several sides at one matter: those who were asked join in, do their part and say so. */
import type { TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { assist, invited, lead, reason, words } from "./steps.ts";

type SeenBy = TransitionInput["seenBy"];

/** `seenBy`: who reads what the parties contributed. */
export const joint = (seenBy: SeenBy = "staff"): Record<string, TransitionInput> => ({
  join: {
    label: "参加",
    by: [invited],
    tone: "primary",
    key: "j",
    effects: [{ name: "take" }],
    tells: [{ to: [lead], text: "{actor}已到场参加“{title}”。" }],
    seenBy: "staff",
  },
  finishPart: {
    label: "我方部分已完成",
    by: [assist],
    tone: "primary",
    form: [words("做了什么，意见是什么", true)],
    effects: [{ name: "finishPart" }],
    tells: [{ to: [lead], text: "{actor}完成了“{title}”中自己的部分。" }],
    seenBy,
  },
});

/** The lead's step once all have done their part; without them only with a reason. */
export const whenPartsDone = (step: TransitionInput): TransitionInput => ({
  ...step,
  guards: [...(step.guards ?? []), { name: "partsDone" }],
});

export const withoutParts = (step: TransitionInput, label: string): TransitionInput => ({
  ...step,
  label,
  tone: "default",
  key: undefined,
  form: [...(step.form ?? []), reason("为什么不再等其他方")],
});
