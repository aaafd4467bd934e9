/** Times and distances in words that need no explaining. */
import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { span } from "@ginkgo/shared/time.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

export const ago = (instant: string, now = Date.now()): string => {
  const passed = now - Date.parse(instant);
  if (passed < minute) return "刚刚";
  return passed < 7 * day ? `${span(passed)}前` : dayOf(instant);
};

const shanghai = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", ...options });
const dayFormat = shanghai({ month: "long", day: "numeric" });
const timeFormat = shanghai({ month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });

const yearFormat = shanghai({ year: "numeric" });
const yearOf = (date: Date): string => yearFormat.format(date);

export const dayOf = (instant: string): string => dayFormat.format(new Date(instant));
/** With its year when that is another one: what is due in a year must not look overdue. */
export const timeOf = (instant: string): string => {
  const date = new Date(instant);
  return `${yearOf(date) === yearOf(new Date()) ? "" : yearOf(date)}${timeFormat.format(date)}`;
};

/** "还剩 3 小时", "已超时 2 天"; nothing when no limit runs. */
export const dueWords = (one: Pick<CaseSummary, "time" | "dueAt">, now = Date.now()): string | undefined => {
  if (one.time === "paused") return "计时已暂停";
  if (!one.dueAt || one.time === "none") return undefined;
  const left = Date.parse(one.dueAt) - now;
  // The phone's clock may be wrong; whether it is late is the server's word.
  if (one.time === "late") return left < 0 ? `已超时 ${span(-left)}` : "已超时";
  return left > 0 ? `还剩 ${span(left)}` : "马上到时限";
};

export const distance = (meters: number): string =>
  meters < 1000 ? `${meters} 米` : `${(meters / 1000).toFixed(1)} 公里`;
