/** Taking a step: authority, the engine, storage and telling, in one transaction. Every change of a case goes through here. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Telling, Transition } from "@ginkgo/shared/pack/workflow.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { next, type Rules, type Subject, stateOf, stepOf, type Worker } from "../workflow/index.ts";
import { type Answers, readAnswers } from "./answers.ts";
import type { CasesDeps } from "./deps.ts";
import { type Case, isPossible, type Sight, sightOf, targetOf, titleOf } from "./model.ts";
import { titleOf as actorTitle, asWorker } from "./parties.ts";
import { areaOf } from "./place.ts";
import { attachPhotos, findCase, saveStep } from "./repo.ts";
import { type Delivery, fill, partiesOf } from "./telling.ts";
import { dayText } from "./words.ts";

/** Who acts: a signed-in person, or the clock. */
export type By = { readonly actor: Actor } | { readonly clock: true };

export const rulesOf = (pack: Pack): Rules => ({
  workflow: pack.workflow,
  calendar: pack.calendar,
  categories: pack.categories,
});

/** What is written with a step, beside the subject itself. */
interface Change {
  readonly by: By;
  readonly one: Case;
  readonly after: Subject;
  readonly event: {
    readonly type: string;
    readonly label: string;
    readonly seenBy: "everyone" | "staff";
    readonly warned: boolean;
    readonly urgent: boolean;
    readonly tells: readonly Telling[];
  };
  readonly answers: Answers;
  readonly tree: Tree;
  readonly pack: Pack;
}

const noAnswers: Answers = { form: {}, photos: [], details: [] };

const clockWorker: Worker = { id: "", name: "系统" };

interface SavedStep {
  readonly id: string;
  readonly version: number;
}

export interface AfterStep extends SavedStep {
  /** How the actor saw the case when taking the step: who has just given it back still gets an answer. */
  readonly sight: Sight;
}

export const createAct = (deps: CasesDeps) => {
  const { db, clock, packs, forest } = deps;

  const load = async (tx: Tx, actor: Actor, id: string, tree: Tree): Promise<{ one: Case; sight: Sight }> => {
    const one = await findCase(tx, id);
    const sight = one && sightOf(actor, one, tree);
    if (!one || !sight) throw notFound("这件诉求");
    return { one, sight };
  };

  /** The same message whether the step is not there now or not for this person: the page shows what is. */
  const permit = (actor: Actor, one: Case, pack: Pack, tree: Tree, action: string): Transition => {
    const state = stateOf(pack.workflow, one.subject.state);
    const transition = stepOf(state, action);
    if (!transition)
      throw new Refusal("not-allowed-now", `这件诉求现在是“${state.label}”，不能这样操作，请刷新查看最新情况。`);
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

  const wordsFor = (one: Case, after: Subject, actorName: string, tree: Tree, answers: Answers) => ({
    no: one.no,
    title: titleOf(one.words),
    actor: actorName,
    place: tree.trail(after.placeId),
    due: dayText(after.clock.dueAt),
    ...Object.fromEntries(
      Object.entries(answers.form).map(([name, value]) => [
        `form.${name}`,
        typeof value === "string" || typeof value === "number" ? String(value) : "",
      ]),
    ),
  });

  const save = async (tx: Tx, change: Change): Promise<SavedStep> => {
    const { by, one, after, event, answers, tree, pack } = change;
    const state = stateOf(pack.workflow, after.state);
    const actor = "actor" in by ? by.actor : undefined;
    const actorName = actor?.name ?? clockWorker.name;
    const at = clock.now();
    const saved = await saveStep(
      tx,
      one,
      after,
      { tone: state.tone, ended: state.final, area: areaOf(tree, after.placeId), warned: event.warned },
      {
        type: event.type,
        actorId: actor?.accountId ?? null,
        actorName,
        at,
        seenBy: event.seenBy,
        data: {
          label: event.label,
          title: actor ? actorTitle(actor, one, tree, pack) : clockWorker.name,
          from: one.subject.state,
          to: after.state,
          details: answers.details,
          photos: answers.photos,
          ...(event.urgent ? { urgent: true } : {}),
        },
      },
    );
    if (!saved) throw stale();
    const words = wordsFor(one, after, actorName, tree, answers);
    const delivery: Delivery = {
      tenant: tx.tenant,
      caseId: one.id,
      no: one.no,
      version: one.version + 1,
      at: at.toISOString(),
      actorId: actor?.accountId ?? null,
      urgent: event.urgent,
      title: `${one.no} ${event.label}`,
      tells: event.tells.map((telling) => fill(telling, words)),
      parties: partiesOf(one, { ...one, subject: after }),
    };
    tx.enqueue("cases.deliver", delivery);
    return { id: one.id, version: one.version + 1 };
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
    const answers = await readAnswers({ tx, actor, one, tree, pack }, transition.form, data);
    const outcome = next(
      one.subject,
      { type: action, actor: asWorker(actor, one, tree), form: answers.form },
      rulesOf(pack),
      clock.now(),
    );
    if (!outcome.ok) throw new Refusal("not-allowed-now", `现在不能“${transition.label}”，请刷新查看最新情况。`);
    const { subject: after, tells } = outcome.step;
    const { label, seenBy } = transition;
    const saved = await save(tx, {
      by: { actor },
      one,
      after,
      event: { type: action, label, seenBy, warned: stillWarned(one, after), urgent: false, tells },
      answers,
      tree,
      pack,
    });
    if ((await attachPhotos(tx, one.id, actor.accountId, answers.photos)) !== answers.photos.length)
      throw invalid("data", "有照片不存在、不是您上传的或已用在别的地方，请重新上传。");
    return saved;
  };

  /** A step that leaves the clock alone must not make it warn a second time. */
  const stillWarned = ({ subject: { clock: before } }: Case, { clock: after }: Subject): boolean =>
    before.dueAt?.getTime() === after.dueAt?.getTime() && before.warnAt !== null && before.warnAt <= clock.now();

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
      const outcome = next(one.subject, { type: action, actor: clockWorker, form: {} }, rulesOf(pack), clock.now());
      if (!outcome.ok) return false;
      const { transition, subject: after, tells } = outcome.step;
      const { label, seenBy } = transition;
      await save(tx, {
        by: { clock: true },
        one,
        after,
        event: { type: action, label, seenBy, warned: false, urgent: false, tells },
        answers: noAnswers,
        tree,
        pack,
      });
      return true;
    },

    /** Notes on the case itself that its clock has warned or run out. */
    noteByClock: async (tx: Tx, one: Case, kind: "warn" | "late"): Promise<Case> => {
      const tree = await forest.tree(tx.tenant);
      const pack = await packs.at(tx.tenant, one.packVersion);
      const limit = stateOf(pack.workflow, one.subject.state).limit;
      const telling = kind === "warn" ? limit?.warn : limit?.late;
      const subject: Subject =
        kind === "late" ? { ...one.subject, clock: { ...one.subject.clock, late: true } } : one.subject;
      const event = {
        type: kind === "warn" ? "limit-near" : "limit-passed",
        label: kind === "warn" ? "即将超时提醒" : "已超过办理时限",
        seenBy: "staff",
        warned: true,
        urgent: true,
        tells: telling ? [telling] : [],
      } as const;
      const saved = await save(tx, { by: { clock: true }, one, after: subject, event, answers: noAnswers, tree, pack });
      return { ...one, subject, version: saved.version };
    },
  };
};
export type Act = ReturnType<typeof createAct>;
