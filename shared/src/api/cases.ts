import { z } from "zod";
import { Field } from "../pack/form.ts";
import {
  Done,
  Id,
  Instant,
  LatInQuery,
  LngInQuery,
  NodeRef,
  Paging,
  PersonName,
  Phone,
  Position,
  pageOf,
} from "./common.ts";
import { endpoint } from "./contract.ts";
import { maxPhotos, StoredFile } from "./files.ts";

export const Visibility = z.enum(["public", "private", "confidential"]);
export const Tone = z.enum(["waiting", "working", "done", "stopped"]);

/** What a resident, a desk or a grid worker sends in. Answers 201-like with the case as the reporter sees it. */
export const CaseDraft = z.strictObject({
  category: z.string().min(1).max(60),
  kind: z.string().min(1).max(40).optional(),
  words: z.string().min(2, "请至少写 2 个字").max(2000, "最多 2000 字"),
  photos: z.array(Id).max(maxPhotos).default([]),
  /** Pin on the map, WGS-84. */
  pin: Position.optional(),
  address: z.string().max(120).optional(),
  /** A grid, compound, community (or anything below one) that was picked or matched from the address. */
  node: Id.optional(),
  visibility: Visibility.default("private"),
  /** How to reach the reporter, when it is not the phone they signed in with. */
  contact: z.strictObject({ name: PersonName, phone: Phone }).optional(),
  /** The resident on whose behalf this is sent (by a neighbour, at the desk, by a grid worker). */
  onBehalfOf: z.strictObject({ name: PersonName, phone: Phone.optional() }).optional(),
  /** Answers to the intake form of the category's workflow, by field name. */
  data: z.record(z.string(), z.unknown()).default({}),
});
export type CaseDraft = z.infer<typeof CaseDraft>;

export const Worker = z.object({ id: Id, name: z.string() });

export const CaseSummary = z.object({
  id: Id,
  no: z.string(),
  version: z.int(),
  category: z.string(),
  categoryLabel: z.string(),
  urgent: z.boolean(),
  words: z.string(),
  visibility: Visibility,
  workflow: z.string(),
  stateLabel: z.string(),
  tone: Tone,
  /** Small signs: supervised, an extension asked for, opened again. */
  marks: z.array(z.object({ label: z.string(), tone: z.enum(["info", "warning", "danger"]) })),
  place: z.string(),
  community: NodeRef.nullable(),
  pin: Position.nullable(),
  /** Metres from the `near` position of the list, when one was given. */
  meters: z.int().nullable(),
  submittedAt: Instant,
  dueAt: Instant.nullable(),
  /** Against the current limit. `paused` while waiting for the resident. */
  time: z.enum(["none", "ok", "soon", "late", "paused"]),
  assignedTo: z.string().nullable(),
  handler: z.string().nullable(),
  photoCount: z.int(),
  /** Actions that can be done to many at once from the list. */
  bulkActions: z.array(z.string()),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** A button: drawn from the pack's statechart and this actor's rights, never from a state's name. */
export const CaseAction = z.object({
  action: z.string(),
  label: z.string(),
  tone: z.enum(["primary", "default", "danger"]),
  confirm: z.string().nullable(),
  key: z.string().nullable(),
  bulk: z.boolean(),
  form: z.array(Field),
});
export type CaseAction = z.infer<typeof CaseAction>;

export const TimelineEntry = z.object({
  id: Id,
  at: Instant,
  /** Who did it, as this viewer may see it. */
  actor: z.string(),
  label: z.string(),
  /** Answers of the step's form in words: label and text. */
  details: z.array(z.object({ label: z.string(), text: z.string() })),
  photos: z.array(StoredFile),
  /** Who reads this entry, when not everyone does: 仅受理部门可见. */
  audience: z.string().nullable(),
  urgent: z.boolean(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const CaseView = CaseSummary.omit({ meters: true, bulkActions: true }).extend({
  kindLabel: z.string().nullable(),
  channel: z.string(),
  address: z.string().nullable(),
  trail: z.array(NodeRef),
  reporter: z.object({ name: z.string(), phone: z.string().nullable(), mine: z.boolean() }),
  onBehalfOf: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  /** Whether `revealContact` is open to this actor. */
  mayReveal: z.boolean(),
  photos: z.array(StoredFile),
  progress: z.array(z.object({ label: z.string(), reached: z.boolean(), current: z.boolean() })),
  /** One sentence: whose move it is and by when. */
  waiting: z.string().nullable(),
  /** Who handles it: the lead first, then those who assist, with their part and whether it is done. */
  handlers: z.array(
    z.object({
      name: z.string(),
      body: z.string().nullable(),
      lead: z.boolean(),
      plays: z.string().nullable(),
      doneAt: Instant.nullable(),
    }),
  ),
  /** Asked to assist and not there yet. */
  invited: z.array(z.object({ name: z.string(), plays: z.string().nullable() })),
  /** Every limit that runs, the nearest first; more than one where states are nested or run side by side. */
  limits: z.array(
    z.object({ label: z.string(), dueAt: Instant.nullable(), time: z.enum(["ok", "soon", "late", "paused"]) }),
  ),
  /** What is known of it: the facts its workflow shows. */
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  parent: z.object({ id: Id, no: z.string() }).nullable(),
  /** The parts it is divided into, as far as this viewer may see them. */
  children: z.array(
    z.object({
      id: Id,
      no: z.string(),
      words: z.string(),
      stateLabel: z.string(),
      tone: Tone,
      assignedTo: z.string().nullable(),
      dueAt: Instant.nullable(),
      time: z.enum(["none", "ok", "soon", "late", "paused"]),
    }),
  ),
  workflowLabel: z.string(),
  publishedAt: Instant.nullable(),
  rating: z.object({ stars: z.int(), solved: z.boolean() }).nullable(),
  mergedInto: z.object({ id: Id, no: z.string() }).nullable(),
  duplicates: z.array(z.object({ id: Id, no: z.string() })),
  timeline: z.array(TimelineEntry),
  actions: z.array(CaseAction),
});
export type CaseView = z.infer<typeof CaseView>;

export const Box = z.enum(["reported", "mine", "team", "soon", "late", "desk", "open", "neighbours"]);

/** One filter for list, map, counts, export and saved views. */
export const CaseFilter = z.object({
  /**
   * `reported` sent by me · `mine` waiting for me or handled by me · `team` offered to or held by my bodies · `soon` close
   * to its limit · `late` past it · `desk` everything in my scope · `open` in my scope and not ended · `neighbours` public ones of my community.
   */
  box: Box.default("desk"),
  q: z.string().max(60).optional(),
  category: z.string().max(60).optional(),
  workflow: z.string().max(60).optional(),
  /** `workflow:path` of a state as listed by `GET /pack`. */
  state: z.string().max(200).optional(),
  /** Cases that count in this figure (a metric of the pack) and, with `alsoMetric`, in that one too. */
  metric: z.string().max(60).optional(),
  alsoMetric: z.string().max(60).optional(),
  /** Leave out those that count in this one. */
  withoutMetric: z.string().max(60).optional(),
  tone: Tone.optional(),
  under: Id.optional(),
  assignee: Id.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

export const Candidate = z.object({
  id: Id,
  name: z.string(),
  tier: z.string(),
  tierLabel: z.string(),
  place: z.string(),
  people: z.array(z.string()),
  openCases: z.int(),
  meters: z.int().nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

export const SavedFilter = z.object({ id: Id, name: z.string(), filter: CaseFilter.partial() });

/** The outcome of a case that was made public: what the pack lays open, and nothing else. */
export const Outcome = z.object({
  id: Id,
  no: z.string(),
  publishedAt: Instant,
  submittedAt: Instant,
  category: z.string().nullable(),
  community: z.string().nullable(),
  words: z.string().nullable(),
  outcome: z.string(),
  stars: z.int().nullable(),
  reporter: z.string().nullable(),
  address: z.string().nullable(),
  photos: z.array(StoredFile),
});
export type Outcome = z.infer<typeof Outcome>;

const CaseParams = z.object({ caseId: Id });
/** Answers to an action's form: by field name. Checked against the form in the pack. */
const FormData = z.record(z.string(), z.unknown());

export const casesApi = {
  submit: endpoint({
    method: "POST",
    path: "/cases",
    summary: "Submit a case",
    access: "signed-in",
    body: CaseDraft,
    output: CaseView,
    problems: ["unknown-category", "outside-area", "not-found"],
  }),
  list: endpoint({
    method: "GET",
    path: "/cases",
    summary: "Cases in one's boxes and scope",
    access: "signed-in",
    query: CaseFilter.extend({
      ...Paging.shape,
      sort: z.enum(["newest", "due", "nearest"]).default("newest"),
      lng: LngInQuery.optional(),
      lat: LatInQuery.optional(),
    }),
    output: pageOf(CaseSummary),
  }),
  counts: endpoint({
    method: "GET",
    path: "/case-counts",
    summary: "How many open cases stand in each box (stops counting at 1000)",
    access: "signed-in",
    output: z.object({ mine: z.int(), team: z.int(), soon: z.int(), late: z.int(), open: z.int() }),
  }),
  view: endpoint({
    method: "GET",
    path: "/cases/:caseId",
    summary: "One case with timeline and allowed actions",
    access: "signed-in",
    params: CaseParams,
    output: CaseView,
  }),
  act: endpoint({
    method: "POST",
    path: "/cases/:caseId/actions/:action",
    summary: "Take a step of the workflow",
    access: "signed-in",
    params: CaseParams.extend({ action: z.string().max(60) }),
    body: z.strictObject({ version: z.int(), data: FormData.default({}) }),
    output: CaseView,
    problems: ["stale", "not-allowed-now", "already-taken"],
  }),
  actOnMany: endpoint({
    method: "POST",
    path: "/case-actions/:action",
    summary: "Take the same step on up to 200 cases; each succeeds or fails by itself",
    access: "signed-in",
    params: z.object({ action: z.string().max(60) }),
    body: z.strictObject({
      cases: z
        .array(z.strictObject({ id: Id, version: z.int() }))
        .min(1)
        .max(200),
      data: FormData.default({}),
    }),
    output: z.object({ done: z.array(Id), failed: z.array(z.object({ id: Id, no: z.string(), detail: z.string() })) }),
  }),
  bulkAction: endpoint({
    method: "GET",
    path: "/case-actions/:action",
    summary: "The form of an action that can be done to many",
    access: "signed-in",
    params: z.object({ action: z.string().max(60) }),
    output: CaseAction,
  }),
  candidates: endpoint({
    method: "GET",
    path: "/case-candidates",
    summary:
      "Whom a case can be handed to: the grid it lies in, then tier by tier the nearest; with what each has in hand",
    access: "signed-in",
    query: z.object({
      caseId: Id.optional(),
      q: z.string().max(50).optional(),
      tiers: z.string().max(200),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    output: z.object({ items: z.array(Candidate) }),
  }),
  revealContact: endpoint({
    method: "POST",
    path: "/cases/:caseId/contact",
    summary: "See the reporter's phone; the reason is logged",
    access: "signed-in",
    params: CaseParams,
    body: z.strictObject({
      reason: z
        .string()
        .min(2)
        .max(200)
        .regex(/\S[\s\S]*\S/, "请写明查看的理由"),
    }),
    output: z.object({
      reporter: z.object({ name: z.string(), phone: z.string().nullable() }),
      onBehalfOf: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
    }),
  }),
  outcomes: endpoint({
    method: "GET",
    path: "/outcomes",
    summary: "Outcomes made public, newest first: masked by the pack, open to everyone signed in",
    access: "signed-in",
    query: Paging.extend({ under: Id.optional(), category: z.string().max(60).optional() }),
    output: pageOf(Outcome),
  }),
  savedFilters: endpoint({
    method: "GET",
    path: "/case-filters",
    summary: "One's own saved filters",
    access: "signed-in",
    output: z.object({ items: z.array(SavedFilter) }),
  }),
  saveFilter: endpoint({
    method: "POST",
    path: "/case-filters",
    summary: "Save a filter under a name; the same name replaces it",
    access: "signed-in",
    body: z.strictObject({ name: z.string().min(1).max(30).regex(/\S/, "请填写名称"), filter: CaseFilter.partial() }),
    output: SavedFilter,
  }),
  deleteFilter: endpoint({
    method: "DELETE",
    path: "/case-filters/:filterId",
    summary: "Delete a saved filter",
    access: "signed-in",
    params: z.object({ filterId: Id }),
    output: Done,
  }),
};
