/** Rooms and venues booked by the hour, and workers who come home by appointment. */
import { z } from "zod";
import { Hours } from "../pack/duties.ts";
import { Field } from "../pack/form.ts";
import { Id, Instant, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";

/** A day there is, such as `2026-11-23`. */
export const Day = z.iso.date("请填写日期，如 2026-11-23");
export const Person = z.object({ id: Id, name: z.string() });
export type Person = z.infer<typeof Person>;
export const Answers = z.record(z.string().max(40), z.unknown());
/** Text that is more than blanks. */
export const said = (what: string, most: number) => z.string().max(most, `最多 ${most} 个字`).regex(/\S/, what);
const version = z.int().min(1);

export const Bookable = z.object({
  id: Id,
  kind: z.string(),
  kindLabel: z.string(),
  /** `home`: someone comes; `there`: one goes there. */
  where: z.enum(["there", "home"]),
  name: z.string(),
  node: NodeRef,
  trail: z.string(),
  hours: z.array(Hours),
  slotMinutes: z.int(),
  mostSlots: z.int(),
  aheadDays: z.int(),
  weeks: z.int(),
  confirm: z.boolean(),
  rules: z.string(),
  form: z.array(Field),
  open: z.boolean(),
  people: z.array(Person),
  /** For the printed QR code; only for those who look after it. */
  code: z.string().nullable(),
  mayEdit: z.boolean(),
  version: z.int(),
});
export type Bookable = z.infer<typeof Bookable>;

export const bookingStatuses = ["asked", "confirmed", "refused", "cancelled", "done", "no-show", "blocked"] as const;
export const BookingStatus = z.enum(bookingStatuses);
export type BookingStatus = z.infer<typeof BookingStatus>;

export const bookingActions = ["confirm", "refuse", "cancel", "no-show", "done"] as const;
export const BookingAction = z.enum(bookingActions);
export type BookingAction = z.infer<typeof BookingAction>;

export const Booking = z.object({
  id: Id,
  place: z.object({ id: Id, name: z.string(), where: z.enum(["there", "home"]), trail: z.string() }),
  kindLabel: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  status: BookingStatus,
  statusLabel: z.string(),
  /** Who booked: masked for everyone but themselves and the desk. */
  by: z.string(),
  body: z.string().nullable(),
  mine: z.boolean(),
  details: z.array(z.object({ label: z.string(), text: z.string() })),
  worker: Person.nullable(),
  /** There is an address; it is shown to who goes and the desk, with a reason. */
  hasAddress: z.boolean(),
  mayReveal: z.boolean(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  seriesId: Id.nullable(),
  actions: z.array(BookingAction),
  version: z.int(),
});
export type Booking = z.infer<typeof Booking>;

export const Slot = z.object({
  startsAt: Instant,
  endsAt: Instant,
  state: z.enum(["free", "taken", "mine", "past", "beyond"]),
  bookingId: Id.nullable(),
  /** For the desk: who has it. */
  by: z.string().nullable(),
});
export type Slot = z.infer<typeof Slot>;

export const Week = z.object({
  place: Bookable,
  monday: Day,
  days: z.array(z.object({ day: Day, slots: z.array(Slot) })),
});
export type Week = z.infer<typeof Week>;

const BookableDraft = {
  name: said("请填写名称", 60),
  hours: z.array(Hours).min(1, "请填写开放时间").max(14),
  slotMinutes: z.int().min(10).max(480),
  mostSlots: z.int().min(1).max(48),
  aheadDays: z.int().min(1).max(180),
  confirm: z.boolean(),
  rules: z.string().max(1000),
  people: z.array(Id).max(30),
};

const placeId = z.object({ placeId: Id });
const bookingId = z.object({ bookingId: Id });

export const bookingsApi = {
  bookables: endpoint({
    method: "GET",
    path: "/bookables",
    summary: "What can be booked, those of one's own community first",
    access: "signed-in",
    query: Paging.extend({
      under: Id.optional(),
      kind: z.string().max(40).optional(),
      q: z.string().max(50).optional(),
      /** Only those one may edit, closed ones too. */
      edit: z.enum(["no", "yes"]).default("no"),
    }),
    output: pageOf(Bookable),
  }),
  freeNow: endpoint({
    method: "GET",
    path: "/bookables/free",
    summary: "What is free at a time, without those that are closed then",
    access: "signed-in",
    query: z.object({ at: Instant, under: Id.optional(), kind: z.string().max(40).optional() }),
    output: z.object({ items: z.array(z.object({ place: Bookable, slot: Slot })) }),
  }),
  bookable: endpoint({
    method: "GET",
    path: "/bookables/:placeId",
    summary: "One of them",
    access: "signed-in",
    params: placeId,
    output: Bookable,
    problems: ["not-found"],
  }),
  bookableByCode: endpoint({
    method: "GET",
    path: "/bookables/code/:code",
    summary: "The one whose QR code was scanned",
    access: "signed-in",
    params: z.object({ code: z.string().max(60) }),
    output: Bookable,
    problems: ["not-found"],
  }),
  addBookable: endpoint({
    method: "POST",
    path: "/bookables",
    summary: "Add something that can be booked (right `booking.edit`); what is left out is as the pack has it",
    access: "signed-in",
    body: z.strictObject({
      kind: z.string().max(40),
      nodeId: Id,
      matterId: Id.optional(),
      name: BookableDraft.name,
      hours: BookableDraft.hours.optional(),
      slotMinutes: BookableDraft.slotMinutes.optional(),
      mostSlots: BookableDraft.mostSlots.optional(),
      aheadDays: BookableDraft.aheadDays.optional(),
      confirm: BookableDraft.confirm.optional(),
      rules: BookableDraft.rules.optional(),
      people: BookableDraft.people.optional(),
    }),
    output: Bookable,
    problems: ["not-found", "conflict"],
  }),
  changeBookable: endpoint({
    method: "PUT",
    path: "/bookables/:placeId",
    summary: "Change it, or close it: bookings that stand stay",
    access: "signed-in",
    params: placeId,
    body: z.strictObject({ version, open: z.boolean(), ...BookableDraft }),
    output: Bookable,
    problems: ["not-found", "stale", "conflict"],
  }),
  week: endpoint({
    method: "GET",
    path: "/bookables/:placeId/week",
    summary: "Its week, slot by slot",
    access: "signed-in",
    params: placeId,
    query: z.object({ day: Day.optional() }),
    output: Week,
    problems: ["not-found"],
  }),
  block: endpoint({
    method: "POST",
    path: "/bookables/:placeId/block",
    summary: "Keep hours free of bookings (right `booking.edit`)",
    access: "signed-in",
    params: placeId,
    body: z.strictObject({ startsAt: Instant, endsAt: Instant, reason: said("请写明原因", 100) }),
    output: Booking,
    problems: ["not-found", "already-taken"],
  }),
  book: endpoint({
    method: "POST",
    path: "/bookables/:placeId/bookings",
    summary: "Book one or several slots in a row, once or weekly; of two who want the same hour one gets it",
    access: "signed-in",
    params: placeId,
    body: z.strictObject({
      startsAt: Instant,
      slots: z.int().min(1).max(48).default(1),
      weeks: z.int().min(1).max(26).default(1),
      bodyId: Id.optional(),
      address: z.string().max(200).optional(),
      wish: z.string().max(500).optional(),
      data: Answers.default({}),
    }),
    output: z.object({
      items: z.array(Booking),
      /** Weeks of a series that were taken or closed. */
      missed: z.array(z.object({ startsAt: Instant, why: z.string() })),
    }),
    problems: ["not-found", "already-taken", "not-allowed-now"],
  }),
  myBookings: endpoint({
    method: "GET",
    path: "/bookings/mine",
    summary: "One's own bookings, those to come first, then the past ones newest first",
    access: "signed-in",
    query: Paging.extend({ when: z.enum(["coming", "past"]).default("coming") }),
    output: pageOf(Booking),
  }),
  bookings: endpoint({
    method: "GET",
    path: "/bookings",
    summary: "Bookings of the places one looks after, as a desk or as the one who goes",
    access: "signed-in",
    query: Paging.extend({
      status: BookingStatus.optional(),
      place: Id.optional(),
      under: Id.optional(),
      from: Day.optional(),
      to: Day.optional(),
    }),
    output: pageOf(Booking),
  }),
  booking: endpoint({
    method: "GET",
    path: "/bookings/:bookingId",
    summary: "One booking",
    access: "signed-in",
    params: bookingId,
    output: Booking,
    problems: ["not-found"],
  }),
  actOnBooking: endpoint({
    method: "POST",
    path: "/bookings/:bookingId/actions/:action",
    summary: "Confirm, refuse, cancel, note that nobody came, or that it is done",
    access: "signed-in",
    params: bookingId.extend({ action: BookingAction }),
    body: z.strictObject({
      version,
      /** Why it is refused or cancelled; what was done. */
      words: z.string().max(500).optional(),
      workerId: Id.optional(),
      /** Cancel or confirm all that are still to come of a weekly booking. */
      series: z.boolean().default(false),
    }),
    output: Booking,
    problems: ["not-found", "stale", "not-allowed-now", "already-taken"],
  }),
  revealHome: endpoint({
    method: "POST",
    path: "/bookings/:bookingId/address",
    summary: "Address, wish and telephone of who asked for a visit; who looked and why is kept",
    access: "signed-in",
    params: bookingId,
    body: z.strictObject({ reason: said("请写明查看的原因", 200) }),
    output: z.object({ name: z.string(), phone: z.string().nullable(), address: z.string(), wish: z.string() }),
    problems: ["not-found"],
  }),
};
