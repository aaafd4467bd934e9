/** What people did in activities, for those who keep the register: who was there, and the minutes of the record. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Deed, Span } from "../registrations/index.ts";
import { attended } from "./model.ts";

export const attendances = async (tx: Tx, accountIds: readonly string[], { from, to }: Span): Promise<Deed[]> => {
  if (accountIds.length === 0) return [];
  const { rows } = await sql<{ account_id: string; title: string; at: Date; area_id: string; minutes: number }>`
    select u.account_id, m.title, s.starts_at as at, m.area_id, coalesce(u.minutes, 0) as minutes
    from sign_ups u
    join activity_shifts s on s.tenant_id = u.tenant_id and s.id = u.shift_id
    join activities a on a.tenant_id = u.tenant_id and a.matter_id = u.activity_id and a.finished_at is not null
    join matters m on m.tenant_id = u.tenant_id and m.id = u.activity_id
    where u.tenant_id = ${tx.tenant} and u.account_id = any(${[...accountIds]}::uuid[])
      and u.status = any(${[...attended]}::text[]) and s.starts_at >= ${from} and s.starts_at < ${to}
    order by s.starts_at, u.id`.execute(tx.sql);
  return rows.map((row) => ({
    accountId: row.account_id,
    type: "activity",
    title: row.title,
    at: row.at,
    areaId: row.area_id,
    minutes: row.minutes,
  }));
};

/** Rows of work that figures count: people who were there, with their minutes, and those who signed up. */
export const activityRecords = {
  attendance: (tenant: string) => sql`select m.place_id, s.starts_at as at, m.kind, coalesce(u.minutes, 0) as amount,
      u.account_id as who
    from sign_ups u
    join activity_shifts s on s.tenant_id = u.tenant_id and s.id = u.shift_id
    join activities a on a.tenant_id = u.tenant_id and a.matter_id = u.activity_id and a.finished_at is not null
    join matters m on m.tenant_id = u.tenant_id and m.id = u.activity_id
    where u.tenant_id = ${tenant} and u.status in ('present', 'done')`,
  "sign-up": (tenant: string) => sql`select m.place_id, u.signed_at as at, m.kind, 1 as amount, u.account_id as who
    from sign_ups u join matters m on m.tenant_id = u.tenant_id and m.id = u.activity_id
    where u.tenant_id = ${tenant} and u.status not in ('withdrawn', 'refused')`,
};
