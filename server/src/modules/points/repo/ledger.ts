/** The ledger: rows are added, never changed. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Cursor } from "../../../platform/paging.ts";
import { type Booking, type BookingKind, type Earned, entriesOf, personAccount } from "../model.ts";
import { dayOf, monthOf, type Period, yearOf } from "../period.ts";

/**
 * Transaction, entries, recognitions and the person's balance in one statement. Answers false if that deed has been booked
 * before. Whoever books holds the person's row (`lockMember`).
 */
export const book = async (tx: Tx, booking: Booking): Promise<boolean> => {
  const entries = JSON.stringify(entriesOf(booking));
  const recognised = JSON.stringify(booking.recognised.map(({ side, nodeId }) => ({ side, node_id: nodeId })));
  const { tenant } = tx;
  const { rows } = await sql<{ id: string }>`
    with booked as (
      insert into ledger_transactions (tenant_id, id, at, done_at, kind, account_id, node_id, rule, subject_type, subject_id,
        source_key, reverses, words, actor_id, actor_name)
      values (${tenant}, ${booking.id}, ${booking.at}, ${booking.doneAt}, ${booking.kind}, ${booking.accountId},
        ${booking.nodeId}, ${booking.rule}, ${booking.subjectType}, ${booking.subjectId}, ${booking.sourceKey},
        ${booking.reverses}, ${booking.words}, ${booking.actor.accountId}, ${booking.actor.name})
      on conflict (tenant_id, kind, source_key) do nothing
      returning id
    ), entered as (
      insert into ledger_entries (tenant_id, transaction_id, account, points)
      select ${tenant}, booked.id, e.account, e.points
      from booked, jsonb_to_recordset(${entries}::jsonb) as e(account text, points integer)
    ), recognised as (
      insert into recognitions (tenant_id, transaction_id, side, node_id, account_id, points, at)
      select ${tenant}, booked.id, r.side, r.node_id, ${booking.accountId}::uuid, ${booking.points}::integer, ${booking.doneAt}::timestamptz
      from booked, jsonb_to_recordset(${recognised}::jsonb) as r(side text, node_id uuid)
    ), counted as (
      update point_members set balance = balance + ${booking.points}
      where tenant_id = ${tenant} and account_id = ${booking.accountId} and exists (select 1 from booked)
    )
    select id from booked`.execute(tx.sql);
  return rows.length > 0;
};

export const isBooked = async (tx: Tx, kind: BookingKind, sourceKey: string): Promise<boolean> =>
  (await tx.sql
    .selectFrom("ledger_transactions")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("kind", "=", kind)
    .where("source_key", "=", sourceKey)
    .executeTakeFirst()) !== undefined;

/** What a rule has given someone on the day of the deed, in its month and its year; what was taken back is not in it. */
export const earnedAround = async (tx: Tx, accountId: string, rule: string, at: Date): Promise<Earned> => {
  const within = ({ from, to }: Period) => sql`t.done_at >= ${from} and t.done_at < ${to}`;
  const year = yearOf(at);
  const { rows } = await sql<Earned>`
    select coalesce(sum(e.points) filter (where ${within(dayOf(at))}), 0) as day,
      coalesce(sum(e.points) filter (where ${within(monthOf(at))}), 0) as month, coalesce(sum(e.points), 0) as year
    from ledger_transactions t
    join ledger_entries e on e.tenant_id = ${tx.tenant} and e.transaction_id = t.id and e.account = ${personAccount(accountId)}
    where t.tenant_id = ${tx.tenant} and t.account_id = ${accountId} and t.rule = ${rule} and ${within(year)}`.execute(
    tx.sql,
  );
  return rows[0] ?? { day: 0, month: 0, year: 0 };
};

interface BookingRow {
  readonly id: string;
  readonly at: Date;
  readonly done_at: Date;
  readonly kind: BookingKind;
  readonly account_id: string;
  readonly node_id: string;
  readonly rule: string | null;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly source_key: string;
  readonly reverses: string | null;
  readonly words: string;
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly points: number;
  readonly against: string;
  readonly recognised: Booking["recognised"];
  readonly reversed_by: string | null;
}

export interface Booked extends Booking {
  readonly reversedBy: string | null;
}

const bookedOf = (row: BookingRow): Booked => ({
  id: row.id,
  at: row.at,
  doneAt: row.done_at,
  kind: row.kind,
  accountId: row.account_id,
  nodeId: row.node_id,
  rule: row.rule,
  subjectType: row.subject_type,
  subjectId: row.subject_id,
  sourceKey: row.source_key,
  reverses: row.reverses,
  words: row.words,
  actor: { accountId: row.actor_id, name: row.actor_name },
  points: row.points,
  against: row.against,
  recognised: row.recognised,
  reversedBy: row.reversed_by,
});

export type Condition = RawBuilder<boolean>;

/** Newest first. */
const selectBookings = async (
  tx: Tx,
  conditions: readonly Condition[],
  page: { readonly after?: Cursor | undefined; readonly limit: number },
): Promise<Booked[]> => {
  const after = page.after ? sql`and (t.at, t.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)` : sql``;
  const where = conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;
  const { rows } = await sql<BookingRow>`
    select t.id, t.at, t.done_at, t.kind, t.account_id, t.node_id, t.rule, t.subject_type, t.subject_id, t.source_key, t.reverses,
      t.words, t.actor_id, t.actor_name, mine.points, other.account as against, back.id as reversed_by,
      coalesce((select jsonb_agg(jsonb_build_object('side', r.side, 'nodeId', r.node_id) order by r.side)
        from recognitions r where r.tenant_id = ${tx.tenant} and r.transaction_id = t.id), '[]') as recognised
    from ledger_transactions t
    join ledger_entries mine on mine.tenant_id = ${tx.tenant} and mine.transaction_id = t.id and mine.account = 'person/' || t.account_id
    join ledger_entries other on other.tenant_id = ${tx.tenant} and other.transaction_id = t.id and other.account <> mine.account
    left join ledger_transactions back on back.tenant_id = ${tx.tenant} and back.reverses = t.id
    where t.tenant_id = ${tx.tenant} ${where} ${after}
    order by t.at desc, t.id desc limit ${page.limit}`.execute(tx.sql);
  return rows.map(bookedOf);
};

/** The person's own bookings, found by their entries. */
export const listOwn = (
  tx: Tx,
  accountId: string,
  page: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<Booked[]> => selectBookings(tx, [sql<boolean>`t.account_id = ${accountId}`], page);

export const listLedger = selectBookings;

export const findBooking = async (tx: Tx, id: string): Promise<Booked | undefined> =>
  (await selectBookings(tx, [sql<boolean>`t.id = ${id}`], { limit: 1 }))[0];

export const findBookings = async (tx: Tx, ids: readonly string[]): Promise<Booked[]> =>
  ids.length === 0 ? [] : selectBookings(tx, [sql<boolean>`t.id = any(${[...ids]}::uuid[])`], { limit: ids.length });

export const findBySource = async (tx: Tx, kind: BookingKind, sourceKey: string): Promise<Booked | undefined> =>
  (await selectBookings(tx, [sql<boolean>`t.kind = ${kind} and t.source_key = ${sourceKey}`], { limit: 1 }))[0];

/** What was given for a deed and has not been taken back. */
export const standingFor = (tx: Tx, subjectType: string, subjectId: string): Promise<Booked[]> =>
  selectBookings(
    tx,
    [
      sql<boolean>`t.subject_type = ${subjectType} and t.subject_id = ${subjectId} and t.kind = 'earn' and back.id is null`,
    ],
    { limit: 100 },
  );

/** Whose balance is not what their entries add up to. There must be none. */
export const strayBalances = async (tx: Tx): Promise<{ accountId: string; balance: number; entries: number }[]> => {
  const { rows } = await sql<{ account_id: string; balance: number; entries: number }>`
    select m.account_id, m.balance, coalesce(sum(e.points), 0) as entries
    from point_members m
    left join ledger_entries e on e.tenant_id = ${tx.tenant} and e.account = 'person/' || m.account_id
    where m.tenant_id = ${tx.tenant}
    group by m.account_id, m.balance having m.balance <> coalesce(sum(e.points), 0)`.execute(tx.sql);
  return rows.map(({ account_id, balance, entries }) => ({ accountId: account_id, balance, entries }));
};
