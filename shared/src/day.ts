/** Days and times of day in China, which has one time zone and no summer time. Pure; both sides use it. */

const minute = 60_000;
const dayLength = 24 * 60 * minute;
const offset = 8 * 60 * minute;

/** `2026-11-21` of an instant. */
export const dayOf = (at: Date): string => new Date(at.getTime() + offset).toISOString().slice(0, 10);

/** Minutes since midnight of `08:30`, also of `24:00`. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const two = (n: number): string => String(n).padStart(2, "0");
export const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

export const instantOf = (day: string, minutes: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - offset + minutes * minute);

export const minutesAt = (at: Date): number => Math.floor(((at.getTime() + offset) % dayLength) / minute);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
export const dayOfMonth = (day: string): number => Number(day.slice(8));
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

const weekdays = ["", "周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;
export const weekdayName = (weekday: number): string => weekdays[weekday] ?? "";

/** 11月23日（周一）. */
export const dayWords = (day: string): string =>
  `${Number(day.slice(5, 7))}月${dayOfMonth(day)}日（${weekdayName(weekdayOf(day))}）`;

/** 11月23日（周一）08:30–10:00. */
export const spanWords = (from: Date, to: Date): string => {
  const ends = dayOf(to) === dayOf(from) ? timeOf(minutesAt(to)) : `${dayWords(dayOf(to))}${timeOf(minutesAt(to))}`;
  return `${dayWords(dayOf(from))}${timeOf(minutesAt(from))}–${ends}`;
};
