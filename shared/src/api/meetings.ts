/** Joint meetings of a place with units and people: called, answered, held; their minutes turn into items with owners and days. */
import { z } from "zod";
import { AgreedItem, Day, ItemOwner, words } from "./agreed-items.ts";
import { Id, Instant, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { StoredFile } from "./files.ts";

export const maxAttendees = 100;

export const MeetingStatus = z.enum(["planned", "held", "cancelled"]);
export type MeetingStatus = z.infer<typeof MeetingStatus>;

export const Attendee = z.object({
  id: Id,
  name: z.string(),
  /** A body, through whoever speaks for it; otherwise one person. */
  body: NodeRef.nullable(),
  account: Id.nullable(),
  answer: z.enum(["invited", "accepted", "declined"]),
  words: z.string().nullable(),
  answeredBy: z.string().nullable(),
  present: z.boolean().nullable(),
  /** This actor answers for it. */
  mine: z.boolean(),
});
export type Attendee = z.infer<typeof Attendee>;

export const MeetingSummary = z.object({
  id: Id,
  version: z.int(),
  node: NodeRef,
  title: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  status: MeetingStatus,
  /** Rounds of a series count up from 1. */
  round: z.int(),
  everyMonths: z.int(),
  invited: z.int(),
  accepted: z.int(),
  declined: z.int(),
  items: z.int(),
  itemsDone: z.int(),
  /** How this actor, or a body they speak for, has answered. */
  mine: z.enum(["none", "invited", "accepted", "declined"]),
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;

export const MeetingView = MeetingSummary.extend({
  agenda: z.string(),
  others: z.string(),
  minutes: z.string().nullable(),
  photos: z.array(StoredFile),
  calledBy: z.string(),
  attendees: z.array(Attendee),
  agreedItems: z.array(AgreedItem),
  /** The other rounds of its series, newest first. */
  rounds: z.array(z.object({ id: Id, round: z.int(), startsAt: Instant, status: MeetingStatus })),
  history: z.array(z.object({ id: Id, at: Instant, actor: z.string(), label: z.string(), text: z.string() })),
  may: z.object({ edit: z.boolean(), record: z.boolean() }),
});
export type MeetingView = z.infer<typeof MeetingView>;

const plan = {
  title: words(80, "请填写会议名称"),
  place: words(100, "请填写会议地点"),
  startsAt: Instant,
  endsAt: Instant,
  agenda: z.string().max(3000, "议程最多 3000 个字").default(""),
  bodies: z.array(Id).max(maxAttendees).default([]),
  /** Accounts. */
  people: z.array(Id).max(maxAttendees).default([]),
  /** Whoever has no account: named in words. */
  others: z.string().max(500, "最多 500 个字").default(""),
  /** 0: only this once. */
  everyMonths: z.int().min(0).max(12).default(0),
};

export const MeetingItem = z.strictObject({
  what: words(300, "请写清楚做什么"),
  owner: ItemOwner,
  due: Day,
});

const meetingId = z.object({ meetingId: Id });
const problems = ["not-found", "stale", "not-allowed-now"] as const;

export const MeetingFilter = z.object({
  box: z.enum(["all", "mine"]).default("all"),
  status: MeetingStatus.optional(),
  under: Id.optional(),
  body: Id.optional(),
  q: z.string().max(60).optional(),
});
export type MeetingFilter = z.infer<typeof MeetingFilter>;

export const meetingsApi = {
  list: endpoint({
    method: "GET",
    path: "/meetings",
    summary: "Joint meetings this actor may see, latest first",
    access: "signed-in",
    query: MeetingFilter.extend(Paging.shape),
    output: pageOf(MeetingSummary),
  }),
  view: endpoint({
    method: "GET",
    path: "/meetings/:meetingId",
    summary: "One meeting: who comes, agenda, minutes, what was agreed on",
    access: "signed-in",
    params: meetingId,
    output: MeetingView,
  }),
  plan: endpoint({
    method: "POST",
    path: "/meetings",
    summary: "Call a joint meeting",
    access: "signed-in",
    body: z.strictObject({ node: Id, ...plan }),
    output: MeetingView,
  }),
  change: endpoint({
    method: "PUT",
    path: "/meetings/:meetingId",
    summary: "Change a planned meeting; another time or place is asked anew of everyone",
    access: "signed-in",
    params: meetingId,
    body: z.strictObject({ version: z.int(), ...plan }),
    output: MeetingView,
    problems,
  }),
  cancel: endpoint({
    method: "POST",
    path: "/meetings/:meetingId/cancel",
    summary: "Call a planned meeting off",
    access: "signed-in",
    params: meetingId,
    body: z.strictObject({
      version: z.int(),
      reason: words(500, "请说明原因"),
    }),
    output: MeetingView,
    problems,
  }),
  answer: endpoint({
    method: "POST",
    path: "/meetings/:meetingId/attendees/:attendeeId/answer",
    summary: "Say that one comes, or not",
    access: "signed-in",
    params: meetingId.extend({ attendeeId: Id }),
    body: z.strictObject({ comes: z.boolean(), words: z.string().max(200, "最多 200 个字").default("") }),
    output: MeetingView,
    problems: ["not-found", "not-allowed-now"],
  }),
  record: endpoint({
    method: "POST",
    path: "/meetings/:meetingId/minutes",
    summary: "Record that it was held: who was there, minutes, photos, what was agreed on; again: correct the minutes",
    access: "signed-in",
    params: meetingId,
    body: z.strictObject({
      version: z.int(),
      minutes: words(20_000, "请填写会议纪要"),
      present: z.array(Id).max(maxAttendees),
      photos: z.array(Id).max(9, "一次最多 9 张照片").default([]),
      items: z.array(MeetingItem).max(50, "一次最多 50 件事项").default([]),
    }),
    output: MeetingView,
    problems,
  }),
  next: endpoint({
    method: "POST",
    path: "/meetings/:meetingId/next",
    summary: "Call the next round: same people, next number",
    access: "signed-in",
    params: meetingId,
    body: z.strictObject({ startsAt: Instant, endsAt: Instant, agenda: plan.agenda }),
    output: MeetingView,
    problems: ["not-found", "conflict"],
  }),
};
