/** Looking at joint meetings: one with all that belongs to it, and lists. */
import type { MeetingFilter, MeetingSummary, MeetingView } from "@ginkgo/shared/api/meetings.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Tree } from "../org/index.ts";
import type { AgreementsDeps } from "./deps.ts";
import { historyOf } from "./history.ts";
import { countItems, type ItemCounts, itemsOfSource, noItems } from "./items-repo.ts";
import { itemViews } from "./items-view.ts";
import {
  type AttendeeRow,
  attendeesOf,
  attendsMeeting,
  findMeeting,
  type Meeting,
  meetingOf,
  roundsOf,
  selectMeetings,
} from "./meetings-repo.ts";
import { speaksFor } from "./model.ts";
import { attends, likeText, meetingsUnder, seesMeetings } from "./scope.ts";
import { mayEdit, mayRead, type Viewing } from "./sight.ts";

interface ListQuery extends MeetingFilter {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const refOf = (tree: Tree, id: string) => {
  const node = tree.get(id);
  return { id, name: node?.name ?? "", tier: node?.tier ?? "" };
};

const isMine = (actor: Actor, { accountId, bodyId }: AttendeeRow): boolean =>
  accountId === actor.accountId || speaksFor(actor, bodyId);

const summaryOf = (
  { actor, tree }: Viewing,
  one: Meeting,
  attendees: readonly AttendeeRow[],
  { items, itemsDone }: ItemCounts,
): MeetingSummary => ({
  id: one.id,
  version: one.version,
  node: refOf(tree, one.nodeId),
  title: one.title,
  place: one.place,
  startsAt: one.startsAt.toISOString(),
  endsAt: one.endsAt.toISOString(),
  status: one.status,
  round: one.round,
  everyMonths: one.everyMonths,
  invited: attendees.length,
  accepted: attendees.filter(({ answer }) => answer === "accepted").length,
  declined: attendees.filter(({ answer }) => answer === "declined").length,
  items,
  itemsDone,
  mine: attendees.find((attendee) => isMine(actor, attendee))?.answer ?? "none",
});

export const createMeetingsReading = (deps: AgreementsDeps) => {
  const { db, clock, forest, files } = deps;

  const viewingFor = async (actor: Actor): Promise<Viewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    now: clock.now(),
  });

  const viewIn = async (tx: Tx, viewing: Viewing, one: Meeting): Promise<MeetingView> => {
    const { actor, tree, now } = viewing;
    const attendees = (await attendeesOf(tx, [one.id])).get(one.id) ?? [];
    const counts = (await countItems(tx, [one.id], dayOf(now))).get(one.id) ?? noItems;
    const rounds = await roundsOf(tx, one);
    // Who attends one round has not thereby attended the others.
    const seesAll = mayRead(viewing, one.nodeId);
    return {
      ...summaryOf(viewing, one, attendees, counts),
      agenda: one.agenda,
      others: one.others,
      minutes: one.minutes,
      photos: (await files.ofSubjects(tx, [one.id])).get(one.id) ?? [],
      calledBy: one.calledBy,
      attendees: attendees.map((attendee) => ({
        id: attendee.id,
        name: attendee.name,
        body: attendee.bodyId === null ? null : refOf(tree, attendee.bodyId),
        account: attendee.accountId,
        answer: attendee.answer,
        words: attendee.words,
        answeredBy: attendee.answeredBy,
        present: attendee.present,
        mine: isMine(actor, attendee),
      })),
      agreedItems: await itemViews(tx, files, viewing, await itemsOfSource(tx, one.id)),
      rounds: seesAll
        ? rounds.map(({ id, round, starts_at, status }) => ({
            id,
            round,
            startsAt: starts_at.toISOString(),
            status: status as Meeting["status"],
          }))
        : [],
      history: (await historyOf(tx, "joint-meeting", one.id)).map(({ photos: _none, ...entry }) => entry),
      may: {
        edit: mayEdit(viewing, one.nodeId),
        record: mayEdit(viewing, one.nodeId) && one.status !== "cancelled" && one.startsAt <= now,
      },
    };
  };

  const conditions = ({ actor, tree }: Viewing, query: MeetingFilter): RawBuilder<boolean>[] => {
    const found = [query.box === "mine" ? attends(actor) : seesMeetings(actor, tree)];
    if (query.status) found.push(sql<boolean>`j.status = ${query.status}`);
    if (query.under !== undefined) {
      if (!tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
      found.push(meetingsUnder(tree, query.under));
    }
    if (query.body !== undefined)
      found.push(sql<boolean>`exists (select 1 from joint_meeting_attendees t where t.tenant_id = j.tenant_id
        and t.meeting_id = j.id and t.body_id = ${query.body}::uuid)`);
    if (query.q?.trim())
      found.push(sql<boolean>`(j.title ilike ${likeText(query.q)} or j.place ilike ${likeText(query.q)})`);
    return found;
  };

  return {
    list: async (actor: Actor, query: ListQuery) => {
      const viewing = await viewingFor(actor);
      const cursor = readCursor(query.cursor, "time");
      return db.inTenant(actor.tenant, async (tx) => {
        let select = selectMeetings(tx);
        for (const condition of conditions(viewing, query)) select = select.where(condition);
        if (cursor)
          select = select.where(sql<boolean>`(j.starts_at, j.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
        const rows = await select
          .orderBy("j.starts_at", "desc")
          .orderBy("j.id", "desc")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.starts_at.toISOString(), row.id]);
        const ids = page.map(({ id }) => id);
        const attendees = await attendeesOf(tx, ids);
        const counts = await countItems(tx, ids, dayOf(viewing.now));
        const items = page.map((row) =>
          summaryOf(viewing, meetingOf(row), attendees.get(row.id) ?? [], counts.get(row.id) ?? noItems),
        );
        return { items, nextCursor };
      });
    },

    view: async (actor: Actor, meetingId: string): Promise<MeetingView> => {
      const viewing = await viewingFor(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const one = await findMeeting(tx, meetingId);
        if (!one || !(mayRead(viewing, one.nodeId) || (await attendsMeeting(tx, actor, meetingId))))
          throw notFound("这次会议");
        return viewIn(tx, viewing, one);
      });
    },
  };
};
export type MeetingsReading = ReturnType<typeof createMeetingsReading>;
