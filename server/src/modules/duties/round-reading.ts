/** Reading rounds: one with its points, lists for the desk and for those who walk. */
import type { PatrolRound, PatrolRoundView, RoundStatus } from "@ginkgo/shared/api/patrols.ts";
import { addDays, dayOf, instantOf } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import { notFound } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { within } from "../org/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround } from "./ground.ts";
import { patrolKind, statusLabels } from "./patrol-model.ts";
import {
  asRound,
  findingsOf,
  findRound,
  findRoute,
  pointsOfRound,
  type RoundRow,
  type SquadRow,
  selectRounds,
  ticksOf,
} from "./patrol-repo.ts";
import { squadsOf, walks } from "./patrol-routes.ts";
import { mayEdit, maySee, nodeRef, type Viewing } from "./view.ts";

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

export const roundIn = async (tx: Tx, viewing: Viewing, id: string) => {
  const one = await findRound(tx, id);
  if (!one) throw notFound("这一轮巡逻");
  const mine = one.people.some((person) => person.id === viewing.actor.accountId);
  const joins = mine || (await mayJoin(tx, viewing, one, await squadsOf(tx, viewing.actor)));
  if (!joins && !maySee(viewing, one.nodeId)) throw notFound("这一轮巡逻");
  return { one, mine, joins };
};

export const fullView = async (tx: Tx, viewing: Viewing, id: string): Promise<PatrolRoundView> => {
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

export const createRoundReading = (deps: DutiesDeps) => {
  const { db } = deps;
  const ground = createGround(deps);
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
  };
};
