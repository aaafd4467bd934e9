/** One step of a story through the public API. What a story expects and does not find is an outcome, not an error. */
import { changesSomething, type StoryStep } from "@ginkgo/packs/story.ts";
import { ProblemError } from "@ginkgo/shared/api/client.ts";
import type { Episode } from "../episode.ts";
import { seeCase, seeTold, seeToldOf } from "../expect.ts";
import type { Outcome } from "../outcome.ts";
import { call, importSheet, look } from "./calls.ts";
import { act, refusedAct, refusedSubmit, submit } from "./cases.ts";
import { problemText } from "./common.ts";
import { matterNamed, seeMatter, takeStep } from "./matters.ts";

const perform = async (episode: Episode, step: StoryStep): Promise<Outcome> => {
  switch (step.do) {
    case "submit":
      return submit(episode, step);
    case "act":
      return act(episode, step);
    case "wait":
      return { ok: true, text: "时间过去" };
    case "see":
      return seeCase(episode, step);
    case "told":
      return seeTold(episode, step);
    case "refused":
      return refusedAct(episode, step);
    case "refusedSubmit":
      return refusedSubmit(episode, step);
    case "call":
      return call(episode, step);
    case "look":
      return look(episode, step);
    case "import":
      return importSheet(episode, step);
    case "step":
      return takeStep(episode, step);
    case "seeMatter":
      return seeMatter(episode, step);
    case "toldMatter": {
      const id = matterNamed(episode, step.matter);
      return seeToldOf(episode, step, ({ matterId }) => matterId === id);
    }
  }
};

const nameOf = (step: StoryStep): string => {
  if ("action" in step) return `${step.action} `;
  if ("api" in step) return `${step.api} `;
  return step.do === "submit" ? "提交" : step.do === "import" ? "导入" : "";
};

/** As `perform`, with what goes wrong put into words. */
export const performStep = async (episode: Episode, step: StoryStep): Promise<Outcome> => {
  try {
    return await perform(episode, step);
  } catch (error) {
    const text = error instanceof ProblemError ? problemText(error.problem) : (error as Error).message;
    return { ok: false, text: `${nameOf(step)}失败：${text}`, fatal: changesSomething(step) };
  }
};
