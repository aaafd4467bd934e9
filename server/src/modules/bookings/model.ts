/** Slots and what may be done with a booking, without I/O. */
import type { BookingAction, BookingStatus, Slot } from "@ginkgo/shared/api/bookings.ts";
import { addDays, dayOf, instantOf, minutesOf, spanWords, weekdayOf } from "@ginkgo/shared/day.ts";
import type { Hours } from "@ginkgo/shared/pack/duties.ts";
import { invalid } from "../../platform/problem.ts";

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface Timetable {
  readonly hours: readonly Hours[];
  readonly slotMinutes: number;
  readonly mostSlots: number;
  readonly aheadDays: number;
}

export interface Taken extends Span {
  readonly id: string;
  readonly accountId: string;
  readonly by: string;
}

/** Statuses in which a booking holds its hours; the database's constraint names the same ones. */
export const holding: readonly BookingStatus[] = ["asked", "confirmed", "done", "no-show", "blocked"];

export const statusLabels: { readonly [S in BookingStatus]: string } = {
  asked: "待确认",
  confirmed: "已预约",
  refused: "未通过",
  cancelled: "已取消",
  done: "已完成",
  "no-show": "未到",
  blocked: "不开放",
};

export const overlap = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The slots of a day, in order. What is left of an opening after the last whole slot is none. */
export const slotsOn = ({ hours, slotMinutes }: Timetable, day: string): Span[] =>
  hours
    .filter(({ days }) => days.includes(weekdayOf(day)))
    .toSorted((a, b) => minutesOf(a.from) - minutesOf(b.from))
    .flatMap(({ from, to }) => {
      const first = minutesOf(from);
      const count = Math.floor((minutesOf(to) - first) / slotMinutes);
      return Array.from({ length: count }, (_, i) => ({
        startsAt: instantOf(day, first + i * slotMinutes),
        endsAt: instantOf(day, first + (i + 1) * slotMinutes),
      }));
    });

/** The last day that can be booked today. */
export const lastDay = ({ aheadDays }: Timetable, now: Date): string => addDays(dayOf(now), aheadDays);

export const stateOf = (slot: Span, timetable: Timetable, taken: readonly Taken[], me: string, now: Date) => {
  const one = taken.find((booking) => overlap(booking, slot));
  const state: Slot["state"] = one
    ? one.accountId === me
      ? "mine"
      : "taken"
    : slot.startsAt <= now
      ? "past"
      : dayOf(slot.startsAt) > lastDay(timetable, now)
        ? "beyond"
        : "free";
  return { state, one };
};

/** The hours of several slots in a row; a pause between two openings is not booked over. */
export const spanFrom = (timetable: Timetable, startsAt: Date, slots: number, now: Date): Span => {
  const day = dayOf(startsAt);
  const all = slotsOn(timetable, day);
  const first = all.findIndex((slot) => slot.startsAt.getTime() === startsAt.getTime());
  if (first < 0) throw invalid("startsAt", "这个时间不是可以预约的时段，请从时段表中选择。");
  if (slots > timetable.mostSlots) throw invalid("slots", `一次最多预约 ${timetable.mostSlots} 个时段。`);
  const chosen = all.slice(first, first + slots);
  const last = chosen.at(-1);
  const inOneRow = chosen.every((slot, i) => i === 0 || slot.startsAt.getTime() === chosen[i - 1]?.endsAt.getTime());
  if (!last || chosen.length < slots || !inOneRow)
    throw invalid("slots", "后面的时段不开放或者不相连，请减少时段数，或者换一个开始时间。");
  if (startsAt <= now) throw invalid("startsAt", "这个时段已经开始或者过去了，请选择以后的时段。");
  if (day > lastDay(timetable, now))
    throw invalid("startsAt", `最多提前 ${timetable.aheadDays} 天预约，请选择近一些的日期。`);
  return { startsAt, endsAt: last.endsAt };
};

const weekLength = 7 * 86_400_000;
/** The same hours in each of some weeks; China has no summer time, so a week is always as long. */
export const weekly = (span: Span, weeks: number): Span[] =>
  Array.from({ length: weeks }, (_, i) => ({
    startsAt: new Date(span.startsAt.getTime() + i * weekLength),
    endsAt: new Date(span.endsAt.getTime() + i * weekLength),
  }));

export interface Standing {
  readonly status: BookingStatus;
  readonly startsAt: Date;
  readonly mine: boolean;
  readonly desk: boolean;
  readonly goes: boolean;
}

const startedActions: readonly BookingAction[] = ["done", "no-show"];

/** What may be done with it now, and by whom. */
export const actionsFor = ({ status, startsAt, mine, desk, goes }: Standing, now: Date): BookingAction[] => {
  const begun = startsAt <= now;
  switch (status) {
    case "asked":
      return [
        ...(desk && !begun ? (["confirm", "refuse"] as const) : []),
        ...(mine && !begun ? (["cancel"] as const) : []),
      ];
    case "confirmed":
      if (begun) return desk || goes ? [...startedActions] : [];
      return mine || desk ? ["cancel"] : [];
    case "blocked":
      return desk ? ["cancel"] : [];
    case "refused":
    case "cancelled":
    case "done":
    case "no-show":
      return [];
  }
};

export const spanText = ({ startsAt, endsAt }: Span): string => spanWords(startsAt, endsAt);
