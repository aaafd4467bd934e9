/** The only SQL of the bulletin and the pages: counts by node, never a query for each. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Span } from "./deps.ts";

export interface NodeCount {
  readonly node_id: string;
  readonly new_people: number;
  readonly new_units: number;
  readonly people: number;
  readonly units: number;
  readonly left_people: number;
}

/** For every node somebody registered with: what came and went in the span, and who was there at its end. */
export const countsByNode = async (tx: Tx, { from, to }: Span): Promise<NodeCount[]> => {
  const { rows } = await sql<NodeCount>`
    select node_id,
      count(account_id) filter (where registered_at >= ${from}) as new_people,
      count(body_id) filter (where registered_at >= ${from}) as new_units,
      count(account_id) filter (where ended_at is null or ended_at >= ${to}) as people,
      count(body_id) filter (where ended_at is null or ended_at >= ${to}) as units,
      count(account_id) filter (where ended_at >= ${from} and ended_at < ${to}) as left_people
    from registrations
    where tenant_id = ${tx.tenant} and registered_at < ${to}
    group by node_id`.execute(tx.sql);
  return rows;
};

export interface DeedCount {
  readonly area_id: string;
  readonly type: string;
  readonly count: number;
}

/** Claims and activities carried through in the span, by community. */
export const deedsByArea = async (tx: Tx, { from, to }: Span): Promise<DeedCount[]> => {
  const { rows } = await sql<DeedCount>`
    select area_id, type, count(*) as count from matters
    where tenant_id = ${tx.tenant} and type in ('claim', 'activity') and tone = 'done' and ended
      and ended_at >= ${from} and ended_at < ${to}
    group by area_id, type`.execute(tx.sql);
  return rows;
};

export interface KindCount {
  readonly kind: string;
  readonly node_id: string;
  readonly active: number;
  readonly waiting: number;
  readonly agreed: number;
}

const kindCounts = sql`r.kind, r.node_id,
  count(*) filter (where r.active) as active,
  count(*) filter (where not r.ended and m.tone = 'waiting') as waiting,
  count(*) filter (where m.unit_sees) as agreed`;

/** Of the registers of these nodes. */
export const kindsAt = async (tx: Tx, communityId: string): Promise<KindCount[]> => {
  const { rows } = await sql<KindCount>`
    select ${kindCounts} from registrations r join matters m on m.tenant_id = r.tenant_id and m.id = r.id
    where r.tenant_id = ${tx.tenant} and r.community_id = ${communityId} and not r.ended
    group by r.kind, r.node_id`.execute(tx.sql);
  return rows;
};

/** Of a unit's people. */
export const kindsOfUnit = async (tx: Tx, unitId: string): Promise<KindCount[]> => {
  const { rows } = await sql<KindCount>`
    select ${kindCounts} from registrations r join matters m on m.tenant_id = r.tenant_id and m.id = r.id
    where r.tenant_id = ${tx.tenant} and m.unit_id = ${unitId} and r.account_id is not null and not r.ended
    group by r.kind, r.node_id`.execute(tx.sql);
  return rows;
};

export const unitsAt = async (tx: Tx, communityId: string): Promise<string[]> => {
  const { rows } = await sql<{ body_id: string }>`
    select distinct body_id from registrations
    where tenant_id = ${tx.tenant} and community_id = ${communityId} and active and body_id is not null`.execute(
    tx.sql,
  );
  return rows.map(({ body_id }) => body_id);
};

/** Claims a unit took on itself, and those of its people as a sum. */
export const claimsOfUnit = async (tx: Tx, unitId: string) => {
  const { rows } = await sql<{ open: number; done: number; people_done: number }>`
    select count(*) filter (where body_id = ${unitId} and not ended) as open,
      count(*) filter (where body_id = ${unitId} and ended and tone = 'done') as done,
      count(*) filter (where unit_id = ${unitId} and ended and tone = 'done') as people_done
    from matters
    where tenant_id = ${tx.tenant} and type = 'claim' and (body_id = ${unitId} or unit_id = ${unitId})`.execute(tx.sql);
  return rows[0] ?? { open: 0, done: 0, people_done: 0 };
};

/** What can be claimed in a community now and may be seen by everyone of the place. */
export const openNeedsAt = async (tx: Tx, communityId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from claimables c join matters m on m.tenant_id = c.tenant_id and m.id = c.id
    where c.tenant_id = ${tx.tenant} and c.open and c.taken < c.places and m.area_id = ${communityId}
      and m.visibility != 'parties'`.execute(tx.sql);
  return rows[0]?.count ?? 0;
};
