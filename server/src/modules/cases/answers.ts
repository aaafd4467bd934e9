/** Answers to a step's form: checked, names resolved (whom, which case, where), and put into words for the timeline. */

import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { workflowOfCategory } from "@ginkgo/shared/pack/states.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Actor } from "../authority/index.ts";
import { type Answers, type Resolved, readAnswersWith, resolvePlain } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import type { Worker } from "../workflow/index.ts";
import { sightOf } from "./model.ts";
import { findCase, lockCases } from "./repo.ts";

interface Context {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly placeId: string;
  /** Absent while the case is being sent in. */
  readonly caseId?: string;
  readonly workflow: string;
  readonly tree: Tree;
  readonly pack: Pack;
}

/** A body must be active, of a tier the step allows, and within the community or above it, so that nobody hands a case sideways. */
const resolveAssignees = (
  { placeId, tree }: Context,
  field: Extract<Field, { kind: "assignees" }>,
  ids: readonly string[],
): Resolved => {
  const community = tree.enclosing(placeId, "community")?.id;
  const workers: Worker[] = [];
  for (const id of ids) {
    const node = tree.get(id);
    if (node?.status !== "active" || !field.tiers.includes(node.tier))
      return { problem: "选择的接单方不存在或不能接单，请重新选择。" };
    const near =
      community === undefined ||
      tree.isUnder(id, community) ||
      (node.parentId !== null && tree.isUnder(community, node.parentId));
    if (!near) return { problem: `“${node.name}”不在本社区及其上级范围内，请选择就近的队伍。` };
    workers.push({ id, name: node.name });
  }
  return { value: workers, text: workers.map(({ name }) => name).join("、") };
};

const resolveCase = async ({ tx, actor, caseId, tree }: Context, id: string): Promise<Resolved> => {
  // Two that are merged into each other at the same moment would both be gone.
  await lockCases(tx, caseId ? [caseId, id] : [id]);
  const other = await findCase(tx, id);
  const sight = other && sightOf(actor, other, tree);
  if (!other || !sight || sight === "neighbour") return { problem: "没有找到这件诉求，请重新选择。" };
  if (other.id === caseId) return { problem: "不能与自己合并，请选择另一件诉求。" };
  if (other.subject.mergedInto) return { problem: `${other.no} 已并入另一件诉求，请选择那一件。` };
  if (other.ended) return { problem: `${other.no} 已经结束，请选择仍在办理的诉求。` };
  return { value: { id: other.id, no: other.no }, text: other.no };
};

const resolve = async (context: Context, field: Field, value: unknown): Promise<Resolved> => {
  switch (field.kind) {
    case "assignees":
      return resolveAssignees(context, field, value as string[]);
    case "case":
      return resolveCase(context, value as string);
    case "category": {
      const category = context.pack.categories.find(({ id }) => id === value);
      if (!category) return { problem: "没有这个类别，请重新选择。" };
      // A case keeps the way it began on: what belongs on another is begun anew there.
      return workflowOfCategory(context.pack, category.id) === context.workflow
        ? { value, text: category.label }
        : { problem: `“${category.label}”走的是另一种流程，不能直接改过去，请作为新的事项登记。` };
    }
    default:
      return resolvePlain(context, field, value);
  }
};

export const readAnswers = (
  context: Context,
  form: readonly Field[],
  data: Readonly<Record<string, unknown>>,
): Promise<Answers> => readAnswersWith(form, data, (field, value) => resolve(context, field, value));
