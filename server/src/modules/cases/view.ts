/** A case as one person may see it: words, people, timeline and the steps that are theirs to take. */
import type { CaseSummary, CaseView, TimelineEntry } from "@ginkgo/shared/api/cases.ts";
import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import { standingOf, timedAt } from "@ginkgo/shared/pack/states.ts";
import { maskPhone, type Sealer } from "../../platform/crypto.ts";
import { may } from "../authority/index.ts";
import { actionOf, factsShown, timeOfClock } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { nearestClock } from "../workflow/index.ts";
import { type Case, maySee, type Own, type Sight, targetOf } from "./model.ts";
import type { EventRow } from "./repo.ts";
import { offeredText, stepsOf, type Viewing, workflowFor } from "./viewing.ts";
import { waitingOf } from "./waiting.ts";

const refOf = (tree: Tree, id: string | null): NodeRef | null => {
  const node = id ? tree.get(id) : undefined;
  return node ? { id: node.id, name: node.name, tier: node.tier } : null;
};

const timeOf = (one: Case, now: Date): CaseSummary["time"] => {
  const clock = nearestClock(one.subject);
  if (one.ended || (!clock.dueAt && !clock.paused)) return "none";
  return timeOfClock(clock, now);
};

const marksOf = (viewing: Viewing, one: Case): CaseSummary["marks"] =>
  workflowFor(viewing, one)
    .marks.filter(({ fact }) => one.subject.facts[fact] !== undefined)
    .map(({ label, tone }) => ({ label, tone }));

export const summaryOf = (viewing: Viewing, one: Case, sight: Sight, meters: number | null): CaseSummary => {
  const { tree, pack, now } = viewing;
  const standing = standingOf(workflowFor(viewing, one), one.subject.leaves);
  const category = pack.categories.find(({ id }) => id === one.subject.category);
  const exact = sight !== "neighbour";
  return {
    id: one.id,
    no: one.no,
    version: one.version,
    category: one.subject.category,
    categoryLabel: category?.label ?? one.subject.category,
    urgent: one.urgent,
    words: one.words,
    visibility: one.visibility,
    workflow: one.subject.workflow,
    stateLabel: standing.label,
    tone: standing.tone,
    marks: exact ? marksOf(viewing, one) : [],
    // A neighbour learns the community, not the door.
    place: exact ? tree.trail(one.subject.placeId) : (refOf(tree, one.communityId)?.name ?? ""),
    community: refOf(tree, one.communityId),
    pin: exact && one.pin ? [one.pin[0], one.pin[1]] : null,
    meters,
    submittedAt: one.submittedAt.toISOString(),
    dueAt: one.ended ? null : (nearestClock(one.subject).dueAt?.toISOString() ?? null),
    time: timeOf(one, now),
    assignedTo: offeredText(one, pack),
    handler: exact ? (one.subject.handlers[0]?.name ?? null) : null,
    photoCount: one.photoCount,
    bulkActions: stepsOf(viewing, one)
      .filter(([, step]) => step.bulk)
      .map(([name]) => name),
  };
};

interface Person {
  readonly name: string;
  readonly phone?: string | undefined;
}

export const openPerson = (sealer: Sealer, sealed: Buffer | null): Person | null =>
  sealed ? (JSON.parse(sealer.open(sealed)) as Person) : null;

/** Of a confidential case a worker learns what is to be done, not who asked. */
const peopleOf = (one: Case, sight: Sight, sealer: Sealer) => {
  const mine = sight === "reporter";
  const hidden = sight === "neighbour" || (sight === "worker" && one.visibility === "confidential");
  const contact = openPerson(sealer, one.contactSealed);
  const behalf = openPerson(sealer, one.behalfSealed);
  const masked = (person: Person) => ({
    name: hidden ? "（不公开）" : person.name,
    phone: hidden || !person.phone ? null : mine ? person.phone : maskPhone(person.phone),
  });
  return {
    reporter: { ...masked({ name: contact?.name ?? one.reporterName, phone: contact?.phone }), mine },
    onBehalfOf: behalf && !hidden ? masked(behalf) : null,
    mayReveal: !mine && !hidden,
  };
};

const audienceWords: Readonly<Record<string, string>> = {
  staff: "仅工作人员可见",
  desk: "仅受理部门可见",
  handlers: "仅承办人员可见",
  reporter: "仅反映人和受理部门可见",
};

const entryOf = (
  row: EventRow,
  sight: Sight,
  files: ReadonlyMap<string, StoredFile>,
  reporterId: string,
): TimelineEntry => {
  const data = row.data as {
    label?: string;
    title?: string;
    details?: TimelineEntry["details"];
    photos?: string[];
    urgent?: boolean;
  };
  const staff = sight === "desk" || sight === "worker";
  const own = row.actor_id === reporterId;
  const named =
    staff && !own
      ? `${row.actor_name}（${data.title ?? ""}）`
      : own
        ? sight === "reporter"
          ? "我"
          : sight === "desk"
            ? row.actor_name
            : "居民"
        : (data.title ?? "");
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor_id === null ? "系统" : named,
    label: data.label ?? row.type,
    details: sight === "neighbour" ? [] : (data.details ?? []),
    photos: sight === "neighbour" ? [] : (data.photos ?? []).flatMap((id) => files.get(id) ?? []),
    audience: audienceWords[row.seen_by] ?? null,
    urgent: data.urgent ?? false,
  };
};

const seenEvents = (events: readonly EventRow[], sight: Sight, own: Own): readonly EventRow[] =>
  events.filter(({ seen_by }) => maySee(seen_by, sight, own));

/** Which points of the line have been passed, read off the history: a case may go back and forth. */
const progressOf = (viewing: Viewing, one: Case): CaseView["progress"] => {
  const workflow = workflowFor(viewing, one);
  const points = workflow.progress;
  const current = points.findIndex(({ id }) => id === standingOf(workflow, one.subject.leaves).progress);
  return points.map(({ label }, i) => ({ label, reached: i <= current, current: i === current }));
};

export interface Around {
  readonly sight: Sight;
  readonly events: readonly EventRow[];
  readonly files: ReadonlyMap<string, StoredFile>;
  /** Photos sent in with the case itself, in order. */
  readonly photoIds: readonly string[];
  readonly children: CaseView["children"];
  readonly parent: { id: string; no: string } | null;
  readonly merged: readonly { id: string; no: string }[];
  readonly mergedInto: { id: string; no: string } | null;
}

const channelWords: Readonly<Record<string, string>> = {
  desk: "工作台登记",
  phone: "手机提交",
  patrol: "巡查发现",
  api: "接口提交",
  part: "分办",
};

const limitsOf = (viewing: Viewing, one: Case): CaseView["limits"] =>
  one.ended
    ? []
    : Object.entries(one.subject.clocks)
        .sort(([, a], [, b]) => Number(a.dueAt ?? Number.MAX_SAFE_INTEGER) - Number(b.dueAt ?? Number.MAX_SAFE_INTEGER))
        .map(([path, clock]) => ({
          label: timedAt(workflowFor(viewing, one), path).label,
          dueAt: clock.dueAt?.toISOString() ?? null,
          time: timeOfClock(clock, viewing.now),
        }));

/** A part as its line on the case it belongs to. */
export const childOf = (viewing: Viewing, one: Case): CaseView["children"][number] => {
  const standing = standingOf(workflowFor(viewing, one), one.subject.leaves);
  return {
    id: one.id,
    no: one.no,
    words: one.words,
    stateLabel: standing.label,
    tone: standing.tone,
    assignedTo: offeredText(one, viewing.pack) ?? one.subject.handlers[0]?.name ?? null,
    dueAt: one.ended ? null : (nearestClock(one.subject).dueAt?.toISOString() ?? null),
    time: timeOf(one, viewing.now),
  };
};

export const viewOf = (viewing: Viewing, one: Case, around: Around, sealer: Sealer): CaseView => {
  const { actor, tree, pack } = viewing;
  const { sight, files } = around;
  const workflow = workflowFor(viewing, one);
  const handles = may(actor, { party: "handler" }, targetOf(one), tree);
  const played = (as: string | undefined) => (as ? (workflow.parts[as] ?? as) : null);
  const { meters: _meters, bulkActions: _bulk, ...summary } = summaryOf(viewing, one, sight, null);
  const exact = sight !== "neighbour";
  return {
    ...summary,
    ...peopleOf(one, sight, sealer),
    kindLabel: pack.kinds.find(({ id }) => id === one.subject.kind)?.label ?? null,
    channel: channelWords[one.channel] ?? one.channel,
    address: exact ? one.address : null,
    trail: exact ? [...tree.path(one.subject.placeId)].reverse().flatMap(({ id }) => refOf(tree, id) ?? []) : [],
    photos: around.photoIds.flatMap((id) => files.get(id) ?? []),
    progress: progressOf(viewing, one),
    waiting: waitingOf(viewing, one, sight),
    handlers: exact
      ? one.subject.handlers.map(({ name, bodyId, part, as, doneAt }) => ({
          name,
          body: bodyId ? (tree.get(bodyId)?.name ?? null) : null,
          lead: part !== "assist",
          plays: played(as),
          doneAt: doneAt ?? null,
        }))
      : [],
    invited: exact
      ? one.subject.offered.filter(({ part }) => part === "assist").map(({ name, as }) => ({ name, plays: played(as) }))
      : [],
    limits: exact ? limitsOf(viewing, one) : [],
    facts: exact ? factsShown(workflow, one.subject.facts, pack, viewing.now) : [],
    parent: exact ? around.parent : null,
    children: exact ? [...around.children] : [],
    workflowLabel: workflow.label,
    publishedAt: one.subject.publishedAt?.toISOString() ?? null,
    rating: one.stars !== null ? { stars: one.stars, solved: one.solved ?? false } : null,
    mergedInto: around.mergedInto,
    duplicates: exact ? [...around.merged] : [],
    timeline: seenEvents(around.events, sight, { handles, reports: one.reporterId === actor.accountId }).map((row) =>
      // Whoever divided a case speaks as staff in its parts.
      entryOf(row, sight, files, one.parentId === null ? one.reporterId : ""),
    ),
    actions: stepsOf(viewing, one).map(([name, step]) => actionOf(name, step)),
  };
};
