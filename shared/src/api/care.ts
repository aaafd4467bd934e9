/**
 * Regular visits to people who need them. Who they are is masked on every list and page; it is shown with a reason that is
 * kept, to the visitors and the desk of the place.
 */
import { z } from "zod";
import { Field } from "../pack/form.ts";
import { Answers, Day, Person, said } from "./bookings.ts";
import { Id, Instant, NodeRef, Paging, PersonName, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { StoredFile } from "./files.ts";

const version = z.int().min(1);

export const CareSummary = z.object({
  id: Id,
  kind: z.string(),
  kindLabel: z.string(),
  /** 张**: enough to tell one's own from another's. */
  name: z.string(),
  node: NodeRef,
  trail: z.string(),
  everyDays: z.int(),
  status: z.enum(["active", "paused", "ended"]),
  nextOn: Day.nullable(),
  pausedUntil: Day.nullable(),
  /** Of an active plan: how its next visit stands. */
  due: z.enum(["late", "soon", "ok", "none"]),
  lateDays: z.int(),
  lastVisitAt: Instant.nullable(),
  visitors: z.array(Person),
  team: NodeRef.nullable(),
  mine: z.boolean(),
  version: z.int(),
});
export type CareSummary = z.infer<typeof CareSummary>;

export const CareEntry = z.object({
  id: Id,
  type: z.enum(["visit", "not-met", "note"]),
  at: Instant,
  by: z.string(),
  details: z.array(z.object({ label: z.string(), text: z.string() })),
  photos: z.array(StoredFile),
  caseId: Id.nullable(),
});
export type CareEntry = z.infer<typeof CareEntry>;

export const CareView = CareSummary.extend({
  entries: z.array(CareEntry),
  nextCursor: z.string().nullable(),
  /** What is asked on a visit. */
  form: z.array(Field),
  /** Why it is paused or was ended. */
  reason: z.string().nullable(),
  may: z.object({ edit: z.boolean(), visit: z.boolean(), reveal: z.boolean() }),
});
export type CareView = z.infer<typeof CareView>;

/** What is sealed. */
export const CarePerson = z.strictObject({
  name: PersonName,
  phone: z
    .string()
    .regex(/^$|^\+?[\d -]{5,20}$/, "请填写电话号码")
    .default(""),
  address: z.string().max(200).default(""),
  health: z.string().max(500).default(""),
  guardian: z.string().max(30).default(""),
  guardianPhone: z
    .string()
    .regex(/^$|^\+?[\d -]{5,20}$/, "请填写电话号码")
    .default(""),
});
export type CarePerson = z.infer<typeof CarePerson>;

const planId = z.object({ planId: Id });
const reason = said("请写明原因", 200);
const boxes = ["late", "soon", "active", "paused", "ended"] as const;
export type CareBox = (typeof boxes)[number];

export const CareFilter = z.object({
  box: z.enum(boxes).default("active"),
  /** `mine`: those one visits; `desk`: those of the places one reads. */
  whose: z.enum(["mine", "desk"]).default("desk"),
  under: Id.optional(),
  kind: z.string().max(40).optional(),
  /** The whole name: it is found without being readable. */
  name: z.string().max(30).optional(),
});

const problems = ["not-found", "stale", "not-allowed-now"] as const;

export const careApi = {
  plans: endpoint({
    method: "GET",
    path: "/care",
    summary: "People who are visited, the most overdue first",
    access: "signed-in",
    query: Paging.extend(CareFilter.shape),
    output: pageOf(CareSummary),
  }),
  counts: endpoint({
    method: "GET",
    path: "/care/counts",
    summary: "How many are overdue, due soon, visited; and visits this month",
    access: "signed-in",
    query: z.object({ whose: z.enum(["mine", "desk"]).default("desk"), under: Id.optional() }),
    output: z.object({
      late: z.int(),
      soon: z.int(),
      active: z.int(),
      paused: z.int(),
      visitsThisMonth: z.int(),
      peopleVisitedThisMonth: z.int(),
    }),
  }),
  today: endpoint({
    method: "GET",
    path: "/care/today",
    summary: "One's own visits that are due, in the order of their places",
    access: "signed-in",
    output: z.object({ items: z.array(CareSummary) }),
  }),
  plan: endpoint({
    method: "GET",
    path: "/care/:planId",
    summary: "One of them with what was done, newest first",
    access: "signed-in",
    params: planId,
    query: z.object({ cursor: z.string().max(200).optional() }),
    output: CareView,
    problems: ["not-found"],
  }),
  addPlan: endpoint({
    method: "POST",
    path: "/care",
    summary: "Begin visiting someone (right `care.edit`)",
    access: "signed-in",
    body: z.strictObject({
      kind: z.string().max(40),
      nodeId: Id,
      person: CarePerson,
      everyDays: z.int().min(1).max(365).optional(),
      firstOn: Day.optional(),
      visitors: z.array(Id).max(20),
      teamId: Id.nullable().default(null),
    }),
    output: CareView,
    problems: ["not-found"],
  }),
  changePlan: endpoint({
    method: "PUT",
    path: "/care/:planId",
    summary: "Rhythm and visitors; the person only if it is given anew as a whole",
    access: "signed-in",
    params: planId,
    body: z.strictObject({
      version,
      everyDays: z.int().min(1).max(365),
      visitors: z.array(Id).max(20),
      teamId: Id.nullable(),
      person: CarePerson.optional(),
    }),
    output: CareView,
    problems,
  }),
  reveal: endpoint({
    method: "POST",
    path: "/care/:planId/person",
    summary: "Name, telephone, address, health and guardian; who looked and why is kept",
    access: "signed-in",
    params: planId,
    body: z.strictObject({ reason }),
    output: CarePerson,
    problems: ["not-found"],
  }),
  visit: endpoint({
    method: "POST",
    path: "/care/:planId/visits",
    summary: "Write down a visit; whoever was not met is still due",
    access: "signed-in",
    params: planId,
    body: z.strictObject({ met: z.boolean(), data: Answers.default({}) }),
    output: CareView,
    problems,
  }),
  note: endpoint({
    method: "POST",
    path: "/care/:planId/notes",
    summary: "A note between visits: support given, a case opened for them",
    access: "signed-in",
    params: planId,
    body: z.strictObject({ words: said("请填写内容", 1000), caseNo: z.string().max(40).optional() }),
    output: CareView,
    problems,
  }),
  pause: endpoint({
    method: "POST",
    path: "/care/:planId/pause",
    summary: "No visits until a day: in hospital, away",
    access: "signed-in",
    params: planId,
    body: z.strictObject({ version, until: Day, reason }),
    output: CareView,
    problems,
  }),
  resume: endpoint({
    method: "POST",
    path: "/care/:planId/resume",
    summary: "Visits again from today",
    access: "signed-in",
    params: planId,
    body: z.strictObject({ version }),
    output: CareView,
    problems,
  }),
  end: endpoint({
    method: "POST",
    path: "/care/:planId/end",
    summary: "Visits end for good, with the reason",
    access: "signed-in",
    params: planId,
    body: z.strictObject({ version, reason }),
    output: CareView,
    problems,
  }),
};
