/** A matter as one person may see it. */
import type { CaseAction, TimelineEntry } from "@ginkgo/shared/api/cases.ts";
import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { MatterSummary, MatterView } from "@ginkgo/shared/api/matters.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, standingOf, stepsAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Transition } from "@ginkgo/shared/pack/workflow.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { isOpen, nearestClock } from "../workflow/index.ts";
import { factsShown } from "./facts.ts";
import { isSide, type Matter, type Side, type Sight, targetFor } from "./model.ts";
import type { EventRow } from "./repo.ts";
import { waitsFor } from "./rules.ts";
import { dayText } from "./words.ts";

export interface MatterViewing {
  readonly actor: Actor;
  readonly tree: Tree;
  /** The pack the matter began under. */
  readonly pack: Pack;
  readonly now: Date;
}

interface Running {
  readonly dueAt: Date | null;
  readonly warnAt: Date | null;
  readonly late: boolean;
}

export const timeOfClock = (clock: Running, now: Date): "ok" | "soon" | "late" | "paused" => {
  if (!clock.dueAt) return "paused";
  if (clock.late || clock.dueAt <= now) return "late";
  return clock.warnAt && clock.warnAt <= now ? "soon" : "ok";
};

const refOf = (tree: Tree, id: string | null): NodeRef | null => {
  const node = id ? tree.get(id) : undefined;
  return node ? { id: node.id, name: node.name, tier: node.tier } : null;
};

export const kindLabel = (pack: Pack, { type, kind }: Pick<Matter, "type" | "kind">): string => {
  switch (type) {
    case "registration":
      return pack.registrations[kind]?.label ?? kind;
    case "claimable":
    case "claim":
      return pack.claimables[kind]?.label ?? kind;
    case "agreement":
      return "共建协议书";
    case "activity":
      return pack.activities[kind]?.label ?? kind;
  }
};

const sideView = (tree: Tree, side: Side | null, seen: boolean) => {
  if (!side) return null;
  const body = refOf(tree, side.bodyId);
  // A passer-by learns which body it is, not which person.
  if (!seen) return body ? { name: body.name, body } : null;
  return { name: side.name, body };
};

export const summaryOf = ({ actor, tree, pack, now }: MatterViewing, one: Matter, sight: Sight): MatterSummary => {
  const workflow = workflowOf(pack, one.subject.workflow);
  const { label, tone } = standingOf(workflow, one.subject.leaves);
  const clock = nearestClock(one.subject);
  const seen = sight === "desk" || sight === "party";
  const node = tree.get(one.subject.placeId) ?? tree.root;
  return {
    id: one.id,
    type: one.type,
    kind: one.kind,
    kindLabel: kindLabel(pack, one),
    code: one.code,
    title: one.title,
    version: one.version,
    stateLabel: label,
    tone,
    ended: one.ended,
    marks: seen
      ? workflow.marks
          .filter(({ fact }) => one.subject.facts[fact] !== undefined)
          .map((mark) => ({ label: mark.label, tone: mark.tone }))
      : [],
    visibility: one.visibility,
    node: { id: node.id, name: node.name, tier: node.tier },
    place: tree.trail(node.id),
    owner: sideView(tree, one.owner, seen),
    holder: sideView(tree, one.holder, seen || sight === "unit"),
    unit: seen || sight === "unit" ? refOf(tree, one.unitId) : null,
    parentId: one.parentId,
    createdAt: one.createdAt.toISOString(),
    endedAt: one.endedAt?.toISOString() ?? null,
    dueAt: one.ended ? null : (clock.dueAt?.toISOString() ?? null),
    time: one.ended || (!clock.dueAt && !clock.paused) ? "none" : timeOfClock(clock, now),
    mine: isSide(actor, one.owner) ? "owner" : isSide(actor, one.holder) ? "holder" : "none",
  };
};

export const actionOf = (action: string, step: Transition): CaseAction => ({
  action,
  label: step.label,
  tone: step.tone,
  confirm: step.confirm ?? null,
  key: step.key ?? null,
  bulk: step.bulk,
  form: step.form,
});

/** The steps that are open now and this actor's to take, in the pack's order. */
const stepsOf = ({ actor, tree, pack, now }: MatterViewing, one: Matter) =>
  stepsAt(workflowOf(pack, one.subject.workflow), one.subject.leaves).filter(
    ({ step }) => isOpen(one.subject, step, now) && may(actor, step.by, targetFor(actor, one), tree),
  );

const maySee = (seenBy: string, sight: Sight, one: Matter, actor: Actor): boolean => {
  switch (seenBy) {
    case "everyone":
      return sight !== "passer-by";
    case "staff":
    case "desk":
      return sight === "desk";
    case "reporter":
      return sight === "desk" || isSide(actor, one.owner);
    default:
      return isSide(actor, one.holder);
  }
};

const audienceWords: Readonly<Record<string, string>> = {
  staff: "仅工作人员可见",
  desk: "仅受理部门可见",
  handlers: "仅本人可见",
  reporter: "仅发起方和工作人员可见",
};

const entryOf = (row: EventRow, files: ReadonlyMap<string, StoredFile>, actor: Actor): TimelineEntry => {
  const data = row.data as {
    label?: string;
    details?: TimelineEntry["details"];
    photos?: string[];
    urgent?: boolean;
  };
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor_id === null ? "系统" : row.actor_id === actor.accountId ? "我" : row.actor_name,
    label: data.label ?? row.type,
    details: data.details ?? [],
    photos: (data.photos ?? []).flatMap((id) => files.get(id) ?? []),
    audience: audienceWords[row.seen_by] ?? null,
    urgent: data.urgent ?? false,
  };
};

/** What can be claimed waits for anyone who wants it, as long as there is a place. */
const openWords = ({ pack }: MatterViewing, { type, kind, subject }: Matter): string | undefined => {
  const open = type === "claimable" ? (pack.claimables[kind]?.open ?? []) : [];
  if (!activeOf(subject.leaves).some((path) => open.includes(path))) return undefined;
  const free = Number(subject.facts.places ?? 0) - Number(subject.facts.taken ?? 0);
  return free > 0 ? `开放认领，还有 ${free} 个名额` : "名额已满，等认领的一方完成";
};

const waitingOf = (viewing: MatterViewing, one: Matter, sight: Sight): string | null => {
  const { actor, tree, pack, now } = viewing;
  if (one.ended) return null;
  const open = openWords(viewing, one);
  if (open !== undefined) return open;
  if (sight === "passer-by") return null;
  const awaited = waitsFor(workflowOf(pack, one.subject.workflow), one.subject.leaves);
  // What stands well waits for nobody until its term is over: a registration that is in force.
  if (awaited.length === 0 || one.tone === "done") return null;
  const { dueAt } = nearestClock(one.subject);
  const until = dueAt ? `，${dayText(dueAt, now)} 前` : "";
  const own = stepsOf(viewing, one).find(({ step }) => step.tone === "primary");
  if (own && may(actor, awaited, targetFor(actor, one), tree)) return `等您${own.step.label}${until}`;
  const who = awaited.map((by) => {
    if ("right" in by) return "工作人员";
    if ("fact" in by) return "相关人员";
    return by.party === "reporter" ? one.owner.name : (one.holder?.name ?? "办理的一方");
  });
  return `等待${[...new Set(who)].join("或")}处理${until}`;
};

export const viewOf = (
  viewing: MatterViewing,
  one: Matter,
  sight: Sight,
  events: readonly EventRow[],
  files: ReadonlyMap<string, StoredFile>,
): MatterView => {
  const { pack, now, actor } = viewing;
  const workflow = workflowOf(pack, one.subject.workflow);
  const current = workflow.progress.findIndex(({ id }) => id === standingOf(workflow, one.subject.leaves).progress);
  return {
    ...summaryOf(viewing, one, sight),
    progress: workflow.progress.map(({ label }, i) => ({ label, reached: i <= current, current: i === current })),
    waiting: waitingOf(viewing, one, sight),
    facts: sight === "passer-by" ? [] : factsShown(workflow, one.subject.facts, pack, now),
    timeline: events
      .filter(({ seen_by }) => maySee(seen_by, sight, one, actor))
      .map((row) => entryOf(row, files, actor)),
    actions: stepsOf(viewing, one).map(({ name, step }) => actionOf(name, step)),
  };
};
