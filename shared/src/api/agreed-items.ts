/** What someone owes by a day, out of an agreement or of a joint meeting's minutes. */
import { z } from "zod";
import { Id, Instant, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { StoredFile } from "./files.ts";

/** A day of this century: `2026-11-21`. */
export const Day = z.iso.date("请填写日期，如 2026-11-23").regex(/^20/, "请填写 2000 年以后的日期");

/** Words that must be there, blanks alone do not count. */
export const words = (most: number, missing: string) =>
  z.string().min(1, missing).max(most, `最多 ${most} 个字`).regex(/\S/, missing);

export const AgreedItemState = z.enum(["planned", "open", "done", "dropped", "lapsed"]);
export type AgreedItemState = z.infer<typeof AgreedItemState>;

export const AgreedItem = z.object({
  id: Id,
  version: z.int(),
  source: z.object({ type: z.enum(["agreement", "meeting"]), id: Id, title: z.string() }),
  what: z.string(),
  owner: z.object({ name: z.string(), node: NodeRef.nullable() }),
  due: Day,
  /** Days until it is due; below 0: late. */
  daysLeft: z.int(),
  late: z.boolean(),
  progress: z.int(),
  state: AgreedItemState,
  note: z.string().nullable(),
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
  photos: z.array(StoredFile),
  may: z.object({ report: z.boolean(), change: z.boolean() }),
});
export type AgreedItem = z.infer<typeof AgreedItem>;

export const AgreedItemEntry = z.object({
  id: Id,
  at: Instant,
  actor: z.string(),
  label: z.string(),
  text: z.string(),
  photos: z.array(StoredFile),
});

/** `mine`: what I or a body I speak for owes; `desk`: all of one's places; `late`: those of them that are late. */
export const AgreedItemFilter = z.object({
  box: z.enum(["mine", "desk", "late"]).default("mine"),
  state: AgreedItemState.optional(),
  under: Id.optional(),
  /** What this party owes. */
  owner: Id.optional(),
  source: z.enum(["agreement", "meeting"]).optional(),
  q: z.string().max(60).optional(),
});
export type AgreedItemFilter = z.infer<typeof AgreedItemFilter>;

/** Who owes it: a party or body, or one person. */
export const ItemOwner = z.strictObject({ node: Id.optional(), person: Id.optional() });

const itemId = z.object({ itemId: Id });
const photos = z.array(Id).max(9, "最多 9 张照片").default([]);
const problems = ["not-found", "stale", "not-allowed-now"] as const;

/** `GET /api/v1/agreed-items/export.xlsx` gives the filtered list as Excel. */
export const agreedItemsApi = {
  list: endpoint({
    method: "GET",
    path: "/agreed-items",
    summary: "What was agreed on and is owed, by day",
    access: "signed-in",
    query: AgreedItemFilter.extend(Paging.shape),
    output: pageOf(AgreedItem),
  }),
  view: endpoint({
    method: "GET",
    path: "/agreed-items/:itemId",
    summary: "One item with its history",
    access: "signed-in",
    params: itemId,
    output: AgreedItem.extend({ history: z.array(AgreedItemEntry) }),
  }),
  report: endpoint({
    method: "POST",
    path: "/agreed-items/:itemId/report",
    summary: "Say how far it is, or that it is done, with a note or photos",
    access: "signed-in",
    params: itemId,
    body: z.strictObject({
      version: z.int(),
      progress: z.int().min(0).max(100),
      note: z.string().max(1000, "最多 1000 个字").default(""),
      photos,
    }),
    output: AgreedItem,
    problems,
  }),
  change: endpoint({
    method: "POST",
    path: "/agreed-items/:itemId/change",
    summary: "Another day or owner, with the reason",
    access: "signed-in",
    params: itemId,
    body: z.strictObject({
      version: z.int(),
      due: Day.optional(),
      owner: ItemOwner.optional(),
      reason: words(500, "请说明原因"),
    }),
    output: AgreedItem,
    problems,
  }),
  end: endpoint({
    method: "POST",
    path: "/agreed-items/:itemId/end",
    summary: "Drop an item that is no longer needed, or open one again that was not done after all",
    access: "signed-in",
    params: itemId,
    body: z.strictObject({
      version: z.int(),
      to: z.enum(["dropped", "open"]),
      reason: words(500, "请说明原因"),
    }),
    output: AgreedItem,
    problems,
  }),
};
