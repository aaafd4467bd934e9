/**
 * A workflow is a statechart as data: states (nested and parallel where a place works so), who may do what, what must be
 * filled in, how long each state may last, who is told. Guards and effects are named functions of the engine with
 * parameters; no code ever stands in a pack.
 */
import { z } from "zod";
import { Form } from "./form.ts";

/**
 * Who may take a step. A party is a relation to the case; a right is held on a node above (or at) the case's place; a fact
 * names whoever an earlier step kept (`keepActor`).
 */
export const Party = z.enum(["reporter", "offered", "invited", "handler", "lead", "assist"]);
export type Party = z.infer<typeof Party>;

export const By = z.union([
  z.strictObject({ party: Party }),
  z.strictObject({ right: z.string().min(1) }),
  z.strictObject({ fact: z.string().min(1) }),
]);
export type By = z.infer<typeof By>;

const Value = z.union([z.string(), z.boolean(), z.number()]);

/** What can be asked of a case at any time; the conditions of figures are made of these too. */
const caseConditions = [
  z.strictObject({ name: z.literal("has"), fact: z.string() }),
  z.strictObject({ name: z.literal("lacks"), fact: z.string() }),
  z.strictObject({ name: z.literal("is"), fact: z.string(), value: Value }),
  z.strictObject({ name: z.literal("isNot"), fact: z.string(), value: Value }),
  z.strictObject({ name: z.literal("below"), fact: z.string(), max: z.int() }),
  z.strictObject({ name: z.literal("atLeast"), fact: z.string(), min: z.int() }),
  z.strictObject({ name: z.literal("category"), anyOf: z.array(z.string()).min(1) }),
  z.strictObject({ name: z.literal("kind"), anyOf: z.array(z.string()).min(1) }),
] as const;

export const Guard = z.discriminatedUnion("name", [
  ...caseConditions,
  z.strictObject({ name: z.literal("answered"), field: z.string(), value: Value }),
  z.strictObject({ name: z.literal("within"), fact: z.string(), days: z.int().positive() }),
  z.strictObject({ name: z.literal("mode"), anyOf: z.array(z.enum(["assign", "grab", "open"])).min(1) }),
  /** Everyone who was invited has joined and finished their part. */
  z.strictObject({ name: z.literal("partsDone") }),
  /** No sub-case is open. */
  z.strictObject({ name: z.literal("subCasesEnded") }),
]);
export type Guard = z.infer<typeof Guard>;

/** A condition on a stored case, for figures: facts, and where it stands. */
export const Condition = z.discriminatedUnion("name", [
  ...caseConditions,
  z.strictObject({ name: z.literal("workflow"), anyOf: z.array(z.string()).min(1) }),
  /** It stands in one of these states (paths, as `handling.asking`). */
  z.strictObject({ name: z.literal("in"), anyOf: z.array(z.string()).min(1) }),
  z.strictObject({ name: z.literal("ended"), value: z.boolean() }),
]);
export type Condition = z.infer<typeof Condition>;

export const Effect = z.discriminatedUnion("name", [
  /** Keep an answer of this step's form as a fact of the case. */
  z.strictObject({ name: z.literal("keep"), field: z.string(), fact: z.string() }),
  z.strictObject({ name: z.literal("set"), fact: z.string(), value: Value }),
  z.strictObject({ name: z.literal("stamp"), fact: z.string() }),
  z.strictObject({ name: z.literal("count"), fact: z.string() }),
  z.strictObject({ name: z.literal("clear"), fact: z.string() }),
  /** Keep whether this step came within the limit of the state it leaves: true or false. */
  z.strictObject({ name: z.literal("judge"), fact: z.string() }),
  /** Keep who takes this step, if nobody is kept yet: the first receiver stays responsible. */
  z.strictObject({ name: z.literal("keepActor"), fact: z.string() }),
  /** Offer the case: to one (`assign`), to the named ones (`grab`), or to everyone who may take cases there (`open`). */
  z.strictObject({ name: z.literal("offer"), mode: z.enum(["assign", "grab", "open"]), field: z.string().optional() }),
  /** Ask further bodies to assist; `as` names their part (a key of `parts`), such as the lawyer in a mediation. */
  z.strictObject({ name: z.literal("invite"), field: z.string(), as: z.string().optional() }),
  /** The actor takes the case: as lead if it was offered to them, as assistant if they were invited or someone leads. */
  z.strictObject({ name: z.literal("take") }),
  /** The actor's own part is done. */
  z.strictObject({ name: z.literal("finishPart") }),
  z.strictObject({ name: z.literal("release") }),
  /** One sub-case in that workflow for each body named in the field, offered to it; `words` is the field that says what to do. */
  z.strictObject({
    name: z.literal("openSubCases"),
    field: z.string(),
    workflow: z.string(),
    category: z.string(),
    words: z.string(),
  }),
  z.strictObject({ name: z.literal("merge"), field: z.string() }),
  z.strictObject({ name: z.literal("relocate"), field: z.string() }),
  z.strictObject({ name: z.literal("recategorise"), field: z.string() }),
  /** Stop every clock that runs and keep what is left of it; `resumeClock` lets those go on whose state the case is in. */
  z.strictObject({ name: z.literal("pauseClock") }),
  z.strictObject({ name: z.literal("resumeClock") }),
  /** Add as many working days as the fact says to the limit of the state this step belongs to. */
  z.strictObject({ name: z.literal("extendClock"), fact: z.string() }),
  /** Start a timer of the workflow: as many working days from now as the field says. Beginning it anew replaces it. */
  z.strictObject({ name: z.literal("startTimer"), timer: z.string(), field: z.string() }),
  z.strictObject({ name: z.literal("stopTimer"), timer: z.string() }),
  /** Everyone in the place may read the outcome: what the pack's `publication` names, and no more. */
  z.strictObject({ name: z.literal("publish") }),
  z.strictObject({ name: z.literal("unpublish") }),
]);
export type Effect = z.infer<typeof Effect>;

export const Telling = z.strictObject({
  to: z.array(By).min(1),
  /** `{no}`, `{title}`, `{actor}`, `{place}`, `{due}` and `{form.<field>}` are filled in. */
  text: z.string().min(1),
});
export type Telling = z.infer<typeof Telling>;

/**
 * Who sees a step and its words on the timeline. `staff`: desks and those who work on it; `desk`: desks alone; `handlers`:
 * only those who handle it (a confidential record); `reporter`: desks and the reporter, not those who work on it.
 */
export const SeenBy = z.enum(["everyone", "staff", "desk", "handlers", "reporter"]);
export type SeenBy = z.infer<typeof SeenBy>;

/** A state's path from the workflow's root, as `handling.asking`; beside nested states a sibling's own name will do. */
const Path = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/);
export const Name = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

export const Transition = z.strictObject({
  /** Absent: the case stays where it is (a note, a follow-up call, an extension request). */
  target: Path.optional(),
  /** Alternative targets; the first whose guard holds is taken, `target` if none does. */
  branches: z
    .array(z.strictObject({ guards: z.array(Guard).min(1), target: Path, effects: z.array(Effect).default([]) }))
    .default([]),
  label: z.string().min(1),
  by: z.array(By).min(1),
  guards: z.array(Guard).default([]),
  form: Form.default([]),
  /** At least one of these fields must be filled in when a person takes the step; the clock takes it without any. */
  needsOneOf: z.array(z.string()).default([]),
  effects: z.array(Effect).default([]),
  tells: z.array(Telling).default([]),
  tone: z.enum(["primary", "default", "danger"]).default("default"),
  /** Ask once more before doing it. */
  confirm: z.string().optional(),
  /** One key on the desk. */
  key: z.string().length(1).optional(),
  /** May be done to many cases at once. */
  bulk: z.boolean().default(false),
  seenBy: SeenBy.default("everyone"),
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

/** A limit that no state has: what a superior asks to be answered by then. It ends with `stopTimer`, or with the case. */
export const Timer = z.strictObject({
  label: z.string().min(1),
  warnBefore: Duration.optional(),
  warn: Telling.optional(),
  late: Telling.optional(),
  /** A step of the workflow's own `on` that then happens by itself. */
  triggers: z.string().optional(),
});
export type Timer = z.infer<typeof Timer>;

/** What happens by itself when the inner states have come to their ends. */
export const Done = z.strictObject({
  target: Path,
  effects: z.array(Effect).default([]),
  tells: z.array(Telling).default([]),
});
export type Done = z.infer<typeof Done>;

export const Tone = z.enum(["waiting", "working", "done", "stopped"]);
export type Tone = z.infer<typeof Tone>;

const stateMembers = {
  label: z.string().min(1),
  /** Which point of the progress line this state stands at; a nested state without one stands where its parent does. */
  progress: z.string().optional(),
  tone: Tone.optional(),
  /** Whose move it is; the case stands on their worklist. Empty only in a final state or where nested states say it. */
  waitsFor: z.array(By).default([]),
  limit: Limit.optional(),
  final: z.boolean().default(false),
  on: z.record(Name, Transition).default({}),
  /** The step that happens by itself when the last sub-case has ended while the case is here. */
  whenSubCasesEnd: z.string().optional(),
};

/** A state; with `states` inside it, one of them (`initial`) or, if `parallel`, all of them at once. */
export interface State extends z.infer<z.ZodObject<typeof stateMembers>> {
  initial?: string | undefined;
  parallel: boolean;
  states?: Record<string, State> | undefined;
  done?: Done | undefined;
}
export interface StateInput extends z.input<z.ZodObject<typeof stateMembers>> {
  initial?: string | undefined;
  parallel?: boolean | undefined;
  states?: Record<string, StateInput> | undefined;
  done?: z.input<typeof Done> | undefined;
}
export const State: z.ZodType<State, StateInput> = z.strictObject({
  ...stateMembers,
  initial: z.string().optional(),
  parallel: z.boolean().default(false),
  get states() {
    return z.record(Name, State).optional();
  },
  done: Done.optional(),
});

export const Workflow = z.strictObject({
  label: z.string().min(1),
  description: z.string().default(""),
  /** Who may begin one; absent: everyone who is signed in; empty: nobody, it is only opened as a part of another case. */
  starts: z.array(By).optional(),
  /** What is asked for beside the words when one is begun, and what becomes of the answers. */
  intake: z.strictObject({ form: Form.default([]), effects: z.array(Effect).default([]) }).prefault({}),
  /** A line anyone understands, shown to the resident. */
  progress: z.array(z.strictObject({ id: z.string(), label: z.string() })).min(2),
  /** The state a new case begins in. */
  initial: Path,
  /** Where a case begins that has no community yet; absent: it begins like any other. */
  initialUnplaced: Path.optional(),
  states: z.record(Name, State),
  /** Steps that are there in every state that is not final, unless the state has one of that name. */
  on: z.record(Name, Transition).default({}),
  timers: z.record(Name, Timer).default({}),
  /** Names of the parts that invited bodies play. */
  parts: z.record(z.string(), z.string()).default({}),
  /** Small signs on lists and pages while a fact is there. */
  marks: z
    .array(z.strictObject({ fact: z.string(), label: z.string(), tone: z.enum(["info", "warning", "danger"]) }))
    .default([]),
  /** Facts shown on the case's page by themselves, with their labels. */
  shows: z.array(z.strictObject({ fact: z.string(), label: z.string() })).default([]),
  /** What `publish` lays open. Personal fields need the fact that says the person agreed. */
  publication: z
    .strictObject({
      fields: z.array(z.enum(["category", "community", "words", "outcome", "stars", "reporter", "address", "photos"])),
      /** The fact whose text is the outcome. */
      outcome: z.string(),
      consent: z.string().optional(),
    })
    .optional(),
});
export type Workflow = z.infer<typeof Workflow>;
/** A workflow as an author writes it, defaults left out. */
export type WorkflowInput = z.input<typeof Workflow>;
export type TransitionInput = z.input<typeof Transition>;
