/** Writing a step: the case, its event, its parts and what they mean for the case they belong to, and who is told. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, isEnded, standingOf, stateAt } from "@ginkgo/shared/pack/states.ts";
import type { SeenBy, Telling } from "@ginkgo/shared/pack/workflow.ts";
import type { Tx } from "../../platform/db/database.ts";
import { stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { type Answers, noAnswers, rulesOf } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { countedIn, next, type SubCaseRequest, type Subject, type Worker } from "../workflow/index.ts";
import type { CasesDeps } from "./deps.ts";
import { type Case, titleOf } from "./model.ts";
import { writeSubCases } from "./opening.ts";
import { titleOf as actorTitle } from "./parties.ts";
import { areaOf } from "./place.ts";
import { countSubCases, lockCase, saveStep } from "./repo.ts";
import { deliveryOf, type Said } from "./telling.ts";

/** Who acts: a signed-in person, or the clock. */
export type By = { readonly actor: Actor } | { readonly clock: true };

export const clockWorker: Worker = { id: "", name: "系统" };

export interface Change {
  readonly by: By;
  readonly one: Case;
  readonly after: Subject;
  readonly event: {
    readonly type: string;
    readonly label: string;
    readonly seenBy: SeenBy;
    readonly urgent: boolean;
    readonly tells: readonly Telling[];
  };
  readonly answers: Answers;
  readonly opens: readonly SubCaseRequest[];
  readonly tree: Tree;
  readonly pack: Pack;
}

export interface SavedStep {
  readonly id: string;
  readonly version: number;
}

export const createSaving = ({ packs, clock }: Pick<CasesDeps, "packs" | "clock">) => {
  const write = async (tx: Tx, change: Change): Promise<SavedStep> => {
    const { by, one, event, answers, tree, pack } = change;
    const { workflow } = rulesOf(pack, one.subject.workflow);
    const after = { ...change.after, openSubCases: change.after.openSubCases + change.opens.length };
    const ended = isEnded(workflow, after.leaves);
    const actor = "actor" in by ? by.actor : undefined;
    const who = { actorId: actor?.accountId ?? null, actorName: actor?.name ?? clockWorker.name };
    const at = clock.now();
    // Figures are counted by today's definitions, whatever version the case goes on under.
    const { metrics } = (await packs.current(tx.tenant)).pack;
    const saved = await saveStep(
      tx,
      one,
      after,
      {
        tone: standingOf(workflow, after.leaves).tone,
        ended,
        area: areaOf(tree, after.placeId),
        metrics: countedIn(metrics, after, ended),
      },
      {
        type: event.type,
        ...who,
        at,
        seenBy: event.seenBy,
        data: {
          label: event.label,
          title: actor ? actorTitle(actor, one, tree, pack) : clockWorker.name,
          from: one.subject.leaves,
          to: after.leaves,
          details: answers.details,
          photos: answers.photos,
          ...(event.urgent ? { urgent: true } : {}),
        },
      },
    );
    if (!saved) throw stale();
    const stepped: Case = { ...one, subject: after, version: one.version + 1 };
    const { label, urgent, tells } = event;
    const said: Said = { at, ...who, urgent, label, tells, answers: answers.texts };
    tx.enqueue("cases.deliver", deliveryOf(tx.tenant, said, tree, stepped, one));
    if (change.opens.length > 0 && actor) {
      const given = { actor, tree, pack, metrics, packVersion: one.packVersion, now: at };
      await writeSubCases(tx, stepped, change.opens, await countSubCases(tx, one.id), given);
    }
    if (one.parentId !== null && ended !== one.ended) await tellParent(tx, change, one.parentId, ended);
    return { id: one.id, version: stepped.version };
  };

  /** A part has ended, or was opened again: the case it belongs to keeps count, and goes on by itself after the last. */
  const tellParent = async (tx: Tx, { by, one, tree }: Change, parentId: string, ended: boolean): Promise<void> => {
    const parent = await lockCase(tx, parentId);
    if (!parent) return;
    const pack = await packs.at(tx.tenant, parent.packVersion);
    const openSubCases = Math.max(0, parent.subject.openSubCases + (ended ? -1 : 1));
    const after: Subject = { ...parent.subject, openSubCases };
    const who = one.subject.handlers[0] ?? one.subject.offered[0];
    const details = [{ label: one.no, text: who ? `${who.name}：${titleOf(one.words)}` : titleOf(one.words) }];
    const saved = await write(tx, {
      by,
      one: parent,
      after,
      event: {
        type: ended ? "part-ended" : "part-reopened",
        label: ended ? "一项分办事项已结束" : "一项分办事项重新打开",
        seenBy: "staff",
        urgent: false,
        tells: [],
      },
      answers: { ...noAnswers, details },
      opens: [],
      tree,
      pack,
    });
    if (ended && openSubCases === 0)
      await goOnByItself(tx, { ...parent, subject: after, version: saved.version }, tree, pack);
  };

  const goOnByItself = async (tx: Tx, parent: Case, tree: Tree, pack: Pack): Promise<void> => {
    const { workflow } = rulesOf(pack, parent.subject.workflow);
    const action = activeOf(parent.subject.leaves)
      .reverse()
      .map((path) => stateAt(workflow, path).whenSubCasesEnd)
      .find((name) => name !== undefined);
    if (action) await byClock(tx, parent, action, tree, pack);
  };

  /** A step that happens by itself, if it is possible now. */
  const byClock = async (tx: Tx, one: Case, action: string, tree: Tree, pack: Pack): Promise<boolean> => {
    const rules = rulesOf(pack, one.subject.workflow);
    const outcome = next(one.subject, { type: action, actor: clockWorker, form: {} }, rules, clock.now());
    if (!outcome.ok) return false;
    const { transition, subject: after, tells, opens } = outcome.step;
    const { label, seenBy } = transition;
    const event = { type: action, label, seenBy, urgent: false, tells };
    await write(tx, { by: { clock: true }, one, after, event, answers: noAnswers, opens, tree, pack });
    return true;
  };

  return { write, byClock };
};
export type Saving = ReturnType<typeof createSaving>;
