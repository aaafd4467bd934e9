/** Certificates of service hours: a snapshot of final hours with a seal over it, which anyone who has the code can check. */
import { randomInt } from "node:crypto";
import type { CertificateView, MinutesBy, VerifiedCertificate } from "@ginkgo/shared/api/activities.ts";
import { addDays, daysBetween, instantOf } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import { maskName } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { ActivitiesDeps } from "./deps.ts";

interface Line {
  readonly signUpId: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: string;
  readonly minutes: number;
  readonly minutesBy: MinutesBy;
}

interface Row {
  readonly id: string;
  readonly code: string;
  readonly account_id: string;
  readonly name: string;
  readonly from_day: string;
  readonly to_day: string;
  readonly minutes: number;
  readonly lines: unknown;
  readonly issuer: string;
  readonly issued_at: Date;
  readonly seal: string;
}

const columns = [
  "id",
  "code",
  "account_id",
  "name",
  "from_day",
  "to_day",
  "minutes",
  "lines",
  "issuer",
  "issued_at",
  "seal",
] as const;

const letters = "23456789abcdefghjkmnpqrstuvwxyz";
/** The place stands in the code, so that whoever checks it need not say where it is from. */
const newCode = (tenant: string): string =>
  `${tenant}-${Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join("")}`;

const mostLines = 2000;
const mostDays = 366 * 5;

/** Everything that stands on the paper, in one text: JSON as the database keeps it has no order of its own. */
const sealedText = (tenant: string, row: Omit<Row, "seal" | "id">): string =>
  JSON.stringify([
    "certificate.v1",
    tenant,
    row.code,
    row.account_id,
    row.name,
    row.from_day,
    row.to_day,
    row.minutes,
    (row.lines as Line[]).map((line) => [
      line.signUpId,
      line.title,
      line.place,
      line.startsAt,
      line.minutes,
      line.minutesBy,
    ]),
    row.issuer,
    row.issued_at.toISOString(),
  ]);

const viewOf = (row: Row): CertificateView => ({
  code: row.code,
  name: row.name,
  from: row.from_day,
  to: row.to_day,
  minutes: row.minutes,
  lines: (row.lines as Line[]).map(({ title, place, startsAt, minutes, minutesBy }) => ({
    title,
    place,
    startsAt,
    minutes,
    minutesBy,
  })),
  issuedAt: row.issued_at.toISOString(),
  issuer: row.issuer,
});

export const createCertificates = ({ db, clock, sealer, packs }: ActivitiesDeps) => {
  /** What is final by now and of a kind whose hours are certified, by the day of the shift in China. */
  const linesOf = async (tx: Tx, accountId: string, kinds: string[], from: string, to: string): Promise<Line[]> => {
    const { rows } = await sql<{
      id: string;
      title: string;
      venue: string;
      starts_at: Date;
      minutes: number;
      minutes_by: MinutesBy;
    }>`
      select u.id, m.title, a.venue, s.starts_at, u.minutes, u.minutes_by
      from sign_ups u
      join activity_shifts s on s.tenant_id = u.tenant_id and s.id = u.shift_id
      join activities a on a.tenant_id = u.tenant_id and a.matter_id = u.activity_id
      join matters m on m.tenant_id = u.tenant_id and m.id = u.activity_id
      where u.tenant_id = ${tx.tenant} and u.account_id = ${accountId} and u.minutes > 0 and u.final_at <= ${clock.now()}
        and m.kind = any(${kinds}::text[]) and s.starts_at >= ${instantOf(from, 0)} and s.starts_at < ${instantOf(addDays(to, 1), 0)}
      order by s.starts_at, u.id limit ${mostLines + 1}`.execute(tx.sql);
    return rows.map((row) => ({
      signUpId: row.id,
      title: row.title,
      place: row.venue,
      startsAt: row.starts_at.toISOString(),
      minutes: row.minutes,
      minutesBy: row.minutes_by,
    }));
  };

  return {
    issue: async (call: Call<Actor>, { from, to }: { readonly from: string; readonly to: string }) => {
      const { actor } = call;
      if (to < from) throw invalid("to", "结束日期不能早于开始日期。");
      if (daysBetween(from, to) > mostDays) throw invalid("to", "一次最多开五年的证明，请分开开具。");
      const { pack } = await packs.current(actor.tenant);
      const kinds = Object.keys(pack.activities).filter((id) => pack.activities[id]?.certificate);
      return db.once(actor.tenant, call.request, async (tx) => {
        const lines = await linesOf(tx, actor.accountId, kinds, from, to);
        if (lines.length > mostLines)
          throw invalid("from", `这段时间的记录超过 ${mostLines} 条，请缩短时间，分几张开具。`);
        if (lines.length === 0)
          throw new Refusal("conflict", "这段时间没有可以证明的服务时长；公示期内的时长要等公示结束。");
        const unsealed = {
          code: newCode(tx.tenant),
          account_id: actor.accountId,
          name: actor.name,
          from_day: from,
          to_day: to,
          minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
          lines,
          issuer: `${pack.name}“${pack.brand}”志愿服务记录`,
          issued_at: clock.now(),
        };
        const row: Row = { ...unsealed, id: newId(), seal: sealer.sign(sealedText(tx.tenant, unsealed)) };
        await tx.sql
          .insertInto("service_certificates")
          .values({ ...row, tenant_id: tx.tenant, lines: JSON.stringify(lines) })
          .execute();
        return viewOf(row);
      });
    },

    list: (actor: Actor, query: { readonly cursor?: string | undefined; readonly limit: number }) =>
      db.inTenant(actor.tenant, async (tx) => {
        const cursor = readCursor(query.cursor, "time");
        let select = tx.sql
          .selectFrom("service_certificates")
          .select(columns)
          .where("tenant_id", "=", tx.tenant)
          .where("account_id", "=", actor.accountId);
        if (cursor)
          select = select.where(sql<boolean>`(issued_at, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
        const rows = await select
          .orderBy("issued_at", "desc")
          .orderBy("id", "desc")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows, query.limit, (row) => [row.issued_at.toISOString(), row.id]);
        return {
          items: page.map((row) => {
            const { lines: _lines, ...view } = viewOf(row);
            return view;
          }),
          nextCursor,
        };
      }),

    own: (actor: Actor, code: string): Promise<CertificateView> =>
      db.inTenant(actor.tenant, async (tx) => {
        const row = await tx.sql
          .selectFrom("service_certificates")
          .select(columns)
          .where("tenant_id", "=", tx.tenant)
          .where("code", "=", code)
          .where("account_id", "=", actor.accountId)
          .executeTakeFirst();
        if (!row) throw notFound("这张证明");
        return viewOf(row);
      }),

    verify: async (given: string): Promise<VerifiedCertificate> => {
      const code = given.trim().toLowerCase();
      const tenant = code.slice(0, Math.max(0, code.lastIndexOf("-")));
      const there = (await packs.tenants()).some((one) => one.tenant === tenant);
      if (!there) throw notFound("这张证明");
      return db.inTenant(tenant, async (tx) => {
        const row = await tx.sql
          .selectFrom("service_certificates")
          .select(columns)
          .where("tenant_id", "=", tx.tenant)
          .where("code", "=", code)
          .executeTakeFirst();
        if (!row) throw notFound("这张证明");
        const lines = row.lines as unknown as Line[];
        const { rows: now } = await sql<{ id: string; minutes: number | null }>`
          select id, minutes from sign_ups
          where tenant_id = ${tx.tenant} and id = any(${lines.map(({ signUpId }) => signUpId)}::uuid[])`.execute(
          tx.sql,
        );
        const minutes = new Map(now.map((one) => [one.id, one.minutes ?? 0]));
        const same = lines.every((line) => minutes.get(line.signUpId) === line.minutes);
        const genuine = sealer.verify(sealedText(tx.tenant, row), row.seal);
        return {
          code: row.code,
          state: genuine ? (same ? "valid" : "corrected") : "broken",
          maskedName: maskName(row.name),
          from: row.from_day,
          to: row.to_day,
          minutes: row.minutes,
          minutesNow: [...minutes.values()].reduce((sum, one) => sum + one, 0),
          activities: lines.length,
          issuedAt: row.issued_at.toISOString(),
          issuer: row.issuer,
        };
      });
    },
  };
};
