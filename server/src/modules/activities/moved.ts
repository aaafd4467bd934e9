/** What a step of an activity's life means for its shifts and those who signed up; and the steps its own time takes. */
import { spanWords } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { lockMatter, type Moved } from "../matters/index.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { isFinished, isOpen, kindOf, lateMinutes } from "./model.ts";
import { lockShiftsOf, signUpsOf } from "./repo.ts";
import { findActivity } from "./rows.ts";
import type { Settling } from "./settling.ts";
import { tellLater } from "./telling.ts";

export const createMoved = (deps: ActivitiesDeps, settling: Settling) => {
  const { db, clock, packs, matters, log } = deps;

  /** Everyone who had a place, or waited for one, is told why. */
  const cancelAll = async (tx: Tx, { after, form }: Moved): Promise<void> => {
    const at = clock.now();
    const shifts = (await lockShiftsOf(tx, after.id)).filter(({ cancelled, endsAt }) => !cancelled && endsAt > at);
    await sql`update activity_shifts set cancelled = true, sequence = sequence + 1, changed_at = ${at}
      where tenant_id = ${tx.tenant} and id = any(${shifts.map(({ id }) => id)}::uuid[])`.execute(tx.sql);
    const first = shifts[0];
    if (!first) return;
    const concerned = (await signUpsOf(tx, after.id)).filter(
      ({ shiftId, status }) => (status === "signed" || status === "waiting") && shifts.some(({ id }) => id === shiftId),
    );
    const why = typeof form.reason === "string" ? `：${form.reason}` : "。";
    tellLater(tx, {
      accountIds: [...new Set(concerned.map(({ accountId }) => accountId))],
      title: `活动取消：${after.title}`,
      text: `您报名的“${after.title}”（${spanWords(first.startsAt, first.endsAt)}${shifts.length > 1 ? "等" : ""}）取消了${why}`,
      activityId: after.id,
      at,
      sourceKey: `${after.id}/${after.version}/cancelled`,
      urgent: true,
    });
  };

  const listen = async (tx: Tx, moved: Moved): Promise<void> => {
    const { before, after, step, actor } = moved;
    if (after.type !== "activity" || !step) return;
    const kind = kindOf(await packs.at(tx.tenant, after.packVersion), after.kind);
    const activity = kind && (await findActivity(tx, after.id));
    if (!kind || !activity) return;
    if (after.visibility === "parties" && isOpen(after, kind))
      await tx.sql
        .updateTable("matters")
        .set({ visibility: kind.visibility })
        .where("tenant_id", "=", tx.tenant)
        .where("id", "=", after.id)
        .execute();
    if (isFinished(after, kind) && !isFinished(before, kind)) await settling.settle(tx, activity, kind, actor);
    else if (after.ended && !before.ended && !activity.finishedAt) await cancelAll(tx, moved);
  };

  /** Activities whose first shift has begun, or whose last one is over, and that stand where that changes something. */
  const dueIn = (tenant: string): Promise<{ id: string; ends_at: Date }[]> =>
    db.inTenant(tenant, async (tx) => {
      const now = clock.now();
      const { rows } = await sql<{ id: string; ends_at: Date }>`
        select m.id, a.ends_at from activities a join matters m on m.tenant_id = a.tenant_id and m.id = a.matter_id
        where a.tenant_id = ${tx.tenant} and a.finished_at is null and a.starts_at <= ${now} and not m.ended
        order by a.starts_at limit 500`.execute(tx.sql);
      return rows;
    });

  const step = (tenant: string, id: string, over: boolean): Promise<void> =>
    db.inTenant(tenant, async (tx) => {
      const one = await lockMatter(tx, id);
      const kind = one && kindOf(await packs.at(tenant, one.packVersion), one.kind);
      if (!one || !kind || one.ended) return;
      const name = over ? kind.finishes : isOpen(one, kind) ? kind.begins : undefined;
      if (name) await matters.moving.actByItself(tx, one, name);
    });

  return {
    listen,
    /** Every minute: what begins and ends by itself. One that cannot be moved does not hold up the others. */
    tick: async (): Promise<void> => {
      const late = lateMinutes * 60_000;
      for (const { tenant } of await packs.tenants())
        for (const { id, ends_at } of await dueIn(tenant))
          await step(tenant, id, ends_at.getTime() + late <= clock.now().getTime()).catch((error: unknown) =>
            log.error({ err: error, matterId: id }, "an activity could not be moved on; trying again later"),
          );
    },
  };
};
