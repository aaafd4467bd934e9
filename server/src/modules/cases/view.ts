/** A case as one person may see it: words, people, timeline and the steps that are theirs to take. */
import type { CaseAction, CaseSummary, CaseView, TimelineEntry } from "@ginkgo/shared/api/cases.ts";
import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { By, Transition } from "@ginkgo/shared/pack/workflow.ts";
import { maskPhone, type Sealer } from "../../platform/crypto.ts";
import { type Actor, may } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import { stateOf } from "../workflow/index.ts";
import { type Case, isPossible, type Sight, targetOf } from "./model.ts";
import type { EventRow } from "./repo.ts";
import { dayText } from "./words.ts";

export interface Viewing {
  readonly actor: Actor;
  readonly tree: Tree;
  /** The pack the case began under. */
  readonly pack: Pack;
  readonly now: Date;
}

const refOf = (tree: Tree, id: string | null): NodeRef | null => {
  const node = id ? tree.get(id) : undefined;
  return node ? { id: node.id, name: node.name, tier: node.tier } : null;
};

const timeOf = (one: Case, now: Date): CaseSummary["time"] => {
  const { clock } = one.subject;
  if (one.ended || !clock.dueAt) return "none";
  if (clock.late || clock.dueAt <= now) return "late";
  if (clock.paused) return "paused";
  return clock.warnAt && clock.warnAt <= now ? "soon" : "ok";
};

const offeredText = (one: Case, pack: Pack): string | null => {
  if (one.subject.mode === "open") return pack.words.openToAll ?? "全体可接";
  return one.subject.offered.map(({ name }) => name).join("、") || null;
};

/** The steps that are open now and this actor's to take, in the pack's order. */
const stepsOf = ({ actor, tree, pack, now }: Viewing, one: Case): [string, Transition][] =>
  Object.entries(stateOf(pack.workflow, one.subject.state).on).filter(
    ([, step]) => isPossible(one, step, now) && may(actor, step.by, targetOf(one), tree),
  );

export const actionOf = (action: string, step: Transition): CaseAction => ({
  action,
  label: step.label,
  tone: step.tone,
  confirm: step.confirm ?? null,
  key: step.key ?? null,
  bulk: step.bulk,
  form: step.form,
});

export const summaryOf = (viewing: Viewing, one: Case, sight: Sight, meters: number | null): CaseSummary => {
  const { tree, pack, now } = viewing;
  const state = stateOf(pack.workflow, one.subject.state);
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
    stateLabel: state.label,
    tone: state.tone,
    // A neighbour learns the community, not the door.
    place: exact ? tree.trail(one.subject.placeId) : (refOf(tree, one.communityId)?.name ?? ""),
    community: refOf(tree, one.communityId),
    pin: exact && one.pin ? [one.pin[0], one.pin[1]] : null,
    meters,
    submittedAt: one.submittedAt.toISOString(),
    dueAt: one.ended ? null : (one.subject.clock.dueAt?.toISOString() ?? null),
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
    staffOnly: row.seen_by === "staff",
    urgent: data.urgent ?? false,
  };
};

const seenEvents = (events: readonly EventRow[], sight: Sight): readonly EventRow[] =>
  sight === "desk" || sight === "worker" ? events : events.filter(({ seen_by }) => seen_by === "everyone");

const partyWords: Record<Extract<By, { party: string }>["party"], string> = {
  reporter: "反映人",
  handler: "承办人",
  offered: "接单方",
};

/** One sentence: whose move it is and by when; to whoever's move it is, what to do. */
const waitingOf = (viewing: Viewing, one: Case): string | null => {
  const { actor, pack, tree } = viewing;
  const state = stateOf(pack.workflow, one.subject.state);
  if (state.final) return null;
  const { clock, handlers, placeId } = one.subject;
  const until = clock.dueAt ? `，${dayText(clock.dueAt)} 前` : "";
  const own = stepsOf(viewing, one).find(([, { tone }]) => tone === "primary");
  if (own && may(actor, state.waitsFor, targetOf(one), tree)) return `等您${own[1].label}${until}`;
  const who = state.waitsFor.map((by) => {
    if ("right" in by) return nearestRole(viewing, by.right, placeId);
    if (by.party === "offered") return offeredText(one, pack) ?? partyWords.offered;
    return by.party === "handler" ? (handlers[0]?.name ?? partyWords.handler) : partyWords.reporter;
  });
  return `等待${[...new Set(who)].join("或")}处理${until}`;
};

/** What those are called who hold a right nearest above a place. */
const nearestRole = ({ pack, tree }: Viewing, right: string, placeId: string): string => {
  const holders = Object.values(pack.roles).filter(({ rights }) => rights.includes(right));
  for (const { tier } of tree.upward(placeId)) {
    const role = holders.find(({ on }) => on.includes(tier));
    if (role) return role.label;
  }
  return "工作人员";
};

/** Which points of the line have been passed, read off the history: a case may go back and forth. */
const progressOf = ({ pack }: Viewing, one: Case): CaseView["progress"] => {
  const points = pack.workflow.progress;
  const current = points.findIndex(({ id }) => id === stateOf(pack.workflow, one.subject.state).progress);
  return points.map(({ label }, i) => ({ label, reached: i <= current, current: i === current }));
};

export interface Around {
  readonly sight: Sight;
  readonly events: readonly EventRow[];
  readonly files: ReadonlyMap<string, StoredFile>;
  /** Photos sent in with the case itself, in order. */
  readonly photoIds: readonly string[];
  readonly merged: readonly { id: string; no: string }[];
  readonly mergedInto: { id: string; no: string } | null;
}

const channelWords: Readonly<Record<string, string>> = {
  desk: "工作台登记",
  phone: "手机提交",
  patrol: "巡查发现",
  api: "接口提交",
};

export const viewOf = (viewing: Viewing, one: Case, around: Around, sealer: Sealer): CaseView => {
  const { tree, pack } = viewing;
  const { sight, files } = around;
  const { meters: _meters, bulkActions: _bulk, ...summary } = summaryOf(viewing, one, sight, null);
  const exact = sight !== "neighbour";
  return {
    ...summary,
    ...peopleOf(one, sight, sealer),
    kindLabel: pack.kinds.find(({ id }) => id === one.kind)?.label ?? null,
    channel: channelWords[one.channel] ?? one.channel,
    address: exact ? one.address : null,
    trail: exact ? [...tree.upward(one.subject.placeId)].reverse().flatMap(({ id }) => refOf(tree, id) ?? []) : [],
    photos: around.photoIds.flatMap((id) => files.get(id) ?? []),
    progress: progressOf(viewing, one),
    waiting: waitingOf(viewing, one),
    handlers: exact
      ? one.subject.handlers.map(({ name, bodyId }, i) => ({
          name,
          body: bodyId ? (tree.get(bodyId)?.name ?? null) : null,
          lead: i === 0,
        }))
      : [],
    rating: one.stars !== null ? { stars: one.stars, solved: one.solved ?? false } : null,
    mergedInto: around.mergedInto,
    duplicates: exact ? [...around.merged] : [],
    timeline: seenEvents(around.events, sight).map((row) => entryOf(row, sight, files, one.reporterId)),
    actions: stepsOf(viewing, one).map(([name, step]) => actionOf(name, step)),
  };
};
