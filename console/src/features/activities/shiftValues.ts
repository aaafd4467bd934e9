/** Shifts between the form, in local time of the county, and the wire. */
import type { ShiftDraft, ShiftView } from "@ginkgo/shared/api/activities.ts";
import { addDays, dayOf, instantOf, minutesAt, minutesOf, timeOf } from "@ginkgo/shared/day.ts";

export interface ShiftValues {
  id?: string;
  /** `2026-11-23T08:30`, as the browser's own field has it. */
  from: string;
  to: string;
  place?: string;
  capacity: number;
}

const local = (at: Date): string => `${dayOf(at)}T${timeOf(minutesAt(at))}`;
const instant = (text: string): string => instantOf(text.slice(0, 10), minutesOf(text.slice(11, 16))).toISOString();

/** Tomorrow morning: a time most activities have. */
export const emptyShift = (): ShiftValues => {
  const day = addDays(dayOf(new Date()), 1);
  return { from: `${day}T09:00`, to: `${day}T11:00`, capacity: 20 };
};

/** A week later, as courses go. */
export const nextShift = (last: ShiftValues | undefined): ShiftValues => {
  if (!last) return emptyShift();
  const later = (text: string) => `${addDays(text.slice(0, 10), 7)}${text.slice(10)}`;
  return { from: later(last.from), to: later(last.to), place: last.place, capacity: last.capacity };
};

export const shiftValues = (shift: ShiftView): ShiftValues => ({
  id: shift.id,
  from: local(new Date(shift.startsAt)),
  to: local(new Date(shift.endsAt)),
  place: shift.place,
  capacity: shift.capacity,
});

export const shiftsOf = (values: readonly ShiftValues[]): ShiftDraft[] =>
  values.map(({ id, from, to, place, capacity }) => ({
    id,
    startsAt: instant(from),
    endsAt: instant(to),
    place: place ?? "",
    capacity,
  }));
