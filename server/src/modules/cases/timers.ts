/** The row that rings for a case: one each, at the next moment one of its clocks has something to say. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { nextAlarm, type Subject } from "../workflow/index.ts";

export const saveTimer = async (tx: Tx, caseId: string, subject: Subject): Promise<void> => {
  const alarm = nextAlarm(subject);
  if (!alarm) {
    await tx.sql
      .deleteFrom("timers")
      .where("tenant_id", "=", tx.tenant)
      .where("subject_type", "=", "case")
      .where("subject_id", "=", caseId)
      .execute();
    return;
  }
  await tx.sql
    .insertInto("timers")
    .values({ tenant_id: tx.tenant, subject_type: "case", subject_id: caseId, kind: alarm.kind, at: alarm.at })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "subject_type", "subject_id"]).doUpdateSet({ kind: alarm.kind, at: alarm.at }),
    )
    .execute();
};

/**
 * The case whose timer has been due longest. Locked is the case, as every step does first, so that the clock and a person
 * never wait for each other; one that is being changed is skipped and found again.
 */
export const lockDueCase = async (tx: Tx, now: Date): Promise<string | undefined> => {
  const { rows } = await sql<{ id: string }>`
    select c.id from timers t join cases c on c.tenant_id = t.tenant_id and c.id = t.subject_id
    where t.tenant_id = ${tx.tenant} and t.subject_type = 'case' and t.at <= ${now}
    order by t.at limit 1 for update of c skip locked`.execute(tx.sql);
  return rows[0]?.id;
};

export const dropTimer = async (tx: Tx, caseId: string): Promise<void> => {
  await tx.sql
    .deleteFrom("timers")
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", "case")
    .where("subject_id", "=", caseId)
    .execute();
};

export const postponeTimer = async (tx: Tx, caseId: string, until: Date): Promise<void> => {
  await tx.sql
    .updateTable("timers")
    .set({ at: until })
    .where("tenant_id", "=", tx.tenant)
    .where("subject_type", "=", "case")
    .where("subject_id", "=", caseId)
    .execute();
};
