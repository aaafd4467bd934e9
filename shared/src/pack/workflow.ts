/**
 * A workflow is a statechart as data: states, who may do what, what must be filled in, how long each state may last, who
 * is told. Guards and effects are named functions of the engine with parameters; no code ever stands in a pack.
 */
import { z } from "zod";
import { Form } from "./form.ts";

/** Who may take a step. A party is a relation to the case; a right is held on a node above (or at) the case's place. */
export const By = z.union([
  z.strictObject({ party: z.enum(["reporter", "handler", "offered"]) }),
  z.strictObject({ right: z.string().min(1) }),
]);
export type By = z.infer<typeof By>;

export const Guard = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("has"), fact: z.string() }),
  z.strictObject({ name: z.literal("lacks"), fact: z.string() }),
  z.strictObject({
    name: z.literal("answered"),
    field: z.string(),
    value: z.union([z.string(), z.boolean(), z.number()]),
  }),
  z.strictObject({ name: z.literal("below"), fact: z.string(), max: z.int() }),
  z.strictObject({ name: z.literal("within"), fact: z.string(), days: z.int().positive() }),
  z.strictObject({ name: z.literal("mode"), anyOf: z.array(z.enum(["assign", "grab", "open"])).min(1) }),
]);
export type Guard = z.infer<typeof Guard>;

export const Effect = z.discriminatedUnion("name", [
  /** Keep an answer of this step's form as a fact of the case. */
  z.strictObject({ name: z.literal("keep"), field: z.string(), fact: z.string() }),
  z.strictObject({ name: z.literal("stamp"), fact: z.string() }),
  z.strictObject({ name: z.literal("count"), fact: z.string() }),
  z.strictObject({ name: z.literal("clear"), fact: z.string() }),
  /** Offer the case: to one (`assign`), to the named ones (`grab`), or to everyone who may take cases there (`open`). */
  z.strictObject({ name: z.literal("offer"), mode: z.enum(["assign", "grab", "open"]), field: z.string().optional() }),
  /** The actor takes the case; a second taker of an open case joins as assistant. */
  z.strictObject({ name: z.literal("take") }),
  z.strictObject({ name: z.literal("release") }),
  z.strictObject({ name: z.literal("merge"), field: z.string() }),
  z.strictObject({ name: z.literal("relocate"), field: z.string() }),
  z.strictObject({ name: z.literal("recategorise"), field: z.string() }),
  /** Stop the clock of the state being left and keep what is left of it; `resumeClock` on the way back uses it. */
  z.strictObject({ name: z.literal("pauseClock") }),
  z.strictObject({ name: z.literal("resumeClock") }),
  /** Add as many working days as the field (or the fact kept earlier) says to the current limit. */
  z.strictObject({ name: z.literal("extendClock"), fact: z.string() }),
]);
export type Effect = z.infer<typeof Effect>;

export const Telling = z.strictObject({
  to: z.array(By).min(1),
  /** `{no}`, `{title}`, `{actor}`, `{place}`, `{due}` and `{form.<field>}` are filled in. */
  text: z.string().min(1),
});
export type Telling = z.infer<typeof Telling>;

export const Transition = z.strictObject({
  /** Absent: the case stays where it is (a note, a follow-up call, an extension request). */
  target: z.string().optional(),
  /** Alternative targets; the first whose guard holds is taken, `target` if none does. */
  branches: z
    .array(z.strictObject({ guards: z.array(Guard).min(1), target: z.string(), effects: z.array(Effect).default([]) }))
    .default([]),
  label: z.string().min(1),
  by: z.array(By).min(1),
  guards: z.array(Guard).default([]),
  form: Form.default([]),
  effects: z.array(Effect).default([]),
  tells: z.array(Telling).default([]),
  tone: z.enum(["primary", "default", "danger"]).default("default"),
  /** Ask once more before doing it. */
  confirm: z.string().optional(),
  /** One key on the desk. */
  key: z.string().length(1).optional(),
  /** May be done to many cases at once. */
  bulk: z.boolean().default(false),
  /** Who sees this step and its words on the timeline. */
  seenBy: z.enum(["everyone", "staff"]).default("everyone"),
});
export type Transition = z.infer<typeof Transition>;

/** Working time runs in the pack's calendar; calendar time runs round the clock. */
export const Duration = z.union([
  z.strictObject({ workingHours: z.number().positive() }),
  z.strictObject({ hours: z.number().positive() }),
]);
export type Duration = z.infer<typeof Duration>;

export const Limit = z.strictObject({
  within: Duration,
  /** Warn those the case waits for when this much is left. */
  warnBefore: Duration.optional(),
  warn: Telling.optional(),
  /** When the limit has passed: who is told, and optionally which event happens by itself. */
  late: Telling.optional(),
  triggers: z.string().optional(),
});
export type Limit = z.infer<typeof Limit>;

export const State = z.strictObject({
  label: z.string().min(1),
  /** Which point of the progress line this state stands at. */
  progress: z.string(),
  tone: z.enum(["waiting", "working", "done", "stopped"]),
  /** Whose move it is; the case stands on their worklist. Empty only in a final state. */
  waitsFor: z.array(By).default([]),
  limit: Limit.optional(),
  final: z.boolean().default(false),
  on: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), Transition).default({}),
});
export type State = z.infer<typeof State>;

export const Workflow = z.strictObject({
  label: z.string().min(1),
  /** A line anyone understands, shown to the resident. */
  progress: z.array(z.strictObject({ id: z.string(), label: z.string() })).min(2),
  /** The state a new case begins in. */
  initial: z.string(),
  /** Where a case begins that has no community yet. */
  initialUnplaced: z.string(),
  states: z.record(z.string(), State),
});
export type Workflow = z.infer<typeof Workflow>;
/** A workflow as an author writes it, defaults left out. */
export type WorkflowInput = z.input<typeof Workflow>;
