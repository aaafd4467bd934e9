/** The shape of a pack: everything in which one place differs from another. References are checked in check.ts. */
import { z } from "zod";
import { dutySections } from "./duties.ts";
import { MatterType, participationSections } from "./participation.ts";
import { PointRules } from "./points.ts";
import { RecordName } from "./records.ts";
import { currentFormat } from "./upgrade.ts";
import { Condition, Duration, Workflow } from "./workflow.ts";

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const Calendar = z.strictObject({
  timezone: z.literal("Asia/Shanghai"),
  /** Daily working periods, in order and not overlapping. */
  hours: z.array(z.tuple([Time, Time])).min(1),
  /** `china`: public holidays and make-up working days as published; `none`: every day of `workdays`. */
  holidays: z.enum(["china", "none"]),
  /** 1 Monday … 7 Sunday; used when the kept library has no year yet, and with `none`. */
  workdays: z.array(z.int().min(1).max(7)).min(1),
});
export type Calendar = z.infer<typeof Calendar>;

export const Tier = z.strictObject({
  label: z.string().min(1),
  tree: z.enum(["area", "party"]),
  /** What an area tier is to the engine: where cases belong, where pins fall, who can be handed a case. */
  as: z.enum(["root", "subdistrict", "community", "compound", "grid", "building", "body", "zone", "other"]),
  /** Tiers it may stand under; empty for the root of a tree. */
  under: z.array(z.string()),
  kinds: z.record(z.string(), z.string()).optional(),
});
export type Tier = z.infer<typeof Tier>;

export const Role = z.strictObject({
  label: z.string().min(1),
  /** Tiers on whose nodes it can be held. */
  on: z.array(z.string()).min(1),
  rights: z.array(z.string()),
  /** Roles a holder may give and take back, on nodes below their own. */
  grants: z.array(z.string()).default([]),
});
export type Role = z.infer<typeof Role>;

export const Category = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: z.string().min(1),
  group: z.string(),
  description: z.string(),
  icon: z.string().optional(),
  urgent: z.boolean().default(false),
  /** A case of it is confidential, whatever its sender chose. */
  confidential: z.boolean().default(false),
  /** Which workflow a case of this category goes; absent: the pack's main one. */
  workflow: z.string().optional(),
  /** State path → limit of that state for this category, in place of the workflow's. */
  limits: z.record(z.string(), Duration).default({}),
});
export type Category = z.infer<typeof Category>;

/** A list of the pack's own: items that may be pushed down to a community, addresses to go to instead. */
export const PackList = z.strictObject({
  label: z.string().min(1),
  items: z
    .array(
      z.strictObject({
        id: z.string(),
        label: z.string().min(1),
        /** Basis, opening hours, what to bring. */
        detail: z.string().optional(),
        address: z.string().optional(),
        phone: z.string().optional(),
      }),
    )
    .min(1),
});
export type PackList = z.infer<typeof PackList>;

/** Something that is counted; its definition in words stands beside every figure made of it. */
export const Metric = z.strictObject({
  label: z.string().min(1),
  definition: z.string().min(1),
  unit: z.string().default("件"),
  count: z.discriminatedUnion("what", [
    /** Cases for which every condition holds. */
    z.strictObject({ what: z.literal("cases"), when: z.array(Condition) }),
    /** The sum of a number kept as a fact, over such cases. */
    z.strictObject({ what: z.literal("sum"), fact: z.string(), when: z.array(Condition) }),
    /** Active nodes of these tiers. */
    z.strictObject({ what: z.literal("nodes"), tiers: z.array(z.string()).min(1), kind: z.string().optional() }),
    /** Registrations, needs, claims, agreements, activities: how many, what a fact of theirs adds up to, or how many places, people or bodies they concern. */
    z.strictObject({
      what: z.literal("matters"),
      type: MatterType,
      kinds: z.array(z.string()).default([]),
      when: z.array(Condition).default([]),
      sum: z.string().optional(),
      distinct: z.enum(["place", "holder", "body", "unit"]).optional(),
    }),
    /** Rows of work: how many, how much they add up to, how many people did them, or at how many places. */
    z.strictObject({
      what: z.literal("records"),
      of: RecordName,
      kinds: z.array(z.string()).default([]),
      count: z.enum(["rows", "amount", "people", "places"]).default("rows"),
    }),
    /** People who hold the role now. */
    z.strictObject({ what: z.literal("posts"), role: z.string() }),
  ]),
});
export type Metric = z.infer<typeof Metric>;

/**
 * A share of cases: those of metric `counts` among those of metric `of`. The law names three rates (response, resolution,
 * satisfaction) but neither denominators nor exclusions, so they are the pack's and shown with the figure.
 */
export const Rate = z.strictObject({
  id: z.string(),
  label: z.string().min(1),
  definition: z.string().min(1),
  counts: z.string(),
  of: z.string(),
  /** Metrics of cases that are left out, shown beside the rate. */
  excludes: z.array(z.string()).default([]),
});
export type Rate = z.infer<typeof Rate>;

/** What an assessment is made of. Some sources are named here only so that the check can refuse them with the reason. */
export const Indicator = z.strictObject({
  id: z.string(),
  label: z.string().min(1),
  source: z.discriminatedUnion("from", [
    z.strictObject({ from: z.literal("metric"), metric: z.string() }),
    z.strictObject({ from: z.literal("rate"), rate: z.string() }),
    z.strictObject({
      from: z.enum(["points", "check-ins", "online-time", "study-time", "likes", "online-votes", "shares"]),
    }),
  ]),
});
export type Indicator = z.infer<typeof Indicator>;

/** Whether and how residents and volunteers take part in what the law leaves to their free will. */
export const Participation = z.strictObject({
  points: z.enum(["off", "opt-in"]).default("off"),
  ranking: z.enum(["off", "opt-in", "on"]).default("off"),
  checkIn: z.enum(["off", "voluntary", "compulsory"]).default("off"),
});

/** Kinds of devices whose events the place takes in. */
export const Device = z.strictObject({
  id: z.string(),
  label: z.string().min(1),
  kind: z.enum(["door", "vehicle-gate", "perimeter", "smoke", "gas", "water", "air", "sos", "face", "track"]),
});

export const Pack = z.strictObject({
  formatVersion: z.literal(currentFormat),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  code: z.string(),
  name: z.string().min(1),
  brand: z.string().min(1),
  accent: z.string().regex(/^#[0-9a-f]{6}$/),
  /** Prefix of case numbers: `JY-20261121-0042`. */
  numberPrefix: z.string().regex(/^[A-Z]{1,4}$/),
  calendar: Calendar,
  map: z.strictObject({
    centre: z.tuple([z.number(), z.number()]),
    zoom: z.number(),
    /** A pin farther than this from every known centre lies outside the place. */
    reachMeters: z.int().positive(),
  }),
  tiers: z.record(z.string(), Tier),
  roles: z.record(z.string(), Role),
  /** Rights every signed-in resident has about their own matters come with the party `reporter`; no role is needed. */
  categories: z.array(Category).min(1),
  /** `confidential`: a complaint or a report protects who sent it, whatever they chose. */
  kinds: z
    .array(z.strictObject({ id: z.string(), label: z.string().min(1), confidential: z.boolean().default(false) }))
    .min(1),
  workflows: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), Workflow),
  /** The workflow of categories that name none. */
  mainWorkflow: z.string(),
  lists: z.record(z.string(), PackList).default({}),
  metrics: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), Metric).default({}),
  rates: z.array(Rate).default([]),
  indicators: z.array(Indicator).default([]),
  participation: Participation.prefault({}),
  ...participationSections,
  ...dutySections,
  points: PointRules.optional(),
  devices: z.array(Device).default([]),
  words: z.record(z.string(), z.string()),
});
export type Pack = z.infer<typeof Pack>;
export type PackInput = z.input<typeof Pack>;

/** Rights the engine itself asks for. A workflow may name further ones; some role must hold each (see check.ts). */
export const engineRights = [
  "org.edit",
  "people.read",
  "people.edit",
  "case.read",
  "case.readConfidential",
  "case.submitForOthers",
  "case.take",
  "case.lead",
  "case.export",
  "figures.read",
  "pack.read",
  "pack.edit",
  "pack.publish",
] as const;
/** Rights asked for by what people take part in; a pack without any of it needs nobody to hold them. */
export const participationRights = [
  "registration.read",
  "registration.edit",
  "claim.read",
  "claim.edit",
  "match.run",
  "agreement.read",
  "agreement.edit",
  "activity.read",
  "activity.edit",
  "booking.edit",
  "duty.read",
  "duty.edit",
  "care.read",
  "care.edit",
  "points.adjust",
  "points.shop",
] as const;
export type ParticipationRight = (typeof participationRights)[number];
export type EngineRight = (typeof engineRights)[number];
