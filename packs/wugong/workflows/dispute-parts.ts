/** What the three levels of a dispute share. */
import type { TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { lead, note, reason, reporter, vet, words } from "../../base/steps.ts";

/** Whoever is close enough to try first: the grid worker, else the community. */
export const settle = { right: "dispute.settle" } as const;
/** The county's desk, which calls on departments. */
export const crack = { right: "dispute.crack" } as const;

export type Level = "compound" | "community" | "county";

/** An agreement at this level; both sides' word is asked for next. */
export const settleAt = (level: Level): TransitionInput => ({
  label: "谈妥了",
  target: "confirming",
  by: [lead],
  tone: "primary",
  key: "c",
  form: [words("怎么谈妥的，双方各做什么", true)],
  effects: [
    { name: "keep", field: "words", fact: "outcome" },
    { name: "set", fact: "level", value: level },
    { name: "judge", fact: "doneInTime" },
    { name: "stamp", fact: "settledAt" },
  ],
  tells: [{ to: [reporter], text: "“{title}”谈妥了：{form.words} 请您确认。" }],
});

/** By hand with a reason, or by the clock when the level's days are over. */
export const passOn = (
  label: string,
  target: string,
  by: TransitionInput["by"],
  fact: string,
  tell: TransitionInput["by"],
): TransitionInput => ({
  label,
  target,
  by,
  tone: "danger",
  form: [{ ...reason("为什么在这一级谈不成，已经做了哪些工作"), required: false }],
  // The clock has no reason but the time; a person gives one.
  needsOneOf: ["reason"],
  effects: [{ name: "stamp", fact }, { name: "release" }],
  tells: [
    { to: tell, text: "“{title}”（{place}）上一级没有化解，现在由您处理。" },
    { to: [reporter], text: "“{title}”已提交上一级继续化解，不用您再跑。" },
  ],
});

/** What was said stays with those who mediate. */
export const record: TransitionInput = {
  label: "调解笔录",
  by: [{ party: "handler" }],
  form: [words("笔录（只有参与化解的人看得到）", true)],
  seenBy: "handlers",
};

export const notes: Record<string, TransitionInput> = { note: { ...note, by: [...note.by, vet, crack] } };
