/**
 * What people take part in together: volunteer work, courses, talks, events. Which kinds there are, how one signs up, and
 * whether hours come out of them is the place's; its life is a workflow of the pack.
 */
import { z } from "zod";

const KindId = z.string().regex(/^[a-z][a-z0-9-]*$/);

export const ActivityForm = z.enum(["service", "course", "talk", "event"]);
export type ActivityForm = z.infer<typeof ActivityForm>;

export const ActivityKind = z.strictObject({
  label: z.string().min(1),
  description: z.string().default(""),
  form: ActivityForm,
  workflow: z.string(),
  /** States in which one may sign up, and those in which people come and go. */
  open: z.array(z.string()).min(1),
  running: z.array(z.string()).min(1),
  /** States after it: who was there is settled on entering one of them. */
  finished: z.array(z.string()).min(1),
  /** Steps that happen by themselves: when the first shift begins, when the last one is over. */
  begins: z.string().optional(),
  finishes: z.string().optional(),
  /** The step that reports results; everyone reads its words, and its photos if the fact `photosPublic` is true. */
  results: z.string().optional(),
  /** By a code that changes; always of one's own will, and who does not may take part all the same. */
  checkIn: z.enum(["none", "voluntary"]).default("none"),
  /** Whoever agrees may add how far from the venue they are when checking in; no position is ever kept. */
  position: z.boolean().default(false),
  /** Not without an insurance note that everyone has read and confirmed. */
  risky: z.boolean().default(false),
  signUp: z.enum(["anyone", "registered"]).default("anyone"),
  /** Whether it may ask for skills, and for limits of age and health. */
  skills: z.boolean().default(false),
  limits: z.boolean().default(false),
  /** Hours are made by the record of coming and going, or there are none. */
  hours: z.enum(["record", "none"]).default("none"),
  /** The most minutes that may be granted to someone without a whole record; never more than the shift was long. */
  mostMinutes: z
    .int()
    .positive()
    .max(24 * 60)
    .default(8 * 60),
  /** Taking part and being organised are rated by both sides. */
  evaluation: z.boolean().default(true),
  /** Its hours stand on the certificate one may issue for oneself. */
  certificate: z.boolean().default(false),
  /** How many days the hours lie open to those who took part before they are final. */
  noticeDays: z.int().min(0).max(90).default(7),
  /** Seen by everyone without signing in while one may sign up, or by those of the place alone. */
  visibility: z.enum(["public", "place"]).default("public"),
});
export type ActivityKind = z.infer<typeof ActivityKind>;
export type ActivityKindInput = z.input<typeof ActivityKind>;

export const activitySections = { activities: z.record(KindId, ActivityKind).default({}) };
