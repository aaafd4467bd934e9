/** Shifts are made of the template ahead of time, each once, however often this runs. */
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { accountsNamed } from "../identity/index.ts";
import { tellLater } from "../notify/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { shiftsBetween, shiftText } from "./model.ts";
import { linesOf, lockRota, type RotaRow } from "./rota-repo.ts";
import { insertShifts } from "./shift-repo.ts";

const usualAhead = 28;
const aheadOf = (pack: Pack, kind: string): number =>
  Object.hasOwn(pack.rotas, kind) ? (pack.rotas[kind]?.aheadDays ?? usualAhead) : usualAhead;
const later = (a: string, b: string): string => (a > b ? a : b);

/** The rota is locked by the caller. Nothing is made of what has already begun. */
export const makeShifts = async (tx: Tx, pack: Pack, rota: RotaRow, now: Date): Promise<number> => {
  const today = dayOf(now);
  const until = addDays(today, aheadOf(pack, rota.kind));
  const from = later(rota.madeUntil ? addDays(rota.madeUntil, 1) : rota.startsOn, today);
  if (rota.ended || from > until) return 0;
  const { shifts, turnAt } = shiftsBetween(rota, await linesOf(tx, rota.id), from, until);
  const coming = shifts.filter(({ startsAt }) => startsAt > now);
  const names = await accountsNamed(
    tx,
    coming.flatMap(({ people }) => people),
  );
  const made = await insertShifts(tx, rota, coming, names);
  await tx.sql
    .updateTable("rotas")
    .set({ made_until: until, turn_at: turnAt })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", rota.id)
    .execute();
  return made;
};

const remindHours = 20;

export const createMaking = ({ db, clock, packs }: DutiesDeps) => {
  const makeAll = async (tenant: string): Promise<void> => {
    const { pack } = await packs.current(tenant);
    const now = clock.now();
    const rotas = await db.inTenant(tenant, (tx) =>
      tx.sql
        .selectFrom("rotas")
        .select(["id", "kind", "made_until"])
        .where("tenant_id", "=", tenant)
        .where("ended", "=", false)
        .execute(),
    );
    const due = rotas.filter(
      ({ kind, made_until }) => made_until === null || made_until < addDays(dayOf(now), aheadOf(pack, kind)),
    );
    for (const { id } of due)
      await db.inTenant(tenant, async (tx) => {
        const rota = await lockRota(tx, id);
        if (rota) await makeShifts(tx, pack, rota, now);
      });
  };

  /** Told once, some hours before: the row says so before the message goes out, both in one transaction. */
  const remind = (tenant: string): Promise<void> =>
    db.inTenant(tenant, async (tx) => {
      const now = clock.now();
      const until = new Date(now.getTime() + remindHours * 3_600_000);
      const { rows } = await sql<{
        shift_id: string;
        account_id: string;
        name: string;
        place: string;
        label: string;
        starts_at: Date;
        ends_at: Date;
      }>`
        update shift_people p set told_at = ${now}
        from shifts s join rotas r on r.tenant_id = s.tenant_id and r.id = s.rota_id
        where p.tenant_id = ${tenant} and s.tenant_id = p.tenant_id and s.id = p.shift_id and p.told_at is null
          and s.status = 'planned' and s.starts_at > ${now} and s.starts_at <= ${until}
        returning p.shift_id, p.account_id, r.name, r.place, s.label, s.starts_at, s.ends_at`.execute(tx.sql);
      tellLater(
        tx,
        rows.map((row) => ({
          accountIds: [row.account_id],
          title: `值班提醒：${row.name}`,
          text: `${shiftText({ startsAt: row.starts_at, endsAt: row.ends_at })}${row.label ? `“${row.label}”` : ""}由您值班${row.place ? `，地点：${row.place}` : ""}。`,
          weight: "normal" as const,
          matter: { id: row.shift_id, type: "duty" },
          at: now,
          sourceKey: `duty/${row.shift_id}/remind`,
        })),
      );
    });

  return {
    makeAll,
    sweep: async (): Promise<void> => {
      for (const { tenant } of await packs.tenants()) {
        await makeAll(tenant);
        await remind(tenant);
      }
    },
  };
};
