/** Taking a step: authority, the engine, storage and telling, in one transaction. Every change of a case goes through here. */
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { standingOf, timedAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Transition } from "@ginkgo/shared/pack/workflow.ts";
import type { Tx } from "../../platform/db/database.ts";
import { attachFiles } from "../../platform/files/attach.ts";
import type { Call } from "../../platform/http/call.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import { checkNeedsOneOf, noAnswers, rulesOf } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { type Alarm, next, rung, type Subject, stepOf, type Worker } from "../workflow/index.ts";
import { readAnswers } from "./answers.ts";
import type { CasesDeps } from "./deps.ts";
import { type Case, isPossible, type Sight, sightIn, targetOf } from "./model.ts";
import { asWorker } from "./parties.ts";
import { findCase } from "./repo.ts";
import type { SavedStep, Saving } from "./saving.ts";

export interface AfterStep extends SavedStep {
  /** How the actor saw the case when taking the step: who has just given it back still gets an answer. */
  readonly sight: Sight;
}

/** The engine invites nobody who is there already: whoever chose them is told so, instead of waiting for them. */
const refuseAlreadyThere = (transition: Transition, after: Subject, form: Readonly<Record<string, unknown>>): void => {
  const problems = transition.effects.flatMap((effect): FieldProblem[] => {
    if (effect.name !== "invite") return [];
    const asked = [form[effect.field] ?? []].flat() as Worker[];
    return asked
      .filter(({ id }) => !after.offered.some((one) => one.id === id && one.part === "assist" && one.as === effect.as))
      .map(({ name }) => ({ path: `data.${effect.field}`, message: `“${name}”已参与或已受邀，请另选一家。` }));
  });
  if (problems.length > 0)
    throw new Refusal("invalid-input", problems.map(({ message }) => message).join("；"), { errors: problems });
};

export const createAct = (deps: CasesDeps, saving: Saving) => {
  const { db, clock, packs, forest } = deps;

  const load = async (tx: Tx, actor: Actor, id: string, tree: Tree): Promise<{ one: Case; sight: Sight }> => {
    const one = await findCase(tx, id);
    const sight =
      one && sightIn(actor, one, tree, workflowOf(await packs.at(actor.tenant, one.packVersion), one.subject.workflow));
    if (!one || !sight) throw notFound("这件诉求");
    return { one, sight };
  };

  /** The same message whether the step is not there now or not for this person: the page shows what is. */
  const permit = (actor: Actor, one: Case, pack: Pack, tree: Tree, action: string): Transition => {
    const rules = rulesOf(pack, one.subject.workflow);
    const transition = stepOf(rules, one.subject.leaves, action)?.step;
    if (!transition) {
      const { label } = standingOf(rules.workflow, one.subject.leaves);
      throw new Refusal("not-allowed-now", `这件诉求现在是“${label}”，不能这样操作，请刷新查看最新情况。`);
    }
    if (!may(actor, transition.by, targetOf(one), tree)) {
      const taken =
        transition.by.some((by) => "party" in by && by.party === "offered") && one.subject.handlers.length > 0;
      if (taken) throw new Refusal("already-taken", `这件诉求已由${one.subject.handlers[0]?.name ?? "他人"}接单。`);
      throw new Refusal("forbidden", `“${transition.label}”不由您来操作，如有疑问请联系所在社区。`);
    }
    if (!isPossible(one, transition, clock.now()))
      throw new Refusal("not-allowed-now", `现在不能“${transition.label}”，可能已办过或已过期限，请刷新查看。`);
    return transition;
  };

  const step = async (
    tx: Tx,
    actor: Actor,
    one: Case,
    action: string,
    data: Readonly<Record<string, unknown>>,
    tree: Tree,
  ): Promise<SavedStep> => {
    const pack = await packs.at(actor.tenant, one.packVersion);
    const transition = permit(actor, one, pack, tree, action);
    const { placeId, workflow } = one.subject;
    const context = { tx, actor, placeId, caseId: one.id, workflow, tree, pack };
    const answers = await readAnswers(context, transition.form, data);
    checkNeedsOneOf(transition, answers);
    const outcome = next(
      one.subject,
      { type: action, actor: asWorker(actor, one.subject, tree), form: answers.form },
      rulesOf(pack, one.subject.workflow),
      clock.now(),
    );
    if (!outcome.ok) throw new Refusal("not-allowed-now", `现在不能“${transition.label}”，请刷新查看最新情况。`);
    const { subject: after, tells, opens } = outcome.step;
    refuseAlreadyThere(transition, after, answers.form);
    const { label, seenBy } = transition;
    const event = { type: action, label, seenBy, urgent: false, tells };
    const saved = await saving.write(tx, { by: { actor }, one, after, event, answers, opens, tree, pack });
    if (
      (await attachFiles(tx, { type: "case", id: one.id }, actor.accountId, answers.photos)) !== answers.photos.length
    )
      throw invalid("data", "有照片不存在、不是您上传的或已用在别的地方，请重新上传。");
    return saved;
  };

  return {
    act: async (
      call: Call<Actor>,
      input: { caseId: string; action: string; version: number; data: Readonly<Record<string, unknown>> },
    ): Promise<AfterStep> => {
      const { actor } = call;
      const tree = await forest.tree(actor.tenant);
      return db.once(actor.tenant, call.request, async (tx) => {
        const { one, sight } = await load(tx, actor, input.caseId, tree);
        if (one.version !== input.version) {
          const pack = await packs.at(actor.tenant, one.packVersion);
          // Say what stands in the way now rather than only that something has changed.
          permit(actor, one, pack, tree, input.action);
          throw stale();
        }
        return { ...(await step(tx, actor, one, input.action, input.data, tree)), sight };
      });
    },

    /** A step taken by the clock, if it is possible now. */
    actByClock: async (tx: Tx, one: Case, action: string): Promise<boolean> => {
      const tree = await forest.tree(tx.tenant);
      const pack = await packs.at(tx.tenant, one.packVersion);
      return saving.byClock(tx, one, action, tree, pack);
    },

    /** Notes on the case itself that a clock of its has warned or run out. */
    noteByClock: async (tx: Tx, one: Case, { path, kind }: Alarm): Promise<Case> => {
      const tree = await forest.tree(tx.tenant);
      const pack = await packs.at(tx.tenant, one.packVersion);
      const { workflow } = rulesOf(pack, one.subject.workflow);
      const { limit, label } = timedAt(workflow, path);
      const telling = kind === "warn" ? limit?.warn : limit?.late;
      const after: Subject = { ...one.subject, clocks: rung(one.subject.clocks, path, kind) };
      const event = {
        type: kind === "warn" ? "limit-near" : "limit-passed",
        label: kind === "warn" ? `即将超时提醒：${label}` : `已超过时限：${label}`,
        seenBy: "staff",
        urgent: true,
        tells: telling ? [telling] : [],
      } as const;
      const by = { clock: true } as const;
      const saved = await saving.write(tx, { by, one, after, event, answers: noAnswers, opens: [], tree, pack });
      return { ...one, subject: after, version: saved.version };
    },
  };
};
export type Act = ReturnType<typeof createAct>;
