/** What a view is made from: who looks, at which moment, by which pack; and what of a case is theirs to do. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { stepsAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Transition, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { type Case, isPossible, type Sight, targetOf } from "./model.ts";

export interface Viewing {
  readonly actor: Actor;
  readonly tree: Tree;
  /** The pack the case began under. */
  readonly pack: Pack;
  readonly now: Date;
}

export const workflowFor = ({ pack }: Viewing, one: Case): Workflow => workflowOf(pack, one.subject.workflow);

/** The steps that are open now and this actor's to take, in the pack's order. */
export const stepsOf = (viewing: Viewing, one: Case): [string, Transition][] =>
  stepsAt(workflowFor(viewing, one), one.subject.leaves)
    .filter(
      ({ step }) => isPossible(one, step, viewing.now) && may(viewing.actor, step.by, targetOf(one), viewing.tree),
    )
    .map(({ name, step }) => [name, step]);

/** Whom a case can be handed to is for those who handle it, and for whoever has a step that asks for it. */
export const mayHandOn = (viewing: Viewing, one: Case, sight: Sight): boolean =>
  sight === "desk" ||
  sight === "worker" ||
  stepsOf(viewing, one).some(([, { form }]) => form.some(({ kind }) => kind === "assignees"));

export const offeredText = (one: Case, pack: Pack): string | null => {
  if (one.subject.mode === "open") return pack.words.openToAll ?? "全体可接";
  const leads = one.subject.offered.filter(({ part }) => part !== "assist");
  return leads.map(({ name }) => name).join("、") || null;
};
