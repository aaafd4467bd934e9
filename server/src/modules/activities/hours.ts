/** Hours that the record does not make: granted by staff within limits, or corrected because the person asked. Never typed over. */
import type { CorrectionView } from "@ginkgo/shared/api/activities.ts";
import { spanWords } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { nearestHolders } from "../identity/index.ts";
import { deskCondition } from "../matters/index.ts";
import type { ActivitiesDeps } from "./deps.ts";
import type { Ground, Seen } from "./ground.ts";
import { lengthOf, mostGranted, type Shift, type SignUp } from "./model.ts";
import type { Settling } from "./settling.ts";
import type { Signing } from "./signing.ts";
import { tellLater } from "./telling.ts";

interface CorrectionRow {
  readonly id: string;
  readonly sign_up_id: string;
  readonly activity_id: string;
  readonly title: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly name: string;
  readonly status: string;
  readonly had: number | null;
  readonly minutes: number;
  readonly reason: string;
  readonly asked_at: Date;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly answer: string | null;
}

const viewOf = (row: CorrectionRow): CorrectionView => ({
  id: row.id,
  activityId: row.activity_id,
  title: row.title,
  startsAt: row.starts_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
  name: row.name,
  status: row.status as CorrectionView["status"],
  had: row.had,
  minutes: row.minutes,
  reason: row.reason,
  askedAt: row.asked_at.toISOString(),
  decidedBy: row.decided_by,
  decidedAt: row.decided_at?.toISOString() ?? null,
  answer: row.answer,
});

const selected = sql`
  select c.id, c.sign_up_id, c.activity_id, m.title, s.starts_at, s.ends_at, u.name, c.status, c.had, c.minutes, c.reason,
    c.asked_at, c.decided_by, c.decided_at, c.answer
  from hour_corrections c
  join sign_ups u on u.tenant_id = c.tenant_id and u.id = c.sign_up_id
  join activity_shifts s on s.tenant_id = u.tenant_id and s.id = u.shift_id
  join matters m on m.tenant_id = c.tenant_id and m.id = c.activity_id`;

const findCorrection = async (tx: Tx, id: string, lock = false): Promise<CorrectionRow | undefined> => {
  const { rows } = await sql<CorrectionRow>`${selected} where c.tenant_id = ${tx.tenant} and c.id = ${id}
    ${lock ? sql`for update of c` : sql``}`.execute(tx.sql);
  return rows[0];
};

const doerOf = (actor: Actor) => ({ accountId: actor.accountId, name: actor.name });

export const createHours = (deps: ActivitiesDeps, ground: Ground, signing: Signing, settling: Settling) => {
  const { db, clock, forest } = deps;

  const checkKind = ({ kind }: Seen) => {
    if (kind.hours === "none") throw new Refusal("not-allowed-now", "这个活动不记服务时长。");
  };
  const checkOver = (shift: Shift) => {
    if (shift.cancelled) throw new Refusal("not-allowed-now", "这个场次已取消，没有时长。");
    if (shift.endsAt > clock.now()) throw new Refusal("not-allowed-now", "这个场次还没有结束，结束后才能核定时长。");
  };
  const checkPlace = ({ status }: SignUp) => {
    if (status === "withdrawn" || status === "refused" || status === "waiting")
      throw new Refusal("not-allowed-now", "没有报上名的场次没有时长。");
  };
  const checkMost = (minutes: number, most: number) => {
    if (minutes > most) throw invalid("minutes", `最多 ${most} 分钟，不能超过场次本身的时长。`);
  };
  /** A desk's to do; to whoever is no desk here it is not there. */
  const deskOnly = (seen: Seen, actor: Actor, { accountId }: SignUp) => {
    if (!seen.desk) throw notFound("这条报名");
    if (accountId === actor.accountId) throw new Refusal("forbidden", "不能核定自己的时长，请由其他工作人员办理。");
  };

  return {
    grant: async (
      call: Call<Actor>,
      input: { readonly signUpId: string; readonly version: number; readonly minutes: number; readonly reason: string },
    ): Promise<string> => {
      const { actor } = call;
      const { id } = await db.once(actor.tenant, call.request, async (tx) => {
        const { activity, shift, one, checkVersion } = await signing.lockBoth(tx, input.signUpId, {
          version: input.version,
          whole: true,
        });
        const seen = await ground.see(actor, activity);
        deskOnly(seen, actor, one);
        checkVersion();
        checkKind(seen);
        checkOver(shift);
        checkPlace(one);
        if (one.minutesBy === "record")
          throw new Refusal("not-allowed-now", "这个人有完整的签到签退记录，时长以记录为准；有误由本人申请更正。");
        checkMost(input.minutes, mostGranted(shift, seen.kind));
        await settling.setMinutes(tx, { activity, kind: seen.kind, shift, one, by: "granted", actor, ...input });
        await settling.recount(tx, activity, actor);
        tellLater(tx, {
          accountIds: [one.accountId],
          title: `服务时长已核定：${activity.matter.title}`,
          text: `“${activity.matter.title}”${spanWords(shift.startsAt, shift.endsAt)}：核定 ${input.minutes} 分钟（${input.reason}）。有异议可以申请更正。`,
          activityId: activity.matter.id,
          at: clock.now(),
          sourceKey: `${one.id}/${one.version + 1}`,
        });
        return { id: one.id };
      });
      return id;
    },

    /** One at a time for each shift. */
    askCorrection: async (
      call: Call<Actor>,
      input: { readonly signUpId: string; readonly version: number; readonly minutes: number; readonly reason: string },
    ): Promise<string> => {
      const { actor } = call;
      const { id } = await db.once(actor.tenant, call.request, async (tx) => {
        const { activity, shift, one, checkVersion } = await signing.lockBoth(tx, input.signUpId, {
          version: input.version,
        });
        if (one.accountId !== actor.accountId) throw notFound("这条报名");
        const seen = await ground.see(actor, activity, true);
        checkVersion();
        checkKind(seen);
        checkOver(shift);
        checkPlace(one);
        checkMost(input.minutes, lengthOf(shift));
        if (input.minutes === one.minutes) throw invalid("minutes", "与现在的时长一样，不用更正。");
        const at = clock.now();
        const correction = newId();
        const made = await tx.sql
          .insertInto("hour_corrections")
          .values({
            tenant_id: tx.tenant,
            id: correction,
            sign_up_id: one.id,
            activity_id: one.activityId,
            account_id: one.accountId,
            had: one.minutes,
            minutes: input.minutes,
            reason: input.reason,
            asked_at: at,
          })
          .onConflict((conflict) =>
            conflict.columns(["tenant_id", "sign_up_id"]).where("status", "=", "open").doNothing(),
          )
          .executeTakeFirst();
        if (!made.numInsertedOrUpdatedRows) throw new Refusal("conflict", "您已经申请过更正，请等社区（村）答复。");
        await appendEvents(tx, [
          {
            subjectType: "hour-correction",
            subjectId: correction,
            seq: 1,
            type: "ask",
            actor: doerOf(actor),
            at,
            data: { signUpId: one.id, had: one.minutes, minutes: input.minutes, reason: input.reason },
          },
        ]);
        tellLater(tx, {
          accountIds: await deskOf(tx, activity.matter.subject.placeId, actor),
          title: `申请更正时长：${activity.matter.title}`,
          text: `${actor.name}申请把“${activity.matter.title}”的时长更正为 ${input.minutes} 分钟：${input.reason}`,
          activityId: activity.matter.id,
          at,
          sourceKey: `${correction}/asked`,
        });
        return { id: one.activityId };
      });
      return id;
    },

    decide: async (
      call: Call<Actor>,
      input: {
        readonly correctionId: string;
        readonly accept: boolean;
        readonly minutes?: number | undefined;
        readonly answer: string;
      },
    ): Promise<CorrectionView> => {
      const { actor } = call;
      return db.once(actor.tenant, call.request, async (tx) => {
        const known = await findCorrection(tx, input.correctionId);
        if (!known) throw notFound("这条更正申请");
        const { activity, shift, one } = await signing.lockBoth(tx, known.sign_up_id, { whole: true });
        const seen = await ground.see(actor, activity);
        deskOnly(seen, actor, one);
        const asked = await findCorrection(tx, input.correctionId, true);
        if (asked?.status !== "open") throw new Refusal("not-allowed-now", "这条申请已经答复过了。");
        const at = clock.now();
        const minutes = input.minutes ?? asked.minutes;
        if (input.accept) {
          checkMost(minutes, lengthOf(shift));
          await settling.setMinutes(tx, {
            activity,
            kind: seen.kind,
            shift,
            one,
            minutes,
            by: "corrected",
            actor,
            reason: input.answer,
          });
          await settling.recount(tx, activity, actor);
        }
        await tx.sql
          .updateTable("hour_corrections")
          .set({
            status: input.accept ? "accepted" : "refused",
            minutes: input.accept ? minutes : asked.minutes,
            decided_id: actor.accountId,
            decided_by: actor.name,
            decided_at: at,
            answer: input.answer,
          })
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", asked.id)
          .execute();
        await appendEvents(tx, [
          {
            subjectType: "hour-correction",
            subjectId: asked.id,
            seq: 2,
            type: input.accept ? "accept" : "refuse",
            actor: doerOf(actor),
            at,
            data: { signUpId: one.id, had: one.minutes, minutes: input.accept ? minutes : null, answer: input.answer },
          },
        ]);
        tellLater(tx, {
          accountIds: [one.accountId],
          title: input.accept ? `时长已更正：${activity.matter.title}` : `时长没有更正：${activity.matter.title}`,
          text: input.accept
            ? `“${activity.matter.title}”的时长更正为 ${minutes} 分钟：${input.answer}`
            : `“${activity.matter.title}”的时长没有更正：${input.answer}`,
          activityId: activity.matter.id,
          at,
          sourceKey: `${asked.id}/decided`,
        });
        const decided = await findCorrection(tx, asked.id);
        if (!decided) throw notFound("这条更正申请");
        return viewOf(decided);
      });
    },

    corrections: async (
      actor: Actor,
      query: {
        readonly status: "open" | "decided";
        readonly activity?: string | undefined;
        readonly cursor?: string | undefined;
        readonly limit: number;
      },
    ) => {
      const tree = await forest.tree(actor.tenant);
      const cursor = readCursor(query.cursor, "time");
      const rows = await db.inTenant(actor.tenant, async (tx) => {
        const found = await sql<CorrectionRow>`${selected}
          where c.tenant_id = ${tx.tenant} and ${deskCondition(actor, tree, "activity")}
            and ${query.status === "open" ? sql`c.status = 'open'` : sql`c.status <> 'open'`}
            ${query.activity ? sql`and c.activity_id = ${query.activity}` : sql``}
            ${cursor ? sql`and (c.asked_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql``}
          order by c.asked_at desc, c.id desc limit ${query.limit + 1}`.execute(tx.sql);
        return found.rows;
      });
      const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.asked_at.toISOString(), row.id]);
      return { items: page.map(viewOf), nextCursor };
    },
  };

  async function deskOf(tx: Tx, placeId: string, actor: Actor): Promise<string[]> {
    const { pack } = await deps.packs.current(tx.tenant);
    const roles = Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes("activity.edit"));
    const found = await nearestHolders(tx, await forest.tree(tx.tenant), roles, placeId);
    return found.filter((id) => id !== actor.accountId);
  }
};
export type Hours = ReturnType<typeof createHours>;
