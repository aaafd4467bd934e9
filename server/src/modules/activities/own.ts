/** One's own hours, and the calendar of one's own or of an area. */
import type { CalendarEntry, MinutesBy, MyHour, SignUpStatus } from "@ginkgo/shared/api/activities.ts";
import { sql } from "kysely";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { deskCondition, mattersUnder } from "../matters/index.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { kindOf } from "./model.ts";

interface HourRow {
  readonly sign_up_id: string;
  readonly activity_id: string;
  readonly shift_id: string;
  readonly title: string;
  readonly kind: string;
  readonly venue: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly minutes: number;
  readonly minutes_by: string;
  readonly final_at: Date | null;
}

interface EntryRow {
  readonly id: string;
  readonly activity_id: string;
  readonly title: string;
  readonly kind: string;
  readonly tone: string;
  readonly venue: string;
  readonly place: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly cancelled: boolean;
  readonly capacity: number;
  readonly taken: number;
  readonly status: string | null;
}

const longestDays = 62;
const mostEntries = 500;

export const createOwn = ({ db, clock, packs, forest }: ActivitiesDeps) => ({
  hours: async (
    actor: Actor,
    query: { readonly year?: number | undefined; readonly cursor?: string | undefined; readonly limit: number },
  ) => {
    const { pack } = await packs.current(actor.tenant);
    const cursor = readCursor(query.cursor, "time");
    const now = clock.now();
    const inYear = query.year
      ? sql`and extract(year from s.starts_at at time zone 'Asia/Shanghai') = ${query.year}`
      : sql``;
    return db.inTenant(actor.tenant, async (tx) => {
      const from = sql`
        from sign_ups u
        join activity_shifts s on s.tenant_id = u.tenant_id and s.id = u.shift_id
        join matters m on m.tenant_id = u.tenant_id and m.id = u.activity_id
        join activities a on a.tenant_id = u.tenant_id and a.matter_id = u.activity_id
        where u.tenant_id = ${tx.tenant} and u.account_id = ${actor.accountId} and u.minutes > 0 ${inYear}`;
      const { rows: months } = await sql<{ month: string; minutes: number; final: number; times: number }>`
        select to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, sum(u.minutes)::int as minutes,
          coalesce(sum(u.minutes) filter (where u.final_at <= ${now}), 0)::int as final, count(*)::int as times
        ${from} group by 1 order by 1 desc`.execute(tx.sql);
      const { rows } = await sql<HourRow>`
        select u.id as sign_up_id, u.activity_id, u.shift_id, m.title, m.kind, a.venue, s.starts_at, s.ends_at, u.minutes,
          u.minutes_by, u.final_at
        ${from} ${cursor ? sql`and (s.starts_at, u.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql``}
        order by s.starts_at desc, u.id desc limit ${query.limit + 1}`.execute(tx.sql);
      const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.starts_at.toISOString(), row.sign_up_id]);
      const items: MyHour[] = page.map((row) => ({
        signUpId: row.sign_up_id,
        activityId: row.activity_id,
        shiftId: row.shift_id,
        title: row.title,
        kindLabel: kindOf(pack, row.kind)?.label ?? row.kind,
        place: row.venue,
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        minutes: row.minutes,
        minutesBy: row.minutes_by as MinutesBy,
        finalAt: row.final_at?.toISOString() ?? null,
        final: row.final_at !== null && row.final_at <= now,
        certificate: kindOf(pack, row.kind)?.certificate ?? false,
      }));
      const total = (read: (one: (typeof months)[number]) => number) => months.reduce((sum, one) => sum + read(one), 0);
      return {
        items,
        nextCursor,
        minutes: total(({ minutes }) => minutes),
        finalMinutes: total(({ final }) => final),
        times: total(({ times }) => times),
        months: months.map(({ month, minutes, times }) => ({ month, minutes, times })),
      };
    });
  },

  calendar: async (
    actor: Actor,
    query: {
      readonly whose: "mine" | "area";
      readonly from: string;
      readonly to: string;
      readonly under?: string | undefined;
    },
  ) => {
    const from = new Date(query.from);
    const to = new Date(query.to);
    if (!(from < to)) throw invalid("to", "结束日期要晚于开始日期。");
    if (to.getTime() - from.getTime() > longestDays * 24 * 3_600_000)
      throw invalid("to", `一次最多看 ${longestDays} 天，请缩小范围。`);
    const { pack } = await packs.current(actor.tenant);
    const tree = await forest.tree(actor.tenant);
    if (query.under && !tree.get(query.under)) throw invalid("under", "没有这个地方，请重新选择。");
    const whose =
      query.whose === "mine"
        ? sql`u.status in ('signed', 'waiting', 'present', 'done')`
        : sql`(m.visibility in ('public', 'place') or ${deskCondition(actor, tree, "activity")})`;
    const under = query.under ? sql`and ${mattersUnder(tree, query.under)}` : sql``;
    return db.inTenant(actor.tenant, async (tx) => {
      const { rows } = await sql<EntryRow>`
        select s.id, s.activity_id, m.title, m.kind, m.tone, a.venue, s.place, s.starts_at, s.ends_at, s.cancelled, s.capacity,
          s.taken, u.status
        from activity_shifts s
        join matters m on m.tenant_id = s.tenant_id and m.id = s.activity_id
        join activities a on a.tenant_id = s.tenant_id and a.matter_id = s.activity_id
        left join sign_ups u on u.tenant_id = s.tenant_id and u.shift_id = s.id and u.account_id = ${actor.accountId}
          and u.status not in ('withdrawn', 'refused')
        where s.tenant_id = ${tx.tenant} and s.starts_at < ${to} and s.ends_at > ${from} and ${whose} ${under}
        order by s.starts_at, s.id limit ${mostEntries + 1}`.execute(tx.sql);
      const items: CalendarEntry[] = rows.slice(0, mostEntries).map((row) => ({
        shiftId: row.id,
        activityId: row.activity_id,
        title: row.title,
        kindLabel: kindOf(pack, row.kind)?.label ?? row.kind,
        place: row.place ? `${row.venue} ${row.place}` : row.venue,
        startsAt: row.starts_at.toISOString(),
        endsAt: row.ends_at.toISOString(),
        cancelled: row.cancelled,
        capacity: row.capacity,
        taken: row.taken,
        mine: row.status as SignUpStatus | null,
        tone: row.tone,
      }));
      return { items, more: rows.length > mostEntries };
    });
  },
});
