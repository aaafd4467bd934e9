/** Joint meetings and who attends them, between the database and the model. */
import type { MeetingStatus } from "@ginkgo/shared/api/meetings.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Actor } from "../authority/index.ts";
import { anyOf, attends } from "./scope.ts";

export interface MeetingPlan {
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly agenda: string;
  readonly others: string;
  readonly everyMonths: number;
}

export interface Meeting extends MeetingPlan {
  readonly id: string;
  readonly version: number;
  readonly nodeId: string;
  readonly areaId: string;
  readonly status: MeetingStatus;
  readonly minutes: string | null;
  readonly seriesId: string;
  readonly round: number;
  readonly calledBy: string;
}

export interface Invited {
  readonly bodyId: string | null;
  readonly accountId: string | null;
  readonly name: string;
}
export interface AttendeeRow extends Invited {
  readonly meetingId: string;
  readonly id: string;
  readonly answer: "invited" | "accepted" | "declined";
  readonly words: string | null;
  readonly answeredBy: string | null;
  readonly present: boolean | null;
}

const columns = [
  "j.id",
  "j.version",
  "j.node_id",
  "j.area_id",
  "j.title",
  "j.place",
  "j.starts_at",
  "j.ends_at",
  "j.status",
  "j.agenda",
  "j.others",
  "j.minutes",
  "j.series_id",
  "j.round",
  "j.every_months",
  "j.called_name",
] as const;

export const selectMeetings = (tx: Tx) =>
  tx.sql.selectFrom("joint_meetings as j").select(columns).where("j.tenant_id", "=", tx.tenant);
export type MeetingRow = Awaited<ReturnType<ReturnType<typeof selectMeetings>["execute"]>>[number];

export const meetingOf = (row: MeetingRow): Meeting => ({
  id: row.id,
  version: row.version,
  nodeId: row.node_id,
  areaId: row.area_id,
  title: row.title,
  place: row.place,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  status: row.status as MeetingStatus,
  agenda: row.agenda,
  others: row.others,
  minutes: row.minutes,
  seriesId: row.series_id,
  round: row.round,
  everyMonths: row.every_months,
  calledBy: row.called_name,
});

export const findMeeting = async (tx: Tx, id: string, lock = false): Promise<Meeting | undefined> => {
  const select = selectMeetings(tx).where("j.id", "=", id);
  const row = await (lock ? select.forUpdate() : select).executeTakeFirst();
  return row ? meetingOf(row) : undefined;
};

export const attendsMeeting = async (tx: Tx, actor: Actor, id: string): Promise<boolean> =>
  (await selectMeetings(tx).where("j.id", "=", id).where(attends(actor)).executeTakeFirst()) !== undefined;

export const insertMeeting = async (
  tx: Tx,
  plan: MeetingPlan,
  more: { readonly nodeId: string; readonly areaId: string; readonly seriesId?: string; readonly round: number },
  by: { readonly id: string; readonly name: string; readonly at: Date },
): Promise<string> => {
  const id = newId();
  await tx.sql
    .insertInto("joint_meetings")
    .values({
      tenant_id: tx.tenant,
      id,
      version: 1,
      node_id: more.nodeId,
      area_id: more.areaId,
      ...planColumns(plan),
      status: "planned",
      series_id: more.seriesId ?? id,
      round: more.round,
      called_by: by.id,
      called_name: by.name,
      created_at: by.at,
    })
    .execute();
  return id;
};

const planColumns = (plan: MeetingPlan) => ({
  title: plan.title,
  place: plan.place,
  starts_at: plan.startsAt,
  ends_at: plan.endsAt,
  agenda: plan.agenda,
  others: plan.others,
  every_months: plan.everyMonths,
});

/** The caller has locked it. Answers the version after. */
export const saveMeeting = async (
  tx: Tx,
  before: Meeting,
  change: { readonly plan?: MeetingPlan; readonly status?: MeetingStatus; readonly minutes?: string },
): Promise<number> => {
  await tx.sql
    .updateTable("joint_meetings")
    .set({
      version: before.version + 1,
      ...(change.plan ? planColumns(change.plan) : {}),
      ...(change.status ? { status: change.status } : {}),
      ...(change.minutes === undefined ? {} : { minutes: change.minutes }),
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", before.id)
    .execute();
  return before.version + 1;
};

const attendeeOf = (row: {
  meeting_id: string;
  id: string;
  body_id: string | null;
  account_id: string | null;
  name: string;
  answer: string;
  words: string | null;
  answered_name: string | null;
  present: boolean | null;
}): AttendeeRow => ({
  meetingId: row.meeting_id,
  id: row.id,
  bodyId: row.body_id,
  accountId: row.account_id,
  name: row.name,
  answer: row.answer as AttendeeRow["answer"],
  words: row.words,
  answeredBy: row.answered_name,
  present: row.present,
});

export const attendeesOf = async (tx: Tx, meetings: readonly string[]): Promise<Map<string, AttendeeRow[]>> => {
  if (meetings.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom("joint_meeting_attendees")
    .select(["meeting_id", "id", "body_id", "account_id", "name", "answer", "words", "answered_name", "present"])
    .where("tenant_id", "=", tx.tenant)
    .where(sql<boolean>`meeting_id = ${anyOf(meetings)}`)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return Map.groupBy(rows.map(attendeeOf), ({ meetingId }) => meetingId);
};

export const insertAttendees = async (
  tx: Tx,
  meetingId: string,
  invited: readonly Invited[],
  from: number,
): Promise<void> => {
  if (invited.length === 0) return;
  await tx.sql
    .insertInto("joint_meeting_attendees")
    .values(
      invited.map(({ bodyId, accountId, name }, i) => ({
        tenant_id: tx.tenant,
        meeting_id: meetingId,
        id: newId(),
        position: from + i,
        body_id: bodyId,
        account_id: accountId,
        name,
      })),
    )
    .execute();
};

export const dropAttendees = async (tx: Tx, meetingId: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return;
  await tx.sql
    .deleteFrom("joint_meeting_attendees")
    .where("tenant_id", "=", tx.tenant)
    .where("meeting_id", "=", meetingId)
    .where(sql<boolean>`id = ${anyOf(ids)}`)
    .execute();
};

/** At another time or place everyone is asked anew. */
export const forgetAnswers = async (tx: Tx, meetingId: string): Promise<void> => {
  await tx.sql
    .updateTable("joint_meeting_attendees")
    .set({ answer: "invited", answered_at: null, answered_name: null, words: null })
    .where("tenant_id", "=", tx.tenant)
    .where("meeting_id", "=", meetingId)
    .execute();
};

export const keepAnswer = async (
  tx: Tx,
  meetingId: string,
  id: string,
  answer: { readonly comes: boolean; readonly words: string; readonly at: Date; readonly by: string },
): Promise<void> => {
  await tx.sql
    .updateTable("joint_meeting_attendees")
    .set({
      answer: answer.comes ? "accepted" : "declined",
      words: answer.words || null,
      answered_at: answer.at,
      answered_name: answer.by,
    })
    .where("tenant_id", "=", tx.tenant)
    .where("meeting_id", "=", meetingId)
    .where("id", "=", id)
    .execute();
};

export const keepPresence = async (tx: Tx, meetingId: string, present: readonly string[]): Promise<void> => {
  await tx.sql
    .updateTable("joint_meeting_attendees")
    .set({ present: sql<boolean>`id = ${anyOf(present)}` })
    .where("tenant_id", "=", tx.tenant)
    .where("meeting_id", "=", meetingId)
    .execute();
};

export const roundsOf = (tx: Tx, { seriesId, id }: Meeting) =>
  tx.sql
    .selectFrom("joint_meetings")
    .select(["id", "round", "starts_at", "status"])
    .where("tenant_id", "=", tx.tenant)
    .where("series_id", "=", seriesId)
    .where("id", "<>", id)
    .orderBy("round", "desc")
    .limit(60)
    .execute();

export const lastRound = async (tx: Tx, seriesId: string): Promise<number> =>
  (
    await tx.sql
      .selectFrom("joint_meetings")
      .select(sql<number>`max(round)::int`.as("round"))
      .where("tenant_id", "=", tx.tenant)
      .where("series_id", "=", seriesId)
      .executeTakeFirstOrThrow()
  ).round;
