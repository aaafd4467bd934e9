/** What an activity comes to: who was there, for how long, and what of it is credited. Settled on finishing, kept true after. */
import type { ActivityKind } from "@ginkgo/shared/pack/activities.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { findMatter } from "../matters/index.ts";
import type { Deed } from "../points/index.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { attended, finalFrom, type Shift, type SignUp } from "./model.ts";
import { homesOf, lockShiftsOf, lockSignUpsOf, saveSignUp } from "./repo.ts";
import { type Activity, findActivity, type SignUpRow, signUpColumns, signUpOf } from "./rows.ts";

const bySystem = { accountId: null, name: "系统" };

/** The step under which points know it: `{ type: "attendance", step: "attend" }`. */
const deedType = "attendance";
const deedStep = "attend";

export const createSettling = ({ clock, matters, points }: ActivitiesDeps) => {
  const deedOf = (
    { matter }: Activity,
    shift: Pick<Shift, "startsAt">,
    one: SignUp,
    homes: ReadonlyMap<string, string | null>,
    actor: Deed["actor"],
  ): Deed => ({
    type: deedType,
    kind: matter.kind,
    step: deedStep,
    subjectId: matter.id,
    sourceKey: `${deedType}/${one.id}/${one.version}`,
    accountId: one.accountId,
    unitId: one.unitId,
    homeId: homes.get(one.accountId) ?? null,
    nodeId: matter.subject.placeId,
    minutes: one.minutes,
    at: shift.startsAt,
    words: matter.title,
    actor,
  });

  const saveKeys = async (tx: Tx, keys: readonly { readonly id: string; readonly key: string }[]): Promise<void> => {
    if (keys.length === 0) return;
    await sql`update sign_ups u set credit_key = k.key
      from unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ key }) => key)}::text[]) as k (id, key)
      where u.tenant_id = ${tx.tenant} and u.id = k.id`.execute(tx.sql);
  };

  /** Whoever came and did not go was there; their minutes are not made up. All who were there get the day it is final. */
  const closeRecords = async (tx: Tx, activityId: string, at: Date, finalAt: Date): Promise<SignUp[]> => {
    const rows = await tx.sql
      .updateTable("sign_ups as u")
      .set({ status: "done", final_at: finalAt, version: sql`u.version + 1`, changed_at: at })
      .where("u.tenant_id", "=", tx.tenant)
      .where("u.activity_id", "=", activityId)
      .where("u.status", "in", [...attended])
      .returning(signUpColumns)
      .execute();
    const closed = rows.map((row) => signUpOf(row as SignUpRow));
    const atOnce = 500;
    for (let i = 0; i < closed.length; i += atOnce)
      await appendEvents(
        tx,
        closed.slice(i, i + atOnce).map((one) => ({
          subjectType: "sign-up",
          subjectId: one.id,
          seq: one.version,
          type: "settled",
          actor: bySystem,
          at,
          data: { status: one.status, minutes: one.minutes, minutesBy: one.minutesBy },
        })),
      );
    return closed;
  };

  const sumOf = (all: readonly SignUp[]) => ({
    present: all.filter(({ status }) => attended.includes(status)).length,
    minutes: all.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
  });

  const keep = async (tx: Tx, activityId: string, all: readonly SignUp[], label: string, actor: Actor | undefined) => {
    const matter = await findMatter(tx, activityId);
    if (!matter) return;
    const { present, minutes } = sumOf(all);
    const { facts } = matter.subject;
    if (facts.present === present && facts.minutes === minutes) return;
    await matters.moving.keepFacts(
      tx,
      matter,
      { present, minutes },
      { action: "settle", label, actor, seenBy: "staff" },
    );
  };

  return {
    /** On finishing, once; the matter is locked by whoever takes the step. */
    settle: async (tx: Tx, activity: Activity, kind: ActivityKind, actor: Actor | undefined): Promise<void> => {
      if (activity.finishedAt) return;
      const { id } = activity.matter;
      const at = clock.now();
      const finalAt = finalFrom(at, kind);
      const all = await lockShiftsOf(tx, id);
      if (all.some(({ cancelled, startsAt }) => !cancelled && startsAt > at))
        throw new Refusal("not-allowed-now", "还有没开始的场次，请等办完，或者先在“修改”里去掉这些场次。");
      const shifts = new Map(all.map((shift) => [shift.id, shift]));
      await lockSignUpsOf(tx, id);
      const there = await closeRecords(tx, id, at, finalAt);
      await tx.sql
        .updateTable("activities")
        .set({ finished_at: at, final_at: finalAt })
        .where("tenant_id", "=", tx.tenant)
        .where("matter_id", "=", id)
        .execute();
      await keep(tx, id, there, "核定到场人数和时长", actor);
      // Without hours being there is the deed; with hours what the record shows is.
      const earning = there.filter(({ minutes }) => kind.hours === "none" || (minutes ?? 0) > 0);
      const homes = await homesOf(
        tx,
        earning.map(({ accountId }) => accountId),
      );
      const by = actor ? { accountId: actor.accountId, name: actor.name } : bySystem;
      const deeds = earning.flatMap((one) => {
        const shift = shifts.get(one.shiftId);
        return shift ? [{ one, deed: deedOf(activity, shift, one, homes, by) }] : [];
      });
      await points.creditAll(
        tx,
        deeds.map(({ deed }) => deed),
      );
      await saveKeys(
        tx,
        deeds.map(({ one, deed }) => ({ id: one.id, key: deed.sourceKey })),
      );
    },

    /** Minutes by someone's decision: what had been credited is taken back, and the new credited under a key of its own. */
    setMinutes: async (
      tx: Tx,
      given: {
        readonly activity: Activity;
        readonly kind: ActivityKind;
        readonly shift: Shift;
        readonly one: SignUp;
        readonly minutes: number;
        readonly by: "granted" | "corrected";
        readonly actor: Actor;
        readonly reason: string;
      },
    ): Promise<SignUp> => {
      const { activity, kind, shift, one, minutes, by, actor, reason } = given;
      const at = clock.now();
      const doer = { accountId: actor.accountId, name: actor.name };
      const finalAt = activity.finishedAt ? finalFrom(at, kind) : null;
      const saved = await saveSignUp(
        tx,
        one,
        { status: "done", minutes, minutesBy: by, finalAt, reason, creditKey: null },
        { type: by, actor: doer, at, data: { before: one.minutes, reason } },
      );
      // Before the activity is over nothing has been credited; finishing does that.
      if (!activity.finishedAt) return saved;
      if (one.creditKey) await points.reverse(tx, one.creditKey, `时长更正：${activity.matter.title}`, doer);
      if (minutes === 0) return saved;
      const deed = deedOf(activity, shift, saved, await homesOf(tx, [one.accountId]), doer);
      await points.creditAll(tx, [deed]);
      await saveKeys(tx, [{ id: saved.id, key: deed.sourceKey }]);
      return { ...saved, creditKey: deed.sourceKey };
    },

    /** After a change to an activity that is over: its figures say what is so now. */
    recount: async (tx: Tx, { matter }: Activity, actor: Actor): Promise<void> => {
      const activity = await findActivity(tx, matter.id);
      if (!activity?.finishedAt) return;
      await keep(tx, matter.id, await lockSignUpsOf(tx, matter.id), "重新核定到场人数和时长", actor);
    },
  };
};
export type Settling = ReturnType<typeof createSettling>;
