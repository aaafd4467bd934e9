/** The only SQL of regular visits. */
import type { CareEntry, CareSummary } from "@ginkgo/shared/api/care.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { Cursor } from "../../platform/paging.ts";

export interface PlanRow {
  readonly id: string;
  readonly kind: string;
  readonly nodeId: string;
  readonly personSealed: Buffer;
  readonly everyDays: number;
  readonly teamId: string | null;
  readonly status: CareSummary["status"];
  readonly nextOn: string | null;
  readonly pausedUntil: string | null;
  readonly lastVisitAt: Date | null;
  readonly reasonSealed: Buffer | null;
  readonly version: number;
  readonly visitors: readonly { readonly id: string; readonly name: string }[];
}

const visitorsOf = sql<PlanRow["visitors"]>`coalesce((
  select json_agg(json_build_object('id', v.account_id, 'name', v.account_name) order by v.account_name, v.account_id)
  from care_visitors v where v.tenant_id = c.tenant_id and v.plan_id = c.id), '[]')`;

export const selectPlans = (tx: Tx) =>
  tx.sql
    .selectFrom("care_plans as c")
    .select([
      "c.id",
      "c.kind",
      "c.node_id as nodeId",
      "c.person_sealed as personSealed",
      "c.every_days as everyDays",
      "c.team_id as teamId",
      "c.status",
      "c.next_on as nextOn",
      "c.paused_until as pausedUntil",
      "c.last_visit_at as lastVisitAt",
      "c.reason_sealed as reasonSealed",
      "c.version",
      visitorsOf.as("visitors"),
    ])
    .where("c.tenant_id", "=", tx.tenant);
export const asPlan = (row: object): PlanRow => row as PlanRow;

export const findPlan = async (tx: Tx, id: string): Promise<PlanRow | undefined> => {
  const row = await selectPlans(tx).where("c.id", "=", id).executeTakeFirst();
  return row && asPlan(row);
};

export const lockPlan = async (tx: Tx, id: string): Promise<PlanRow | undefined> => {
  const row = await selectPlans(tx).where("c.id", "=", id).forUpdate("c").executeTakeFirst();
  return row && asPlan(row);
};

/** Those one visits: by name, or as a member of the team. */
export const ownPlans = (accountId: string, nodeIds: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(c.team_id = any(${[...nodeIds]}::uuid[]) or exists (
    select from care_visitors v where v.tenant_id = c.tenant_id and v.plan_id = c.id and v.account_id = ${accountId}))`;

const far = "9999-12-31";

/** The most overdue first; what has no next day comes last. */
export const listPlans = async (
  tx: Tx,
  where: readonly RawBuilder<boolean>[],
  page: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<PlanRow[]> => {
  const order = sql`coalesce(c.next_on, ${far}::date)`;
  let select = selectPlans(tx);
  for (const condition of where) select = select.where(condition);
  if (page.after)
    select = select.where(sql<boolean>`(${order}, c.id) > (${page.after[0]}::date, ${page.after[1]}::uuid)`);
  const rows = await select.orderBy(order).orderBy("c.id").limit(page.limit).execute();
  return rows.map(asPlan);
};
export const cursorOf = ({ nextOn, id }: PlanRow): Cursor => [nextOn ?? far, id];

export const setVisitors = async (
  tx: Tx,
  planId: string,
  people: readonly { id: string; name: string }[],
): Promise<void> => {
  await tx.sql.deleteFrom("care_visitors").where("tenant_id", "=", tx.tenant).where("plan_id", "=", planId).execute();
  if (people.length > 0)
    await tx.sql
      .insertInto("care_visitors")
      .values(
        people.map((one) => ({ tenant_id: tx.tenant, plan_id: planId, account_id: one.id, account_name: one.name })),
      )
      .execute();
};

export interface PlanChange {
  readonly every_days?: number;
  readonly team_id?: string | null;
  readonly status?: CareSummary["status"];
  readonly next_on?: string | null;
  readonly paused_until?: string | null;
  readonly last_visit_at?: Date;
  readonly reason_sealed?: Buffer | null;
  readonly ended_at?: Date;
  readonly person_sealed?: Buffer;
  readonly name_index?: Buffer;
}

/** The plan is locked by the caller. */
export const changePlan = async (tx: Tx, plan: PlanRow, change: PlanChange): Promise<void> => {
  await tx.sql
    .updateTable("care_plans")
    .set({ ...change, version: plan.version + 1 })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", plan.id)
    .execute();
};

export interface EntryRow {
  readonly id: string;
  readonly type: CareEntry["type"];
  readonly at: Date;
  readonly by: string;
  readonly contentSealed: Buffer;
  readonly caseId: string | null;
}

export const entriesOf = async (
  tx: Tx,
  planId: string,
  page: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<EntryRow[]> => {
  let select = tx.sql
    .selectFrom("care_entries as e")
    .select([
      "e.id",
      "e.type",
      "e.at",
      "e.account_name as by",
      "e.content_sealed as contentSealed",
      "e.case_id as caseId",
    ])
    .where("e.tenant_id", "=", tx.tenant)
    .where("e.plan_id", "=", planId);
  if (page.after)
    select = select.where(sql<boolean>`(e.at, e.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`);
  const rows = await select.orderBy("e.at", "desc").orderBy("e.id", "desc").limit(page.limit).execute();
  return rows as EntryRow[];
};

export const insertEntry = async (
  tx: Tx,
  plan: PlanRow,
  entry: Omit<EntryRow, "by"> & { readonly account: { readonly id: string; readonly name: string } },
): Promise<void> => {
  await tx.sql
    .insertInto("care_entries")
    .values({
      tenant_id: tx.tenant,
      id: entry.id,
      plan_id: plan.id,
      kind: plan.kind,
      node_id: plan.nodeId,
      type: entry.type,
      at: entry.at,
      account_id: entry.account.id,
      account_name: entry.account.name,
      content_sealed: entry.contentSealed,
      case_id: entry.caseId,
    })
    .execute();
};
