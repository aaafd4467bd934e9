/**
 * One's own calendar as an iCalendar feed. Its address is a keyed hash over a number: renewing counts the number up, and the
 * address before is answered no longer. Nothing that is secret is stored.
 */
import type { FastifyInstance } from "fastify";
import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { ActivitiesDeps, Appointment } from "./deps.ts";

const keptDays = 180;
const mostEvents = 1000;

interface EventRow {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly venue: string;
  readonly place: string;
  readonly organiser: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly cancelled: boolean;
  readonly sequence: number;
  readonly status: string;
  readonly version: number;
  readonly signed_at: Date;
  readonly changed_at: Date;
}

const eventsOf = async (tx: Tx, accountId: string, now: Date): Promise<EventRow[]> => {
  const since = new Date(now.getTime() - keptDays * 24 * 3_600_000);
  const { rows } = await sql<EventRow>`
    select u.id, m.title, a.words, a.venue, s.place, a.organiser, a.lng, a.lat, s.starts_at, s.ends_at, s.cancelled, s.sequence,
      u.status, u.version, u.signed_at, greatest(u.changed_at, s.changed_at) as changed_at
    from sign_ups u
    join activity_shifts s on s.tenant_id = u.tenant_id and s.id = u.shift_id
    join activities a on a.tenant_id = u.tenant_id and a.matter_id = u.activity_id
    join matters m on m.tenant_id = u.tenant_id and m.id = u.activity_id
    where u.tenant_id = ${tx.tenant} and u.account_id = ${accountId} and s.ends_at > ${since}
    order by s.starts_at, u.id limit ${mostEvents}`.execute(tx.sql);
  return rows;
};

const statusOf = ({ cancelled, status }: EventRow): ICalEventStatus => {
  if (cancelled || status === "withdrawn" || status === "refused") return ICalEventStatus.CANCELLED;
  return status === "waiting" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
};

const appointmentsOf = async (
  tx: Tx,
  asked: ActivitiesDeps["appointments"],
  accountId: string,
  now: Date,
): Promise<Appointment[]> => {
  const [from, to] = [-keptDays, keptDays].map((days) => new Date(now.getTime() + days * 24 * 3_600_000));
  const found: Appointment[] = [];
  if (from && to) for (const ask of asked) found.push(...(await ask(tx, accountId, from, to)));
  return found;
};

/** One event for each sign-up. Both the shift and one's own place in it may change it; neither ever counts down. */
export const calendarText = (name: string, rows: readonly EventRow[], dates: readonly Appointment[]): string => {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Ginkgo", product: "Activities", language: "ZH" },
    ttl: 3600,
    // Moments stand in universal time, which every calendar shows in its own; this only says where they are meant.
    x: { "X-WR-TIMEZONE": "Asia/Shanghai" },
  });
  for (const row of rows)
    calendar.createEvent({
      id: `${row.id}@ginkgo`,
      sequence: row.sequence + row.version - 1,
      start: row.starts_at,
      end: row.ends_at,
      stamp: row.changed_at,
      created: row.signed_at,
      lastModified: row.changed_at,
      status: statusOf(row),
      summary: row.status === "waiting" ? `（候补）${row.title}` : row.title,
      description: `${row.organiser}\n${row.words}`,
      location: {
        title: row.place ? `${row.venue} ${row.place}` : row.venue,
        ...(row.lat !== null && row.lng !== null ? { geo: { lat: row.lat, lon: row.lng } } : {}),
      },
    });
  // What is called off leaves the feed, and the calendars that follow it.
  for (const { id, title, place, startsAt, endsAt } of dates)
    calendar.createEvent({ id: `${id}@ginkgo`, start: startsAt, end: endsAt, summary: title, location: place });
  return calendar.toString();
};

const notThere = () => new Refusal("not-found", "这个日历地址不存在或已更换，请在“我的日历”里重新复制。");

export const createFeed = ({ db, clock, sealer, packs, appointments }: ActivitiesDeps) => {
  const pathOf = (tenant: string, accountId: string, number: number): string =>
    `/api/v1/calendar/${tenant}/${accountId}.${sealer.sign(`calendar/${tenant}/${accountId}/${number}`)}.ics`;

  const rowOf = (tx: Tx, accountId: string) =>
    tx.sql
      .selectFrom("calendar_feeds")
      .select(["number", "active", "since"])
      .where("tenant_id", "=", tx.tenant)
      .where("account_id", "=", accountId)
      .executeTakeFirst();

  return {
    own: (actor: Actor) =>
      db.inTenant(actor.tenant, async (tx) => {
        const row = await rowOf(tx, actor.accountId);
        if (!row?.active) return { path: null, since: null };
        return { path: pathOf(tx.tenant, actor.accountId, row.number), since: row.since.toISOString() };
      }),

    renew: (actor: Actor) =>
      db.inTenant(actor.tenant, async (tx) => {
        const since = clock.now();
        const { number } = await tx.sql
          .insertInto("calendar_feeds")
          .values({ tenant_id: tx.tenant, account_id: actor.accountId, number: 1, active: true, since })
          .onConflict((conflict) =>
            conflict
              .columns(["tenant_id", "account_id"])
              .doUpdateSet({ number: sql`calendar_feeds.number + 1`, active: true, since }),
          )
          .returning("number")
          .executeTakeFirstOrThrow();
        return { path: pathOf(tx.tenant, actor.accountId, number), since: since.toISOString() };
      }),

    drop: (actor: Actor) =>
      db.inTenant(actor.tenant, async (tx) => {
        await tx.sql
          .updateTable("calendar_feeds")
          .set({ active: false, number: sql`number + 1` })
          .where("tenant_id", "=", tx.tenant)
          .where("account_id", "=", actor.accountId)
          .execute();
        return { done: true as const };
      }),

    /** Whoever has the address reads it: a calendar program cannot sign in. */
    text: async (tenant: string, accountId: string, signature: string): Promise<string> => {
      if (!(await packs.tenants()).some((one) => one.tenant === tenant)) throw notThere();
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(accountId)) throw notThere();
      const { pack } = await packs.current(tenant);
      return db.inTenant(tenant, async (tx) => {
        const row = await rowOf(tx, accountId);
        const known = row?.active && sealer.verify(`calendar/${tenant}/${accountId}/${row.number}`, signature);
        if (!known) throw notThere();
        const { status } = await tx.sql
          .selectFrom("accounts")
          .select("status")
          .where("tenant_id", "=", tenant)
          .where("id", "=", accountId)
          .executeTakeFirstOrThrow();
        if (status !== "active") throw notThere();
        const now = clock.now();
        const dates = await appointmentsOf(tx, appointments, accountId, now);
        return calendarText(`${pack.brand} 我的日程`, await eventsOf(tx, accountId, now), dates);
      });
    },
  };
};
export type Feed = ReturnType<typeof createFeed>;

export const feedRoute = (app: FastifyInstance, feed: Pick<Feed, "text">): void => {
  app.get<{ Params: { tenant: string; file: string } }>("/api/v1/calendar/:tenant/:file", async (request, reply) => {
    const [, accountId = "", signature = ""] = /^([0-9a-f-]{36})\.([\w-]{43})\.ics$/.exec(request.params.file) ?? [];
    const text = await feed.text(request.params.tenant, accountId, signature);
    return reply
      .type("text/calendar; charset=utf-8")
      .header("cache-control", "private, max-age=300")
      .header("content-disposition", 'inline; filename="activities.ics"')
      .send(text);
  });
};
