/** The only SQL of feedback to units. */
import type { FeedbackSums } from "@ginkgo/shared/api/bulletin.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Cursor } from "../../platform/paging.ts";
import type { Deed, Span } from "./deps.ts";
import type { Period } from "./period.ts";

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

export interface Member {
  readonly id: string;
  readonly account_id: string;
  readonly community_id: string;
  readonly unit_id: string;
  readonly registered_at: Date;
  readonly ended_at: Date | null;
}

/** Units with people who were registered in the period and have not got a feedback on it. */
export const unitsToTell = async (tx: Tx, kind: string, { id, from, to }: Period): Promise<string[]> => {
  const { rows } = await sql<{ unit_id: string }>`
    select distinct m.unit_id from registrations r join matters m on m.tenant_id = r.tenant_id and m.id = r.id
    where r.tenant_id = ${tx.tenant} and r.kind = ${kind} and r.account_id is not null and m.unit_id is not null
      and r.registered_at < ${to} and (r.ended_at is null or r.ended_at >= ${from})
      and not exists (select 1 from unit_feedback f where f.tenant_id = r.tenant_id and f.kind = r.kind
        and f.period = ${id} and f.unit_id = m.unit_id)
    order by m.unit_id`.execute(tx.sql);
  return rows.map(({ unit_id }) => unit_id);
};

export const membersOfUnit = async (tx: Tx, kind: string, unitId: string, { from, to }: Span): Promise<Member[]> => {
  const { rows } = await sql<Member>`
    select r.id, r.account_id, r.community_id, m.unit_id, r.registered_at, r.ended_at
    from registrations r join matters m on m.tenant_id = r.tenant_id and m.id = r.id
    where r.tenant_id = ${tx.tenant} and r.kind = ${kind} and m.unit_id = ${unitId} and r.account_id is not null
      and r.registered_at < ${to} and (r.ended_at is null or r.ended_at >= ${from})
    order by r.registered_at, r.id`.execute(tx.sql);
  return rows;
};

/** Claims people carried through for themselves, not for a body. */
export const claimsDone = async (tx: Tx, accountIds: readonly string[], { from, to }: Span): Promise<Deed[]> => {
  if (accountIds.length === 0) return [];
  const rows = await tx.sql
    .selectFrom("matters")
    .select(["holder_id", "title", "ended_at", "area_id"])
    .where("tenant_id", "=", tx.tenant)
    .where("type", "=", "claim")
    .where("tone", "=", "done")
    .where("ended", "=", true)
    .where("body_id", "is", null)
    .where("holder_id", "=", anyOf(accountIds))
    .where("ended_at", ">=", from)
    .where("ended_at", "<", to)
    .orderBy("ended_at")
    .orderBy("id")
    .execute();
  return rows.flatMap(({ holder_id, title, ended_at, area_id }) =>
    holder_id && ended_at
      ? [{ accountId: holder_id, type: "claim" as const, title, at: ended_at, areaId: area_id, minutes: 0 }]
      : [],
  );
};

export interface NewLine {
  readonly registrationId: string;
  readonly communityId: string;
  readonly claims: number;
  readonly activities: number;
  readonly minutes: number;
  readonly deeds: readonly { readonly type: string; readonly title: string; readonly at: string }[];
}

export interface NewFeedback {
  readonly kind: string;
  readonly period: Period;
  readonly unitId: string;
  readonly unitSees: "sums" | "records";
  readonly sums: FeedbackSums;
  readonly lines: readonly NewLine[];
  readonly at: Date;
  readonly sendBy: Date;
}

/** Answers nothing where the unit has got one on this period already. */
export const insertFeedback = async (tx: Tx, one: NewFeedback): Promise<string | undefined> => {
  const row = await tx.sql
    .insertInto("unit_feedback")
    .values({
      tenant_id: tx.tenant,
      id: newId(),
      kind: one.kind,
      period: one.period.id,
      from_at: one.period.from,
      to_at: one.period.to,
      unit_id: one.unitId,
      unit_sees: one.unitSees,
      sums: JSON.stringify(one.sums),
      created_at: one.at,
      send_by: one.sendBy,
    })
    .onConflict((conflict) => conflict.columns(["tenant_id", "kind", "period", "unit_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  const communities = [...new Set(one.lines.map(({ communityId }) => communityId))];
  await tx.sql
    .insertInto("unit_feedback_parts")
    .values(communities.map((id) => ({ tenant_id: tx.tenant, feedback_id: row.id, community_id: id })))
    .execute();
  await tx.sql
    .insertInto("unit_feedback_lines")
    .values(
      one.lines.map((line) => ({
        tenant_id: tx.tenant,
        feedback_id: row.id,
        registration_id: line.registrationId,
        community_id: line.communityId,
        claims: line.claims,
        activities: line.activities,
        minutes: line.minutes,
        deeds: JSON.stringify(line.deeds),
      })),
    )
    .execute();
  return row.id;
};

export interface FeedbackRow {
  readonly id: string;
  readonly kind: string;
  readonly period: string;
  readonly unit_id: string;
  readonly unit_sees: string;
  readonly sums: unknown;
  readonly created_at: Date;
  readonly send_by: Date;
  readonly sent_at: Date | null;
  readonly version: number;
  readonly from_at: Date;
}

const columns = [
  "id",
  "kind",
  "period",
  "unit_id",
  "unit_sees",
  "sums",
  "created_at",
  "send_by",
  "sent_at",
  "version",
  "from_at",
] as const;

export interface FeedbackFilter {
  /** Units whose clerk asks, or communities whose desk asks. */
  readonly units?: readonly string[];
  readonly communities?: readonly string[];
  readonly unit?: string | undefined;
  readonly standing: "all" | "waiting" | "sent";
  readonly after: Cursor | undefined;
  readonly limit: number;
}

export const listFeedback = async (tx: Tx, filter: FeedbackFilter): Promise<FeedbackRow[]> => {
  let select = tx.sql.selectFrom("unit_feedback as f").select(columns).where("f.tenant_id", "=", tx.tenant);
  if (filter.units) select = select.where("f.unit_id", "=", anyOf(filter.units)).where("f.sent_at", "is not", null);
  if (filter.communities)
    select = select.where(
      sql<boolean>`exists (select 1 from unit_feedback_parts p where p.tenant_id = f.tenant_id and p.feedback_id = f.id and p.community_id = ${anyOf(filter.communities)})`,
    );
  if (filter.unit) select = select.where("f.unit_id", "=", filter.unit);
  if (filter.standing !== "all") select = select.where("f.sent_at", filter.standing === "sent" ? "is not" : "is", null);
  if (filter.after)
    select = select.where(
      sql<boolean>`(f.created_at, f.id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)`,
    );
  return select.orderBy("f.created_at", "desc").orderBy("f.id", "desc").limit(filter.limit).execute();
};

const one = (tx: Tx, id: string) =>
  tx.sql.selectFrom("unit_feedback").select(columns).where("tenant_id", "=", tx.tenant).where("id", "=", id);

export const findFeedback = (tx: Tx, id: string): Promise<FeedbackRow | undefined> => one(tx, id).executeTakeFirst();
export const lockFeedback = (tx: Tx, id: string): Promise<FeedbackRow | undefined> =>
  one(tx, id).forUpdate().executeTakeFirst();

export interface PartRow {
  readonly feedback_id: string;
  readonly community_id: string;
  readonly confirmed_at: Date | null;
  readonly confirmed_name: string | null;
}

export const partsOf = async (tx: Tx, ids: readonly string[]): Promise<PartRow[]> =>
  ids.length === 0
    ? []
    : tx.sql
        .selectFrom("unit_feedback_parts")
        .select(["feedback_id", "community_id", "confirmed_at", "confirmed_name"])
        .where("tenant_id", "=", tx.tenant)
        .where("feedback_id", "=", anyOf(ids))
        .execute();

export const linesOf = (tx: Tx, id: string) =>
  tx.sql
    .selectFrom("unit_feedback_lines as l")
    .innerJoin("matters as m", (join) =>
      join.onRef("m.tenant_id", "=", "l.tenant_id").onRef("m.id", "=", "l.registration_id"),
    )
    .select([
      "l.registration_id",
      "l.community_id",
      "l.claims",
      "l.activities",
      "l.minutes",
      "l.deeds",
      "l.words",
      "m.owner_name",
      "m.unit_id",
      "m.unit_sees",
    ])
    .where("l.tenant_id", "=", tx.tenant)
    .where("l.feedback_id", "=", id)
    .orderBy("l.community_id")
    .orderBy("l.registration_id")
    .execute();

export const saveWords = async (tx: Tx, id: string, registrationId: string, words: string | null): Promise<void> => {
  await tx.sql
    .updateTable("unit_feedback_lines")
    .set({ words })
    .where("tenant_id", "=", tx.tenant)
    .where("feedback_id", "=", id)
    .where("registration_id", "=", registrationId)
    .execute();
};

export const confirmPart = async (
  tx: Tx,
  id: string,
  communityId: string,
  by: { readonly accountId: string; readonly name: string },
  at: Date,
): Promise<void> => {
  await tx.sql
    .updateTable("unit_feedback_parts")
    .set({ confirmed_at: at, confirmed_by: by.accountId, confirmed_name: by.name })
    .where("tenant_id", "=", tx.tenant)
    .where("feedback_id", "=", id)
    .where("community_id", "=", communityId)
    .where("confirmed_at", "is", null)
    .execute();
};

/** The next version, and whether it has now been sent. */
export const saveFeedback = async (tx: Tx, row: FeedbackRow, sentAt: Date | null): Promise<number> => {
  const version = row.version + 1;
  await tx.sql
    .updateTable("unit_feedback")
    .set({ version, ...(sentAt ? { sent_at: sentAt } : {}) })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", row.id)
    .where("version", "=", row.version)
    .execute();
  return version;
};

export const dueToSend = async (tx: Tx, now: Date): Promise<string[]> => {
  const rows = await tx.sql
    .selectFrom("unit_feedback")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("sent_at", "is", null)
    .where("send_by", "<=", now)
    .execute();
  return rows.map(({ id }) => id);
};
