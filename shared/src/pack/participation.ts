/**
 * What units and people take part in: registering with a community, claiming what it needs. Which kinds there are, who may
 * claim them and what their life is like is the place's; the life itself is a workflow of the pack.
 */
import { z } from "zod";
import { activitySections } from "./activities.ts";

/** What moves along a workflow besides cases. */
export const matterTypes = ["registration", "claimable", "claim", "agreement", "activity"] as const;
export const MatterType = z.enum(matterTypes);
export type MatterType = z.infer<typeof MatterType>;

const KindId = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** What someone can do or a task asks for: a profession, a craft, a licence. */
export const Skill = z.strictObject({ id: KindId, label: z.string().min(1) });
export type Skill = z.infer<typeof Skill>;

/** A way of registering: a unit's Party organisation where it stands, a member where they live, and what else a place has. */
export const RegistrationKind = z.strictObject({
  label: z.string().min(1),
  description: z.string().default(""),
  who: z.enum(["unit", "person"]),
  /** Tiers of the area with whose nodes one registers. */
  with: z.array(z.string()).min(1),
  /** Tiers of bodies: those that register themselves, or the units a person may name as theirs. */
  units: z.array(z.string()).default([]),
  workflow: z.string(),
  /** States in which it counts as registered. */
  active: z.array(z.string()).min(1),
  /** Where one begins that the community itself enters or imports, having checked it; absent: where all begin. */
  entered: z.string().optional(),
  /** How often the community tells the unit how its members did. */
  feedback: z.enum(["none", "monthly", "quarterly", "yearly"]).default("none"),
  /** What a unit sees of its people: nothing, sums, or records. Records only of those who agreed. */
  unitSees: z.enum(["nothing", "sums", "records"]).default("sums"),
});
export type RegistrationKind = z.infer<typeof RegistrationKind>;

/** One kind of thing that can be claimed: a need, a resource, a project, a wish, a pledge, a post, a facility, a plot … */
export const ClaimableKind = z.strictObject({
  label: z.string().min(1),
  description: z.string().default(""),
  icon: z.string().optional(),
  /** On which of the lists it stands. */
  list: z.enum(["need", "resource", "project"]),
  /** Life of the thing itself, and the states of it in which it can be claimed. */
  workflow: z.string(),
  open: z.array(z.string()).min(1),
  /** Life of one claim. A claim holds a place until it ends with tone `stopped`. */
  claim: z.string(),
  /** Who may claim it: anyone signed in, people who are registered, units through those who speak for them. */
  claimants: z.array(z.enum(["anyone", "registered", "unit"])).min(1),
  capacity: z.strictObject({ usual: z.int().positive(), most: z.int().positive() }).default({ usual: 1, most: 1 }),
  /** Whether it has a time, a place on the map, asks for skills, has limits of age and health. */
  time: z.enum(["none", "optional", "required"]).default("none"),
  place: z.enum(["none", "optional", "required"]).default("none"),
  skills: z.boolean().default(false),
  limits: z.boolean().default(false),
  /** Who sees it while it is open: everyone without signing in, everyone of the place, those who are registered. */
  visibility: z.enum(["public", "place", "registered"]).default("place"),
  /** Step of its workflow that happens by itself when its last day has passed. */
  expires: z.string().optional(),
  /** Step that happens by itself when all that was claimed has been carried through and no more can be claimed. */
  fulfilled: z.string().optional(),
  /** State in which a claim begins that a desk assigned: it waits until whom it was assigned to accepts. Absent: nobody is assigned. */
  proposed: z.string().optional(),
  /** Step of a claim's workflow that happens by itself when the thing is withdrawn. */
  calledOff: z.string().optional(),
  /** Needs of this kind are matched with abilities, abilities with needs. */
  matches: z.enum(["need", "ability"]).optional(),
  /** May be booked by the hour: a room, a venue, a facility. */
  bookable: z.boolean().default(false),
});
export type ClaimableKind = z.infer<typeof ClaimableKind>;

/** What a unit and a community agree to do together, over a term. */
export const AgreementRules = z.strictObject({
  workflow: z.string(),
  /** States in which it is in force. */
  inForce: z.array(z.string()).min(1),
  /** Step that happens by itself when every party has agreed, and the one when its last day has passed. */
  agreed: z.string(),
  over: z.string(),
  /** Days before its end at which those concerned are reminded, the longest first. */
  remindDays: z.array(z.int().positive()).default([30, 7]),
  /** The same for each thing that was agreed on, here and at joint meetings. */
  itemDays: z.array(z.int().min(0)).default([7, 1]),
});
export type AgreementRules = z.infer<typeof AgreementRules>;

export const participationSections = {
  skills: z.array(Skill).default([]),
  registrations: z.record(KindId, RegistrationKind).default({}),
  claimables: z.record(KindId, ClaimableKind).default({}),
  agreements: AgreementRules.optional(),
  ...activitySections,
};
