/** The inbox: one row per person and matter, sent to open pages at once. Called by jobs, after the change has committed. */
import type { InboxItem } from "@ginkgo/shared/api/notify.ts";
import { sql } from "kysely";
import type { Broadcast } from "../../platform/broadcast.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import type { LiveHub } from "../../platform/http/live.ts";
import { newId } from "../../platform/ids.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import type { Actor } from "../authority/index.ts";

export interface Notice {
  readonly accountIds: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly weight: "normal" | "urgent";
  readonly caseId?: string;
  readonly caseNo?: string;
  /** When it happened; deliveries may overtake each other, the inbox keeps the order of what happened. */
  readonly at: Date;
  /** The same matter is delivered once to each person, however often the job runs. */
  readonly sourceKey: string;
}

const channel = "ginkgo_inbox";

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly title: string;
  readonly text: string;
  readonly weight: string;
  readonly case_id: string | null;
  readonly case_no: string | null;
  readonly read_at: Date | null;
}

const itemOf = (row: Row): InboxItem => ({
  id: row.id,
  at: row.at.toISOString(),
  title: row.title,
  text: row.text,
  weight: row.weight as InboxItem["weight"],
  caseId: row.case_id,
  caseNo: row.case_no,
  read: row.read_at !== null,
});

const columns = ["id", "at", "title", "text", "weight", "case_id", "case_no", "read_at"] as const;

export const createNotify = (deps: { db: Database; clock: Clock; broadcast: Broadcast; live: LiveHub<Actor> }) => {
  const { db, clock, broadcast, live } = deps;
  broadcast.subscribe(channel, (payload) => {
    const { tenant, items } = JSON.parse(payload) as { tenant: string; items: { to: string; item: InboxItem }[] };
    for (const { to, item } of items) live.send(tenant, to, "inbox", item);
  });

  const insert = async (tx: Tx, notice: Notice) => {
    const accounts = [...new Set(notice.accountIds)];
    if (accounts.length === 0) return [];
    const { at } = notice;
    return tx.sql
      .insertInto("inbox")
      .values(
        accounts.map((account) => ({
          tenant_id: tx.tenant,
          id: newId(),
          account_id: account,
          at,
          title: notice.title,
          text: notice.text,
          weight: notice.weight,
          case_id: notice.caseId ?? null,
          case_no: notice.caseNo ?? null,
          source_key: notice.sourceKey,
        })),
      )
      .onConflict((conflict) => conflict.columns(["tenant_id", "account_id", "source_key"]).doNothing())
      .returning([...columns, "account_id"])
      .execute();
  };

  return {
    /** Stores the notices in one transaction, then tells open pages. */
    tell: async (tenant: string, notices: readonly Notice[]): Promise<void> => {
      const rows = await db.inTenant(tenant, async (tx) => {
        const all = [];
        for (const notice of notices) all.push(...(await insert(tx, notice)));
        return all;
      });
      // PostgreSQL takes 8 kB a message; ten items stay well below it.
      for (let i = 0; i < rows.length; i += 10)
        await broadcast.publish(
          channel,
          JSON.stringify({
            tenant,
            items: rows.slice(i, i + 10).map((row) => ({ to: row.account_id, item: itemOf(row) })),
          }),
        );
    },

    inbox: async (actor: Actor, query: { cursor?: string; limit: number; unread: "no" | "yes" }) =>
      db.inTenant(actor.tenant, async (tx) => {
        let select = tx.sql
          .selectFrom("inbox")
          .select(columns)
          .where("tenant_id", "=", actor.tenant)
          .where("account_id", "=", actor.accountId);
        if (query.unread === "yes") select = select.where("read_at", "is", null);
        const cursor = readCursor(query.cursor);
        if (cursor) select = select.where(sql<boolean>`(at, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`);
        const rows = await select
          .orderBy("at", "desc")
          .orderBy("id", "desc")
          .limit(query.limit + 1)
          .execute();
        const { page, nextCursor } = pageFrom(rows, query.limit, ({ at, id }) => [at.toISOString(), id]);
        return { items: page.map(itemOf), nextCursor };
      }),

    unread: async (actor: Actor): Promise<number> =>
      db.inTenant(actor.tenant, async (tx) => {
        const rows = await tx.sql
          .selectFrom("inbox")
          .select("id")
          .where("tenant_id", "=", actor.tenant)
          .where("account_id", "=", actor.accountId)
          .where("read_at", "is", null)
          .limit(99)
          .execute();
        return rows.length;
      }),

    markRead: async (actor: Actor, ids: readonly string[] | undefined): Promise<void> => {
      await db.inTenant(actor.tenant, async (tx) => {
        let update = tx.sql
          .updateTable("inbox")
          .set({ read_at: clock.now() })
          .where("tenant_id", "=", actor.tenant)
          .where("account_id", "=", actor.accountId)
          .where("read_at", "is", null);
        if (ids) update = update.where("id", "=", sql<string>`any(${[...ids]}::uuid[])`);
        await update.execute();
      });
    },
  };
};
export type Notify = ReturnType<typeof createNotify>;
