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
 * Rows of work that `insights` counts, by name: each source yields `tenant_id, kind, node_id, at, amount, person_id`, one row
 * a deed, only deeds that took place. `person_id` is null where nobody is named. Use as `select count(*) from (source) d
 * where d.tenant_id = … and d.node_id = any(…) and d.at >= … and d.at < …`; all, `sum(amount)`, `count(distinct person_id)`
 * and `count(distinct node_id)` make sense.
 */
export const dutySources: Readonly<Record<string, RawBuilder<unknown>>> = {
  /** Finished rounds; amount: points ticked. */
  "patrol-round": sql`select tenant_id, kind, node_id, started_at as at, points_ticked as amount, null::uuid as person_id
    from patrol_rounds where status in ('done', 'short')`,
  /** Points passed. */
  "patrol-tick": sql`select k.tenant_id, o.kind, o.node_id, k.at, 1 as amount, null::uuid as person_id
    from patrol_ticks k join patrol_rounds o on o.tenant_id = k.tenant_id and o.id = k.round_id`,
  /** People's parts in finished rounds: who patrolled. */
  "patrol-turn": sql`select p.tenant_id, o.kind, o.node_id, o.started_at as at, 1 as amount, p.account_id as person_id
    from patrol_round_people p join patrol_rounds o on o.tenant_id = p.tenant_id and o.id = p.round_id
    where o.status in ('done', 'short')`,
  /** Visits at which the person was met; who: the visitor. */
  "care-visit": sql`select tenant_id, kind, node_id, at, 1 as amount, account_id as person_id
    from care_entries where type = 'visit'`,
  /** People visited: one row for each visit, counted once by whom they are. */
  "care-person": sql`select tenant_id, kind, node_id, at, 1 as amount, plan_id as person_id
    from care_entries where type = 'visit'`,
  /** People who came to be visited. */
  "care-plan": sql`select tenant_id, kind, node_id, created_at as at, 1 as amount, null::uuid as person_id from care_plans`,
  /** Bookings that took place; amount: minutes. */
  booking: sql`select k.tenant_id, b.kind, b.node_id, k.starts_at as at,
      (extract(epoch from k.ends_at - k.starts_at) / 60)::int as amount, k.account_id as person_id
    from bookings k join bookable_places b on b.tenant_id = k.tenant_id and b.id = k.place_id where k.status = 'done'`,
  /** People's shifts on duty; amount: minutes. A shift counts from its begin. */
  "duty-shift": sql`select p.tenant_id, s.kind, s.node_id, s.starts_at as at,
      (extract(epoch from s.ends_at - s.starts_at) / 60)::int as amount, p.account_id as person_id
    from shift_people p join shifts s on s.tenant_id = p.tenant_id and s.id = p.shift_id where s.status = 'planned'`,
};

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
