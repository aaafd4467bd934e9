/** SQL of patrols: routes with points, squads, rounds. */
import type { RoundStatus } from "@ginkgo/shared/api/patrols.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { RoundTime } from "./patrol-model.ts";

export interface PointRow {
  readonly id: string;
  readonly name: string;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly code: string;
}

export interface RouteRow {
  readonly id: string;
  readonly kind: string;
  readonly nodeId: string;
  readonly name: string;
  readonly times: readonly RoundTime[];
  readonly plannedUntil: string | null;
  readonly open: boolean;
  readonly version: number;
  readonly points: readonly PointRow[];
}

const pointsOf = sql<PointRow[]>`coalesce((
  select json_agg(json_build_object('id', p.id, 'name', p.name, 'lng', p.lng, 'lat', p.lat, 'code', p.code) order by p.position)
  from patrol_points p where p.tenant_id = t.tenant_id and p.route_id = t.id and p.open), '[]')`;

export const listRoutes = async (tx: Tx, where: readonly RawBuilder<boolean>[]): Promise<RouteRow[]> => {
  let select = tx.sql
    .selectFrom("patrol_routes as t")
    .select([
      "t.id",
      "t.kind",
      "t.node_id as nodeId",
      "t.name",
      "t.times",
      "t.planned_until as plannedUntil",
      "t.open",
      "t.version",
      pointsOf.as("points"),
    ])
    .where("t.tenant_id", "=", tx.tenant);
  for (const condition of where) select = select.where(condition);
  const rows = await select.orderBy("t.name").orderBy("t.id").limit(500).execute();
  return rows as unknown as RouteRow[];
};

export const findRoute = async (tx: Tx, id: string): Promise<RouteRow | undefined> =>
  (await listRoutes(tx, [sql<boolean>`t.id = ${id}`]))[0];

/** Beginning a round and changing the route take turns. */
export const lockRoute = async (tx: Tx, id: string): Promise<RouteRow | undefined> => {
  await tx.sql
    .selectFrom("patrol_routes")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .forUpdate()
    .execute();
  return findRoute(tx, id);
};

export interface SquadRow {
  readonly id: string;
  readonly nodeId: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly open: boolean;
  readonly version: number;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const squadPeople = sql<SquadRow["people"]>`coalesce((
  select json_agg(json_build_object('id', p.account_id, 'name', p.account_name) order by p.account_name, p.account_id)
  from squad_people p where p.tenant_id = q.tenant_id and p.squad_id = q.id), '[]')`;

export const listSquads = async (tx: Tx, where: readonly RawBuilder<boolean>[]): Promise<SquadRow[]> => {
  let select = tx.sql
    .selectFrom("squads as q")
    .select([
      "q.id",
      "q.node_id as nodeId",
      "q.name",
      "q.team_id as teamId",
      "q.open",
      "q.version",
      squadPeople.as("people"),
    ])
    .where("q.tenant_id", "=", tx.tenant);
  for (const condition of where) select = select.where(condition);
  const rows = await select.orderBy("q.name").orderBy("q.id").limit(500).execute();
  return rows as unknown as SquadRow[];
};

export const findSquad = async (tx: Tx, id: string): Promise<SquadRow | undefined> =>
  (await listSquads(tx, [sql<boolean>`q.id = ${id}`]))[0];

/** Squads someone belongs to: named in them, or a member of their team. */
export const belongsTo = (accountId: string, nodeIds: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(q.team_id = any(${[...nodeIds]}::uuid[]) or exists (
    select from squad_people p where p.tenant_id = q.tenant_id and p.squad_id = q.id and p.account_id = ${accountId}))`;

export const setSquadPeople = async (
  tx: Tx,
  id: string,
  people: readonly { id: string; name: string }[],
): Promise<void> => {
  await tx.sql.deleteFrom("squad_people").where("tenant_id", "=", tx.tenant).where("squad_id", "=", id).execute();
  if (people.length > 0)
    await tx.sql
      .insertInto("squad_people")
      .values(people.map((one) => ({ tenant_id: tx.tenant, squad_id: id, account_id: one.id, account_name: one.name })))
      .execute();
};

export interface RoundRow {
  readonly id: string;
  readonly routeId: string;
  readonly kind: string;
  readonly nodeId: string;
  readonly squadId: string | null;
  readonly plannedAt: Date | null;
  readonly beginUntil: Date | null;
  readonly startedAt: Date | null;
  readonly endUntil: Date | null;
  readonly endedAt: Date | null;
  readonly status: RoundStatus;
  readonly needed: number;
  readonly ticked: number;
  readonly note: string | null;
  readonly version: number;
  readonly routeName: string;
  readonly squadName: string | null;
  readonly at: Date;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

const roundPeople = sql<RoundRow["people"]>`coalesce((
  select json_agg(json_build_object('id', p.account_id, 'name', p.account_name) order by p.account_name, p.account_id)
  from patrol_round_people p where p.tenant_id = o.tenant_id and p.round_id = o.id), '[]')`;

export const selectRounds = (tx: Tx) =>
  tx.sql
    .selectFrom("patrol_rounds as o")
    .innerJoin("patrol_routes as t", (join) =>
      join.onRef("t.tenant_id", "=", "o.tenant_id").onRef("t.id", "=", "o.route_id"),
    )
    .leftJoin("squads as q", (join) => join.onRef("q.tenant_id", "=", "o.tenant_id").onRef("q.id", "=", "o.squad_id"))
    .select([
      "o.id",
      "o.route_id as routeId",
      "o.kind",
      "o.node_id as nodeId",
      "o.squad_id as squadId",
      "o.planned_at as plannedAt",
      "o.begin_until as beginUntil",
      "o.started_at as startedAt",
      "o.end_until as endUntil",
      "o.ended_at as endedAt",
      "o.status",
      "o.points_needed as needed",
      "o.points_ticked as ticked",
      "o.note",
      "o.version",
      "t.name as routeName",
      "q.name as squadName",
      sql<Date>`coalesce(o.planned_at, o.started_at)`.as("at"),
      roundPeople.as("people"),
    ])
    .where("o.tenant_id", "=", tx.tenant);
export const asRound = (row: object): RoundRow => row as RoundRow;

export const findRound = async (tx: Tx, id: string): Promise<RoundRow | undefined> => {
  const row = await selectRounds(tx).where("o.id", "=", id).executeTakeFirst();
  return row && asRound(row);
};

export const lockRound = async (tx: Tx, id: string): Promise<void> => {
  await tx.sql
    .selectFrom("patrol_rounds")
    .select("id")
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .forUpdate()
    .execute();
};

export const walkAlong = (tx: Tx, roundId: string, person: { readonly id: string; readonly name: string }) =>
  tx.sql
    .insertInto("patrol_round_people")
    .values({ tenant_id: tx.tenant, round_id: roundId, account_id: person.id, account_name: person.name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const ticksOf = async (tx: Tx, roundId: string): Promise<Map<string, Date>> => {
  const rows = await tx.sql
    .selectFrom("patrol_ticks")
    .select(["point_id", "at"])
    .where("tenant_id", "=", tx.tenant)
    .where("round_id", "=", roundId)
    .execute();
  return new Map(rows.map(({ point_id, at }) => [point_id, at]));
};

/** Points of a route, those that are closed now but were ticked in this round included. */
export const pointsOfRound = async (tx: Tx, round: Pick<RoundRow, "id" | "routeId">): Promise<PointRow[]> =>
  tx.sql
    .selectFrom("patrol_points as p")
    .select(["p.id", "p.name", "p.lng", "p.lat", "p.code"])
    .where("p.tenant_id", "=", tx.tenant)
    .where("p.route_id", "=", round.routeId)
    .where(
      sql<boolean>`(p.open or exists (select from patrol_ticks k
        where k.tenant_id = p.tenant_id and k.round_id = ${round.id} and k.point_id = p.id))`,
    )
    .orderBy("p.position")
    .execute();

export const findingsOf = (tx: Tx, roundId: string) =>
  tx.sql
    .selectFrom("patrol_findings as f")
    .leftJoin("patrol_points as p", (join) =>
      join.onRef("p.tenant_id", "=", "f.tenant_id").onRef("p.id", "=", "f.point_id"),
    )
    .select(["f.id", "f.words", "f.at", "p.name as point"])
    .where("f.tenant_id", "=", tx.tenant)
    .where("f.round_id", "=", roundId)
    .orderBy("f.at")
    .orderBy("f.id")
    .execute();
