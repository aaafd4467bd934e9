/** Counting cases and posts in the database. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Condition } from "./deps.ts";
import type { Entry, Grouping } from "./model.ts";

interface Counted {
  readonly key: string | null;
  readonly name: string | null;
  readonly metrics: readonly string[];
  readonly cases: number;
  readonly sums: readonly (number | null)[];
}

/** A fact that is no number adds nothing. */
const sumOf = (fact: string) =>
  sql`sum(case when jsonb_typeof(c.facts -> ${fact}::text) = 'number' then (c.facts ->> ${fact}::text)::numeric end)::float8`;

/**
 * All figures in one statement. Cases are grouped by the whole set of metrics they count in: there are some dozens of such
 * sets, and every metric, rate and exclusion follows from how many cases share one. The period bounds the scan: `cases_area`
 * (tenant, community, time) serves it below the county, `cases_newest` (tenant, time) for all of it; the lead is found by the
 * primary key of `case_workers`. `cases_metrics` is for the list behind a number: counting needs every case of the period.
 */
export const countCases = async (
  tx: Tx,
  where: Condition,
  { key, byLead }: Grouping,
  facts: readonly string[],
): Promise<Entry[]> => {
  const lead = sql`left join case_workers w on w.tenant_id = ${tx.tenant} and w.case_id = c.id and w.relation = 'lead'`;
  const sums = facts.length > 0 ? sql`array[${sql.join(facts.map(sumOf))}]` : sql`array[]::float8[]`;
  const { rows } = await sql<Counted>`
    select (${key})::text as key, ${byLead ? sql`max(w.name)` : sql`null::text`} as name, c.metrics, count(*) as cases, ${sums} as sums
    from cases c ${byLead ? lead : sql``}
    where c.tenant_id = ${tx.tenant} and ${where}
    group by 1, c.metrics`.execute(tx.sql);
  return rows.map((row) => ({
    key: row.key,
    name: row.name,
    slice: {
      metrics: new Set(row.metrics),
      cases: row.cases,
      sums: Object.fromEntries(facts.map((fact, i) => [fact, row.sums[i] ?? 0])),
    },
  }));
};

export interface Post {
  readonly role: string;
  readonly nodeId: string;
  readonly accountId: string;
}

export const currentPosts = async (tx: Tx, roles: readonly string[]): Promise<Post[]> => {
  if (roles.length === 0) return [];
  const rows = await tx.sql
    .selectFrom("role_grants")
    .select(["role", "node_id", "account_id"])
    .where("tenant_id", "=", tx.tenant)
    .where("until", "is", null)
    .where("role", "in", [...roles])
    .execute();
  return rows.map((row) => ({ role: row.role, nodeId: row.node_id, accountId: row.account_id }));
};
