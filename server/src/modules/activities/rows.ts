/** Activities, shifts and sign-ups between the database and the model. */
import type { MinutesBy, SignUpStatus } from "@ginkgo/shared/api/activities.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { type Matter, type MatterRow, matterColumns, matterOf } from "../matters/index.ts";
import type { Consents, Shift, SignUp } from "./model.ts";

export interface Activity {
  readonly matter: Matter;
  readonly words: string;
  readonly venue: string;
  readonly at: readonly [number, number] | null;
  readonly facilityId: string | null;
  readonly organiser: string;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly skills: readonly string[];
  readonly health: string;
  readonly conditions: string;
  readonly insurance: string;
  readonly contact: string;
  readonly seriesId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly finishedAt: Date | null;
  readonly finalAt: Date | null;
}

const ownColumns = [
  "a.words",
  "a.venue",
  "a.lng",
  "a.lat",
  "a.facility_id",
  "a.organiser",
  "a.min_age",
  "a.max_age",
  "a.skills",
  "a.health",
  "a.conditions",
  "a.insurance",
  "a.contact",
  "a.series_id",
  "a.starts_at",
  "a.ends_at",
  "a.finished_at",
  "a.final_at",
] as const;

interface OwnRow {
  readonly words: string;
  readonly venue: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly facility_id: string | null;
  readonly organiser: string;
  readonly min_age: number | null;
  readonly max_age: number | null;
  readonly skills: string[];
  readonly health: string;
  readonly conditions: string;
  readonly insurance: string;
  readonly contact: string;
  readonly series_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly finished_at: Date | null;
  readonly final_at: Date | null;
}

export type ActivityRow = MatterRow & OwnRow;

export const activityOf = (row: ActivityRow): Activity => ({
  matter: matterOf(row),
  words: row.words,
  venue: row.venue,
  at: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
  facilityId: row.facility_id,
  organiser: row.organiser,
  minAge: row.min_age,
  maxAge: row.max_age,
  skills: row.skills,
  health: row.health,
  conditions: row.conditions,
  insurance: row.insurance,
  contact: row.contact,
  seriesId: row.series_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  finishedAt: row.finished_at,
  finalAt: row.final_at,
});

export const selectActivities = (tx: Tx) =>
  tx.sql
    .selectFrom("activities as a")
    .innerJoin("matters as m", (join) =>
      join.onRef("m.tenant_id", "=", "a.tenant_id").onRef("m.id", "=", "a.matter_id"),
    )
    .select(matterColumns)
    .select(ownColumns)
    .where("a.tenant_id", "=", tx.tenant)
    .where("m.tenant_id", "=", tx.tenant);

export const findActivity = async (tx: Tx, id: string): Promise<Activity | undefined> => {
  const row = await selectActivities(tx).where("a.matter_id", "=", id).executeTakeFirst();
  return row ? activityOf(row as ActivityRow) : undefined;
};

/** Read so that its state cannot change before this transaction ends; others may read it so at the same time. */
export const holdActivity = async (tx: Tx, id: string): Promise<Activity | undefined> => {
  await sql`select 1 from matters where tenant_id = ${tx.tenant} and id = ${id} for share`.execute(tx.sql);
  return findActivity(tx, id);
};

export const shiftColumns = [
  "s.id",
  "s.activity_id",
  "s.starts_at",
  "s.ends_at",
  "s.place",
  "s.capacity",
  "s.taken",
  "s.waiting",
  "s.cancelled",
  "s.sequence",
  "s.changed_at",
] as const;

export interface ShiftRow {
  readonly id: string;
  readonly activity_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly place: string;
  readonly capacity: number;
  readonly taken: number;
  readonly waiting: number;
  readonly cancelled: boolean;
  readonly sequence: number;
  readonly changed_at: Date;
}

export const shiftOf = (row: ShiftRow): Shift => ({
  id: row.id,
  activityId: row.activity_id,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  place: row.place,
  capacity: row.capacity,
  taken: row.taken,
  waiting: row.waiting,
  cancelled: row.cancelled,
  sequence: row.sequence,
  changedAt: row.changed_at,
});

export const selectShifts = (tx: Tx) =>
  tx.sql.selectFrom("activity_shifts as s").select(shiftColumns).where("s.tenant_id", "=", tx.tenant);

export const signUpColumns = [
  "u.id",
  "u.shift_id",
  "u.activity_id",
  "u.account_id",
  "u.name",
  "u.unit_id",
  "u.status",
  "u.place_no",
  "u.signed_at",
  "u.in_at",
  "u.out_at",
  "u.in_by",
  "u.out_by",
  "u.code_window",
  "u.wrong_codes",
  "u.wrong_at",
  "u.meters",
  "u.minutes",
  "u.minutes_by",
  "u.final_at",
  "u.credit_key",
  "u.reason",
  "u.consents",
  "u.stars",
  "u.words",
  "u.note",
  "u.version",
] as const;

export interface SignUpRow {
  readonly id: string;
  readonly shift_id: string;
  readonly activity_id: string;
  readonly account_id: string;
  readonly name: string;
  readonly unit_id: string | null;
  readonly status: string;
  readonly place_no: number;
  readonly signed_at: Date;
  readonly in_at: Date | null;
  readonly out_at: Date | null;
  readonly in_by: string | null;
  readonly out_by: string | null;
  readonly code_window: number | null;
  readonly wrong_codes: number;
  readonly wrong_at: Date | null;
  readonly meters: number | null;
  readonly minutes: number | null;
  readonly minutes_by: string | null;
  readonly final_at: Date | null;
  readonly credit_key: string | null;
  readonly reason: string | null;
  readonly consents: unknown;
  readonly stars: number | null;
  readonly words: string | null;
  readonly note: string | null;
  readonly version: number;
}

export const signUpOf = (row: SignUpRow): SignUp => ({
  id: row.id,
  shiftId: row.shift_id,
  activityId: row.activity_id,
  accountId: row.account_id,
  name: row.name,
  unitId: row.unit_id,
  status: row.status as SignUpStatus,
  placeNo: row.place_no,
  signedAt: row.signed_at,
  inAt: row.in_at,
  outAt: row.out_at,
  inBy: row.in_by as SignUp["inBy"],
  outBy: row.out_by as SignUp["outBy"],
  codeWindow: row.code_window,
  wrongCodes: row.wrong_codes,
  wrongAt: row.wrong_at,
  meters: row.meters,
  minutes: row.minutes,
  minutesBy: row.minutes_by as MinutesBy | null,
  finalAt: row.final_at,
  creditKey: row.credit_key,
  reason: row.reason,
  consents: row.consents as Consents,
  stars: row.stars,
  words: row.words,
  note: row.note,
  version: row.version,
});

export const selectSignUps = (tx: Tx) =>
  tx.sql.selectFrom("sign_ups as u").select(signUpColumns).where("u.tenant_id", "=", tx.tenant);
