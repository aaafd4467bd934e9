/** Days of a calendar page, Monday first. */
import { addDays, mondayOf } from "@ginkgo/shared/day.ts";

/** Whole weeks that hold the month `2026-11`. */
export const daysOfMonth = (month: string): string[] => {
  const first = mondayOf(`${month}-01`);
  const days: string[] = [];
  for (let day = first; day.slice(0, 7) <= month || days.length % 7 !== 0; day = addDays(day, 1)) days.push(day);
  return days;
};

export const daysOfWeek = (day: string): string[] => {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i));
};

export const addMonths = (month: string, n: number): string => {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const count = year * 12 + number - 1 + n;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
};
