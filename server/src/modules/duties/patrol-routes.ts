/** Patrol routes with their points: what a desk sets up. */
import type { PatrolRoute, PatrolTime } from "@ginkgo/shared/api/patrols.ts";
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { newId } from "../../platform/ids.ts";
import { invalid, notFound, Refusal, stale } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { within } from "../org/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround, noteChange } from "./ground.ts";
import { neededOf, newPointCode, patrolKind } from "./patrol-model.ts";
import {
  belongsTo,
  findRoute,
  listRoutes,
  listSquads,
  lockRoute,
  type RouteRow,
  type SquadRow,
} from "./patrol-repo.ts";
import { planRounds } from "./planning.ts";
import { mayEdit, maySee, nodeRef, type Viewing } from "./view.ts";

interface RouteDraft {
  readonly name: string;
  readonly times: readonly PatrolTime[];
  readonly points: readonly {
    readonly id?: string;
    readonly name: string;
    readonly lng: number | null;
    readonly lat: number | null;
  }[];
}
const sameName = (error: unknown): never => {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === "23505" && constraint === "patrol_routes_name")
    throw new Refusal("conflict", "这里已经有同名的路线，请换一个名称。");
  throw error;
};

export const nodesOf = (actor: Actor): string[] => actor.grants.map(({ nodeId }) => nodeId);

/** Squads walk what lies at their node or below it, and the routes that name them. */
export const walks = ({ tree }: Pick<Viewing, "tree">, route: RouteRow, squads: readonly SquadRow[]): SquadRow[] =>
  squads.filter(
    (squad) => tree.isUnder(route.nodeId, squad.nodeId) || route.times.some(({ squadId }) => squadId === squad.id),
  );

export const squadsOf = (tx: Tx, actor: Actor): Promise<SquadRow[]> =>
  listSquads(tx, [sql<boolean>`q.open`, belongsTo(actor.accountId, nodesOf(actor))]);

export const createPatrolRoutes = (deps: DutiesDeps) => {
  const { db } = deps;
  const ground = createGround(deps);

  const routeView = (viewing: Viewing, route: RouteRow, squads: readonly SquadRow[]): PatrolRoute => {
    const kind = patrolKind(viewing.pack, route.kind);
    const edits = mayEdit(viewing, route.nodeId);
    return {
      id: route.id,
      kind: route.kind,
      kindLabel: kind?.label ?? "巡逻",
      name: route.name,
      node: nodeRef(viewing.tree, route.nodeId),
      trail: viewing.tree.trail(route.nodeId),
      points: route.points.map((point) => ({ ...point, code: edits ? point.code : null })),
      needed: neededOf(kind, route.points.length),
      times: route.times.map(({ days, at, squadId }) => ({ days: [...days], at, squadId })),
      open: route.open,
      mayEdit: edits,
      mayWalk: route.open && (edits || walks(viewing, route, squads).length > 0),
      version: route.version,
    };
  };

  const checkTimes = async (tx: Tx, viewing: Viewing, times: readonly PatrolTime[]): Promise<void> => {
    const ids = [...new Set(times.flatMap(({ squadId }) => squadId ?? []))];
    if (ids.length === 0) return;
    const squads = await listSquads(tx, [sql<boolean>`q.id = any(${ids}::uuid[]) and q.open`]);
    if (squads.length < ids.length || squads.some(({ nodeId }) => !maySee(viewing, nodeId)))
      throw invalid("times", "有巡逻队不存在或已停用，请重新选择。");
  };

  const savePoints = async (tx: Tx, routeId: string, points: RouteDraft["points"], known: ReadonlySet<string>) => {
    await tx.sql
      .updateTable("patrol_points")
      .set({ open: false })
      .where("tenant_id", "=", tx.tenant)
      .where("route_id", "=", routeId)
      .execute();
    for (const [position, { id, name, lng, lat }] of points.entries()) {
      const columns = { name: name.trim(), lng, lat, position, open: true };
      if (id !== undefined && !known.has(id))
        throw invalid(`points[${position}].id`, "这条路线上没有这个点位，请刷新后再改。");
      if (id === undefined)
        await tx.sql
          .insertInto("patrol_points")
          .values({ tenant_id: tx.tenant, id: newId(), route_id: routeId, code: newPointCode(), ...columns })
          .execute();
      else
        await tx.sql
          .updateTable("patrol_points")
          .set(columns)
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", id)
          .execute();
    }
  };

  const shownRoute = async (tx: Tx, viewing: Viewing, id: string): Promise<PatrolRoute> => {
    const route = await findRoute(tx, id);
    if (!route) throw notFound("这条巡逻路线");
    return routeView(viewing, route, []);
  };

  const inScope = (viewing: Viewing, column: string) =>
    within(viewing.tree, [...scopeOf(viewing.actor, "duty.read"), ...scopeOf(viewing.actor, "duty.edit")], column);
  const below = (viewing: Viewing, under: string | undefined, column: string) =>
    under ? [within(viewing.tree, viewing.tree.get(under) ? [under] : [], column)] : [];

  return {
    routes: async (actor: Actor, under: string | undefined): Promise<PatrolRoute[]> => {
      const viewing = await ground(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const squads = await squadsOf(tx, actor);
        const near = within(
          viewing.tree,
          squads.map(({ nodeId }) => nodeId),
          "t.node_id",
        );
        const named = sql<boolean>`exists (select from jsonb_array_elements(t.times) x
          where (x->>'squadId')::uuid = any(${squads.map(({ id }) => id)}::uuid[]))`;
        const routes = await listRoutes(tx, [
          sql<boolean>`(${inScope(viewing, "t.node_id")} or (t.open and (${near} or ${named})))`,
          ...below(viewing, under, "t.node_id"),
        ]);
        return routes.map((route) => routeView(viewing, route, squads));
      });
    },

    addRoute: async (call: Call<Actor>, draft: RouteDraft & { kind: string; nodeId: string }): Promise<PatrolRoute> => {
      const viewing = await ground(call.actor);
      const { tree, pack, now } = viewing;
      const node = tree.get(draft.nodeId);
      if (!node || !mayEdit(viewing, draft.nodeId)) throw notFound("这个地方");
      const kind = patrolKind(pack, draft.kind);
      if (!kind) throw invalid("kind", "没有这一类巡逻，请重新选择。");
      if (node.status !== "active" || !kind.tiers.includes(node.tier))
        throw invalid("nodeId", `“${node.name}”上不能设“${kind.label}”的路线，请选择其他地方。`);
      return db
        .once(call.actor.tenant, call.request, async (tx) => {
          await checkTimes(tx, viewing, draft.times);
          const id = newId();
          await tx.sql
            .insertInto("patrol_routes")
            .values({
              tenant_id: tx.tenant,
              id,
              kind: draft.kind,
              node_id: draft.nodeId,
              name: draft.name.trim(),
              times: JSON.stringify(draft.times),
              created_at: now,
            })
            .execute();
          await savePoints(tx, id, draft.points, new Set());
          const route = await lockRoute(tx, id);
          if (route) await planRounds(tx, pack, route, now);
          await noteChange(tx, { type: "patrol-route", id, seq: 1 }, "added", call.actor, now);
          return shownRoute(tx, viewing, id);
        })
        .catch(sameName);
    },

    changeRoute: async (
      { actor }: Call<Actor>,
      id: string,
      draft: RouteDraft & { version: number; open: boolean },
    ): Promise<PatrolRoute> => {
      const viewing = await ground(actor);
      const { now, pack } = viewing;
      return db
        .inTenant(actor.tenant, async (tx) => {
          const route = await lockRoute(tx, id);
          if (!route || !mayEdit(viewing, route.nodeId)) throw notFound("这条巡逻路线");
          if (route.version !== draft.version) throw stale();
          await checkTimes(tx, viewing, draft.times);
          const known = await tx.sql
            .selectFrom("patrol_points")
            .select("id")
            .where("tenant_id", "=", tx.tenant)
            .where("route_id", "=", id)
            .execute();
          await savePoints(tx, id, draft.points, new Set(known.map((point) => point.id)));
          // Rounds to come are planned anew; what has begun or passed stays.
          await tx.sql
            .deleteFrom("patrol_rounds")
            .where("tenant_id", "=", tx.tenant)
            .where("route_id", "=", id)
            .where("status", "=", "planned")
            .where("planned_at", ">", now)
            .execute();
          await tx.sql
            .updateTable("patrol_routes")
            .set({
              name: draft.name.trim(),
              times: JSON.stringify(draft.times),
              open: draft.open,
              planned_until: addDays(dayOf(now), -1),
              version: route.version + 1,
            })
            .where("tenant_id", "=", tx.tenant)
            .where("id", "=", id)
            .execute();
          const changed = await findRoute(tx, id);
          if (changed) await planRounds(tx, pack, changed, now);
          await noteChange(
            tx,
            { type: "patrol-route", id, seq: route.version + 1 },
            draft.open ? "changed" : "closed",
            actor,
            now,
          );
          return shownRoute(tx, viewing, id);
        })
        .catch(sameName);
    },

    renewCode: async ({ actor, request }: Call<Actor>, routeId: string, pointId: string): Promise<PatrolRoute> => {
      const viewing = await ground(actor);
      return db.once(actor.tenant, request, async (tx) => {
        const route = await lockRoute(tx, routeId);
        if (!route || !mayEdit(viewing, route.nodeId) || !route.points.some(({ id }) => id === pointId))
          throw notFound("这个点位");
        await tx.sql
          .updateTable("patrol_points")
          .set({ code: newPointCode() })
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", pointId)
          .execute();
        await tx.sql
          .updateTable("patrol_routes")
          .set({ version: route.version + 1 })
          .where("tenant_id", "=", tx.tenant)
          .where("id", "=", routeId)
          .execute();
        await noteChange(
          tx,
          { type: "patrol-route", id: routeId, seq: route.version + 1 },
          "code-renewed",
          actor,
          viewing.now,
        );
        return shownRoute(tx, viewing, routeId);
      });
    },
  };
};
export type PatrolRoutes = ReturnType<typeof createPatrolRoutes>;
