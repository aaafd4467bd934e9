/** Rounds are planned a week ahead by the rhythm of their route, each once; those nobody begins are missed, and told. */
import { addDays, dayOf, spanWords } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { type Notice, tellLater } from "../notify/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { deskAt, noteChange } from "./ground.ts";
import { neededOf, outcomeOf, patrolKind, roundsBetween } from "./patrol-model.ts";
import { creditRound } from "./patrol-points.ts";
import { asRound, listRoutes, lockRoute, type RoundRow, type RouteRow, selectRounds } from "./patrol-repo.ts";

const aheadDays = 7;
const batch = 100;
const system = { accountId: null, name: "系统" };
const usual = { graceMinutes: 60 };

/** The route is locked by the caller. */
export const planRounds = async (tx: Tx, pack: Pack, route: RouteRow, now: Date): Promise<void> => {
  const today = dayOf(now);
  const until = addDays(today, aheadDays);
  const next = route.plannedUntil ? addDays(route.plannedUntil, 1) : today;
  const from = next > today ? next : today;
  if (!route.open || from > until) return;
  const kind = patrolKind(pack, route.kind);
  const grace = (kind ?? usual).graceMinutes * 60_000;
  const coming = roundsBetween(route.times, from, until).filter(({ plannedAt }) => plannedAt > now);
  if (coming.length > 0)
    await tx.sql
      .insertInto("patrol_rounds")
      .values(
        coming.map(({ plannedAt, squadId }) => ({
          tenant_id: tx.tenant,
          id: newId(),
          route_id: route.id,
          kind: route.kind,
          node_id: route.nodeId,
          squad_id: squadId,
          planned_at: plannedAt,
          begin_until: new Date(plannedAt.getTime() + grace),
          status: "planned",
          points_needed: neededOf(kind, route.points.length),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  await tx.sql
    .updateTable("patrol_routes")
    .set({ planned_until: until })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", route.id)
    .execute();
};

export const createPlanning = ({ db, clock, packs, forest, points }: DutiesDeps) => {
  const planAll = async (tenant: string): Promise<void> => {
    const { pack } = await packs.current(tenant);
    const now = clock.now();
    const due = await db.inTenant(tenant, (tx) =>
      listRoutes(tx, [
        sql<boolean>`t.open and jsonb_array_length(t.times) > 0
          and (t.planned_until is null or t.planned_until < ${addDays(dayOf(now), aheadDays)})`,
      ]),
    );
    for (const { id } of due)
      await db.inTenant(tenant, async (tx) => {
        const route = await lockRoute(tx, id);
        if (route) await planRounds(tx, pack, route, now);
      });
  };

  const late = async (tx: Tx, now: Date): Promise<RoundRow[]> => {
    const rows = await selectRounds(tx)
      .where((eb) =>
        eb.or([
          eb.and([eb("o.status", "=", "planned"), eb("o.begin_until", "<=", now)]),
          eb.and([eb("o.status", "=", "under-way"), eb("o.end_until", "<=", now)]),
        ]),
      )
      .orderBy("o.id")
      .limit(batch)
      .forUpdate("o")
      .skipLocked()
      .execute();
    return rows.map(asRound);
  };

  const settle = async (tx: Tx, pack: Pack, round: RoundRow, now: Date): Promise<Notice> => {
    const missed = round.status === "planned";
    const status = missed ? "missed" : outcomeOf(round);
    await tx.sql
      .updateTable("patrol_rounds")
      .set({ status, version: round.version + 1, ...(missed ? {} : { ended_at: round.endUntil }) })
      .where("tenant_id", "=", tx.tenant)
      .where("id", "=", round.id)
      .execute();
    await noteChange(tx, { type: "patrol-round", id: round.id, seq: round.version + 1 }, status, system, now);
    if (status === "done") await creditRound(tx, points, { ...round, endedAt: round.endUntil }, system);
    const desk = await deskAt(tx, pack, await forest.tree(tx.tenant), round.nodeId);
    const when = spanWords(round.at, round.at).split("–")[0] ?? "";
    const text = missed
      ? `${when}的一轮没有人去巡${round.squadName ? `（${round.squadName}）` : ""}。`
      : `${when}的一轮没有按时结束，已自动结束：应巡 ${round.needed} 个点，巡了 ${round.ticked} 个。`;
    return {
      accountIds: missed || status === "short" ? desk : [],
      title: missed ? `漏巡：${round.routeName}` : `巡逻有漏点：${round.routeName}`,
      text,
      weight: "urgent",
      matter: { id: round.id, type: "patrol" },
      at: now,
      sourceKey: `patrol/${round.id}/${status}`,
    };
  };

  return async (): Promise<void> => {
    const now = clock.now();
    for (const { tenant } of await packs.tenants()) {
      await planAll(tenant);
      const { pack } = await packs.current(tenant);
      let count = 0;
      do {
        count = await db.inTenant(tenant, async (tx) => {
          const rounds = await late(tx, now);
          const notices: Notice[] = [];
          for (const round of rounds) notices.push(await settle(tx, pack, round, now));
          tellLater(tx, notices);
          return rounds.length;
        });
      } while (count === batch);
    }
  };
};
