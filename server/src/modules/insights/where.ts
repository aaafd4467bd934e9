/** Conditions on `cases c` that figures and the lists behind them share: a number and its list cannot differ. */
import { sql } from "kysely";
import type { Condition } from "./deps.ts";
import { instantOf, type Period } from "./period.ts";

export const submittedIn = ({ from, to }: Period): Condition =>
  sql<boolean>`(c.submitted_at >= ${instantOf(from)} and c.submitted_at < ${instantOf(to)})`;

export const inCategory = (category: string): Condition => sql<boolean>`c.category = ${category}`;

const lead = (tenant: string) =>
  sql`select 1 from case_workers w where w.tenant_id = ${tenant} and w.case_id = c.id and w.relation = 'lead'`;

export const ledBy = (tenant: string, accountId: string): Condition =>
  sql<boolean>`exists (${lead(tenant)} and w.who_id::text = ${accountId})`;

export const ledByNobody = (tenant: string): Condition => sql<boolean>`not exists (${lead(tenant)})`;

const texts = (ids: readonly string[]) => sql`${[...ids]}::text[]`;

export const countsInAll = (metrics: readonly string[]): Condition => sql<boolean>`c.metrics @> ${texts(metrics)}`;
export const countsInAny = (metrics: readonly string[]): Condition => sql<boolean>`c.metrics && ${texts(metrics)}`;
export const countsInNone = (metrics: readonly string[]): Condition =>
  sql<boolean>`not (c.metrics && ${texts(metrics)})`;

export const all = (conditions: readonly Condition[]): Condition => sql<boolean>`(${sql.join(conditions, sql` and `)})`;
