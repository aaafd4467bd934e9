/** The shape of a pack: everything in which one place differs from another. References are checked in check.ts. */
import { z } from "zod";
import { currentFormat } from "./upgrade.ts";
import { Duration, Workflow } from "./workflow.ts";

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
  label: z.string(),
  tree: z.enum(["area", "party"]),
  /** What an area tier is to the engine: where cases belong, where pins fall, who can be handed a case. */
  as: z.enum(["root", "subdistrict", "community", "compound", "grid", "building", "body", "other"]),
  /** Tiers it may stand under; empty for the root of a tree. */
  under: z.array(z.string()),
  kinds: z.record(z.string(), z.string()).optional(),
});
export type Tier = z.infer<typeof Tier>;

export const Role = z.strictObject({
  label: z.string(),
  /** Tiers on whose nodes it can be held. */
  on: z.array(z.string()).min(1),
  rights: z.array(z.string()),
  /** Roles a holder may give and take back, on nodes below their own. */
  grants: z.array(z.string()).default([]),
});
export type Role = z.infer<typeof Role>;

export const Category = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  label: z.string(),
  group: z.string(),
  description: z.string(),
  icon: z.string().optional(),
  urgent: z.boolean().default(false),
  /** State → limit of that state for this category, in place of the workflow's. */
  limits: z.record(z.string(), Duration).default({}),
});
export type Category = z.infer<typeof Category>;

export const Pack = z.strictObject({
  formatVersion: z.literal(currentFormat),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  code: z.string(),
  name: z.string(),
  brand: z.string(),
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
  kinds: z.array(z.strictObject({ id: z.string(), label: z.string() })).min(1),
  workflow: Workflow,
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
] as const;
export type EngineRight = (typeof engineRights)[number];
