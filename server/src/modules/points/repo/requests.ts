/** Corrections that people ask for. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Cursor } from "../../../platform/paging.ts";

export interface RequestRow {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly at: Date;
  readonly words: string;
  readonly about_id: string | null;
  readonly node_id: string;
  readonly status: "open" | "granted" | "refused" | "withdrawn";
  readonly decided_at: Date | null;
  readonly decided_name: string | null;
  readonly answer: string | null;
  readonly booked_id: string | null;
  readonly version: number;
}

const requests = (tx: Tx) =>
  tx.sql
    .selectFrom("point_requests as q")
    .innerJoin("accounts as a", (join) =>
      join.onRef("a.tenant_id", "=", "q.tenant_id").onRef("a.id", "=", "q.account_id"),
    )
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .where("q.tenant_id", "=", tx.tenant)
    .select([
      "q.id",
      "q.account_id",
      "p.name",
      "q.at",
      "q.words",
      "q.about_id",
      "q.node_id",
      "q.status",
      "q.decided_at",
      "q.decided_name",
      "q.answer",
      "q.booked_id",
      "q.version",
    ]);

export type Condition = RawBuilder<boolean>;

/** Newest first. */
export const listRequests = async (
  tx: Tx,
  conditions: readonly Condition[],
  page: { readonly after: Cursor | undefined; readonly limit: number },
): Promise<RequestRow[]> => {
  let select = requests(tx);
  for (const condition of conditions) select = select.where(condition);
  if (page.after)
    select = select.where(sql<boolean>`(q.at, q.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`);
  return (await select.orderBy("q.at", "desc").orderBy("q.id", "desc").limit(page.limit).execute()) as RequestRow[];
};

/** Held until this transaction ends: a request is decided once. */
export const lockRequest = async (tx: Tx, id: string): Promise<RequestRow | undefined> =>
  (await requests(tx).where("q.id", "=", id).forUpdate("q").executeTakeFirst()) as RequestRow | undefined;

export const countOpen = async (tx: Tx, accountId: string): Promise<number> =>
  (
    await tx.sql
      .selectFrom("point_requests")
      .select("id")
      .where("tenant_id", "=", tx.tenant)
      .where("account_id", "=", accountId)
      .where("status", "=", "open")
      .execute()
  ).length;

export const insertRequest = async (
  tx: Tx,
  one: {
    readonly id: string;
    readonly accountId: string;
    readonly at: Date;
    readonly words: string;
    readonly aboutId: string | null;
    readonly nodeId: string;
  },
): Promise<void> => {
  await tx.sql
    .insertInto("point_requests")
    .values({
      tenant_id: tx.tenant,
      id: one.id,
      account_id: one.accountId,
      at: one.at,
      words: one.words,
      about_id: one.aboutId,
      node_id: one.nodeId,
    })
    .execute();
};

export const closeRequest = async (
  tx: Tx,
  request: RequestRow,
  change: {
    readonly status: "granted" | "refused" | "withdrawn";
    readonly at: Date;
    readonly by: string;
    readonly answer: string | null;
    readonly bookedId: string | null;
  },
): Promise<void> => {
  await tx.sql
    .updateTable("point_requests")
    .set({
      status: change.status,
      decided_at: change.at,
      decided_name: change.by,
      answer: change.answer,
      booked_id: change.bookedId,
      version: request.version + 1,
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", request.id)
    .execute();
};
