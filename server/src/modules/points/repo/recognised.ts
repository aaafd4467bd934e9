/** Sums of what is recognised where. They never name anyone, and say nothing where too few stand behind them. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Period } from "../period.ts";

export interface Sum {
  readonly points: number;
  readonly deeds: number;
  readonly people: number;
}

const sums = sql`coalesce(sum(points), 0) as points, coalesce(sum(sign(points)), 0)::int as deeds, count(distinct account_id) as people`;

/** Undefined nodes: all there are. */
const at = (tx: Tx, nodeIds: readonly string[] | undefined, { from, to }: Period): RawBuilder<unknown> => {
  const where = nodeIds ? sql`and r.node_id = any(${[...nodeIds]}::uuid[])` : sql``;
  return sql`from recognitions r where r.tenant_id = ${tx.tenant} and r.at >= ${from} and r.at < ${to} ${where}`;
};

export interface SideSum extends Sum {
  readonly side: "home" | "unit";
}
export interface NodeSum extends SideSum {
  readonly nodeId: string;
}

export const sumBySide = async (tx: Tx, nodeIds: readonly string[] | undefined, period: Period): Promise<SideSum[]> =>
  (await sql<SideSum>`select side, ${sums} ${at(tx, nodeIds, period)} group by side`.execute(tx.sql)).rows;

export const sumByNode = async (tx: Tx, nodeIds: readonly string[] | undefined, period: Period): Promise<NodeSum[]> =>
  (
    await sql<NodeSum>`select side, node_id as "nodeId", ${sums} ${at(tx, nodeIds, period)} group by side, node_id`.execute(
      tx.sql,
    )
  ).rows;

const nothing: Sum = { points: 0, deeds: 0, people: 0 };

/** A deed recognised on both sides is one deed. */
export const sumOnce = async (tx: Tx, nodeIds: readonly string[] | undefined, period: Period): Promise<Sum> =>
  (
    await sql<Sum>`select ${sums} from (
      select distinct r.transaction_id, r.points, r.account_id ${at(tx, nodeIds, period)}) once`.execute(tx.sql)
  ).rows[0] ?? nothing;

/** All that was given in the place, recognised somewhere or nowhere. */
export const sumGiven = async (tx: Tx, { from, to }: Period): Promise<Sum> =>
  (
    await sql<Sum>`select ${sums} from (
      select e.points, t.account_id from ledger_transactions t
      join ledger_entries e on e.tenant_id = ${tx.tenant} and e.transaction_id = t.id and e.account = 'person/' || t.account_id
      where t.tenant_id = ${tx.tenant} and t.kind in ('earn', 'adjust', 'reverse') and t.done_at >= ${from} and t.done_at < ${to}) given`.execute(
      tx.sql,
    )
  ).rows[0] ?? nothing;

export interface Ranked {
  readonly accountId: string;
  readonly name: string;
  readonly points: number;
}

/** Those who asked to stand there, by what they were given for what they did in the period. */
export const rankedPeople = async (tx: Tx, { from, to }: Period, atMost: number): Promise<Ranked[]> =>
  (
    await sql<Ranked>`
      select m.account_id as "accountId", p.name, sum(e.points) as points
      from point_members m
      join ledger_transactions t on t.tenant_id = ${tx.tenant} and t.account_id = m.account_id
        and t.kind in ('earn', 'adjust', 'reverse') and t.done_at >= ${from} and t.done_at < ${to}
      join ledger_entries e on e.tenant_id = ${tx.tenant} and e.transaction_id = t.id and e.account = 'person/' || t.account_id
      join accounts a on a.tenant_id = ${tx.tenant} and a.id = m.account_id
      join persons p on p.tenant_id = ${tx.tenant} and p.id = a.person_id
      where m.tenant_id = ${tx.tenant} and m.ranked and m.left_at is null
      group by m.account_id, p.name having sum(e.points) > 0
      order by points desc, p.name, m.account_id limit ${atMost}`.execute(tx.sql)
  ).rows;
