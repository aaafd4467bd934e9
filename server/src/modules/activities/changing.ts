/** Shifts that are added, moved, enlarged or taken away, and what that means for those who signed up. */
import { spanWords } from "@ginkgo/shared/day.ts";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import type { Shift } from "./model.ts";
import { signUpsOf } from "./repo.ts";
import type { Activity } from "./rows.ts";
import { promote } from "./signing.ts";
import { tellLater } from "./telling.ts";

export interface ShiftTimes {
  readonly id: string | undefined;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly capacity: number;
}

export const insertShifts = async (
  tx: Tx,
  activityId: string,
  shifts: readonly ShiftTimes[],
  at: Date,
): Promise<void> => {
  if (shifts.length === 0) return;
  await tx.sql
    .insertInto("activity_shifts")
    .values(
      shifts.map(({ startsAt, endsAt, place, capacity }) => ({
        tenant_id: tx.tenant,
        id: newId(),
        activity_id: activityId,
        starts_at: startsAt,
        ends_at: endsAt,
        place,
        capacity,
        changed_at: at,
      })),
    )
    .execute();
};

const differs = (one: Shift, to: ShiftTimes): boolean =>
  one.startsAt.getTime() !== to.startsAt.getTime() ||
  one.endsAt.getTime() !== to.endsAt.getTime() ||
  one.place !== to.place;

/** Those who hold a place or wait for one are told what has changed. */
export const tellChanged = async (tx: Tx, { matter }: Activity, texts: ReadonlyMap<string, string>, at: Date) => {
  if (texts.size === 0) return;
  const concerned = (await signUpsOf(tx, matter.id)).filter(
    ({ shiftId, status }) => texts.has(shiftId) && (status === "signed" || status === "waiting"),
  );
  for (const [shiftId, text] of texts)
    tellLater(tx, {
      accountIds: concerned.filter((one) => one.shiftId === shiftId).map(({ accountId }) => accountId),
      title: `活动有变化：${matter.title}`,
      text: `“${matter.title}”${text}`,
      activityId: matter.id,
      at,
      sourceKey: `${matter.id}/${matter.version}/${shiftId}`,
      urgent: true,
    });
};

/** Brings the shifts there are to what is wanted; answers what those who signed up for each are to be told. */
export const changeShifts = async (
  tx: Tx,
  activity: Activity,
  shifts: readonly Shift[],
  wanted: readonly ShiftTimes[],
  at: Date,
): Promise<Map<string, string>> => {
  const told = new Map<string, string>();
  const kept = new Map(wanted.flatMap((one) => (one.id ? [[one.id, one] as const] : [])));
  for (const id of kept.keys())
    if (!shifts.some((one) => one.id === id)) throw invalid("shifts", "有场次已被删除，请刷新后再改。");
  for (const one of shifts) {
    const to = kept.get(one.id);
    const when = spanWords(one.startsAt, one.endsAt);
    if (one.cancelled) continue;
    if (!to) {
      if (one.endsAt <= at) throw new Refusal("not-allowed-now", `${when}的场次已经结束，不能删除。`);
      await tx.sql
        .updateTable("activity_shifts")
        .set({ cancelled: true, sequence: one.sequence + 1, changed_at: at })
        .where("tenant_id", "=", tx.tenant)
        .where("id", "=", one.id)
        .execute();
      told.set(one.id, `${when}的场次取消了，抱歉。`);
      continue;
    }
    const moved = differs(one, to);
    if (!moved && one.capacity === to.capacity) continue;
    if (one.endsAt <= at) throw new Refusal("not-allowed-now", `${when}的场次已经结束，不能再改。`);
    if (moved && one.startsAt <= at && to.startsAt.getTime() !== one.startsAt.getTime())
      throw new Refusal("not-allowed-now", `${when}的场次已经开始，不能改开始时间。`);
    if (to.capacity < one.taken) throw new Refusal("conflict", `${when}已有 ${one.taken} 人报名，名额不能少于这个数。`);
    const changed: Shift = {
      ...one,
      ...to,
      id: one.id,
      sequence: one.sequence + (moved ? 1 : 0),
      changedAt: moved ? at : one.changedAt,
    };
    const filled = await promote(tx, activity, changed, at);
    await tx.sql
      .updateTable("activity_shifts")
      .set({
        starts_at: changed.startsAt,
        ends_at: changed.endsAt,
        place: changed.place,
        capacity: changed.capacity,
        taken: filled.taken,
        waiting: filled.waiting,
        sequence: changed.sequence,
        changed_at: changed.changedAt,
      })
      .where("tenant_id", "=", tx.tenant)
      .where("id", "=", one.id)
      .execute();
    if (moved) {
      const place = to.place && to.place !== one.place ? `，地点：${to.place}` : "";
      told.set(one.id, `${when}的场次改为${spanWords(to.startsAt, to.endsAt)}${place}，不能来请取消报名。`);
    }
  }
  return told;
};
