/** Working time: the pack's hours on the days that are worked, with Chinese public holidays and make-up days. */
import type { Calendar } from "@ginkgo/shared/pack/schema.ts";
import type { Duration } from "@ginkgo/shared/pack/workflow.ts";
import chineseDays from "chinese-days";

const minute = 60_000;
const day = 24 * 60 * minute;
/** Asia/Shanghai has no daylight saving: the offset is fixed. */
const offset = 8 * 60 * minute;

const startOfDay = (time: number): number => Math.floor((time + offset) / day) * day - offset;
const dateOf = (dayStart: number): string => new Date(dayStart + offset).toISOString().slice(0, 10);
const weekdayOf = (dayStart: number): number => new Date(dayStart + offset).getUTCDay() || 7;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const workedDays = new Map<string, boolean>();

const isWorked = (calendar: Calendar, dayStart: number): boolean => {
  if (calendar.holidays === "none") return calendar.workdays.includes(weekdayOf(dayStart));
  const date = dateOf(dayStart);
  let worked = workedDays.get(date);
  if (worked === undefined) {
    worked = chineseDays.isWorkday(date);
    workedDays.set(date, worked);
  }
  return worked;
};

/** The working periods of a day as milliseconds, in order. */
const periodsOf = (calendar: Calendar, dayStart: number): readonly (readonly [number, number])[] =>
  isWorked(calendar, dayStart)
    ? calendar.hours.map(
        ([from, to]) => [dayStart + minutesOf(from) * minute, dayStart + minutesOf(to) * minute] as const,
      )
    : [];

/** No holiday is longer; a calendar in which nothing is ever worked is refused when the pack is checked. */
const maxDays = 4000;

/** The moment at which `minutes` of working time after `from` have passed. */
export const addWorkingMinutes = (calendar: Calendar, from: Date, minutes: number): Date => {
  let left = minutes * minute;
  let dayStart = startOfDay(from.getTime());
  for (let days = 0; days < maxDays; days++, dayStart += day)
    for (const [opens, closes] of periodsOf(calendar, dayStart)) {
      const start = Math.max(opens, from.getTime());
      if (start >= closes) continue;
      if (left <= closes - start) return new Date(start + left);
      left -= closes - start;
    }
  throw new Error("the calendar has no working time");
};

/** Working minutes between two moments; negative when `to` lies before `from`. */
export const workingMinutesBetween = (calendar: Calendar, from: Date, to: Date): number => {
  if (to < from) return -workingMinutesBetween(calendar, to, from);
  let total = 0;
  for (let dayStart = startOfDay(from.getTime()); dayStart < to.getTime(); dayStart += day)
    for (const [opens, closes] of periodsOf(calendar, dayStart))
      total += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
  return Math.round(total / minute);
};

export const isWorkingDuration = (duration: Duration): duration is { workingHours: number } =>
  "workingHours" in duration;
const minutesIn = (duration: Duration): number =>
  (isWorkingDuration(duration) ? duration.workingHours : duration.hours) * 60;

export const addDuration = (calendar: Calendar, from: Date, duration: Duration): Date =>
  isWorkingDuration(duration)
    ? addWorkingMinutes(calendar, from, minutesIn(duration))
    : new Date(from.getTime() + minutesIn(duration) * minute);

/** The moment at which this much is left until `due`; never before `from`, and never after `due` itself. */
export const durationBefore = (calendar: Calendar, from: Date, due: Date, duration: Duration): Date => {
  if (!isWorkingDuration(duration))
    return new Date(Math.max(from.getTime(), due.getTime() - minutesIn(duration) * minute));
  const total = workingMinutesBetween(calendar, from, due);
  // A limit that runs round the clock may end at night, when no working time is left to warn in.
  const warnAt = addWorkingMinutes(calendar, from, Math.max(0, total - minutesIn(duration)));
  return warnAt < due ? warnAt : due;
};

/** Minutes of one working day, to read "three working days" as time. */
export const workingDayMinutes = (calendar: Calendar): number =>
  calendar.hours.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0);
