/**
 * Activities: volunteer work, courses, talks, events. People sign up for shifts, come and go by a code that changes, and
 * their hours are made of that record. Steps of an activity's life are those of any matter (`mattersApi.act`).
 */
import { z } from "zod";
import { Done, Id, Instant, NodeRef, Paging, Position, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { StoredFile } from "./files.ts";
import { MatterSummary, MatterView } from "./matters.ts";

const Day = z.iso.date();

/** `signed` may come, `waiting` may not yet, `present` is there now, `done` was there. */
export const SignUpStatus = z.enum(["signed", "waiting", "present", "done", "absent", "withdrawn", "refused"]);
export type SignUpStatus = z.infer<typeof SignUpStatus>;

/** Where minutes come from: coming and going, a grant by staff, a correction someone asked for. */
export const MinutesBy = z.enum(["record", "granted", "corrected"]);
export type MinutesBy = z.infer<typeof MinutesBy>;

export const ShiftDraft = z.strictObject({
  /** One that is there already. */
  id: Id.optional(),
  startsAt: Instant,
  endsAt: Instant,
  /** Where it differs from the venue: 东门, 二楼活动室. */
  place: z.string().max(60).default(""),
  capacity: z.int().min(1).max(5000),
});
export type ShiftDraft = z.infer<typeof ShiftDraft>;

const draft = {
  title: z.string().trim().min(2, "请至少写 2 个字").max(60, "最多 60 个字"),
  words: z.string().trim().min(2, "请写写做什么、怎么做").max(3000, "最多 3000 字"),
  venue: z.string().trim().min(1, "请写在哪里").max(120),
  pin: Position.optional(),
  /** A facility of the place where it is held. */
  facility: Id.optional(),
  minAge: z.int().min(0).max(120).optional(),
  maxAge: z.int().min(0).max(120).optional(),
  skills: z.array(z.string().max(60)).max(10).default([]),
  /** What people must be fit for; they confirm it. */
  health: z.string().max(300).default(""),
  /** What else to bring or to mind. */
  conditions: z.string().max(500).default(""),
  /** Which insurance covers whom; read and confirmed before risky work. */
  insurance: z.string().max(1000).default(""),
  contact: z.string().max(60).default(""),
  shifts: z.array(ShiftDraft).min(1, "请至少安排一个场次").max(60, "最多 60 个场次"),
};

export const ActivityDraft = z.strictObject({
  ...draft,
  kind: z.string().max(60),
  node: Id,
  /** The body that organises it; nobody but the person where there is none. */
  body: Id.optional(),
  /** Of the same series as this activity: the next evening of a course. */
  seriesOf: Id.optional(),
  data: z.record(z.string(), z.unknown()).default({}),
});
export type ActivityDraft = z.infer<typeof ActivityDraft>;

export const ActivityEdit = z.strictObject({ ...draft, version: z.int() });
export type ActivityEdit = z.infer<typeof ActivityEdit>;

/** One's own place in a shift. */
export const MySignUp = z.object({
  id: Id,
  version: z.int(),
  status: SignUpStatus,
  /** How many stand before one on the waiting list, oneself included. */
  queue: z.int().nullable(),
  inAt: Instant.nullable(),
  outAt: Instant.nullable(),
  inBy: z.enum(["code", "staff"]).nullable(),
  outBy: z.enum(["code", "staff"]).nullable(),
  minutes: z.int().nullable(),
  minutesBy: MinutesBy.nullable(),
  /** Until then they lie open and may still change. */
  finalAt: Instant.nullable(),
  /** Why staff refused, granted or checked someone in. */
  reason: z.string().nullable(),
  stars: z.int().nullable(),
  words: z.string().nullable(),
  /** What the organiser wrote of one's work. */
  note: z.string().nullable(),
  correction: z
    .object({
      id: Id,
      status: z.enum(["open", "accepted", "refused"]),
      minutes: z.int(),
      reason: z.string(),
      answer: z.string().nullable(),
      askedAt: Instant,
    })
    .nullable(),
});
export type MySignUp = z.infer<typeof MySignUp>;

export const ShiftView = z.object({
  id: Id,
  startsAt: Instant,
  endsAt: Instant,
  place: z.string(),
  capacity: z.int(),
  taken: z.int(),
  waiting: z.int(),
  cancelled: z.boolean(),
  /** By the server's clock: the phone's may be wrong. */
  begun: z.boolean(),
  over: z.boolean(),
  /** Whether one can come in, or go, by code or by name now. */
  mayIn: z.boolean(),
  mayGo: z.boolean(),
  mine: MySignUp.nullable(),
  /** What else the viewer has signed up for at that time. */
  overlaps: z.array(z.object({ activityId: Id, title: z.string(), startsAt: Instant, endsAt: Instant })),
});
export type ShiftView = z.infer<typeof ShiftView>;

export const ActivitySummary = MatterSummary.extend({
  form: z.enum(["service", "course", "talk", "event"]),
  venue: z.string(),
  at: Position.nullable(),
  organiser: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  shifts: z.int(),
  places: z.int(),
  taken: z.int(),
  waiting: z.int(),
  /** Whether one may sign up now; `wait` when only the waiting list is left. */
  signUp: z.enum(["open", "wait", "closed"]),
  minAge: z.int().nullable(),
  maxAge: z.int().nullable(),
  skills: z.array(z.string()),
  hasHours: z.boolean(),
  mySign: SignUpStatus.nullable(),
});
export type ActivitySummary = z.infer<typeof ActivitySummary>;

export const ActivityView = ActivitySummary.omit({ shifts: true }).extend({
  matter: MatterView,
  words: z.string(),
  health: z.string(),
  conditions: z.string(),
  insurance: z.string(),
  contact: z.string(),
  facility: z.object({ id: Id, title: z.string() }).nullable(),
  /** Others of the same series. */
  series: z.array(z.object({ id: Id, title: z.string(), startsAt: Instant })),
  shifts: z.array(ShiftView),
  checkIn: z.boolean(),
  position: z.boolean(),
  risky: z.boolean(),
  registeredOnly: z.boolean(),
  evaluation: z.boolean(),
  mostMinutes: z.int(),
  noticeDays: z.int(),
  finishedAt: Instant.nullable(),
  finalAt: Instant.nullable(),
  present: z.int().nullable(),
  minutes: z.int().nullable(),
  stars: z.number().nullable(),
  /** What was reported afterwards. */
  results: z
    .object({
      at: Instant,
      details: z.array(z.object({ label: z.string(), text: z.string() })),
      photos: z.array(StoredFile),
    })
    .nullable(),
  conditionWords: z.array(z.string()),
  may: z.object({ edit: z.boolean(), people: z.boolean(), code: z.boolean(), grant: z.boolean(), decide: z.boolean() }),
});
export type ActivityView = z.infer<typeof ActivityView>;

/** A participant as the organiser's desk sees them. */
export const Participant = z.object({
  id: Id,
  version: z.int(),
  shiftId: Id,
  accountId: Id,
  name: z.string(),
  unit: NodeRef.nullable(),
  status: SignUpStatus,
  queue: z.int().nullable(),
  signedAt: Instant,
  inAt: Instant.nullable(),
  outAt: Instant.nullable(),
  inBy: z.enum(["code", "staff"]).nullable(),
  outBy: z.enum(["code", "staff"]).nullable(),
  /** How far from the venue they said they were, rounded; nothing where they did not say. */
  meters: z.int().nullable(),
  minutes: z.int().nullable(),
  minutesBy: MinutesBy.nullable(),
  reason: z.string().nullable(),
  insured: z.boolean(),
  stars: z.int().nullable(),
  words: z.string().nullable(),
  note: z.string().nullable(),
  correction: z.enum(["none", "open", "accepted", "refused"]),
});
export type Participant = z.infer<typeof Participant>;

export const CorrectionView = z.object({
  id: Id,
  activityId: Id,
  title: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  name: z.string(),
  status: z.enum(["open", "accepted", "refused"]),
  /** What the record has, and what is asked for. */
  had: z.int().nullable(),
  minutes: z.int(),
  reason: z.string(),
  askedAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  answer: z.string().nullable(),
});
export type CorrectionView = z.infer<typeof CorrectionView>;

export const MyHour = z.object({
  signUpId: Id,
  activityId: Id,
  shiftId: Id,
  title: z.string(),
  kindLabel: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  minutes: z.int(),
  minutesBy: MinutesBy,
  finalAt: Instant.nullable(),
  final: z.boolean(),
  certificate: z.boolean(),
});
export type MyHour = z.infer<typeof MyHour>;

export const CalendarEntry = z.object({
  shiftId: Id,
  activityId: Id,
  title: z.string(),
  kindLabel: z.string(),
  place: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  cancelled: z.boolean(),
  capacity: z.int(),
  taken: z.int(),
  mine: SignUpStatus.nullable(),
  tone: z.string(),
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;

export const CertificateView = z.object({
  code: z.string(),
  name: z.string(),
  from: Day,
  to: Day,
  minutes: z.int(),
  lines: z.array(
    z.object({ title: z.string(), place: z.string(), startsAt: Instant, minutes: z.int(), minutesBy: MinutesBy }),
  ),
  issuedAt: Instant,
  issuer: z.string(),
});
export type CertificateView = z.infer<typeof CertificateView>;

export const VerifiedCertificate = z.object({
  code: z.string(),
  /** `corrected`: it was right when issued, hours have been corrected since. `broken`: what is kept does not bear its seal. */
  state: z.enum(["valid", "corrected", "broken"]),
  maskedName: z.string(),
  from: Day,
  to: Day,
  minutes: z.int(),
  minutesNow: z.int(),
  activities: z.int(),
  issuedAt: Instant,
  issuer: z.string(),
});
export type VerifiedCertificate = z.infer<typeof VerifiedCertificate>;

/** What everyone may read without signing in. */
export const PublicActivity = z.object({
  code: z.string(),
  title: z.string(),
  kindLabel: z.string(),
  form: z.enum(["service", "course", "talk", "event"]),
  stateLabel: z.string(),
  words: z.string(),
  venue: z.string(),
  at: Position.nullable(),
  place: z.string(),
  organiser: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  places: z.int(),
  taken: z.int(),
  signUp: z.enum(["open", "wait", "closed"]),
  shifts: z.array(
    z.object({
      startsAt: Instant,
      endsAt: Instant,
      place: z.string(),
      capacity: z.int(),
      taken: z.int(),
      cancelled: z.boolean(),
    }),
  ),
  conditions: z.array(z.string()),
});
export type PublicActivity = z.infer<typeof PublicActivity>;

export const ActivityFilter = z.object({
  /** `open`: one may sign up; `mine`: one has signed up; `organised`: one's own; `desk`: all one's desk reads. */
  box: z.enum(["open", "mine", "organised", "desk"]).default("open"),
  q: z.string().trim().max(60).optional(),
  kind: z.string().max(60).optional(),
  form: z.enum(["service", "course", "talk", "event"]).optional(),
  state: z.string().max(120).optional(),
  tone: z.enum(["waiting", "working", "done", "stopped"]).optional(),
  under: Id.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  free: z.enum(["no", "yes"]).default("no"),
  skill: z.string().max(60).optional(),
});
export type ActivityFilter = z.infer<typeof ActivityFilter>;

const activityId = z.object({ activityId: Id });
const shiftId = z.object({ shiftId: Id });
const signUpId = z.object({ signUpId: Id });
const tenantOf = z.object({ tenant: z.string().min(1).max(40) });
const reason = z.string().trim().min(2, "请写明原因").max(300, "最多 300 字");
const version = z.int();

export const activitiesApi = {
  list: endpoint({
    method: "GET",
    path: "/activities",
    summary:
      "Activities in one box, filtered; the next to begin first, in the boxes of desks and organisers the newest",
    access: "signed-in",
    query: ActivityFilter.extend(Paging.shape),
    output: pageOf(ActivitySummary),
  }),
  view: endpoint({
    method: "GET",
    path: "/activities/:activityId",
    summary: "An activity with its shifts, counts and one's own place in it",
    access: "signed-in",
    params: activityId,
    output: ActivityView,
  }),
  byCode: endpoint({
    method: "GET",
    path: "/activities/by-code/:code",
    summary: "The activity a QR code leads to",
    access: "signed-in",
    params: z.object({ code: z.string().max(40) }),
    output: ActivityView,
  }),
  create: endpoint({
    method: "POST",
    path: "/activities",
    summary: "Organise an activity",
    access: "signed-in",
    body: ActivityDraft,
    output: z.object({ id: Id }),
  }),
  edit: endpoint({
    method: "PUT",
    path: "/activities/:activityId",
    summary: "Change an activity and its shifts; whoever signed up for a changed shift is told",
    access: "signed-in",
    params: activityId,
    body: ActivityEdit,
    output: ActivityView,
    problems: ["stale", "not-allowed-now", "conflict"],
  }),
  signUp: endpoint({
    method: "POST",
    path: "/activity-shifts/:shiftId/sign-up",
    summary: "Sign up for a shift, or stand on its waiting list",
    access: "signed-in",
    params: shiftId,
    body: z.strictObject({
      /** Only where the activity has limits of age; it is compared and not kept. */
      birthYear: z.int().min(1900).max(2100).optional(),
      skillsConfirmed: z.boolean().default(false),
      healthConfirmed: z.boolean().default(false),
      insuranceConfirmed: z.boolean().default(false),
      guardianConfirmed: z.boolean().default(false),
      /** Something else is at that time, and one knows. */
      overlapConfirmed: z.boolean().default(false),
      /** Take a place on the waiting list if there is no other. */
      wait: z.boolean().default(true),
      unit: Id.optional(),
    }),
    output: ActivityView,
    problems: ["conflict", "not-allowed-now", "already-taken"],
  }),
  withdraw: endpoint({
    method: "POST",
    path: "/sign-ups/:signUpId/withdraw",
    summary: "Give one's place back; the next on the waiting list gets it",
    access: "signed-in",
    params: signUpId,
    body: z.strictObject({ version }),
    output: ActivityView,
    problems: ["stale", "not-allowed-now"],
  }),
  code: endpoint({
    method: "GET",
    path: "/activity-shifts/:shiftId/code",
    summary: "The code to come in or to go by, for the organiser's screen; another every 30 seconds",
    access: "signed-in",
    params: shiftId,
    query: z.object({ way: z.enum(["in", "out"]) }),
    output: z.object({
      code: z.string(),
      link: z.string(),
      millisecondsLeft: z.int(),
      inside: z.int(),
      signed: z.int(),
    }),
  }),
  check: endpoint({
    method: "POST",
    path: "/activity-shifts/:shiftId/check",
    summary: "Come in or go by the code on the organiser's screen",
    access: "signed-in",
    params: shiftId,
    body: z.strictObject({
      way: z.enum(["in", "out"]),
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, "请填写 6 位数字"),
      /** Only with one's consent; the distance to the venue is kept, the position is not. */
      at: Position.optional(),
    }),
    output: ActivityView,
    problems: ["not-allowed-now", "already-taken", "too-many-requests"],
  }),
  people: endpoint({
    method: "GET",
    path: "/activities/:activityId/people",
    summary: "Who signed up, for those who organise it",
    access: "signed-in",
    params: activityId,
    output: z.object({ items: z.array(Participant) }),
  }),
  notice: endpoint({
    method: "GET",
    path: "/activities/:activityId/notice",
    summary: "The hours of those who took part, open to them (and nobody else) until they are final",
    access: "signed-in",
    params: activityId,
    output: z.object({
      finalAt: Instant.nullable(),
      items: z.array(z.object({ name: z.string(), minutes: z.int(), minutesBy: MinutesBy, mine: z.boolean() })),
    }),
  }),
  attend: endpoint({
    method: "POST",
    path: "/sign-ups/:signUpId/attendance",
    summary: "Staff check someone in or out by name now, or note that they were there or not; marked as theirs",
    access: "signed-in",
    params: signUpId,
    body: z.strictObject({ version, what: z.enum(["in", "out", "was-there", "absent"]), reason }),
    output: Participant,
    problems: ["stale", "not-allowed-now"],
  }),
  refuse: endpoint({
    method: "POST",
    path: "/sign-ups/:signUpId/refuse",
    summary: "The organiser cannot take someone; they are told why",
    access: "signed-in",
    params: signUpId,
    body: z.strictObject({ version, reason }),
    output: Participant,
    problems: ["stale", "not-allowed-now"],
  }),
  grant: endpoint({
    method: "POST",
    path: "/sign-ups/:signUpId/grant",
    summary: "Minutes for someone without a whole record: never more than the shift was long, and marked",
    access: "signed-in",
    params: signUpId,
    body: z.strictObject({ version, minutes: z.int().min(1).max(1440), reason }),
    output: Participant,
    problems: ["stale", "not-allowed-now"],
  }),
  evaluate: endpoint({
    method: "POST",
    path: "/sign-ups/:signUpId/evaluation",
    summary: "A volunteer rates the activity",
    access: "signed-in",
    params: signUpId,
    body: z.strictObject({ version, stars: z.int().min(1).max(5), words: z.string().trim().max(500).default("") }),
    output: ActivityView,
    problems: ["stale", "not-allowed-now"],
  }),
  note: endpoint({
    method: "POST",
    path: "/sign-ups/:signUpId/note",
    summary: "The organiser writes of a volunteer's work; the volunteer reads it",
    access: "signed-in",
    params: signUpId,
    body: z.strictObject({ version, note: z.string().trim().min(2).max(500) }),
    output: Participant,
    problems: ["stale", "not-allowed-now"],
  }),
  askCorrection: endpoint({
    method: "POST",
    path: "/sign-ups/:signUpId/correction",
    summary: "Ask for one's hours to be corrected",
    access: "signed-in",
    params: signUpId,
    body: z.strictObject({ version, minutes: z.int().min(0).max(1440), reason }),
    output: ActivityView,
    problems: ["stale", "not-allowed-now", "conflict"],
  }),
  corrections: endpoint({
    method: "GET",
    path: "/hour-corrections",
    summary: "Corrections asked for in the activities one's desk reads",
    access: "signed-in",
    query: Paging.extend({ status: z.enum(["open", "decided"]).default("open"), activity: Id.optional() }),
    output: pageOf(CorrectionView),
  }),
  decideCorrection: endpoint({
    method: "POST",
    path: "/hour-corrections/:correctionId/decision",
    summary: "Accept or refuse a correction; nobody decides their own",
    access: "signed-in",
    params: z.object({ correctionId: Id }),
    body: z.strictObject({ accept: z.boolean(), minutes: z.int().min(0).max(1440).optional(), answer: reason }),
    output: CorrectionView,
    problems: ["not-allowed-now"],
  }),
  calendar: endpoint({
    method: "GET",
    path: "/activity-calendar",
    summary: "Shifts between two moments (at most 62 days): one's own, or those of the area",
    access: "signed-in",
    query: z.object({ whose: z.enum(["mine", "area"]), from: Instant, to: Instant, under: Id.optional() }),
    output: z.object({ items: z.array(CalendarEntry), more: z.boolean() }),
  }),
  hours: endpoint({
    method: "GET",
    path: "/my-hours",
    summary: "One's own hours: sums, by month, and where each comes from",
    access: "signed-in",
    query: Paging.extend({ year: z.coerce.number().int().min(2000).max(2200).optional() }),
    output: pageOf(MyHour).extend({
      minutes: z.int(),
      finalMinutes: z.int(),
      times: z.int(),
      months: z.array(z.object({ month: z.string(), minutes: z.int(), times: z.int() })),
    }),
  }),
  feed: endpoint({
    method: "GET",
    path: "/calendar-feed",
    summary: "The address of one's own iCalendar feed, if one has one",
    access: "signed-in",
    output: z.object({ path: z.string().nullable(), since: Instant.nullable() }),
  }),
  renewFeed: endpoint({
    method: "POST",
    path: "/calendar-feed",
    summary: "A new secret address for one's feed; the one before is no longer answered",
    access: "signed-in",
    output: z.object({ path: z.string(), since: Instant }),
  }),
  dropFeed: endpoint({
    method: "DELETE",
    path: "/calendar-feed",
    summary: "No feed any more",
    access: "signed-in",
    output: Done,
  }),
  certificates: endpoint({
    method: "GET",
    path: "/certificates",
    summary: "Certificates one has issued for oneself",
    access: "signed-in",
    query: Paging,
    output: pageOf(CertificateView.omit({ lines: true })),
  }),
  certificate: endpoint({
    method: "GET",
    path: "/certificates/:code",
    summary: "One of one's own certificates, to be printed",
    access: "signed-in",
    params: z.object({ code: z.string().max(60) }),
    output: CertificateView,
  }),
  issue: endpoint({
    method: "POST",
    path: "/certificates",
    summary: "Issue a certificate of one's own service hours for a period; free, final hours alone",
    access: "signed-in",
    body: z.strictObject({ from: Day, to: Day }),
    output: CertificateView,
    problems: ["conflict"],
  }),
  verify: endpoint({
    method: "GET",
    path: "/public/verify/:code",
    summary: "Whether a certificate is genuine, and still what the record says",
    access: "public",
    params: z.object({ code: z.string().max(60) }),
    output: VerifiedCertificate,
  }),
  publicList: endpoint({
    method: "GET",
    path: "/public/:tenant/activities",
    summary: "Open public activities of a place, without signing in",
    access: "public",
    params: tenantOf,
    query: Paging.extend({ under: Id.optional() }),
    output: pageOf(PublicActivity),
  }),
  publicView: endpoint({
    method: "GET",
    path: "/public/:tenant/activities/:code",
    summary: "One public activity, without signing in",
    access: "public",
    params: tenantOf.extend({ code: z.string().max(40) }),
    output: PublicActivity,
  }),
};
