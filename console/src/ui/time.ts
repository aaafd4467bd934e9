import { span } from "@ginkgo/shared/time.ts";

/** Times in words. A county works in one time zone, whatever the computer is set to. */
const zone = "Asia/Shanghai";
const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("zh-CN", { timeZone: zone, hourCycle: "h23", ...options });

const dayAndTime = parts({ month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
const full = parts({ year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
const yearOnly = parts({ year: "numeric" });

export const fullTime = (instant: string): string => full.format(new Date(instant)).replaceAll("/", "-");

/** Without the year when it is this one. */
export const shortTime = (instant: string): string => {
  const date = new Date(instant);
  const thisYear = yearOnly.format(date) === yearOnly.format(new Date());
  return (thisYear ? dayAndTime : full).format(date).replaceAll("/", "-");
};

const minute = 60_000;

export const ago = (instant: string, now: number): string => {
  const passed = now - new Date(instant).getTime();
  if (passed < minute) return "刚刚";
  return passed < 24 * 60 * minute ? `${span(passed)}前` : shortTime(instant);
};

/** The first and last moment of days picked in a calendar, in the county's time zone. */
export const dayStart = (day: string): string => `${day}T00:00:00+08:00`;
export const dayEnd = (day: string): string => `${day}T23:59:59+08:00`;
