import { z } from "zod";
import { Done, Id, Instant, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";

export const InboxItem = z.object({
  id: Id,
  at: Instant,
  title: z.string(),
  text: z.string(),
  /** `urgent` for a limit that is near or has passed. */
  weight: z.enum(["normal", "urgent"]),
  caseId: Id.nullable(),
  caseNo: z.string().nullable(),
  /** A registration, claim, activity …: which page to open hangs on its type. */
  matterId: Id.nullable(),
  matterType: z.string().nullable(),
  read: z.boolean(),
});
export type InboxItem = z.infer<typeof InboxItem>;

/**
 * `GET /api/v1/live?app=console|mobile` is a server-sent event stream. Events: `inbox` (data: InboxItem),
 * `case` (data: LiveCase: something changed on a case this actor may see), `ready` (sent on connect).
 */
export const LiveCase = z.object({ caseId: Id, version: z.int() });

export const notifyApi = {
  inbox: endpoint({
    method: "GET",
    path: "/inbox",
    summary: "One's own notifications, newest first",
    access: "signed-in",
    query: Paging.extend({ unread: z.enum(["no", "yes"]).default("no") }),
    output: pageOf(InboxItem),
  }),
  inboxCount: endpoint({
    method: "GET",
    path: "/inbox/count",
    summary: "How many notifications are unread (stops counting at 99)",
    access: "signed-in",
    output: z.object({ unread: z.int() }),
  }),
  markRead: endpoint({
    method: "POST",
    path: "/inbox/read",
    summary: "Mark some or all notifications as read",
    access: "signed-in",
    body: z.strictObject({ ids: z.array(Id).max(200).optional() }),
    output: Done,
  }),
};
