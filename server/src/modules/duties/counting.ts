/** Numbers of duties: a patrol's figures on its page, and rows for the figures of a place. */
import type { PatrolFigures } from "@ginkgo/shared/api/patrols.ts";
import { addDays, instantOf } from "@ginkgo/shared/day.ts";
import { type RawBuilder, sql } from "kysely";
import { forbidden, invalid, notFound } from "../../platform/problem.ts";
import { type Actor, scopeOf } from "../authority/index.ts";
import { within } from "../org/index.ts";
import type { DutiesDeps } from "./deps.ts";
import { createGround } from "./ground.ts";

/**
 * Rows of work that figures count, by name: one row a deed, only deeds that took place. `who` is null where nobody is named.
 * Besides the rows their `amount` can be added up, and different people and places counted.
 */
export const dutyRecords = {
  /** Finished rounds; amount: points ticked. */
  "patrol-round": (tenant: string) => sql`select node_id as place_id, started_at as at, kind, points_ticked as amount,
      null::uuid as who
    from patrol_rounds where tenant_id = ${tenant} and status in ('done', 'short')`,
  "patrol-tick": (tenant: string) => sql`select o.node_id as place_id, k.at, o.kind, 1 as amount, null::uuid as who
    from patrol_ticks k join patrol_rounds o on o.tenant_id = k.tenant_id and o.id = k.round_id
    where k.tenant_id = ${tenant}`,
  /** Someone's part in a finished round. */
  "patrol-turn": (tenant: string) => sql`select o.node_id as place_id, o.started_at as at, o.kind, 1 as amount,
      p.account_id as who
    from patrol_round_people p join patrol_rounds o on o.tenant_id = p.tenant_id and o.id = p.round_id
    where p.tenant_id = ${tenant} and o.status in ('done', 'short')`,
  /** Visits at which the person was met. */
  "care-visit": (tenant: string) => sql`select node_id as place_id, at, kind, 1 as amount, account_id as who
    from care_entries where tenant_id = ${tenant} and type = 'visit'`,
  /** The same visits by whom they were paid to: counted as people, each once. */
  "care-person": (tenant: string) => sql`select node_id as place_id, at, kind, 1 as amount, plan_id as who
    from care_entries where tenant_id = ${tenant} and type = 'visit'`,
  "care-plan": (
    tenant: string,
  ) => sql`select node_id as place_id, created_at as at, kind, 1 as amount, null::uuid as who
    from care_plans where tenant_id = ${tenant}`,
  /** Bookings that took place; amount: minutes. */
  booking: (tenant: string) => sql`select b.node_id as place_id, k.starts_at as at, b.kind,
      (extract(epoch from k.ends_at - k.starts_at) / 60)::int as amount, k.account_id as who
    from bookings k join bookable_places b on b.tenant_id = k.tenant_id and b.id = k.place_id
    where k.tenant_id = ${tenant} and k.status = 'done'`,
  /** Someone's shift on duty, from its begin on; amount: minutes. */
  "duty-shift": (tenant: string) => sql`select s.node_id as place_id, s.starts_at as at, s.kind,
      (extract(epoch from s.ends_at - s.starts_at) / 60)::int as amount, p.account_id as who
    from shift_people p join shifts s on s.tenant_id = p.tenant_id and s.id = p.shift_id
    where p.tenant_id = ${tenant} and s.status = 'planned'`,
} satisfies Readonly<Record<string, (tenant: string) => RawBuilder<unknown>>>;

const neglectedShown = 10;

export const createPatrolFigures = (deps: DutiesDeps) => {
  const { db } = deps;
  const ground = createGround(deps);
  return async (actor: Actor, query: { from: string; to: string; under?: string }): Promise<PatrolFigures> => {
    if (query.to < query.from) throw invalid("to", "结束日期不能早于开始日期。");
    const { tree } = await ground(actor);
    const scope = [...scopeOf(actor, "duty.read"), ...scopeOf(actor, "duty.edit")];
    if (scope.length === 0) throw forbidden("查看巡逻情况");
    if (query.under && !tree.get(query.under)) throw notFound("这个地方");
    const from = instantOf(query.from, 0);
    const to = instantOf(addDays(query.to, 1), 0);
    const inside = (column: string) =>
      sql`(${within(tree, scope, column)} and ${query.under ? within(tree, [query.under], column) : sql`true`})`;
    return db.inTenant(actor.tenant, async (tx) => {
      const { rows } = await sql<Omit<PatrolFigures, "neglected">>`
        with r as (
          select * from patrol_rounds where tenant_id = ${tx.tenant} and ${inside("node_id")}
            and coalesce(planned_at, started_at) >= ${from} and coalesce(planned_at, started_at) < ${to}
        ), k as (
          select k.point_id from patrol_ticks k join r on r.id = k.round_id where k.tenant_id = ${tx.tenant}
        )
        select (select count(*) from r where planned_at is not null) as planned,
          (select count(*) from r where status = 'done') as done,
          (select count(*) from r where status = 'short') as short,
          (select count(*) from r where status = 'missed') as missed,
          (select count(*) from k) as ticks,
          (select count(distinct point_id) from k) as covered,
          (select count(*) from patrol_points p join patrol_routes t on t.tenant_id = p.tenant_id and t.id = p.route_id
            where p.tenant_id = ${tx.tenant} and p.open and t.open and ${inside("t.node_id")}) as points,
          (select count(distinct p.account_id) from patrol_round_people p join r on r.id = p.round_id
            where p.tenant_id = ${tx.tenant}) as patrollers,
          (select count(*) from patrol_findings f join r on r.id = f.round_id where f.tenant_id = ${tx.tenant}) as findings`.execute(
        tx.sql,
      );
      const neglected = await sql<{ point: string; route: string; last_at: Date | null }>`
        select p.name as point, t.name as route,
          (select max(k.at) from patrol_ticks k where k.tenant_id = p.tenant_id and k.point_id = p.id) as last_at
        from patrol_points p join patrol_routes t on t.tenant_id = p.tenant_id and t.id = p.route_id
        where p.tenant_id = ${tx.tenant} and p.open and t.open and ${inside("t.node_id")}
        order by last_at nulls first, p.id limit ${neglectedShown}`.execute(tx.sql);
      const [sums] = rows;
      if (!sums) throw notFound("巡逻情况");
      return {
        ...sums,
        neglected: neglected.rows.map(({ point, route, last_at }) => ({
          point,
          route,
          lastAt: last_at?.toISOString() ?? null,
        })),
      };
    });
  };
};
