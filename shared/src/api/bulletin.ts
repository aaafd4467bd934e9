/** Sums of who registered and what they did: the daily bulletin, a unit's page, a community's page. Rows need a right. */
import { z } from "zod";
import { Id, Instant, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { MatterSummary } from "./matters.ts";
import { RegistrationSummary } from "./registrations.ts";

const Day = z.iso.date();

const sums = {
  /** Registered on the day: people and units. */
  newPeople: z.int(),
  newUnits: z.int(),
  /** Registered at the end of the day. */
  people: z.int(),
  units: z.int(),
  /** Compounds with at least one registered person. */
  compounds: z.int(),
  /** Ended on the day. */
  leftPeople: z.int(),
  claims: z.int(),
  activities: z.int(),
};
export const BulletinSums = z.object(sums);
export type BulletinSums = z.infer<typeof BulletinSums>;

export const Bulletin = z.object({
  day: Day,
  node: NodeRef,
  sums: BulletinSums,
  /** One line for each community below, those without anything left out. */
  lines: z.array(z.object({ node: NodeRef, parent: z.string(), sums: BulletinSums, mayOpen: z.boolean() })),
  /** Whether this actor may open what is counted. */
  may: z.object({ rows: z.boolean() }),
});
export type Bulletin = z.infer<typeof Bulletin>;

const PlaceAndDay = z.object({ day: Day.optional(), under: Id.optional() });

/** By kind, as a page of a unit or a community shows it. */
const KindSum = z.object({
  kind: z.string(),
  label: z.string(),
  who: z.enum(["unit", "person"]),
  active: z.int(),
  waiting: z.int(),
});

export const UnitPage = z.object({
  node: NodeRef,
  place: z.string(),
  /** The unit's own registrations. */
  registrations: z.array(RegistrationSummary),
  /** Its people: null where the place keeps that from the unit. */
  people: z
    .object({
      kinds: z.array(KindSum),
      communities: z.array(z.object({ node: NodeRef, active: z.int() })),
      /** How many agreed that the unit sees their records. */
      agreed: z.int(),
      records: z.boolean(),
    })
    .nullable(),
  /** Claims the unit took on, and its people's as sums. */
  claims: z.object({ open: z.int(), done: z.int(), peopleDone: z.int() }),
  may: z.object({ speak: z.boolean(), keep: z.boolean() }),
});
export type UnitPage = z.infer<typeof UnitPage>;

export const CommunityPage = z.object({
  node: NodeRef,
  place: z.string(),
  kinds: z.array(KindSum),
  compounds: z.array(z.object({ node: NodeRef, people: z.int() })),
  units: z.array(NodeRef),
  today: BulletinSums,
  /** What can be claimed here now. */
  openNeeds: z.int(),
  may: z.object({ rows: z.boolean() }),
});
export type CommunityPage = z.infer<typeof CommunityPage>;

export const bulletinApi = {
  bulletin: endpoint({
    method: "GET",
    path: "/bulletin",
    summary: "Who registered and what they did on a day, as sums, for a place and each community in it",
    access: "signed-in",
    query: PlaceAndDay,
    output: Bulletin,
  }),
  deeds: endpoint({
    method: "GET",
    path: "/bulletin/deeds",
    summary: "Claims or activities carried through on a day, as far as this actor may see them",
    access: "signed-in",
    query: PlaceAndDay.extend({ type: z.enum(["claim", "activity"]), ...Paging.shape }),
    output: pageOf(MatterSummary),
  }),
  compounds: endpoint({
    method: "GET",
    path: "/bulletin/compounds",
    summary: "Compounds with registered people at the end of a day, and how many",
    access: "signed-in",
    query: PlaceAndDay,
    output: z.object({ items: z.array(z.object({ node: NodeRef, community: z.string(), people: z.int() })) }),
  }),
  unitPage: endpoint({
    method: "GET",
    path: "/units/:nodeId",
    summary: "A unit's page: its registration, its people as far as they agreed, what it took on",
    access: "signed-in",
    params: z.object({ nodeId: Id }),
    output: UnitPage,
  }),
  communityPage: endpoint({
    method: "GET",
    path: "/communities/:nodeId",
    summary: "A community's page: who registered, as sums",
    access: "signed-in",
    params: z.object({ nodeId: Id }),
    output: CommunityPage,
  }),
};

export const FeedbackSums = z.object({
  people: z.int(),
  joined: z.int(),
  left: z.int(),
  claims: z.int(),
  activities: z.int(),
  minutes: z.int(),
});
export type FeedbackSums = z.infer<typeof FeedbackSums>;

export const FeedbackSummary = z.object({
  id: Id,
  kind: z.string(),
  kindLabel: z.string(),
  period: z.string(),
  /** 2026 年第三季度. */
  periodLabel: z.string(),
  unit: NodeRef,
  sums: FeedbackSums,
  createdAt: Instant,
  sendBy: Instant,
  sentAt: Instant.nullable(),
  /** Communities that have not looked through their part. */
  waitingFor: z.array(NodeRef),
  version: z.int(),
});
export type FeedbackSummary = z.infer<typeof FeedbackSummary>;

export const FeedbackLine = z.object({
  registrationId: Id,
  name: z.string(),
  community: NodeRef,
  agreed: z.boolean(),
  claims: z.int(),
  activities: z.int(),
  minutes: z.int(),
  deeds: z.array(z.object({ type: z.string(), title: z.string(), at: Instant })),
  words: z.string().nullable(),
  /** This actor may write the sentence. */
  mayWrite: z.boolean(),
});
export type FeedbackLine = z.infer<typeof FeedbackLine>;

export const FeedbackDetail = FeedbackSummary.extend({
  unitSees: z.enum(["sums", "records"]),
  /** To the unit: of those who agree, and only once it is sent. To a community: of its own people. */
  lines: z.array(FeedbackLine),
  parts: z.array(
    z.object({
      community: NodeRef,
      confirmedAt: Instant.nullable(),
      confirmedBy: z.string().nullable(),
      mayConfirm: z.boolean(),
    }),
  ),
});
export type FeedbackDetail = z.infer<typeof FeedbackDetail>;

const FeedbackParams = z.object({ feedbackId: Id });

export const feedbackApi = {
  list: endpoint({
    method: "GET",
    path: "/feedback",
    summary:
      "How members did in a period: for communities to look through (`desk`), for units that received it (`unit`)",
    access: "signed-in",
    query: z.object({
      box: z.enum(["desk", "unit"]).default("desk"),
      unit: Id.optional(),
      standing: z.enum(["all", "waiting", "sent"]).default("all"),
      ...Paging.shape,
    }),
    output: pageOf(FeedbackSummary),
  }),
  view: endpoint({
    method: "GET",
    path: "/feedback/:feedbackId",
    summary: "One feedback with its lines",
    access: "signed-in",
    params: FeedbackParams,
    output: FeedbackDetail,
  }),
  say: endpoint({
    method: "POST",
    path: "/feedback/:feedbackId/lines/:registrationId",
    summary: "A community's sentence about one of its members, before it is sent",
    access: "signed-in",
    params: z.object({ feedbackId: Id, registrationId: Id }),
    body: z.strictObject({ words: z.string().max(300) }),
    output: FeedbackDetail,
    problems: ["not-allowed-now"],
  }),
  confirm: endpoint({
    method: "POST",
    path: "/feedback/:feedbackId/confirm",
    summary: "A community has looked through its part; after the last one it is sent",
    access: "signed-in",
    params: FeedbackParams,
    body: z.strictObject({ community: Id }),
    output: FeedbackDetail,
    problems: ["not-allowed-now"],
  }),
};
