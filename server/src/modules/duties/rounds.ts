/** A round: begun, joined, ticked off point by point, ended. What is written down is that a point was passed and when. */
import type { PatrolRoundView } from "@ginkgo/shared/api/patrols.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { tellLater } from "../notify/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround, deskAt, noteChange, notNow } from "./ground.ts";
import { codeIn, neededOf, outcomeOf, patrolKind } from "./patrol-model.ts";
import { creditRound } from "./patrol-points.ts";
import { lockRound, lockRoute, pointsOfRound, type RoundRow, selectRounds, walkAlong } from "./patrol-repo.ts";
import { squadsOf, walks } from "./patrol-routes.ts";
import { createRoundReading, fullView, roundIn } from "./round-reading.ts";
import { mayEdit, type Viewing } from "./view.ts";

const usualMinutes = 240;
/** A planned round may begin this long before its time. */
const earlyMinutes = 60;

export const createRounds = (deps: DutiesDeps) => {
  const { db, points } = deps;
  const ground = createGround(deps);

  /** A round one walks, locked, while it is under way. */
  const walking = async (tx: Tx, viewing: Viewing, id: string): Promise<RoundRow> => {
    await lockRound(tx, id);
    const { one, mine } = await roundIn(tx, viewing, id);
    if (one.status !== "under-way") throw notNow("这一轮巡逻已经结束，请重新开始一轮。");
    if (!mine) throw notNow("您还没有加入这一轮巡逻，请先加入。");
    return one;
  };

  const startPlanned = async (tx: Tx, viewing: Viewing, roundId: string, routeId: string, endUntil: Date) => {
    const { now } = viewing;
    await lockRound(tx, roundId);
    const { one, joins } = await roundIn(tx, viewing, roundId);
    if (one.routeId !== routeId || !joins) throw notFound("这一轮巡逻");
    if (one.status === "under-way") throw notNow("这一轮已经有人开始了，请直接加入。");
    if (one.status !== "planned") throw notNow("这一轮已经结束，请另开一轮。");
    if (one.plannedAt && one.plannedAt.getTime() - now.getTime() > earlyMinutes * 60_000)
      throw notNow(`还没有到时间，最多提前 ${earlyMinutes} 分钟开始。`);
    await tx.sql
      .updateTable("patrol_rounds")
      .set({ status: "under-way", started_at: now, end_until: endUntil, version: one.version + 1 })
      .where("tenant_id", "=", tx.tenant)
      .where("id", "=", roundId)
      .execute();
    return one.version + 1;
  };

  const sameRound = async (tx: Tx, routeId: string, squadId: string | null, accountId: string) => {
    const row = await selectRounds(tx)
      .where("o.route_id", "=", routeId)
      .where("o.status", "=", "under-way")
      .where(
        squadId
          ? sql<boolean>`o.squad_id = ${squadId}`
          : sql<boolean>`exists (select from patrol_round_people p where p.tenant_id = o.tenant_id
              and p.round_id = o.id and p.account_id = ${accountId})`,
      )
      .executeTakeFirst();
    return row !== undefined;
  };

  return {
    ...createRoundReading(deps),

    begin: async (call: Call<Actor>, given: { routeId: string; roundId?: string; squadId?: string }) => {
      const { actor } = call;
      const viewing = await ground(actor);
      const { now, pack } = viewing;
      return db.once(actor.tenant, call.request, async (tx) => {
        const route = await lockRoute(tx, given.routeId);
        const squads = await squadsOf(tx, actor);
        const own = route ? walks(viewing, route, squads) : [];
        if (!route?.open || (own.length === 0 && !mayEdit(viewing, route.nodeId))) throw notFound("这条巡逻路线");
        if (given.squadId && !own.some(({ id }) => id === given.squadId))
          throw invalid("squadId", "您不在这支巡逻队里，请重新选择。");
        const kind = patrolKind(pack, route.kind);
        const endUntil = new Date(now.getTime() + (kind?.mostMinutes ?? usualMinutes) * 60_000);
        const me = { id: actor.accountId, name: actor.name };
        let id = given.roundId;
        let version = 1;
        if (id) version = await startPlanned(tx, viewing, id, route.id, endUntil);
        else {
          const squadId = given.squadId ?? own[0]?.id ?? null;
          if (await sameRound(tx, route.id, squadId, me.id))
            throw notNow("这条路线上你们已经有一轮正在巡逻，请直接加入或继续。");
          id = newId();
          await tx.sql
            .insertInto("patrol_rounds")
            .values({
              tenant_id: tx.tenant,
              id,
              route_id: route.id,
              kind: route.kind,
              node_id: route.nodeId,
              squad_id: squadId,
              started_at: now,
              end_until: endUntil,
              status: "under-way",
              points_needed: neededOf(kind, route.points.length),
            })
            .execute();
        }
        await walkAlong(tx, id, me);
        await noteChange(tx, { type: "patrol-round", id, seq: version }, "begun", actor, now);
        return fullView(tx, viewing, id);
      });
    },

    join: async (call: Call<Actor>, id: string): Promise<PatrolRoundView> => {
      const { actor } = call;
      const viewing = await ground(actor);
      return db.once(actor.tenant, call.request, async (tx) => {
        await lockRound(tx, id);
        const { one, joins } = await roundIn(tx, viewing, id);
        if (!joins) throw notFound("这一轮巡逻");
        if (one.status !== "under-way") throw notNow("这一轮巡逻现在不能加入，请刷新后再看。");
        await walkAlong(tx, id, { id: actor.accountId, name: actor.name });
        return fullView(tx, viewing, id);
      });
    },

    /** Ticked twice is ticked once. A code of another route and one there is none of are told alike. */
    tick: async (call: Call<Actor>, id: string, scanned: string): Promise<PatrolRoundView> => {
      const viewing = await ground(call.actor);
      const code = codeIn(scanned);
      return db.once(call.actor.tenant, call.request, async (tx) => {
        const one = await walking(tx, viewing, id);
        const point = (await pointsOfRound(tx, one)).find((stop) => stop.code === code);
        if (!point)
          throw new Refusal(
            "not-allowed-now",
            "这个码不是这条路线上的点位，请对准点位牌上的码再扫，或者核对后重新输入。",
          );
        const inserted = await tx.sql
          .insertInto("patrol_ticks")
          .values({ tenant_id: tx.tenant, round_id: id, point_id: point.id, at: viewing.now })
          .onConflict((conflict) => conflict.doNothing())
          .returning("point_id")
          .execute();
        if (inserted.length > 0)
          await tx.sql
            .updateTable("patrol_rounds")
            .set({ points_ticked: one.ticked + 1, version: one.version + 1 })
            .where("tenant_id", "=", tx.tenant)
            .where("id", "=", id)
            .execute();
        return fullView(tx, viewing, id);
      });
    },

    find: async (
      call: Call<Actor>,
      id: string,
      given: { words: string; pointId?: string },
    ): Promise<PatrolRoundView> => {
      const viewing = await ground(call.actor);
      return db.once(call.actor.tenant, call.request, async (tx) => {
        const one = await walking(tx, viewing, id);
        const stops = await pointsOfRound(tx, one);
        if (given.pointId && !stops.some((stop) => stop.id === given.pointId))
          throw invalid("pointId", "这条路线上没有这个点位，请重新选择。");
        await tx.sql
          .insertInto("patrol_findings")
          .values({
            tenant_id: tx.tenant,
            id: newId(),
            round_id: id,
            point_id: given.pointId ?? null,
            words: given.words.trim(),
            at: viewing.now,
          })
          .execute();
        return fullView(tx, viewing, id);
      });
    },

    end: async (call: Call<Actor>, id: string, note: string | undefined): Promise<PatrolRoundView> => {
      const { actor } = call;
      const viewing = await ground(actor);
      const { now, pack, tree } = viewing;
      return db.once(actor.tenant, call.request, async (tx) => {
        const one = await walking(tx, viewing, id);
        const status = outcomeOf(one);
        await tx.sql
          .updateTable("patrol_rounds")
          .set({ status, ended_at: now, note: note?.trim() || null, version: one.version + 1 })
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", id)
          .execute();
        await noteChange(tx, { type: "patrol-round", id, seq: one.version + 1 }, status, actor, now);
        if (status === "done") await creditRound(tx, points, { ...one, endedAt: now }, actor);
        else
          tellLater(tx, [
            {
              accountIds: (await deskAt(tx, pack, tree, one.nodeId)).filter((desk) => desk !== actor.accountId),
              title: `巡逻有漏点：${one.routeName}`,
              text: `应巡 ${one.needed} 个点，巡了 ${one.ticked} 个${note?.trim() ? `：${note.trim()}` : "。"}`,
              weight: "urgent",
              matter: { id, type: "patrol" },
              at: now,
              sourceKey: `patrol/${id}/short`,
            },
          ]);
        return fullView(tx, viewing, id);
      });
    },
  };
};
export type Rounds = ReturnType<typeof createRounds>;
