/**
 * Beginning matters and moving them on: authority, the engine, storage, telling, in the caller's transaction. What a step
 * means for others (a place that is free again, points earned) is said by listeners, in the same transaction.
 */
import { randomInt } from "node:crypto";
import type { MatterType } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { isEnded, standingOf, timedAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { SeenBy, Telling, Transition } from "@ginkgo/shared/pack/workflow.ts";
import type { Tx } from "../../platform/db/database.ts";
import { attachFiles } from "../../platform/files/attach.ts";
import { newId } from "../../platform/ids.ts";
import { forbidden, invalid, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { type Alarm, begin, isOpen, matterCountedIn, next, rung, type Subject, stepOf } from "../workflow/index.ts";
import { type Answers, checkNeedsOneOf, noAnswers, readPlainAnswers } from "./answers.ts";
import type { MattersDeps } from "./deps.ts";
import { type Matter, type Side, targetFor, type Visibility } from "./model.ts";
import { type Description, insertMatters, type NewMatter, saveDescription, saveFacts, saveStep } from "./repo.ts";
import { rulesOf, waitsFor } from "./rules.ts";
import { deliveryOf } from "./telling.ts";

export interface Beginning {
  readonly type: MatterType;
  readonly kind: string;
  readonly workflow: string;
  readonly title: string;
  readonly nodeId: string;
  readonly visibility: Visibility;
  readonly owner: Side;
  readonly holder?: Side | undefined;
  readonly unitId?: string | undefined;
  readonly unitSees?: boolean | undefined;
  readonly parentId?: string | undefined;
  /** Answers to the workflow's intake form, not yet checked. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** What the engine itself keeps from the start: how many places there are. */
  readonly facts?: Readonly<Record<string, unknown>> | undefined;
  /** Where it begins instead of the workflow's initial state: a claim that was assigned waits to be accepted. */
  readonly state?: string | undefined;
  /** Who is told of it, besides those whose move it is. */
  readonly tells?: readonly Telling[] | undefined;
}

export interface Moved {
  readonly before: Matter;
  readonly after: Matter;
  readonly action: string;
  readonly step: Transition | undefined;
  /** Nobody: the clock, or another matter. */
  readonly actor: Actor | undefined;
  readonly form: Readonly<Record<string, unknown>>;
  readonly at: Date;
}
/** May refuse, which undoes the step. */
export type Listener = (tx: Tx, moved: Moved) => Promise<void>;

const byItself = { id: "", name: "系统" };
const letters = "23456789abcdefghjkmnpqrstuvwxyz";
const newCode = (): string => Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join("");

/** Where lists keep it: its community, or the node itself where there is none above it. */
const areaOf = (tree: Tree, nodeId: string): string => tree.enclosing(nodeId, "community")?.id ?? nodeId;

export const createMoving = ({ clock, packs, forest }: MattersDeps) => {
  const listeners: Listener[] = [];

  /** All of one kind of caller's own; what is wrong with any of them refuses all. */
  const beginMany = async (tx: Tx, actor: Actor, all: readonly Beginning[]): Promise<Matter[]> => {
    const { pack, version } = await packs.current(tx.tenant);
    const tree = await forest.tree(tx.tenant);
    const now = clock.now();
    const made: NewMatter[] = [];
    const tells: (() => void)[] = [];
    for (const given of all) {
      const workflow = workflowOf(pack, given.workflow);
      // Who speaks for a body may begin for it what its right allows, wherever it takes place.
      const from = [given.nodeId, given.owner.bodyId ?? []].flat();
      const { starts } = workflow;
      if (starts && !from.some((nodeId) => may(actor, starts, { nodeId, reporterId: actor.accountId }, tree)))
        throw forbidden(`办理“${workflow.label}”`);
      const answers = await readPlainAnswers({ pack, tree }, workflow.intake.form, given.data ?? {});
      const { subject: begun } = begin(
        {
          workflow: given.workflow,
          category: "",
          kind: given.kind,
          placeId: given.nodeId,
          placed: true,
          actor: { id: actor.accountId, name: actor.name },
          form: answers.form,
        },
        given.state
          ? { ...rulesOf(pack, given.workflow), workflow: { ...workflow, initial: given.state } }
          : rulesOf(pack, given.workflow),
        now,
      );
      const holder = given.holder ?? null;
      const subject: Subject = {
        ...begun,
        facts: { ...begun.facts, ...given.facts },
        handlers: holder ? [{ id: holder.id, name: holder.name }] : [],
      };
      const ended = isEnded(workflow, subject.leaves);
      const one: Matter = {
        id: newId(),
        type: given.type,
        kind: given.kind,
        code: newCode(),
        title: given.title,
        packVersion: version,
        version: 1,
        subject,
        tone: standingOf(workflow, subject.leaves).tone,
        ended,
        visibility: given.visibility,
        owner: given.owner,
        holder,
        unitId: given.unitId ?? null,
        unitSees: given.unitSees ?? false,
        parentId: given.parentId ?? null,
        createdAt: now,
        endedAt: ended ? now : null,
      };
      if (answers.photos.length > 0) await attachAll(tx, one.id, actor, answers.photos);
      made.push({
        one,
        areaId: areaOf(tree, given.nodeId),
        metrics: matterCountedIn(pack.metrics, one.type, subject, ended),
        event: {
          type: "begin",
          actorId: actor.accountId,
          actorName: actor.name,
          at: now,
          seenBy: "everyone",
          data: {
            label: `发起：${workflow.label}`,
            to: subject.leaves,
            details: answers.details,
            photos: answers.photos,
          },
        },
      });
      const awaited = waitsFor(workflow, subject.leaves);
      if (awaited.length > 0 || given.tells)
        tells.push(() => {
          const label = standingOf(workflow, subject.leaves).label;
          const said =
            awaited.length > 0 && one.tone !== "done"
              ? [{ to: awaited, text: `${given.title}：${label}，请处理。` }]
              : [];
          said.push(...(given.tells ?? []));
          tx.enqueue("matters.deliver", deliveryOf(tx.tenant, one, tree, { ...quiet(actor, now), label, tells: said }));
        });
    }
    await insertMatters(tx, made);
    // Hundreds that come in one sheet are seen on the list; only those begun one by one are told.
    if (made.length === 1) for (const tell of tells) tell();
    return made.map(({ one }) => one);
  };

  const attachAll = async (tx: Tx, id: string, actor: Actor, photos: readonly string[]): Promise<void> => {
    if ((await attachFiles(tx, { type: "matter", id }, actor.accountId, photos)) !== photos.length)
      throw invalid("data", "有照片不存在、不是您上传的或已用在别的地方，请重新上传。");
  };

  interface Change {
    readonly before: Matter;
    readonly subject: Subject;
    readonly action: string;
    readonly step: Transition | undefined;
    readonly label: string;
    readonly seenBy: SeenBy;
    readonly urgent: boolean;
    readonly tells: readonly Telling[];
    readonly answers: Answers;
    readonly actor: Actor | undefined;
    readonly pack: Pack;
    readonly tree: Tree;
  }

  const write = async (tx: Tx, change: Change): Promise<Matter> => {
    const { before, subject, actor, answers, pack, tree, label } = change;
    const workflow = workflowOf(pack, subject.workflow);
    const ended = isEnded(workflow, subject.leaves);
    const { tone } = standingOf(workflow, subject.leaves);
    const { metrics } = (await packs.current(tx.tenant)).pack;
    const at = clock.now();
    const who = quiet(actor, at);
    const saved = await saveStep(
      tx,
      before,
      subject,
      { tone, ended, metrics: matterCountedIn(metrics, before.type, subject, ended) },
      {
        type: change.action,
        actorId: who.actorId,
        actorName: who.actorName,
        at,
        seenBy: change.seenBy,
        data: {
          label,
          from: before.subject.leaves,
          to: subject.leaves,
          details: answers.details,
          photos: answers.photos,
          ...(change.urgent ? { urgent: true } : {}),
        },
      },
    );
    if (!saved) throw stale();
    const after: Matter = {
      ...before,
      subject,
      tone,
      ended,
      version: before.version + 1,
      endedAt: ended ? (before.endedAt ?? at) : null,
    };
    if (change.tells.length > 0)
      tx.enqueue(
        "matters.deliver",
        deliveryOf(tx.tenant, after, tree, {
          ...who,
          urgent: change.urgent,
          label,
          tells: change.tells,
          answers: answers.texts,
        }),
      );
    const moved: Moved = { before, after, action: change.action, step: change.step, actor, form: answers.form, at };
    for (const listen of listeners) await listen(tx, moved);
    return after;
  };

  /** The same message whether the step is not there now or not for this person: the page shows what is. */
  const permit = (actor: Actor, one: Matter, pack: Pack, tree: Tree, action: string): Transition => {
    const rules = rulesOf(pack, one.subject.workflow);
    const step = stepOf(rules, one.subject.leaves, action)?.step;
    if (!step) {
      const { label } = standingOf(rules.workflow, one.subject.leaves);
      throw new Refusal("not-allowed-now", `现在是“${label}”，不能这样操作，请刷新查看最新情况。`);
    }
    if (!may(actor, step.by, targetFor(actor, one), tree)) throw forbidden(`“${step.label}”`);
    if (!isOpen(one.subject, step, clock.now()))
      throw new Refusal("not-allowed-now", `现在不能“${step.label}”，可能已办过或已过期限，请刷新查看。`);
    return step;
  };

  return {
    /** Called after every step, in the order they were added. */
    listen: (listener: Listener): void => {
      listeners.push(listener);
    },

    beginMany,
    begin: async (tx: Tx, actor: Actor, given: Beginning): Promise<Matter> => {
      const [one] = await beginMany(tx, actor, [given]);
      if (!one) throw new Error("what was begun is there");
      return one;
    },

    /** A step taken by a person. The caller has read the matter in this transaction and made sure that they may see it. */
    act: async (
      tx: Tx,
      actor: Actor,
      one: Matter,
      action: string,
      data: Readonly<Record<string, unknown>>,
      version?: number,
    ): Promise<Matter> => {
      const pack = await packs.at(tx.tenant, one.packVersion);
      const tree = await forest.tree(tx.tenant);
      const step = permit(actor, one, pack, tree, action);
      if (version !== undefined && version !== one.version) throw stale();
      const answers = await readPlainAnswers({ pack, tree }, step.form, data);
      checkNeedsOneOf(step, answers);
      const outcome = next(
        one.subject,
        { type: action, actor: { id: actor.accountId, name: actor.name }, form: answers.form },
        rulesOf(pack, one.subject.workflow),
        clock.now(),
      );
      if (!outcome.ok) throw new Refusal("not-allowed-now", `现在不能“${step.label}”，请刷新查看最新情况。`);
      await attachAll(tx, one.id, actor, answers.photos);
      const { subject, tells } = outcome.step;
      const { label, seenBy } = step;
      return write(tx, {
        before: one,
        subject,
        action,
        step,
        label,
        seenBy,
        urgent: false,
        tells,
        answers,
        actor,
        pack,
        tree,
      });
    },

    /** A step that happens by itself, if it is possible now; answers the matter as it then stands. */
    actByItself: async (tx: Tx, one: Matter, action: string, facts: Subject["facts"] = {}): Promise<Matter> => {
      const pack = await packs.at(tx.tenant, one.packVersion);
      const tree = await forest.tree(tx.tenant);
      const known: Subject = { ...one.subject, facts: { ...one.subject.facts, ...facts } };
      const rules = rulesOf(pack, one.subject.workflow);
      const outcome = next(known, { type: action, actor: byItself, form: {} }, rules, clock.now());
      if (!outcome.ok) return one;
      const { transition: step, subject, tells } = outcome.step;
      const { label, seenBy } = step;
      const change = { before: one, subject, action, step, label, seenBy, urgent: false, tells, answers: noAnswers };
      return write(tx, { ...change, actor: undefined, pack, tree });
    },

    /** Numbers the engine keeps of a matter have changed; nobody is told, it stands where it stood. */
    keepFacts: async (
      tx: Tx,
      one: Matter,
      facts: Subject["facts"],
      said: {
        readonly action: string;
        readonly label: string;
        readonly actor?: Actor | undefined;
        readonly seenBy?: SeenBy;
      },
    ): Promise<Matter> => {
      const pack = await packs.at(tx.tenant, one.packVersion);
      const tree = await forest.tree(tx.tenant);
      const subject: Subject = { ...one.subject, facts: { ...one.subject.facts, ...facts } };
      const { action, label, actor, seenBy = "everyone" } = said;
      const change = { before: one, subject, action, step: undefined, label, seenBy, urgent: false, tells: [] };
      return write(tx, { ...change, answers: noAnswers, actor, pack, tree });
    },

    /** As `keepFacts`, where another matter's event already says what happened: no version, no event of its own. */
    noteFacts: async (tx: Tx, one: Matter, facts: Subject["facts"]): Promise<void> => {
      const { metrics } = (await packs.current(tx.tenant)).pack;
      const subject: Subject = { ...one.subject, facts: { ...one.subject.facts, ...facts } };
      await saveFacts(tx, one.id, facts, matterCountedIn(metrics, one.type, subject, one.ended));
    },

    /** Its title, who may see it, or where it belongs; the caller says with `keepFacts` that it changed. */
    describe: async (tx: Tx, one: Matter, words: Description): Promise<Matter> => {
      const tree = await forest.tree(tx.tenant);
      await saveDescription(tx, one.id, words, words.nodeId ? areaOf(tree, words.nodeId) : undefined);
      return {
        ...one,
        title: words.title ?? one.title,
        visibility: words.visibility ?? one.visibility,
        subject: { ...one.subject, placeId: words.nodeId ?? one.subject.placeId },
      };
    },

    /** Notes on the matter itself that a clock of its has warned or run out. */
    noteByClock: async (tx: Tx, one: Matter, { path, kind }: Alarm): Promise<Matter> => {
      const pack = await packs.at(tx.tenant, one.packVersion);
      const tree = await forest.tree(tx.tenant);
      const { limit, label: state } = timedAt(workflowOf(pack, one.subject.workflow), path);
      const telling = kind === "warn" ? limit?.warn : limit?.late;
      return write(tx, {
        before: one,
        subject: { ...one.subject, clocks: rung(one.subject.clocks, path, kind) },
        action: kind === "warn" ? "limit-near" : "limit-passed",
        step: undefined,
        label: kind === "warn" ? `即将到期提醒：${state}` : `已到期限：${state}`,
        seenBy: "staff",
        urgent: true,
        tells: telling ? [telling] : [],
        answers: noAnswers,
        actor: undefined,
        pack,
        tree,
      });
    },
  };
};
export type Moving = ReturnType<typeof createMoving>;

const quiet = (actor: Actor | undefined, at: Date) => ({
  at,
  actorId: actor?.accountId ?? null,
  actorName: actor?.name ?? byItself.name,
  urgent: false,
  answers: {},
});
