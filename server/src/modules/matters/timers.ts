/** The rows that ring for matters: one each, at the next moment one of its clocks has something to say. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Alarm } from "../workflow/index.ts";

export const saveTimers = async (tx: Tx, all: readonly { id: string; alarm: Alarm }[]): Promise<void> => {
  if (all.length === 0) return;
  await tx.sql
    .insertInto("timers")
    .values(
      all.map(({ id, alarm }) => ({
        tenant_id: tx.tenant,
        subject_type: "matter",
        subject_id: id,
        kind: alarm.kind,
        at: alarm.at,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["tenant_id", "subject_type", "subject_id"])
        .doUpdateSet((row) => ({ kind: row.ref("excluded.kind"), at: row.ref("excluded.at") })),
    )
    .execute();
};

const ofMatter = (tx: Tx, id: string) =>
  tx.sql
    .deleteFrom("timers")
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", "matter")
    .where("subject_id", "=", id);

export const saveTimer = async (tx: Tx, id: string, alarm: Alarm | undefined): Promise<void> => {
  if (alarm) await saveTimers(tx, [{ id, alarm }]);
  else await ofMatter(tx, id).execute();
};

export const dropTimer = async (tx: Tx, id: string): Promise<void> => {
  await ofMatter(tx, id).execute();
};

export const postponeTimer = async (tx: Tx, id: string, until: Date): Promise<void> => {
  await tx.sql
    .updateTable("timers")
    .set({ at: until })
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", "matter")
    .where("subject_id", "=", id)
    .execute();
};

/** The matter whose timer has been due longest; one that is being changed is skipped and found again. */
export const lockDueMatter = async (tx: Tx, now: Date): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    select m.id from timers t join matters m on m.tenant_id = t.tenant_id and m.id = t.subject_id
    where t.tenant_id = ${tx.tenant} and t.subject_type = 'matter' and t.at <= ${now}
    order by t.at limit 1 for update of m skip locked`.execute(tx.sql);
  return rows[0]?.id;
};
