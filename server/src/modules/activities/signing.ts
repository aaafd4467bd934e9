/** Taking a place in a shift and giving it back. Places are counted under the lock of the shift: the last is given once. */
import { spanWords } from "@ginkgo/shared/day.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { notFound, Refusal, stale } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { lockMatter } from "../matters/index.ts";
import { checkConditions, type Given } from "./conditions.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { type Ground, what } from "./ground.ts";
import { holding, isOpen, type Shift, type SignUp } from "./model.ts";
import { registeredAs } from "./registered.ts";
import {
  findSignUp,
  firstWaiting,
  insertSignUp,
  lockShift,
  lockSignUp,
  nextPlaceNo,
  overlapsOf,
  saveShiftCounts,
  saveSignUp,
  signUpOfPerson,
} from "./repo.ts";
import { type Activity, holdActivity } from "./rows.ts";
import { tellLater } from "./telling.ts";

export interface SignUpInput extends Given {
  readonly shiftId: string;
  readonly overlapConfirmed: boolean;
  readonly wait: boolean;
}

interface LockBoth {
  readonly version?: number | undefined;
  /** What is kept of the activity itself may change too. */
  readonly whole?: boolean;
}

const bySystem = { accountId: null, name: "系统" };
const doerOf = (actor: Actor) => ({ accountId: actor.accountId, name: actor.name });

/** Those who have waited longest get what is free; answers the shift as it then stands. */
export const promote = async (tx: Tx, { matter }: Activity, shift: Shift, at: Date): Promise<Shift> => {
  const next = await firstWaiting(tx, shift.id, shift.cancelled ? 0 : shift.capacity - shift.taken);
  for (const one of next) {
    const saved = await saveSignUp(tx, one, { status: "signed" }, { type: "promoted", actor: bySystem, at });
    tellLater(tx, {
      accountIds: [one.accountId],
      title: `候补成功：${matter.title}`,
      text: `有人退出，您已补上“${matter.title}”${spanWords(shift.startsAt, shift.endsAt)}的名额。不能来请及时取消。`,
      activityId: matter.id,
      at,
      sourceKey: `${one.id}/${saved.version}`,
      urgent: true,
    });
  }
  return { ...shift, taken: shift.taken + next.length, waiting: shift.waiting - next.length };
};

export const createSigning = (deps: ActivitiesDeps, ground: Ground) => {
  const { db, clock } = deps;

  const checkShift = (activity: Activity, shift: Shift, open: boolean) => {
    if (shift.cancelled) throw new Refusal("not-allowed-now", "这个场次已取消，请选择其他场次。");
    if (shift.endsAt <= clock.now()) throw new Refusal("not-allowed-now", "这个场次已经结束，请选择其他场次。");
    if (!open) throw new Refusal("not-allowed-now", `“${activity.matter.title}”现在不接受报名。`);
  };

  /** Time already taken is a warning: whoever says that they know may do it. */
  const checkOverlap = async (tx: Tx, actor: Actor, shift: Shift, confirmed: boolean): Promise<boolean> => {
    const [other] = await overlapsOf(tx, actor.accountId, [shift]);
    if (!other) return false;
    if (!confirmed)
      throw new Refusal(
        "conflict",
        `您在这个时间已报名“${other.title}”（${spanWords(other.startsAt, other.endsAt)}），如确定两个都参加，请确认后再报名。`,
        { errors: [{ path: "overlapConfirmed", message: "与已报名的活动时间重叠" }] },
      );
    return true;
  };

  return {
    signUp: async (call: Call<Actor>, input: SignUpInput): Promise<string> => {
      const { actor } = call;
      const { activityId } = await db.once(actor.tenant, call.request, async (tx) => {
        // The activity before its shift, as everyone who changes both locks them.
        const known = await tx.sql
          .selectFrom("activity_shifts")
          .select("activity_id")
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", input.shiftId)
          .executeTakeFirst();
        if (!known) throw notFound("这个场次");
        const { activity, kind, tree } = await ground.see(actor, await holdActivity(tx, known.activity_id));
        const shift = await lockShift(tx, input.shiftId);
        if (!shift) throw notFound("这个场次");
        const now = clock.now();
        checkShift(activity, shift, isOpen(activity.matter, kind));
        const registered = await registeredAs(tx, tree, actor.accountId);
        if (kind.signUp === "registered" && !registered)
          throw new Refusal("forbidden", "这个活动只接受已报到的人报名，请先到社区（村）报到。");
        const before = await signUpOfPerson(tx, shift.id, actor.accountId);
        if (before?.status === "refused")
          throw new Refusal("not-allowed-now", `组织方没有接受您的报名：${before.reason ?? ""}`);
        if (before && before.status !== "withdrawn")
          throw new Refusal("already-taken", "您已经报名了这个场次，不用再报。");
        const confirmed = checkConditions(activity, kind, shift, input, registered, now);
        const overlapping = await checkOverlap(tx, actor, shift, input.overlapConfirmed);
        const consents = overlapping ? { ...confirmed, overlapAt: now.toISOString() } : confirmed;
        const free = shift.taken < shift.capacity;
        if (!free && !input.wait) throw new Refusal("conflict", "这个场次已满，可以选择候补，或报名其他场次。");
        const status = free ? ("signed" as const) : ("waiting" as const);
        const placeNo = await nextPlaceNo(tx, shift.id);
        const done = { type: status === "signed" ? "sign-up" : "wait", actor: doerOf(actor), at: now };
        const fresh = { status, placeNo, signedAt: now, consents, unitId: registered?.unitId ?? null, reason: null };
        if (before) await saveSignUp(tx, before, { ...fresh, name: actor.name }, done);
        else
          await insertSignUp(
            tx,
            {
              ...fresh,
              shiftId: shift.id,
              activityId: shift.activityId,
              accountId: actor.accountId,
              name: actor.name,
              inAt: null,
              outAt: null,
              inBy: null,
              outBy: null,
              codeWindow: null,
              wrongCodes: 0,
              wrongAt: null,
              meters: null,
              minutes: null,
              minutesBy: null,
              finalAt: null,
              creditKey: null,
              stars: null,
              words: null,
              note: null,
            },
            done,
          );
        await saveShiftCounts(tx, {
          ...shift,
          taken: shift.taken + (free ? 1 : 0),
          waiting: shift.waiting + (free ? 0 : 1),
        });
        return { activityId: shift.activityId };
      });
      return activityId;
    },

    /** A place given back: the person's own, or taken from them by the organiser with a reason. */
    leave: async (
      tx: Tx,
      activity: Activity,
      shift: Shift,
      one: SignUp,
      status: "withdrawn" | "refused",
      done: { readonly actor: Actor; readonly reason: string | null },
    ): Promise<SignUp> => {
      const at = clock.now();
      if (one.status !== "signed" && one.status !== "waiting")
        throw new Refusal("not-allowed-now", "已经签到或已经结束，不能取消报名。");
      if (activity.finishedAt) throw new Refusal("not-allowed-now", "活动已经结束，报名不再改动。");
      const saved = await saveSignUp(
        tx,
        one,
        { status, reason: done.reason },
        { type: status, actor: doerOf(done.actor), at, data: { reason: done.reason } },
      );
      const held = holding.includes(one.status);
      const left: Shift = {
        ...shift,
        taken: shift.taken - (held ? 1 : 0),
        waiting: shift.waiting - (held ? 0 : 1),
      };
      await saveShiftCounts(tx, held ? await promote(tx, activity, left, at) : left);
      return saved;
    },

    /** The shift and the sign-up, locked in the order everyone locks them; 404 for what is not there. */
    lockBoth: async (tx: Tx, signUpId: string, { version, whole = false }: LockBoth = {}) => {
      const found = await findSignUp(tx, signUpId);
      if (!found) throw notFound("这条报名");
      if (whole) await lockMatter(tx, found.activityId);
      const activity = await holdActivity(tx, found.activityId);
      const shift = await lockShift(tx, found.shiftId);
      const one = await lockSignUp(tx, signUpId);
      if (!activity || !shift || !one) throw notFound(what);
      return {
        activity,
        shift,
        one,
        /** Asked after authority, so that a stranger learns nothing of versions. */
        checkVersion: () => {
          if (version !== undefined && version !== one.version) throw stale();
        },
      };
    },
  };
};
export type Signing = ReturnType<typeof createSigning>;
