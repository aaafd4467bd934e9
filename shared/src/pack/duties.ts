/**
 * What runs by the clock: rooms and venues that are booked, workers who come home by appointment, rotas, patrols, regular
 * visits to people who need them. Which kinds there are, when they are open, how often and what is asked is the place's.
 */
import { z } from "zod";
import { Form } from "./form.ts";

const KindId = z.string().regex(/^[a-z][a-z0-9-]*$/);
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, "请填写时间，如 08:30");

/** On these weekdays (1 Monday … 7 Sunday), from when to when. */
export const Hours = z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1).max(7), from: Time, to: Time });
export type Hours = z.infer<typeof Hours>;

/** Something that is booked by the hour. A bookable thing of this kind may differ in its hours and rules. */
export const BookableKind = z.strictObject({
  label: z.string().min(1),
  description: z.string().default(""),
  icon: z.string().optional(),
  /** One goes there, or someone comes home: then the address is asked for, sealed, and shown to who goes, with a reason. */
  where: z.enum(["there", "home"]).default("there"),
  /** Tiers of the nodes it can belong to. */
  tiers: z.array(z.string()).min(1),
  hours: z.array(Hours).min(1).max(14),
  slotMinutes: z.int().min(10).max(480).default(60),
  /** How many slots one booking may take in a row. */
  mostSlots: z.int().min(1).max(48).default(4),
  /** How many days ahead it can be booked, and how many bookings one person may have open. */
  aheadDays: z.int().min(1).max(180).default(14),
  mostOpen: z.int().min(1).max(100).default(5),
  /** Whether a desk confirms it before it stands. */
  confirm: z.boolean().default(true),
  /** How many weeks a weekly booking may run; 1: none. */
  weeks: z.int().min(1).max(26).default(1),
  rules: z.string().default(""),
  /** Asked with a booking: what for, how many people. */
  form: Form.default([]),
});
export type BookableKind = z.infer<typeof BookableKind>;

/** A rota: of a desk, of cleaning, of volunteers' shifts. */
export const RotaKind = z.strictObject({
  label: z.string().min(1),
  description: z.string().default(""),
  tiers: z.array(z.string()).min(1),
  /** People may put themselves down. */
  signUp: z.boolean().default(false),
  /** Who is on duty now stands on the public board. */
  public: z.boolean().default(true),
  /** How far ahead shifts are made of the template. */
  aheadDays: z.int().min(7).max(90).default(28),
});
export type RotaKind = z.infer<typeof RotaKind>;

/** A patrol: points that are walked, by which rhythm, and from how many points on a round is complete. */
export const PatrolKind = z.strictObject({
  label: z.string().min(1),
  description: z.string().default(""),
  tiers: z.array(z.string()).min(1),
  /** How many points of its route make a round complete; 0: all of them. */
  points: z.int().min(0).max(100).default(0),
  /** The usual times at which a round is due. */
  times: z.array(z.strictObject({ days: Hours.shape.days, at: Time })).default([]),
  /** How long after that it may still begin before it counts as missed. */
  graceMinutes: z.int().min(10).max(1440).default(60),
  /** A round that nobody ends is ended by itself after this. */
  mostMinutes: z.int().min(10).max(1440).default(240),
  /** What a finding is usually reported as. */
  category: z.string().optional(),
});
export type PatrolKind = z.infer<typeof PatrolKind>;

/** Regular visits: to whom, how often, what is asked each time. */
export const CareKind = z.strictObject({
  label: z.string().min(1),
  description: z.string().default(""),
  tiers: z.array(z.string()).min(1),
  everyDays: z.int().min(1).max(365),
  /** Days before a visit is due at which the visitors are reminded. */
  warnDays: z.int().min(0).max(30).default(1),
  /** What the visitor writes down; whether the person was met is always asked. */
  visit: Form.min(1),
});
export type CareKind = z.infer<typeof CareKind>;

export const dutySections = {
  bookables: z.record(KindId, BookableKind).default({}),
  rotas: z.record(KindId, RotaKind).default({}),
  patrols: z.record(KindId, PatrolKind).default({}),
  cares: z.record(KindId, CareKind).default({}),
};
