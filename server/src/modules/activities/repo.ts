/** Writing shifts and sign-ups. A place is counted on its shift's row, under its lock; each change of a sign-up is an event. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { newId } from "../../platform/ids.ts";
import { stale } from "../../platform/problem.ts";
import type { Shift, SignUp } from "./model.ts";
import { type ShiftRow, type SignUpRow, selectShifts, selectSignUps, shiftOf, signUpOf } from "./rows.ts";

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

export const findShift = async (tx: Tx, id: string): Promise<Shift | undefined> => {
  const row = await selectShifts(tx).where("s.id", "=", id).executeTakeFirst();
  return row ? shiftOf(row as ShiftRow) : undefined;
};

/** Read to be changed: whoever else would take or give back a place in it waits. */
export const lockShift = async (tx: Tx, id: string): Promise<Shift | undefined> => {
  const row = await selectShifts(tx).where("s.id", "=", id).forUpdate().executeTakeFirst();
  return row ? shiftOf(row as ShiftRow) : undefined;
};

/** In one order, whoever else locks them. */
export const lockShiftsOf = async (tx: Tx, activityId: string): Promise<Shift[]> => {
  const rows = await selectShifts(tx).where("s.activity_id", "=", activityId).orderBy("s.id").forUpdate().execute();
  return rows.map((row) => shiftOf(row as ShiftRow)).toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
};

export const shiftsOf = async (tx: Tx, activityIds: readonly string[]): Promise<Map<string, Shift[]>> => {
  if (activityIds.length === 0) return new Map();
  const rows = await selectShifts(tx)
    .where("s.activity_id", "=", anyOf(activityIds))
    .orderBy("s.starts_at")
    .orderBy("s.id")
    .execute();
  return Map.groupBy(
    rows.map((row) => shiftOf(row as ShiftRow)),
    ({ activityId }) => activityId,
  );
};

export const saveShiftCounts = async (tx: Tx, { id, taken, waiting }: Shift): Promise<void> => {
  await tx.sql
    .updateTable("activity_shifts")
    .set({ taken, waiting })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

export const findSignUp = async (tx: Tx, id: string): Promise<SignUp | undefined> => {
  const row = await selectSignUps(tx).where("u.id", "=", id).executeTakeFirst();
  return row ? signUpOf(row as SignUpRow) : undefined;
};

export const lockSignUp = async (tx: Tx, id: string): Promise<SignUp | undefined> => {
  const row = await selectSignUps(tx).where("u.id", "=", id).forUpdate().executeTakeFirst();
  return row ? signUpOf(row as SignUpRow) : undefined;
};

export const signUpOfPerson = async (tx: Tx, shiftId: string, accountId: string): Promise<SignUp | undefined> => {
  const row = await selectSignUps(tx)
    .where("u.shift_id", "=", shiftId)
    .where("u.account_id", "=", accountId)
    .forUpdate()
    .executeTakeFirst();
  return row ? signUpOf(row as SignUpRow) : undefined;
};

/** In the order of signing up. */
export const signUpsOf = async (tx: Tx, activityId: string): Promise<SignUp[]> => {
  const rows = await selectSignUps(tx)
    .where("u.activity_id", "=", activityId)
    .orderBy("u.place_no")
    .orderBy("u.id")
    .execute();
  return rows.map((row) => signUpOf(row as SignUpRow));
};

export const lockSignUpsOf = async (tx: Tx, activityId: string): Promise<SignUp[]> => {
  const rows = await selectSignUps(tx)
    .where("u.activity_id", "=", activityId)
    .orderBy("u.place_no")
    .orderBy("u.id")
    .forUpdate()
    .execute();
  return rows.map((row) => signUpOf(row as SignUpRow));
};

export const mineIn = async (tx: Tx, activityIds: readonly string[], accountId: string): Promise<SignUp[]> => {
  if (activityIds.length === 0) return [];
  const rows = await selectSignUps(tx)
    .where("u.activity_id", "=", anyOf(activityIds))
    .where("u.account_id", "=", accountId)
    .execute();
  return rows.map((row) => signUpOf(row as SignUpRow));
};

/** The first on the waiting list; the shift is locked, so nobody else takes them up. */
export const firstWaiting = async (tx: Tx, shiftId: string, count: number): Promise<SignUp[]> => {
  if (count <= 0) return [];
  const rows = await selectSignUps(tx)
    .where("u.shift_id", "=", shiftId)
    .where("u.status", "=", "waiting")
    .orderBy("u.place_no")
    .limit(count)
    .forUpdate()
    .execute();
  return rows.map((row) => signUpOf(row as SignUpRow));
};

export const nextPlaceNo = async (tx: Tx, shiftId: string): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(place_no), 0) + 1 as next from sign_ups where tenant_id = ${tx.tenant} and shift_id = ${shiftId}`.execute(
    tx.sql,
  );
  return rows[0]?.next ?? 1;
};

/** How many stand before and at this place on the waiting list. */
export const queueOf = async (tx: Tx, ids: readonly string[]): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; queue: number }>`
    select u.id, (select count(*)::int from sign_ups w where w.tenant_id = u.tenant_id and w.shift_id = u.shift_id
      and w.status = 'waiting' and w.place_no <= u.place_no) as queue
    from sign_ups u where u.tenant_id = ${tx.tenant} and u.id = ${anyOf(ids)} and u.status = 'waiting'`.execute(tx.sql);
  return new Map(rows.map(({ id, queue }) => [id, queue]));
};

export interface Done {
  readonly type: string;
  readonly actor: { readonly accountId: string | null; readonly name: string };
  readonly at: Date;
  readonly data?: object;
}

const columnsOf = (one: SignUp, at: Date) => ({
  name: one.name,
  unit_id: one.unitId,
  status: one.status,
  place_no: one.placeNo,
  signed_at: one.signedAt,
  in_at: one.inAt,
  out_at: one.outAt,
  in_by: one.inBy,
  out_by: one.outBy,
  code_window: one.codeWindow,
  wrong_codes: one.wrongCodes,
  wrong_at: one.wrongAt,
  meters: one.meters,
  minutes: one.minutes,
  minutes_by: one.minutesBy,
  final_at: one.finalAt,
  credit_key: one.creditKey,
  reason: one.reason,
  consents: JSON.stringify(one.consents),
  stars: one.stars,
  words: one.words,
  note: one.note,
  changed_at: at,
});

const eventOf = (one: SignUp, seq: number, { type, actor, at, data }: Done) => ({
  subjectType: "sign-up",
  subjectId: one.id,
  seq,
  type,
  actor,
  at,
  data: { status: one.status, minutes: one.minutes, minutesBy: one.minutesBy, ...data },
});

export const insertSignUp = async (tx: Tx, given: Omit<SignUp, "id" | "version">, done: Done): Promise<SignUp> => {
  const one: SignUp = { ...given, id: newId(), version: 1 };
  await tx.sql
    .insertInto("sign_ups")
    .values({
      tenant_id: tx.tenant,
      id: one.id,
      shift_id: one.shiftId,
      activity_id: one.activityId,
      account_id: one.accountId,
      version: 1,
      ...columnsOf(one, done.at),
    })
    .execute();
  await appendEvents(tx, [eventOf(one, 1, done)]);
  return one;
};

/** As it was read, changed: refuses if someone else has changed it meanwhile. */
export const saveSignUp = async (tx: Tx, before: SignUp, change: Partial<SignUp>, done: Done): Promise<SignUp> => {
  const one: SignUp = { ...before, ...change, version: before.version + 1 };
  const updated = await tx.sql
    .updateTable("sign_ups")
    .set({ ...columnsOf(one, done.at), version: one.version })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", one.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 0n) throw stale();
  await appendEvents(tx, [eventOf(one, one.version, done)]);
  return one;
};

/** A wrong code is counted and changes nothing else; it is no event. */
export const countWrongCode = async (tx: Tx, one: SignUp, wrong: number, at: Date): Promise<void> => {
  await tx.sql
    .updateTable("sign_ups")
    .set({ wrong_codes: wrong, wrong_at: at })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", one.id)
    .execute();
};

/** What else someone has at that time, this shift aside. */
export const overlapsOf = async (
  tx: Tx,
  accountId: string,
  spans: readonly { readonly id: string; readonly startsAt: Date; readonly endsAt: Date }[],
): Promise<{ shiftId: string; activityId: string; title: string; startsAt: Date; endsAt: Date }[]> => {
  if (spans.length === 0) return [];
  const { rows } = await sql<{
    shift_id: string;
    activity_id: string;
    title: string;
    starts_at: Date;
    ends_at: Date;
  }>`
    select w.id as shift_id, s.activity_id, m.title, s.starts_at, s.ends_at
    from unnest(${spans.map(({ id }) => id)}::uuid[], ${spans.map(({ startsAt }) => startsAt)}::timestamptz[],
      ${spans.map(({ endsAt }) => endsAt)}::timestamptz[]) as w (id, starts_at, ends_at)
    join sign_ups u on u.tenant_id = ${tx.tenant} and u.account_id = ${accountId}
      and u.status in ('signed', 'waiting', 'present')
    join activity_shifts s on s.tenant_id = u.tenant_id and s.id = u.shift_id and s.id <> w.id and not s.cancelled
      and s.starts_at < w.ends_at and w.starts_at < s.ends_at
    join matters m on m.tenant_id = s.tenant_id and m.id = s.activity_id and not m.ended
    order by s.starts_at, s.id limit 50`.execute(tx.sql);
  return rows.map((row) => ({
    shiftId: row.shift_id,
    activityId: row.activity_id,
    title: row.title,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }));
};

/** Where people live, for the recognition of what they did. */
export const homesOf = async (tx: Tx, accountIds: readonly string[]): Promise<Map<string, string | null>> => {
  if (accountIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; home_id: string | null }>`
    select a.id, p.home_id from accounts a join persons p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where a.tenant_id = ${tx.tenant} and a.id = ${anyOf(accountIds)}`.execute(tx.sql);
  return new Map(rows.map(({ id, home_id }) => [id, home_id]));
};
