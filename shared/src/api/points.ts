/**
 * Points: what a volunteer has earned, what is recognised where, corrections. Nothing here says how many points another person
 * has, except of those who chose to stand on the ranking of a place whose pack has one.
 */
import { z } from "zod";
import { ConfirmedBy, RecognisedSide } from "../pack/points.ts";
import { Id, Instant, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";

export const PointRuleView = z.object({
  id: z.string(),
  label: z.string(),
  /** How much, up to how much, who confirms, where it is recognised. */
  text: z.string(),
  recognised: z.array(RecognisedSide),
  confirmedBy: ConfirmedBy,
});
export type PointRuleView = z.infer<typeof PointRuleView>;

/** One's own part in it, and the place's rules in words. */
export const MyPoints = z.object({
  label: z.string(),
  joined: z.boolean(),
  joinedAt: Instant.nullable(),
  /** Of someone who has taken part before: what they have stays theirs. */
  leftAt: Instant.nullable(),
  balance: z.int(),
  ranked: z.boolean(),
  /** Whether the place has a ranking of those who want one. */
  ranking: z.boolean(),
  /** The community in which what one does is recognised; null while one has named no home. */
  community: NodeRef.nullable(),
  rules: z.array(PointRuleView),
  shop: z.object({ label: z.string(), holdDays: z.int() }).nullable(),
});
export type MyPoints = z.infer<typeof MyPoints>;

export const BookingKind = z.enum(["earn", "reverse", "redeem", "cancel", "adjust"]);
export type BookingKind = z.infer<typeof BookingKind>;

/** What stands beside a booking that has been taken back. */
export const takenBackWords = (kind: BookingKind): string => (kind === "redeem" ? "已退回" : "已冲回");

/** What each kind is called, the same on both screens and in sheets. */
export const bookingWords: { readonly [K in BookingKind]: string } = {
  earn: "服务",
  reverse: "冲回",
  redeem: "兑换",
  cancel: "兑换退回",
  adjust: "补记",
};

export const PointEntry = z.object({
  id: Id,
  at: Instant,
  /** When the deed was done. */
  doneAt: Instant,
  kind: BookingKind,
  points: z.int(),
  words: z.string(),
  rule: z.string().nullable(),
  /** The deed itself: its type and id. */
  subject: z.object({ type: z.string(), id: Id }),
  place: z.string(),
  /** Who confirmed or decided it. */
  by: z.string(),
  recognised: z.array(z.object({ side: RecognisedSide, node: z.string() })),
  /** The booking it takes back. */
  reverses: Id.nullable(),
  /** The booking by which it has been taken back. */
  reversedBy: Id.nullable(),
});
export type PointEntry = z.infer<typeof PointEntry>;

/** A booking as a desk sees it: who it was is masked until it says why it must know. */
export const LedgerRow = PointEntry.extend({ who: z.string(), nodeId: Id, mayReverse: z.boolean() });
export type LedgerRow = z.infer<typeof LedgerRow>;

const words = z.string().max(500, "最多 500 个字").regex(/\S/, "请写明");
const day = z.iso.date();

export const LedgerFilter = z.object({
  under: Id.optional(),
  kind: BookingKind.optional(),
  rule: z.string().max(60).optional(),
  /** Days in China; `to` is included. */
  from: day.optional(),
  to: day.optional(),
  q: z.string().max(50).optional(),
});
export type LedgerFilter = z.infer<typeof LedgerFilter>;

export const RequestStatus = z.enum(["open", "granted", "refused", "withdrawn"]);
export type RequestStatus = z.infer<typeof RequestStatus>;

export const PointRequest = z.object({
  id: Id,
  at: Instant,
  words: z.string(),
  about: PointEntry.nullable(),
  place: z.string(),
  status: RequestStatus,
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  answer: z.string().nullable(),
  /** What was booked upon it. */
  booked: PointEntry.nullable(),
  version: z.int(),
});
export type PointRequest = z.infer<typeof PointRequest>;

/** Whoever asks says who they are. */
export const DeskRequest = PointRequest.extend({ who: z.string() });
export type DeskRequest = z.infer<typeof DeskRequest>;

/** Too few people for a sum that says nothing of any one of them. */
export const fewestPeople = 3;

/** Null where some stand behind it, but fewer than `fewestPeople`. */
const Total = z.object({ points: z.int(), deeds: z.int() }).nullable();

export const Recognised = z.object({
  node: NodeRef,
  /** `2026` or `2026-11`. */
  period: z.string(),
  home: Total,
  unit: Total,
  /** Every deed once, on whichever sides it is recognised. */
  together: Total,
  /** The communities and units below, in the order of the tree: by no order of merit. */
  rows: z.array(z.object({ node: NodeRef, home: Total, unit: Total })),
});
export type Recognised = z.infer<typeof Recognised>;

export const Ranking = z.object({
  year: z.int(),
  rows: z.array(z.object({ rank: z.int(), name: z.string(), points: z.int(), me: z.boolean() })),
});
export type Ranking = z.infer<typeof Ranking>;

const requestId = z.object({ requestId: Id });

export const pointsApi = {
  mine: endpoint({
    method: "GET",
    path: "/points/mine",
    summary: "One's own points and the place's rules",
    access: "signed-in",
    output: MyPoints,
    problems: ["not-found"],
  }),
  join: endpoint({
    method: "POST",
    path: "/points/mine/join",
    summary: "Take part: what is done from now on earns",
    access: "signed-in",
    output: MyPoints,
    problems: ["not-found"],
  }),
  leave: endpoint({
    method: "POST",
    path: "/points/mine/leave",
    summary: "Stop taking part: nothing is added any more, what there is stays and can still be spent",
    access: "signed-in",
    output: MyPoints,
    problems: ["not-found"],
  }),
  setRanked: endpoint({
    method: "POST",
    path: "/points/mine/ranked",
    summary: "Stand on the ranking, or no longer",
    access: "signed-in",
    body: z.strictObject({ ranked: z.boolean() }),
    output: MyPoints,
    problems: ["not-found", "not-allowed-now"],
  }),
  entries: endpoint({
    method: "GET",
    path: "/points/mine/entries",
    summary: "One's own bookings, newest first",
    access: "signed-in",
    query: Paging,
    output: pageOf(PointEntry),
    problems: ["not-found"],
  }),
  entry: endpoint({
    method: "GET",
    path: "/points/mine/entries/:entryId",
    summary: "One booking of one's own",
    access: "signed-in",
    params: z.object({ entryId: Id }),
    output: PointEntry,
    problems: ["not-found"],
  }),
  ask: endpoint({
    method: "POST",
    path: "/points/mine/requests",
    summary: "Ask for a correction: what is missing or wrong",
    access: "signed-in",
    body: z.strictObject({ words, about: Id.optional() }),
    output: PointRequest,
    problems: ["not-found", "not-allowed-now"],
  }),
  myRequests: endpoint({
    method: "GET",
    path: "/points/mine/requests",
    summary: "Corrections one has asked for",
    access: "signed-in",
    query: Paging,
    output: pageOf(PointRequest),
    problems: ["not-found"],
  }),
  withdrawRequest: endpoint({
    method: "POST",
    path: "/points/mine/requests/:requestId/withdraw",
    summary: "Take back what one has asked for",
    access: "signed-in",
    params: requestId,
    body: z.strictObject({ version: z.int() }),
    output: PointRequest,
    problems: ["not-found", "stale", "not-allowed-now"],
  }),
  requests: endpoint({
    method: "GET",
    path: "/points/requests",
    summary: "Corrections asked for, for those who decide them",
    access: "signed-in",
    query: Paging.extend({ status: RequestStatus.optional(), under: Id.optional() }),
    output: pageOf(DeskRequest),
    problems: ["forbidden", "not-found"],
  }),
  decide: endpoint({
    method: "POST",
    path: "/points/requests/:requestId/decide",
    summary: "Add what is missing, take back what is wrong, or refuse; always with a reason",
    access: "signed-in",
    params: requestId,
    body: z.strictObject({
      version: z.int(),
      decision: z.enum(["add", "reverse", "refuse"]),
      /** For `add`. */
      points: z.int().min(1).max(1000).optional(),
      answer: words,
    }),
    output: DeskRequest,
    problems: ["not-found", "stale", "not-allowed-now", "forbidden"],
  }),
  ledger: endpoint({
    method: "GET",
    path: "/points/ledger",
    summary: "Bookings below the nodes where one may correct them",
    access: "signed-in",
    query: Paging.extend(LedgerFilter.shape),
    output: pageOf(LedgerRow),
    problems: ["forbidden", "not-found"],
  }),
  reverse: endpoint({
    method: "POST",
    path: "/points/ledger/:entryId/reverse",
    summary: "Take back what was given by mistake: the opposite is booked, with the reason",
    access: "signed-in",
    params: z.object({ entryId: Id }),
    body: z.strictObject({ reason: words }),
    output: LedgerRow,
    problems: ["not-found", "not-allowed-now", "forbidden"],
  }),
  whose: endpoint({
    method: "POST",
    path: "/points/ledger/:entryId/whose",
    summary: "Whose booking it is; who asked and why is kept",
    access: "signed-in",
    params: z.object({ entryId: Id }),
    body: z.strictObject({ reason: words }),
    output: z.object({ name: z.string() }),
    problems: ["not-found"],
  }),
  recognised: endpoint({
    method: "GET",
    path: "/points/recognised",
    summary: "What is recognised at a community or a unit and below: sums, no persons",
    access: "signed-in",
    /** A whole year or month, no day: sums of ever shorter spans would say what one person did. Absent: this year. */
    query: z.object({
      node: Id.optional(),
      period: z
        .string()
        .regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/, "请选择一年或一个月，例如 2026 或 2026-11")
        .optional(),
    }),
    output: Recognised,
    problems: ["not-found", "forbidden"],
  }),
  ranking: endpoint({
    method: "GET",
    path: "/points/ranking",
    summary: "Those who chose to stand on it, by what they earned this year",
    access: "signed-in",
    output: Ranking,
    problems: ["not-found"],
  }),
};
