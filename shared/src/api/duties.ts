/** Duty rotas: a template, the shifts made of it, who stands where now, swapping and substituting. */
import { z } from "zod";
import { Day, Person, said } from "./bookings.ts";
import { Id, Instant, NodeRef, Paging, pageOf, TenantId } from "./common.ts";
import { endpoint } from "./contract.ts";

const version = z.int().min(1);
const words = z.string().max(300);

export const RotaLine = z.object({
  id: Id,
  /** 1 Monday … 7 Sunday of a weekly rota, the day of the month of a monthly one. */
  onDay: z.int(),
  from: z.string(),
  minutes: z.int(),
  label: z.string(),
  needed: z.int(),
  people: z.array(Person),
});
export type RotaLine = z.infer<typeof RotaLine>;

export const RotaSummary = z.object({
  id: Id,
  kind: z.string(),
  kindLabel: z.string(),
  name: z.string(),
  node: NodeRef,
  trail: z.string(),
  place: z.string(),
  cycle: z.enum(["weekly", "monthly"]),
  signUp: z.boolean(),
  ended: z.boolean(),
  mayEdit: z.boolean(),
  version: z.int(),
});
export type RotaSummary = z.infer<typeof RotaSummary>;

export const Rota = RotaSummary.extend({
  startsOn: Day,
  lines: z.array(RotaLine),
  /** Those who take turns where a line names nobody. */
  turns: z.array(Person),
});
export type Rota = z.infer<typeof Rota>;

export const Shift = z.object({
  id: Id,
  rota: z.object({ id: Id, name: z.string(), kindLabel: z.string(), place: z.string(), trail: z.string() }),
  label: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  needed: z.int(),
  cancelled: z.boolean(),
  reason: z.string().nullable(),
  people: z.array(Person.extend({ mine: z.boolean(), how: z.enum(["assigned", "signed-up", "swapped"]) })),
  /** Handed over to the next; for staff and those on the shift. */
  note: z.string().nullable(),
  mine: z.boolean(),
  may: z.object({ edit: z.boolean(), signUp: z.boolean(), leave: z.boolean(), swap: z.boolean(), note: z.boolean() }),
  version: z.int(),
});
export type Shift = z.infer<typeof Shift>;

export const Swap = z.object({
  id: Id,
  shift: Shift,
  /** What is given in exchange; null: the other only takes over. */
  forShift: Shift.nullable(),
  from: Person,
  to: Person,
  words: z.string(),
  status: z.enum(["asked", "accepted", "refused", "withdrawn"]),
  mine: z.enum(["asked-by-me", "asked-of-me"]),
});
export type Swap = z.infer<typeof Swap>;

/** Who is on duty: names and places, no telephone numbers. */
export const OnDuty = z.object({
  rota: z.string(),
  kindLabel: z.string(),
  trail: z.string(),
  place: z.string(),
  label: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  now: z.boolean(),
  people: z.array(z.string()),
  needed: z.int(),
});
export type OnDuty = z.infer<typeof OnDuty>;

export const RotaDraft = z.strictObject({
  name: said("请填写名称", 60),
  place: z.string().max(60).default(""),
  signUp: z.boolean(),
  turns: z.array(Id).max(200).default([]),
  lines: z
    .array(
      z.strictObject({
        onDay: z.int().min(1).max(31),
        from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "请填写时间，如 08:30"),
        minutes: z.int().min(10).max(1440),
        label: z.string().max(30).default(""),
        needed: z.int().min(1).max(50),
        people: z.array(Id).max(50).default([]),
      }),
    )
    .min(1, "请至少填写一个班次")
    .max(100),
});
export type RotaDraft = z.infer<typeof RotaDraft>;

const rotaId = z.object({ rotaId: Id });
const shiftId = z.object({ shiftId: Id });
const swapId = z.object({ swapId: Id });
const problems = ["not-found", "stale", "not-allowed-now", "already-taken", "conflict"] as const;

export const dutiesApi = {
  rotas: endpoint({
    method: "GET",
    path: "/rotas",
    summary: "Rotas one reads as a desk, stands on, or may sign up for",
    access: "signed-in",
    query: Paging.extend({
      under: Id.optional(),
      kind: z.string().max(40).optional(),
      ended: z.enum(["no", "yes"]).default("no"),
    }),
    output: pageOf(RotaSummary),
  }),
  rota: endpoint({
    method: "GET",
    path: "/rotas/:rotaId",
    summary: "A rota with its template",
    access: "signed-in",
    params: rotaId,
    output: Rota,
    problems: ["not-found"],
  }),
  addRota: endpoint({
    method: "POST",
    path: "/rotas",
    summary: "Begin a rota (right `duty.edit`); its shifts are made at once and ever further ahead",
    access: "signed-in",
    body: RotaDraft.extend({
      kind: z.string().max(40),
      nodeId: Id,
      cycle: z.enum(["weekly", "monthly"]),
      startsOn: Day,
    }),
    output: Rota,
    problems: ["not-found", "conflict"],
  }),
  changeRota: endpoint({
    method: "PUT",
    path: "/rotas/:rotaId",
    summary: "Change the template: shifts from a day on are made anew, swapped and signed-up ones included",
    access: "signed-in",
    params: rotaId,
    body: RotaDraft.extend({ version, from: Day }),
    output: Rota,
    problems: ["not-found", "stale", "conflict"],
  }),
  endRota: endpoint({
    method: "POST",
    path: "/rotas/:rotaId/end",
    summary: "No further shifts; those to come are cancelled",
    access: "signed-in",
    params: rotaId,
    body: z.strictObject({ version }),
    output: Rota,
    problems: ["not-found", "stale"],
  }),
  shifts: endpoint({
    method: "GET",
    path: "/rotas/:rotaId/shifts",
    summary: "Its shifts between two days, at most 62",
    access: "signed-in",
    params: rotaId,
    query: z.object({ from: Day, to: Day }),
    output: z.object({ items: z.array(Shift) }),
    problems: ["not-found"],
  }),
  board: endpoint({
    method: "GET",
    path: "/duties/board",
    summary: "Who is on duty now and later today, without telephone numbers; needs no sign-in",
    access: "public",
    query: z.object({ place: TenantId, under: Id.optional(), day: Day.optional() }),
    output: z.object({ day: Day, items: z.array(OnDuty) }),
    problems: ["not-found"],
  }),
  myShifts: endpoint({
    method: "GET",
    path: "/duties/mine",
    summary: "One's own shifts to come, and open ones one may sign up for",
    access: "signed-in",
    output: z.object({ items: z.array(Shift), open: z.array(Shift), swaps: z.array(Swap) }),
  }),
  assign: endpoint({
    method: "POST",
    path: "/shifts/:shiftId/people",
    summary: "Say who stands on it (right `duty.edit`); overlaps are named and need `despite`",
    access: "signed-in",
    params: shiftId,
    body: z.strictObject({ version, people: z.array(Id).max(50), despite: z.boolean().default(false) }),
    output: Shift,
    problems,
  }),
  signUp: endpoint({
    method: "POST",
    path: "/shifts/:shiftId/sign-up",
    summary: "Put oneself down",
    access: "signed-in",
    params: shiftId,
    output: Shift,
    problems,
  }),
  leave: endpoint({
    method: "POST",
    path: "/shifts/:shiftId/leave",
    summary: "Take oneself off a shift one signed up for, before it begins",
    access: "signed-in",
    params: shiftId,
    output: Shift,
    problems,
  }),
  noteShift: endpoint({
    method: "POST",
    path: "/shifts/:shiftId/note",
    summary: "What is handed over to the next",
    access: "signed-in",
    params: shiftId,
    body: z.strictObject({ version, note: said("请填写值班记录", 1000) }),
    output: Shift,
    problems,
  }),
  cancelShift: endpoint({
    method: "POST",
    path: "/shifts/:shiftId/cancel",
    summary: "This once there is no shift; those on it are told why",
    access: "signed-in",
    params: shiftId,
    body: z.strictObject({ version, reason: said("请写明原因", 100) }),
    output: Shift,
    problems,
  }),
  colleagues: endpoint({
    method: "GET",
    path: "/shifts/:shiftId/colleagues",
    summary: "Whom one may ask: those on the same rota, with their shifts to come",
    access: "signed-in",
    params: shiftId,
    output: z.object({ items: z.array(Person.extend({ shifts: z.array(Shift) })) }),
    problems: ["not-found"],
  }),
  askSwap: endpoint({
    method: "POST",
    path: "/shifts/:shiftId/swaps",
    summary: "Ask someone of the same rota to take over, or to exchange it for a shift of theirs",
    access: "signed-in",
    params: shiftId,
    body: z.strictObject({ toId: Id, forShiftId: Id.optional(), words: words.default("") }),
    output: Swap,
    problems,
  }),
  answerSwap: endpoint({
    method: "POST",
    path: "/swaps/:swapId/:answer",
    summary: "Accept or refuse what one was asked, or withdraw what one asked; the desk is told of what is accepted",
    access: "signed-in",
    params: swapId.extend({ answer: z.enum(["accept", "refuse", "withdraw"]) }),
    output: Swap,
    problems,
  }),
};
