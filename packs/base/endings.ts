/** Ends that every workflow needs. */
import type { StateInput, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { reporter, words } from "./steps.ts";

export const ended = (
  label: string,
  progress: string,
  tone: "done" | "stopped" = "stopped",
  on: StateInput["on"] = {},
): StateInput => ({ label, progress, tone, final: true, on });

/** Not solved after all, or back again: within some days, once. */
export const reopen = (target: string, days = 30): TransitionInput => ({
  label: "问题又出现了，重新打开",
  target,
  by: [reporter],
  guards: [
    { name: "within", fact: "closedAt", days },
    { name: "lacks", fact: "reopened" },
  ],
  form: [words("现在是什么情况", true)],
  effects: [
    { name: "stamp", fact: "reopened" },
    { name: "clear", fact: "closedAt" },
    { name: "clear", fact: "solved" },
    { name: "clear", fact: "stars" },
  ],
});

export const closedAt = { name: "stamp", fact: "closedAt" } as const;
