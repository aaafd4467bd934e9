/** A round: begun, joined, ticked off point by point, ended. What is written down is that a point was passed and when. */
import type { PatrolRound, PatrolRoundView, RoundStatus } from "@ginkgo/shared/api/patrols.ts";
import { addDays, dayOf, instantOf } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { invalid, notFound, Refusal } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { tellLater } from "../notify/index.ts";
import { within } from "../org/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround, deskAt, noteChange, notNow } from "./ground.ts";
import { codeIn, neededOf, outcomeOf, patrolKind, statusLabels } from "./patrol-model.ts";
import { creditRound } from "./patrol-points.ts";
import {
  asRound,
  findingsOf,
  findRound,
  findRoute,
  lockRound,
  lockRoute,
  pointsOfRound,
  type RoundRow,
  type SquadRow,
  selectRounds,
  ticksOf,
  walkAlong,
} from "./patrol-repo.ts";
import { squadsOf, walks } from "./patrol-routes.ts";
import { mayEdit, maySee, nodeRef, type Viewing } from "./view.ts";

const usualMinutes = 240;
/** A planned round may begin this long before its time. */
const earlyMinutes = 60;

export interface RoundQuery {
  readonly under?: string;
  readonly route?: string;
  readonly status?: RoundStatus;
  readonly from?: string;
  readonly to?: string;
  readonly box: "desk" | "mine";
  readonly cursor?: string;
  readonly limit: number;
}

export const createRounds = (deps: DutiesDeps) => {
  const { db, points } = deps;
  const ground = createGround(deps);

  const roundView = ({ actor, pack, tree }: Viewing, one: RoundRow): PatrolRound => {
    const kind = patrolKind(pack, one.kind);
    return {
      id: one.id,
      route: {
        id: one.routeId,
        name: one.routeName,
        kindLabel: kind?.label ?? "巡逻",
        category: kind?.category ?? null,
      },
      node: nodeRef(tree, one.nodeId),
      squad: one.squadName,
      plannedAt: one.plannedAt?.toISOString() ?? null,
      startedAt: one.startedAt?.toISOString() ?? null,
      endedAt: one.endedAt?.toISOString() ?? null,
      status: one.status,
      statusLabel: statusLabels[one.status],
      needed: one.needed,
      ticked: one.ticked,
      people: one.people.map(({ name }) => name),
      note: one.note,
      mine: one.people.some(({ id }) => id === actor.accountId),
      version: one.version,
    };
  };

  /** Whether someone could walk it: their squad's, or nobody's in particular on a route they walk. */
  const mayJoin = async (tx: Tx, viewing: Viewing, one: RoundRow, squads: readonly SquadRow[]): Promise<boolean> => {
    if (mayEdit(viewing, one.nodeId)) return true;
    if (one.squadId) return squads.some(({ id }) => id === one.squadId);
    const route = await findRoute(tx, one.routeId);
    return route !== undefined && walks(viewing, route, squads).length > 0;
  };

  const roundIn = async (tx: Tx, viewing: Viewing, id: string) => {
    const one = await findRound(tx, id);
    if (!one) throw notFound("这一轮巡逻");
    const mine = one.people.some((person) => person.id === viewing.actor.accountId);
    const joins = mine || (await mayJoin(tx, viewing, one, await squadsOf(tx, viewing.actor)));
    if (!joins && !maySee(viewing, one.nodeId)) throw notFound("这一轮巡逻");
    return { one, mine, joins };
  };

  const fullView = async (tx: Tx, viewing: Viewing, id: string): Promise<PatrolRoundView> => {
    const { one, mine, joins } = await roundIn(tx, viewing, id);
    const ticks = await ticksOf(tx, id);
    const stops = await pointsOfRound(tx, one);
    const findings = await findingsOf(tx, id);
    const underWay = one.status === "under-way";
    return {
      ...roundView(viewing, one),
      // The code stands at the point: who has not been there does not get it here.
      points: stops.map((point) => ({ ...point, code: null, tickedAt: ticks.get(point.id)?.toISOString() ?? null })),
      findings: findings.map(({ id: found, words, point, at }) => ({ id: found, words, point, at: at.toISOString() })),
      may: { walk: underWay && mine, join: underWay && !mine && joins },
    };
  };

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
    list: async (actor: Actor, query: RoundQuery) => {
      const viewing = await ground(actor);
      const { tree, now } = viewing;
      const after = readCursor(query.cursor, "time");
      return db.inTenant(actor.tenant, async (tx) => {
        let select = selectRounds(tx);
        if (query.box === "desk") {
          const scope = [...scopeOf(actor, "duty.read"), ...scopeOf(actor, "duty.edit")];
          select = select
            .where(within(tree, scope, "o.node_id"))
            // What is planned for later stands in the plan; the list tells what was or should have been.
            .where(sql<boolean>`coalesce(o.planned_at, o.started_at) < ${instantOf(addDays(dayOf(now), 1), 0)}`);
        } else {
          const squads = await squadsOf(tx, actor);
          const ids = squads.map(({ id }) => id);
          const near = within(
            tree,
            squads.map(({ nodeId }) => nodeId),
            "o.node_id",
          );
          select = select
            .where(
              sql<boolean>`(o.squad_id = any(${ids}::uuid[]) or (o.squad_id is null and ${near}) or exists (
                select from patrol_round_people p where p.tenant_id = o.tenant_id and p.round_id = o.id
                  and p.account_id = ${actor.accountId}))`,
            )
            .where(sql<boolean>`coalesce(o.planned_at, o.started_at) < ${instantOf(addDays(dayOf(now), 1), 0)}`);
        }
        if (query.status) select = select.where("o.status", "=", query.status);
        if (query.route) select = select.where("o.route_id", "=", query.route);
        if (query.under) select = select.where(within(tree, tree.get(query.under) ? [query.under] : [], "o.node_id"));
        const at = sql<Date>`coalesce(o.planned_at, o.started_at)`;
        if (query.from) select = select.where(at, ">=", instantOf(query.from, 0));
        if (query.to) select = select.where(at, "<", instantOf(addDays(query.to, 1), 0));
        if (after) select = select.where(sql<boolean>`(${at}, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
        const rows = await select
          .orderBy(at, "desc")
          .orderBy("o.id", "desc")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows.map(asRound), query.limit, (last) => [
          last.at.toISOString(),
          last.id,
        ]);
        return { items: page.map((one) => roundView(viewing, one)), nextCursor };
      });
    },

    one: async (actor: Actor, id: string): Promise<PatrolRoundView> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, (tx) => fullView(tx, viewing, id));
    },

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
