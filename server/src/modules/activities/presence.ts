/** Coming and going: by the code on the organiser's screen, or by name through staff, which stays marked. */

import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { metersBetween } from "../org/index.ts";
import { codeFor, millisecondsLeft, mostWrong, pauseMs, type Way, windowAt, windowOf } from "./codes.ts";
import type { ActivitiesDeps } from "./deps.ts";
import type { Ground, Seen } from "./ground.ts";
import {
  earlyMinutes,
  isRunning,
  mayComeIn,
  mayGo,
  recordedMinutes,
  roundedMeters,
  type Shift,
  type SignUp,
} from "./model.ts";
import { countWrongCode, findShift, saveSignUp, signUpOfPerson } from "./repo.ts";
import { findActivity, holdActivity } from "./rows.ts";
import type { Settling } from "./settling.ts";
import type { Signing } from "./signing.ts";

export interface CheckInput {
  readonly shiftId: string;
  readonly way: Way;
  readonly code: string;
  readonly at?: readonly [number, number] | undefined;
}

type Checked = { readonly activityId: string } | { readonly refused: string };

export const createPresence = (deps: ActivitiesDeps, ground: Ground, signing: Signing, settling: Settling) => {
  const { db, clock, sealer } = deps;

  const checkTime = ({ activity, kind }: Seen, shift: Shift, way: Way, now: Date) => {
    if (kind.checkIn === "none") throw new Refusal("not-allowed-now", "这个活动不签到，直接参加就可以。");
    if (shift.cancelled) throw new Refusal("not-allowed-now", "这个场次已取消。");
    if (!isRunning(activity.matter, kind))
      throw new Refusal("not-allowed-now", "活动还没有开始或已经结束，现在不能签到签退。");
    if (way === "in" && !mayComeIn(shift, now))
      throw new Refusal(
        "not-allowed-now",
        now < shift.startsAt
          ? `还没到签到时间，开始前 ${earlyMinutes} 分钟内可以签到。`
          : "这个场次已经结束，不能再签到。",
      );
    if (way === "out" && !mayGo(shift, now))
      throw new Refusal("not-allowed-now", "签退时间已过，请联系组织方核定时长，或申请更正。");
  };

  /** The record of one way; the second of the two makes the minutes. */
  const passed = (
    one: SignUp,
    shift: Shift,
    hours: boolean,
    way: Way,
    by: "code" | "staff",
    now: Date,
  ): Partial<SignUp> => {
    if (way === "in") return { status: "present", inAt: now, inBy: by };
    const minutes = hours && one.inAt ? recordedMinutes(shift, one.inAt, now) : null;
    return {
      status: "done",
      outAt: now,
      outBy: by,
      minutes,
      minutesBy: minutes === null ? null : "record",
    };
  };

  const checkStanding = (one: SignUp, way: Way) => {
    if (one.status === "waiting") throw new Refusal("not-allowed-now", "您还在候补，轮到后才能签到。");
    if (one.status === "withdrawn" || one.status === "refused")
      throw new Refusal("not-allowed-now", "您没有报名这个场次，请先报名。");
    if (way === "in" && one.inAt) throw new Refusal("already-taken", "您已经签到，不用再签。");
    if (way === "out" && !one.inAt)
      throw new Refusal("not-allowed-now", "您还没有签到，不能签退；时长可以请组织方核定，或申请更正。");
    if (way === "out" && one.outAt) throw new Refusal("already-taken", "您已经签退，不用再签。");
  };

  const byCode = async (tx: Tx, actor: Actor, input: CheckInput): Promise<Checked> => {
    const found = await findShift(tx, input.shiftId);
    const activity = found && (await holdActivity(tx, found.activityId));
    const one = activity && (await signUpOfPerson(tx, input.shiftId, actor.accountId));
    const seen = await ground.see(actor, activity, one !== undefined);
    const shift = await findShift(tx, input.shiftId);
    if (!shift) throw notFound("这个场次");
    const now = clock.now();
    checkTime(seen, shift, input.way, now);
    if (!one) throw new Refusal("not-allowed-now", "您没有报名这个场次，请先报名。");
    checkStanding(one, input.way);
    const recent = one.wrongAt && now.getTime() - one.wrongAt.getTime() < pauseMs ? one.wrongCodes : 0;
    if (recent >= mostWrong)
      throw new Refusal("too-many-requests", "输错太多次，请 10 分钟后再试，或请组织方按姓名签到。", {
        retryAfter: pauseMs / 1000,
      });
    const window = windowOf(sealer, tx.tenant, shift.id, input.way, input.code, now);
    // What came in has been used: neither the same code nor an older one counts again for this person.
    if (window === undefined || (one.codeWindow !== null && window <= one.codeWindow)) {
      await countWrongCode(tx, one, recent + 1, now);
      return {
        refused:
          window === undefined
            ? "签到码不对或已过期，请看屏幕上现在的码。"
            : "这个码您已经用过，请等屏幕上换成新的码。",
      };
    }
    const venue = seen.activity.at;
    const meters =
      input.way === "in" && seen.kind.position && input.at && venue
        ? roundedMeters(metersBetween([...input.at], [...venue]))
        : one.meters;
    await saveSignUp(
      tx,
      one,
      {
        ...passed(one, shift, seen.kind.hours === "record", input.way, "code", now),
        codeWindow: window,
        wrongCodes: 0,
        wrongAt: null,
        meters,
      },
      {
        type: input.way === "in" ? "check-in" : "check-out",
        actor: { accountId: actor.accountId, name: actor.name },
        at: now,
      },
    );
    return { activityId: shift.activityId };
  };

  return {
    /** For the organiser's screen. */
    code: (actor: Actor, shiftId: string, way: Way) =>
      db.inTenant(actor.tenant, async (tx) => {
        const shift = await findShift(tx, shiftId);
        const seen = await ground.organising(actor, shift && (await findActivity(tx, shift.activityId)));
        if (!shift) throw notFound("这个场次");
        const now = clock.now();
        checkTime(seen, shift, way, now);
        const code = codeFor(sealer, tx.tenant, shiftId, way, windowAt(now));
        const counts = await tx.sql
          .selectFrom("sign_ups")
          .select(({ fn }) => [
            fn.countAll<number>().filterWhere("in_at", "is not", null).filterWhere("out_at", "is", null).as("inside"),
            fn.countAll<number>().filterWhere("status", "in", ["signed", "present", "done"]).as("signed"),
          ])
          .where("tenant_id", "=", tx.tenant)
          .where("shift_id", "=", shiftId)
          .executeTakeFirstOrThrow();
        return {
          code,
          link: `/m/check/${shiftId}?way=${way}&code=${code}`,
          millisecondsLeft: millisecondsLeft(now),
          inside: counts.inside,
          signed: counts.signed,
        };
      }),

    /** A wrong code is counted even though it is refused: the count is committed first. */
    check: async (call: Call<Actor>, input: CheckInput): Promise<string> => {
      const { actor } = call;
      const checked = await db.once(actor.tenant, call.request, (tx) => byCode(tx, actor, input));
      if ("refused" in checked) throw new Refusal("not-allowed-now", checked.refused);
      return checked.activityId;
    },

    /** By name, now: staff say that someone is there, they never say since when. */
    attend: async (
      call: Call<Actor>,
      input: {
        readonly signUpId: string;
        readonly version: number;
        readonly what: "in" | "out" | "was-there" | "absent";
        readonly reason: string;
      },
    ): Promise<string> => {
      const { actor } = call;
      const { id } = await db.once(actor.tenant, call.request, async (tx) => {
        const { activity, shift, one, checkVersion } = await signing.lockBoth(tx, input.signUpId, {
          version: input.version,
          whole: true,
        });
        const seen = await ground.organising(actor, activity);
        checkVersion();
        if (one.accountId === actor.accountId && input.what !== "absent")
          throw new Refusal("forbidden", "不能给自己签到，请用签到码，或请其他工作人员办理。");
        const now = clock.now();
        const change = changeOf(seen, shift, one, input.what, now);
        await saveSignUp(
          tx,
          one,
          { ...change, reason: input.reason },
          {
            type: `staff-${input.what}`,
            actor: { accountId: actor.accountId, name: actor.name },
            at: now,
            data: { reason: input.reason },
          },
        );
        await settling.recount(tx, activity, actor);
        return { id: one.id };
      });
      return id;
    },
  };

  function changeOf(
    seen: Seen,
    shift: Shift,
    one: SignUp,
    what: "in" | "out" | "was-there" | "absent",
    now: Date,
  ): Partial<SignUp> {
    if (what === "in" || what === "out") {
      checkTime(seen, shift, what, now);
      checkStanding(one, what);
      return passed(one, shift, seen.kind.hours === "record", what, "staff", now);
    }
    if (one.status !== "signed" && one.status !== "absent" && !(one.status === "done" && !one.inAt))
      throw new Refusal("not-allowed-now", "这个人有签到记录，或者没有报上名，不能这样登记。");
    if (now < shift.startsAt) throw new Refusal("not-allowed-now", "这个场次还没有开始。");
    if (seen.activity.finishedAt && seen.activity.finalAt && seen.activity.finalAt <= now)
      throw new Refusal("not-allowed-now", "公示期已过，到场情况不再改动；时长有误可以申请更正。");
    return { status: what === "was-there" ? "done" : "absent" };
  }
};
export type Presence = ReturnType<typeof createPresence>;
