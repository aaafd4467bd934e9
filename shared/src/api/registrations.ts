/**
 * 双报到: units' Party organisations and members who registered with a community. Steps (confirm, review, leave) are taken
 * through `mattersApi.act`. That someone is a Party member is sensitive: lists mask names but for those who keep the register.
 */
import { z } from "zod";
import { Tone } from "./cases.ts";
import { Id, Instant, NodeRef, Paging, PersonName, Phone, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { MatterView } from "./matters.ts";
import { FieldProblem } from "./problem.ts";

const Day = z.iso.date();
const minutesOfDay = 24 * 60;

/** A weekly free time: 1 Monday … 7 Sunday, minutes since midnight. */
export const FreeTime = z
  .strictObject({
    day: z.int().min(1).max(7),
    from: z
      .int()
      .min(0)
      .max(minutesOfDay - 1),
    to: z.int().min(1).max(minutesOfDay),
  })
  .refine(({ from, to }) => from < to, "结束时间要晚于开始时间");
export type FreeTime = z.infer<typeof FreeTime>;

/** What someone offers; asked for matching and for nothing else. */
const offer = {
  skills: z.array(z.string().max(60)).max(20).default([]),
  free: z.array(FreeTime).max(28).default([]),
  reachMeters: z.int().min(100).max(100_000).nullable().default(null),
  mostAtOnce: z.int().min(1).max(20).nullable().default(null),
  birthYear: z.int().min(1900).max(2020).nullable().default(null),
};

export const RegistrationSummary = z.object({
  id: Id,
  kind: z.string(),
  kindLabel: z.string(),
  who: z.enum(["unit", "person"]),
  /** Of a person: masked where the viewer does not keep the register. */
  name: z.string(),
  /** Always masked. */
  phone: z.string().nullable(),
  body: NodeRef.nullable(),
  node: NodeRef,
  place: z.string(),
  unit: NodeRef.nullable(),
  unitSees: z.boolean(),
  skills: z.array(z.object({ id: z.string(), label: z.string() })),
  stateLabel: z.string(),
  tone: Tone,
  active: z.boolean(),
  ended: z.boolean(),
  createdAt: Instant,
  registeredAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** When it is to be confirmed or looked at again. */
  dueAt: Instant.nullable(),
  time: z.enum(["none", "ok", "soon", "late", "paused"]),
  version: z.int(),
  mine: z.boolean(),
  /** Steps that can be taken on many at once. */
  bulk: z.array(z.object({ action: z.string(), label: z.string() })),
});
export type RegistrationSummary = z.infer<typeof RegistrationSummary>;

export const RegistrationDetail = RegistrationSummary.extend({
  free: z.array(FreeTime),
  reachMeters: z.int().nullable(),
  mostAtOnce: z.int().nullable(),
  /** Only to the person. */
  birthYear: z.int().nullable(),
  consent: z.object({
    /** The unit sees records of those who agree; else sums at most, and there is nothing to agree to. */
    asked: z.boolean(),
    agreedAt: Instant.nullable(),
  }),
  may: z.object({ edit: z.boolean(), consent: z.boolean(), contact: z.boolean() }),
  matter: MatterView,
});
export type RegistrationDetail = z.infer<typeof RegistrationDetail>;

/** `desk` all in my scope · `mine` my own and those of bodies I speak for · `unit` my units' people who agreed. */
export const RegistrationBox = z.enum(["desk", "mine", "unit"]);

export const RegistrationFilter = z.object({
  box: RegistrationBox.default("desk"),
  /** `waiting` for the community · `active` counted as registered · `ended` · `open` the first two · `all`. */
  standing: z.enum(["all", "open", "waiting", "active", "ended"]).default("all"),
  kind: z.string().max(60).optional(),
  /** `workflow:path` as listed by `GET /pack`. */
  state: z.string().max(200).optional(),
  under: Id.optional(),
  unit: Id.optional(),
  body: Id.optional(),
  skill: z.string().max(60).optional(),
  q: z.string().max(60).optional(),
  /** First registered on one of these days. */
  from: Day.optional(),
  to: Day.optional(),
  /** Registered at the end of that day. */
  asOf: Day.optional(),
});
export type RegistrationFilter = z.infer<typeof RegistrationFilter>;

export const RegistrationDraft = z.strictObject({
  kind: z.string().max(60),
  node: Id,
  /** For a unit's registration: the unit, by who speaks for it. */
  body: Id.optional(),
  /** The unit a person belongs to. */
  unit: Id.optional(),
  ...offer,
  /** The person agrees that the unit sees their records. */
  unitSees: z.boolean().default(false),
  /** Entered by the community for somebody who came by: begins confirmed. */
  person: z.strictObject({ name: PersonName, phone: Phone }).optional(),
  /** Answers to the kind's own questions. */
  data: z.record(z.string(), z.unknown()).default({}),
});

const Params = z.object({ registrationId: Id });

/** What an import would do or has done; `problems` name line and column of the sheet. */
export const RegistrationImport = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  /** New registrations, and how many new accounts came with them. */
  created: z.int(),
  people: z.int(),
  /** Registered already: left as they are. */
  unchanged: z.int(),
  /** Rows that were left out because of a problem. */
  skipped: z.int(),
  problems: z.array(FieldProblem),
  seconds: z.number(),
});
export type RegistrationImport = z.infer<typeof RegistrationImport>;

/**
 * `POST /registrations/import?kind=…&dryRun=yes|no&rows=all|good` takes a sheet (multipart field `file`) and answers with one
 * JSON document a line, the last of which has `report` or `problem`.
 */
export const ImportProgress = z.object({
  stage: z.enum(["checking", "writing"]),
  done: z.int(),
  total: z.int(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

export const registrationsApi = {
  list: endpoint({
    method: "GET",
    path: "/registrations",
    summary: "Registrations, newest first: in one's scope, one's own, or of one's unit's people who agreed",
    access: "signed-in",
    query: RegistrationFilter.extend(Paging.shape),
    output: pageOf(RegistrationSummary),
  }),
  counts: endpoint({
    method: "GET",
    path: "/registration-counts",
    summary: "How many registrations stand where",
    access: "signed-in",
    query: RegistrationFilter.pick({ box: true, kind: true, under: true, unit: true }),
    output: z.object({ waiting: z.int(), active: z.int(), ended: z.int() }),
  }),
  register: endpoint({
    method: "POST",
    path: "/registrations",
    summary: "Register oneself, a unit one speaks for, or, as the community, somebody who came by",
    access: "signed-in",
    body: RegistrationDraft,
    output: RegistrationDetail,
    problems: ["conflict", "not-found"],
  }),
  view: endpoint({
    method: "GET",
    path: "/registrations/:registrationId",
    summary: "One registration with its history and allowed steps",
    access: "signed-in",
    params: Params,
    output: RegistrationDetail,
  }),
  edit: endpoint({
    method: "POST",
    path: "/registrations/:registrationId/offer",
    summary: "Change unit, skills, free times, reach; by whoever registered, or the community",
    access: "signed-in",
    params: Params,
    body: z.strictObject({ version: z.int(), unit: Id.nullable().optional(), ...offer }),
    output: RegistrationDetail,
    problems: ["stale", "not-allowed-now"],
  }),
  consent: endpoint({
    method: "POST",
    path: "/registrations/:registrationId/consent",
    summary: "Agree that one's unit sees one's records, or take that back: it then sees none of them any more",
    access: "signed-in",
    params: Params,
    body: z.strictObject({ agreed: z.boolean() }),
    output: RegistrationDetail,
    problems: ["not-allowed-now"],
  }),
  contact: endpoint({
    method: "POST",
    path: "/registrations/:registrationId/contact",
    summary: "The unmasked telephone number, for a reason that is kept",
    access: "signed-in",
    params: Params,
    body: z.strictObject({ reason: z.string().min(2).max(200) }),
    output: z.object({ name: z.string(), phone: z.string().nullable() }),
  }),
};
