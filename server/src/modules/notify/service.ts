/** The inbox: one row per person and matter, sent to open pages at once. Told by jobs, after the change has committed. */
import type { Broadcast } from "../../platform/broadcast.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { LiveHub } from "../../platform/http/live.ts";
import { pageFrom, readCursor } from "../../platform/paging.ts";
import type { Actor } from "../authority/index.ts";
import { type Addressed, messagesOf, type Notice, readMessage } from "./model.ts";
import { countUnread, insertNotice, itemOf, listInbox, markRead } from "./repo.ts";

const channel = "ginkgo_inbox";
const mostCounted = 99;

export interface NotifyDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly broadcast: Broadcast;
  readonly live: LiveHub<Actor>;
}

export const createNotify = ({ db, clock, broadcast, live }: NotifyDeps) => {
  broadcast.subscribe(channel, (message) => {
    const { tenant, items } = readMessage(message);
    for (const { to, item } of items) live.send(tenant, to, "inbox", item);
  });

  return {
    /** Stores the notices in one transaction, then tells open pages, whichever server they are connected to. */
    tell: async (tenant: string, notices: readonly Notice[]): Promise<void> => {
      const told = await db.inTenant(tenant, async (tx) => {
        const all: Addressed[] = [];
        for (const notice of notices) all.push(...(await insertNotice(tx, notice)));
        return all;
      });
      for (const message of messagesOf(tenant, told)) await broadcast.publish(channel, message);
    },

    inbox: (actor: Actor, query: { cursor?: string; limit: number; unread: "no" | "yes" }) =>
      db.inTenant(actor.tenant, async (tx) => {
        const after = readCursor(query.cursor);
        const rows = await listInbox(tx, actor.accountId, {
          unreadOnly: query.unread === "yes",
          after,
          limit: query.limit + 1,
        });
        const { page, nextCursor } = pageFrom(rows, query.limit, ({ at, id }) => [at.toISOString(), id]);
        return { items: page.map(itemOf), nextCursor };
      }),

    unread: (actor: Actor): Promise<number> =>
      db.inTenant(actor.tenant, (tx) => countUnread(tx, actor.accountId, mostCounted)),

    markRead: (actor: Actor, ids: readonly string[] | undefined): Promise<void> =>
      db.inTenant(actor.tenant, (tx) => markRead(tx, actor.accountId, ids, clock.now())),
  };
};
export type Notify = ReturnType<typeof createNotify>;
