/**
 * Counting what is no case: matters (registrations, claims, activities …) and rows of work (visits, rounds, hours, points).
 * They are grouped as cases are, by the same keys, so that one table holds them all.
 */
import type { Metric, Pack } from "@ginkgo/shared/pack/schema.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Tree } from "../org/index.ts";
import type { Condition, RecordSources } from "./deps.ts";
import type { Entry, Grouping } from "./model.ts";
import type { Period } from "./period.ts";
import { submittedIn } from "./where.ts";

type MatterCount = Extract<Metric["count"], { what: "matters" }>;
type RecordCount = Extract<Metric["count"], { what: "records" }>;

const countsOf = <W extends "matters" | "records">(pack: Pick<Pack, "metrics">, what: W) =>
  Object.entries(pack.metrics).flatMap(([id, { count }]) =>
    count.what === what ? [{ id, count: count as Extract<Metric["count"], { what: W }> }] : [],
  );

/** Matters under the names that conditions and groupings on cases know. */
export const mattersAsCases = (tenant: string): RawBuilder<unknown> => sql`(
  select m.id, m.place_id, m.area_id, m.created_at as submitted_at, m.metrics, m.facts, m.holder_id, m.body_id, m.unit_id
  from matters m where m.tenant_id = ${tenant}) c`;

const sumOf = (fact: string) =>
  sql`sum(case when jsonb_typeof(c.facts -> ${fact}::text) = 'number' then (c.facts ->> ${fact}::text)::numeric end)::float8`;

const columnOf = {
  place: sql`c.place_id`,
  holder: sql`c.holder_id`,
  body: sql`c.body_id`,
  unit: sql`c.unit_id`,
} satisfies Record<NonNullable<MatterCount["distinct"]>, RawBuilder<unknown>>;

interface CountedMatters {
  readonly key: string | null;
  readonly metrics: readonly string[];
  readonly count: number;
  readonly sums: readonly (number | null)[];
  readonly sets: readonly (readonly (string | null)[] | null)[];
}

/** One statement for all metrics of matters. What counts each thing once brings the things themselves: rows are merged later. */
export const countMatters = async (
  tx: Tx,
  pack: Pick<Pack, "metrics">,
  where: Condition,
  { key }: Grouping,
): Promise<Entry[]> => {
  const counts = countsOf(pack, "matters");
  if (counts.length === 0) return [];
  const facts = [...new Set(counts.flatMap(({ count }) => count.sum ?? []))];
  const distinct = counts.flatMap(({ id, count }) => (count.distinct ? [{ id, by: count.distinct }] : []));
  const sums = facts.length > 0 ? sql`array[${sql.join(facts.map(sumOf))}]` : sql`array[]::float8[]`;
  const sets = distinct.map(
    ({ id, by }) => sql`to_jsonb(array_agg(distinct ${columnOf[by]}) filter (where ${id}::text = any(c.metrics)))`,
  );
  const { rows } = await sql<CountedMatters>`
    select (${key})::text as key, c.metrics, count(*) as count, ${sums} as sums,
      ${sets.length > 0 ? sql`jsonb_build_array(${sql.join(sets)})` : sql`'[]'::jsonb`} as sets
    from ${mattersAsCases(tx.tenant)}
    where cardinality(c.metrics) > 0 and ${where}
    group by 1, c.metrics`.execute(tx.sql);
  return rows.map((row) => ({
    key: row.key,
    name: null,
    slice: {
      metrics: new Set(row.metrics),
      cases: row.count,
      sums: Object.fromEntries(facts.map((fact, i) => [fact, row.sums[i] ?? 0])),
      things: Object.fromEntries(distinct.map(({ id }, i) => [id, (row.sets[i] ?? []).filter((one) => one !== null)])),
    },
  }));
};

const within = (tree: Tree, nodeId: string): Condition =>
  nodeId === tree.root.id
    ? sql<boolean>`true`
    : sql<boolean>`c.place_id = any(${tree.subtree(nodeId).map(({ id }) => id)}::uuid[])`;

const thingOf = { rows: null, amount: null, people: sql`c.who`, places: sql`c.place_id` } satisfies Record<
  RecordCount["count"],
  RawBuilder<unknown> | null
>;

interface CountedRecords {
  readonly key: string | null;
  readonly count: number;
  readonly amount: number;
  readonly things: readonly (string | null)[] | null;
}

/** Rows of work of one metric each; there are few such metrics, and each is one indexed range of its own table. */
export const countRecords = async (
  tx: Tx,
  pack: Pick<Pack, "metrics">,
  sources: RecordSources,
  at: { readonly tree: Tree; readonly nodeId: string; readonly period: Period },
  { key }: Grouping,
): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for (const { id, count } of countsOf(pack, "records")) {
    const source = sources[count.of];
    if (!source) continue;
    const thing = thingOf[count.count];
    const ofKinds = count.kinds.length > 0 ? sql`and c.kind = any(${[...count.kinds]}::text[])` : sql``;
    const { rows } = await sql<CountedRecords>`
      select (${key})::text as key, count(*) as count, coalesce(sum(c.amount), 0)::float8 as amount,
        ${thing ? sql`array_agg(distinct ${thing})` : sql`null::uuid[]`} as things
      from (select r.place_id, r.place_id as area_id, r.at as submitted_at, r.kind, r.amount, r.who
        from (${source(tx.tenant)}) r) c
      where ${submittedIn(at.period)} and ${within(at.tree, at.nodeId)} ${ofKinds}
      group by 1`.execute(tx.sql);
    for (const row of rows)
      entries.push({
        key: row.key,
        name: null,
        slice: {
          metrics: new Set([id]),
          cases: row.count,
          sums: { [id]: row.amount },
          things: { [id]: (row.things ?? []).filter((one) => one !== null) },
        },
      });
  }
  return entries;
};
