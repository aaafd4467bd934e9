/** The only SQL of the inbox. */
import type { InboxItem } from "@ginkgo/shared/api/notify.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Cursor } from "../../platform/paging.ts";
import { type Addressed, type Notice, shorten } from "./model.ts";

export interface InboxRow {
  readonly id: string;
  readonly at: Date;
  readonly title: string;
  readonly text: string;
  readonly weight: string;
  readonly case_id: string | null;
  readonly case_no: string | null;
  readonly matter_id: string | null;
  readonly matter_type: string | null;
  readonly read_at: Date | null;
}

const columns = [
  "id",
  "at",
  "title",
  "text",
  "weight",
  "case_id",
  "case_no",
  "matter_id",
  "matter_type",
  "read_at",
] as const;

export const itemOf = (row: InboxRow): InboxItem => ({
  id: row.id,
  at: row.at.toISOString(),
  title: row.title,
  text: row.text,
  weight: row.weight as InboxItem["weight"],
  caseId: row.case_id,
  caseNo: row.case_no,
  matterId: row.matter_id,
  matterType: row.matter_type,
  read: row.read_at !== null,
});

/** Answers what is new: a notice that had been stored before is not told again. */
export const insertNotice = async (tx: Tx, notice: Notice): Promise<Addressed[]> => {
  const accounts = [...new Set(notice.accountIds)];
  if (accounts.length === 0) return [];
  const rows = await tx.sql
    .insertInto("inbox")
    .values(
      accounts.map((account) => ({
        tenant_id: tx.tenant,
        id: newId(),
        account_id: account,
        at: notice.at,
        title: notice.title,
        text: shorten(notice.text),
        weight: notice.weight,
        case_id: notice.caseId ?? null,
        case_no: notice.caseNo ?? null,
        matter_id: notice.matter?.id ?? null,
        matter_type: notice.matter?.type ?? null,
        source_key: notice.sourceKey,
      })),
    )
    .onConflict((conflict) => conflict.columns(["tenant_id", "account_id", "source_key"]).doNothing())
    .returning([...columns, "account_id"])
    .execute();
  return rows.map((row) => ({ to: row.account_id, item: itemOf(row) }));
};

const ofAccount = (tx: Tx, accountId: string) =>
  tx.sql.selectFrom("inbox").where("tenant_id", "=", tx.tenant).where("account_id", "=", accountId);

/** Newest first. */
export const listInbox = (
  tx: Tx,
  accountId: string,
  page: { readonly unreadOnly: boolean; readonly after: Cursor | undefined; readonly limit: number },
): Promise<InboxRow[]> => {
  let select = ofAccount(tx, accountId).select(columns);
  if (page.unreadOnly) select = select.where("read_at", "is", null);
  if (page.after)
    select = select.where(sql<boolean>`(at, id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`);
  return select.orderBy("at", "desc").orderBy("id", "desc").limit(page.limit).execute();
};

export const countUnread = async (tx: Tx, accountId: string, atMost: number): Promise<number> => {
  const rows = await ofAccount(tx, accountId).select("id").where("read_at", "is", null).limit(atMost).execute();
  return rows.length;
};

/** Some, or all when no ids are given. */
export const markRead = async (
  tx: Tx,
  accountId: string,
  ids: readonly string[] | undefined,
  at: Date,
): Promise<void> => {
  let update = tx.sql
    .updateTable("inbox")
    .set({ read_at: at })
    .where("tenant_id", "=", tx.tenant)
    .where("account_id", "=", accountId)
    .where("read_at", "is", null);
  if (ids) update = update.where("id", "=", sql<string>`any(${[...ids]}::uuid[])`);
  await update.execute();
};
