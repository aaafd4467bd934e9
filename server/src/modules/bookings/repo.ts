/** The only SQL of bookings. */
import type { BookingStatus } from "@ginkgo/shared/api/bookings.ts";
import type { Hours } from "@ginkgo/shared/pack/duties.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Cursor } from "../../platform/paging.ts";
import { holding, type Span, type Taken } from "./model.ts";

export interface PlaceRow {
  readonly id: string;
  readonly kind: string;
  readonly nodeId: string;
  readonly name: string;
  readonly code: string;
  readonly hours: readonly Hours[];
  readonly slotMinutes: number;
  readonly mostSlots: number;
  readonly aheadDays: number;
  readonly confirm: boolean;
  readonly rules: string;
  readonly matterId: string | null;
  readonly open: boolean;
  readonly version: number;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const placeColumns = [
  "b.id",
  "b.kind",
  "b.node_id as nodeId",
  "b.name",
  "b.code",
  "b.hours",
  "b.slot_minutes as slotMinutes",
  "b.most_slots as mostSlots",
  "b.ahead_days as aheadDays",
  "b.confirm",
  "b.rules",
  "b.matter_id as matterId",
  "b.open",
  "b.version",
] as const;

const peopleOf = sql<{ id: string; name: string }[]>`coalesce((
  select json_agg(json_build_object('id', a.id, 'name', n.name) order by n.name, a.id)
  from bookable_people bp
  join accounts a on a.tenant_id = bp.tenant_id and a.id = bp.account_id
  join persons n on n.tenant_id = a.tenant_id and n.id = a.person_id
  where bp.tenant_id = b.tenant_id and bp.place_id = b.id), '[]')`;

const places = (tx: Tx) =>
  tx.sql
    .selectFrom("bookable_places as b")
    .select([...placeColumns, peopleOf.as("people")])
    .where("b.tenant_id", "=", tx.tenant);

const asPlace = (row: object): PlaceRow => row as PlaceRow;

export const findPlace = async (tx: Tx, by: { id: string } | { code: string }): Promise<PlaceRow | undefined> => {
  const select = "id" in by ? places(tx).where("b.id", "=", by.id) : places(tx).where("b.code", "=", by.code);
  const row = await select.executeTakeFirst();
  return row && asPlace(row);
};

export interface PlaceQuery {
  readonly where: readonly RawBuilder<boolean>[];
  readonly kind?: string | undefined;
  readonly q?: string | undefined;
  readonly closedToo: boolean;
  /** Communities whose places come first. */
  readonly near: readonly string[];
  readonly after?: Cursor | undefined;
  readonly limit: number;
}

const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** Those near first, then by name; the cursor's value is both. */
export const listPlaces = async (tx: Tx, query: PlaceQuery): Promise<(PlaceRow & { readonly order: string })[]> => {
  const order = sql<string>`(case when b.node_id = any(${[...query.near]}::uuid[]) then '0' else '1' end) || left(b.name, 30)`;
  let select = places(tx).select(order.as("order"));
  for (const condition of query.where) select = select.where(condition);
  if (!query.closedToo) select = select.where("b.open", "=", true);
  if (query.kind) select = select.where("b.kind", "=", query.kind);
  if (query.q) select = select.where("b.name", "ilike", `%${literally(query.q)}%`);
  if (query.after) select = select.where(sql<boolean>`(${order}, b.id) > (${query.after[0]}, ${query.after[1]}::uuid)`);
  const rows = await select.orderBy(order).orderBy("b.id").limit(query.limit).execute();
  return rows.map((row) => ({ ...asPlace(row), order: row.order }));
};

export const setPeople = async (tx: Tx, placeId: string, people: readonly string[]): Promise<void> => {
  await tx.sql
    .deleteFrom("bookable_people")
    .where("tenant_id", "=", tx.tenant)
    .where("place_id", "=", placeId)
    .execute();
  if (people.length > 0)
    await tx.sql
      .insertInto("bookable_people")
      .values(people.map((account_id) => ({ tenant_id: tx.tenant, place_id: placeId, account_id })))
      .execute();
};

export interface BookingRow {
  readonly id: string;
  readonly placeId: string;
  readonly seriesId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: BookingStatus;
  readonly accountId: string;
  readonly accountName: string;
  readonly bodyId: string | null;
  readonly answers: readonly { readonly label: string; readonly text: string }[];
  readonly homeSealed: Buffer | null;
  readonly noteSealed: Buffer | null;
  readonly workerId: string | null;
  readonly workerName: string | null;
  readonly reason: string | null;
  readonly version: number;
}

const bookingColumns = [
  "k.id",
  "k.place_id as placeId",
  "k.series_id as seriesId",
  "k.starts_at as startsAt",
  "k.ends_at as endsAt",
  "k.status",
  "k.account_id as accountId",
  "k.account_name as accountName",
  "k.body_id as bodyId",
  "k.answers",
  "k.home_sealed as homeSealed",
  "k.note_sealed as noteSealed",
  "k.worker_id as workerId",
  "k.worker_name as workerName",
  "k.reason",
  "k.version",
] as const;

export const selectBookings = (tx: Tx) =>
  tx.sql
    .selectFrom("bookings as k")
    .innerJoin("bookable_places as b", (join) =>
      join.onRef("b.tenant_id", "=", "k.tenant_id").onRef("b.id", "=", "k.place_id"),
    )
    .select(bookingColumns)
    .where("k.tenant_id", "=", tx.tenant);

export const asBooking = (row: object): BookingRow => row as BookingRow;

export const findBooking = async (tx: Tx, id: string): Promise<BookingRow | undefined> => {
  const row = await selectBookings(tx).where("k.id", "=", id).executeTakeFirst();
  return row && asBooking(row);
};

/** Those of a series that are still to come, in order; locked. */
export const lockSeries = async (tx: Tx, seriesId: string, after: Date): Promise<BookingRow[]> => {
  const rows = await selectBookings(tx)
    .where("k.series_id", "=", seriesId)
    .where("k.starts_at", ">=", after)
    .orderBy("k.starts_at")
    .forUpdate("k")
    .execute();
  return rows.map(asBooking);
};

export const takenBetween = async (tx: Tx, placeIds: readonly string[], from: Date, to: Date) => {
  const rows = await tx.sql
    .selectFrom("bookings")
    .select(["id", "place_id", "starts_at", "ends_at", "account_id", "account_name", "status", "reason"])
    .where("tenant_id", "=", tx.tenant)
    .where("place_id", "=", sql<string>`any(${[...placeIds]}::uuid[])`)
    .where("status", "in", [...holding])
    .where("ends_at", ">", from)
    .where("starts_at", "<", to)
    .orderBy("starts_at")
    .execute();
  return Map.groupBy(
    rows.map((row): Taken & { readonly placeId: string } => ({
      id: row.id,
      placeId: row.place_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      // Hours that are kept free are nobody's.
      accountId: row.status === "blocked" ? "" : row.account_id,
      by: row.status === "blocked" ? (row.reason ?? "") : row.account_name,
    })),
    ({ placeId }) => placeId,
  );
};

export type NewBooking = Omit<BookingRow, "version" | "noteSealed"> & { readonly at: Date };

/** Nothing if somebody has any of these hours, also when they take them at this very moment. */
export const insertBooking = async (tx: Tx, one: NewBooking): Promise<boolean> => {
  const rows = await tx.sql
    .insertInto("bookings")
    .values({
      tenant_id: tx.tenant,
      id: one.id,
      place_id: one.placeId,
      series_id: one.seriesId,
      starts_at: one.startsAt,
      ends_at: one.endsAt,
      status: one.status,
      account_id: one.accountId,
      account_name: one.accountName,
      body_id: one.bodyId,
      answers: JSON.stringify(one.answers),
      home_sealed: one.homeSealed,
      worker_id: one.workerId,
      worker_name: one.workerName,
      reason: one.reason,
      created_at: one.at,
    })
    .onConflict((conflict) => conflict.constraint("bookings_one_at_a_time").doNothing())
    .returning("id")
    .execute();
  return rows.length === 1;
};

export interface Change {
  readonly status: BookingStatus;
  readonly reason?: string | null;
  readonly worker?: { readonly id: string; readonly name: string };
  readonly noteSealed?: Buffer;
}

/** Only at the version that was read. */
export const changeBooking = async (tx: Tx, one: BookingRow, change: Change): Promise<boolean> => {
  const result = await tx.sql
    .updateTable("bookings")
    .set({
      status: change.status,
      version: one.version + 1,
      ...(change.reason === undefined ? {} : { reason: change.reason }),
      ...(change.worker ? { worker_id: change.worker.id, worker_name: change.worker.name } : {}),
      ...(change.noteSealed ? { note_sealed: change.noteSealed } : {}),
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", one.id)
    .where("version", "=", one.version)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
};

/** Whether someone already goes somewhere in these hours. */
export const goesElsewhere = async (tx: Tx, accountId: string, span: Span, except: string): Promise<boolean> => {
  const row = await tx.sql
    .selectFrom("bookings")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("worker_id", "=", accountId)
    .where("status", "=", "confirmed")
    .where("id", "!=", except)
    .where("ends_at", ">", span.startsAt)
    .where("starts_at", "<", span.endsAt)
    .executeTakeFirst();
  return row !== undefined;
};

export const countOpen = async (tx: Tx, accountId: string, kind: string, now: Date): Promise<number> => {
  const { count } = await tx.sql
    .selectFrom("bookings as k")
    .innerJoin("bookable_places as b", (join) =>
      join.onRef("b.tenant_id", "=", "k.tenant_id").onRef("b.id", "=", "k.place_id"),
    )
    .select(sql<number>`count(distinct coalesce(k.series_id, k.id))`.as("count"))
    .where("k.tenant_id", "=", tx.tenant)
    .where("k.account_id", "=", accountId)
    .where("b.kind", "=", kind)
    .where("k.status", "in", ["asked", "confirmed"])
    .where("k.ends_at", ">", now)
    .executeTakeFirstOrThrow();
  return count;
};

/** One person's requests take turns, so that a limit on them holds. */
export const lockPerson = async (tx: Tx, accountId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking/${tx.tenant}/${accountId}`}, 0))`.execute(tx.sql);
};
