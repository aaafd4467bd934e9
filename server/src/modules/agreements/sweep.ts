/**
 * What the calendar does by itself: reminds before the end of an agreement, before an item is due and before a meeting, says
 * what is late, ends what is over. A reminder is a row: given once, whatever is stopped and started again.
 */
import { addDays, dayOf, minutesAt, minutesOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { lockMatter } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import type { AgreementsDeps } from "./deps.ts";
import { audienceOf } from "./items.ts";
import { everyone, titleOf, whenWhere } from "./meetings-model.ts";
import { attendeesOf, meetingOf, selectMeetings } from "./meetings-repo.ts";
import { monthsLater } from "./model.ts";
import { agreementsOf, findAgreement } from "./repo.ts";
import { announce } from "./telling.ts";

const atOnce = 200;
/** A reminder that something is late. */
const lateMark = -1;
/** Of a meeting: the day before. Of a series: some days before the next round is due. */
const meetingDays = 1;
const roundDays = 14;
const postponeLog = "an agreement could not be ended; trying again later";

interface Ground {
  readonly pack: Pack;
  readonly tree: Tree;
  readonly now: Date;
  readonly today: string;
}

/** Keeps that it was said; answers whether nobody had said it before. */
const keepSaid = async (tx: Tx, subjectId: string, dueOn: string, days: number, at: Date): Promise<boolean> =>
  (await tx.sql
    .insertInto("agreed_reminders")
    .values({ tenant_id: tx.tenant, subject_id: subjectId, due_on: dueOn, days, at })
    .onConflict((conflict) => conflict.columns(["tenant_id", "subject_id", "due_on", "days"]).doNothing())
    .returning("days")
    .executeTakeFirst()) !== undefined;

/** Of several marks that have been passed only the nearest is said. */
const nearest = (marks: readonly number[], left: number): number | undefined =>
  marks.filter((mark) => left <= mark).sort((a, b) => a - b)[0];

/** What has been said of this day at its nearest mark is left out, so that a sweep reads little. */
const unsaid = (alias: string, day: string, marks: readonly number[], today: string) => {
  const [id, due] = [sql.ref(`${alias}.id`), sql.ref(`${alias}.${day}`)];
  return sql<boolean>`not exists (select 1 from agreed_reminders r where r.tenant_id = ${sql.ref(`${alias}.tenant_id`)}
    and r.subject_id = ${id} and r.due_on = ${due}
    and r.days = (select min(mark) from unnest(${[...marks]}::int[]) mark where mark >= ${due} - ${today}::date))`;
};

const leftWords = (left: number): string => (left === 0 ? "今天" : left === 1 ? "明天" : `还有 ${left} 天`);

export const createSweep = (deps: AgreementsDeps) => {
  const { db, clock, packs, forest, matters, log } = deps;

  const remindOfEnds = (tenant: string, { today, now, pack }: Ground, marks: readonly number[]) =>
    db.inTenant(tenant, async (tx) => {
      if (marks.length === 0 || !pack.agreements) return;
      const { rows } = await sql<{ id: string; to_on: string; left: number }>`
        select a.id, a.to_on, (a.to_on - ${today}::date) as left from agreements a
        where a.tenant_id = ${tenant} and a.in_force and a.to_on >= ${today}::date
          and a.to_on <= ${addDays(today, Math.max(...marks))}::date and ${unsaid("a", "to_on", marks, today)}
        order by a.to_on, a.id limit ${atOnce}`.execute(tx.sql);
      for (const { id, to_on, left } of rows) {
        const mark = nearest(marks, left);
        if (mark === undefined || !(await keepSaid(tx, id, to_on, mark, now))) continue;
        const one = await findAgreement(tx, id);
        if (!one) continue;
        announce(tx, {
          about: { type: "agreement", id },
          title: `协议即将到期：${one.matter.title}`,
          text: `共建协议“${one.matter.title}”${to_on} 到期（${leftWords(left)}），请商量是否续签。`,
          at: now,
          to: {
            bodies: one.parties.filter(({ isBody }) => isBody).map(({ nodeId }) => nodeId),
            desk: one.matter.subject.placeId,
          },
          key: `${id}/ends/${to_on}/${mark}`,
        });
      }
    });

  const remindOfItems = (tenant: string, { today, now, tree }: Ground, days: readonly number[]) =>
    db.inTenant(tenant, async (tx) => {
      const marks = [...days, lateMark];
      const { rows } = await sql<{
        id: string;
        due_on: string;
        left: number;
        what: string;
        node_id: string;
        owner_node_id: string | null;
        owner_id: string | null;
        owner_name: string;
      }>`
        select i.id, i.due_on, (i.due_on - ${today}::date) as left, i.what, i.node_id, i.owner_node_id, i.owner_id, i.owner_name
        from agreed_items i where i.tenant_id = ${tenant} and i.state = 'open'
          and i.due_on <= ${addDays(today, Math.max(lateMark, ...marks))}::date
          and not exists (select 1 from agreed_reminders r where r.tenant_id = i.tenant_id and r.subject_id = i.id
            and r.due_on = i.due_on and r.days = (case when i.due_on < ${today}::date then ${lateMark}::int else
              (select min(mark) from unnest(${marks}::int[]) mark where mark >= i.due_on - ${today}::date) end))
        order by i.due_on, i.id limit ${atOnce}`.execute(tx.sql);
      for (const row of rows) {
        const late = row.left < 0;
        const mark = late ? lateMark : nearest(days, row.left);
        if (mark === undefined || !(await keepSaid(tx, row.id, row.due_on, mark, now))) continue;
        const audience = audienceOf({ ownerNodeId: row.owner_node_id, ownerId: row.owner_id }, tree);
        announce(tx, {
          about: { type: "agreed-item", id: row.id },
          title: `${late ? "事项已逾期" : "事项快到期"}：${row.what}`,
          text: late
            ? `“${row.what}”应在 ${row.due_on} 前完成（${row.owner_name}），已经逾期，请尽快办理并登记。`
            : `“${row.what}”${row.due_on} 前要完成（${leftWords(row.left)}），完成后请登记。`,
          urgent: late,
          at: now,
          to: late ? { ...audience, desk: row.node_id } : audience,
          key: `${row.id}/due/${row.due_on}/${mark}`,
        });
      }
    });

  const remindOfMeetings = (tenant: string, { today, now }: Ground) =>
    db.inTenant(tenant, async (tx) => {
      const until = new Date(now.getTime() + meetingDays * 24 * 3_600_000);
      const rows = await selectMeetings(tx)
        .where("j.status", "=", "planned")
        .where("j.starts_at", ">", now)
        .where("j.starts_at", "<=", until)
        .orderBy("j.starts_at")
        .limit(atOnce)
        .execute();
      const attendees = await attendeesOf(
        tx,
        rows.map(({ id }) => id),
      );
      for (const row of rows) {
        const one = meetingOf(row);
        if (!(await keepSaid(tx, one.id, dayOf(one.startsAt), meetingDays, now))) continue;
        const coming = (attendees.get(one.id) ?? []).filter(({ answer }) => answer !== "declined");
        announce(tx, {
          about: { type: "meeting", id: one.id },
          title: `会议提醒：${titleOf(one)}`,
          text: `“${one.title}”：${whenWhere(one)}。`,
          at: now,
          to: everyone(coming),
          key: `${one.id}/soon/${dayOf(one.startsAt)}`,
        });
      }
      await remindOfRounds(tx, today, now);
    });

  /** The last round of a series was so long ago that the next is due, and nobody has called it. */
  const remindOfRounds = async (tx: Tx, today: string, now: Date) => {
    const rows = await selectMeetings(tx)
      .where("j.status", "=", "held")
      .where("j.every_months", ">", 0)
      .where(
        sql<boolean>`j.starts_at + make_interval(months => j.every_months) <= ${now}::timestamptz + make_interval(days => ${roundDays})`,
      )
      .where(sql<boolean>`not exists (select 1 from joint_meetings n where n.tenant_id = j.tenant_id
        and n.series_id = j.series_id and n.round > j.round)`)
      .where(sql<boolean>`not exists (select 1 from agreed_reminders r where r.tenant_id = j.tenant_id and r.subject_id = j.id
        and r.days = ${roundDays}::int)`)
      .limit(atOnce)
      .execute();
    for (const row of rows) {
      const one = meetingOf(row);
      const due = monthsLater(dayOf(one.startsAt), one.everyMonths);
      if (!(await keepSaid(tx, one.id, due, roundDays, now))) continue;
      announce(tx, {
        about: { type: "meeting", id: one.id },
        title: `该召集第 ${one.round + 1} 次会议了`,
        text: `“${one.title}”每 ${one.everyMonths} 个月一次，下一次应在 ${due} 前后${due < today ? "，已经过了" : ""}，请召集。`,
        at: now,
        to: { desk: one.nodeId },
        key: `${one.id}/next`,
      });
    }
  };

  const endOver = async (tenant: string, { today }: Ground): Promise<void> => {
    const ids = await db.inTenant(tenant, async (tx) =>
      (
        await tx.sql
          .selectFrom("agreements")
          .select("id")
          .where("tenant_id", "=", tenant)
          .where("in_force", "=", true)
          .where("to_on", "<", today)
          .orderBy("to_on")
          .limit(atOnce)
          .execute()
      ).map(({ id }) => id),
    );
    for (const id of ids)
      await db
        .inTenant(tenant, async (tx) => {
          const matter = await lockMatter(tx, id);
          const [one] = matter ? await agreementsOf(tx, [matter]) : [];
          if (!one?.inForce || one.to >= today) return;
          const { agreements } = await packs.at(tenant, one.matter.packVersion);
          if (agreements) await matters.moving.actByItself(tx, one.matter, agreements.over, { termOver: 1 });
        })
        .catch((error: unknown) => log.error({ err: error, agreementId: id }, postponeLog));
  };

  return async (): Promise<void> => {
    for (const { tenant } of await packs.tenants()) {
      const { pack } = await packs.current(tenant);
      if (!pack.agreements) continue;
      const now = clock.now();
      const ground: Ground = { pack, tree: await forest.tree(tenant), now, today: dayOf(now) };
      await endOver(tenant, ground);
      // Nobody is woken by a reminder.
      const [opens] = pack.calendar.hours[0] ?? ["09:00"];
      if (minutesAt(now) < minutesOf(opens)) continue;
      await remindOfEnds(tenant, ground, pack.agreements.remindDays);
      await remindOfItems(tenant, ground, pack.agreements.itemDays);
      await remindOfMeetings(tenant, ground);
    }
  };
};
