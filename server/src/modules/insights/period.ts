/** Days, weeks and months in the county's time zone, as `YYYY-MM-DD` of their first day. Pure. */
import { invalid } from "../../platform/problem.ts";

export interface Period {
  readonly from: string;
  /** Not included. */
  readonly to: string;
}

export type Step = "day" | "week" | "month";

const day = 86_400_000;
/** Asia/Shanghai has no daylight saving: the offset is fixed. */
const offset = 8 * 3_600_000;
const earliest = "2000-01-01";
const latest = "2100-01-01";
const maxYears = 3;
const maxDays = 366;

export const dayOf = (at: Date): string => new Date(at.getTime() + offset).toISOString().slice(0, 10);
export const instantOf = (date: string): Date => new Date(Date.parse(`${date}T00:00:00Z`) - offset);

const later = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10);
const yearsLater = (date: string, years: number): string => `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
export const lastDayOf = ({ to }: Period): string => later(to, -1);
const newYear = (date: string): string => `${date.slice(0, 4)}-01-01`;

const nextMonth = (first: string): string => {
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
};

const mondayOf = (date: string): string => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return later(date, 1 - weekday);
};

/** The first day of the day, week or month a date lies in. */
export const startOf = (step: Step, date: string): string =>
  step === "day" ? date : step === "week" ? mondayOf(date) : `${date.slice(0, 7)}-01`;

const following = (step: Step, start: string): string =>
  step === "month" ? nextMonth(start) : later(start, step === "week" ? 7 : 1);

/** Every day, week or month of a period that has begun by now, empty ones included: a gap in a curve would hide them. */
export const stepsOf = (step: Step, { from, to }: Period, now: Date): string[] => {
  const today = dayOf(now);
  const steps: string[] = [];
  for (let at = startOf(step, from); at < to && at <= today; at = following(step, at)) steps.push(at);
  return steps;
};

export const within = (step: Step, start: string, { from, to }: Period): Period => {
  const end = following(step, start);
  return { from: start > from ? start : from, to: end < to ? end : to };
};

/** The period asked for; the current year if none is. */
export const periodOf = (given: Partial<Period>, now: Date): Period => {
  const today = dayOf(now);
  const from = given.from ?? newYear(given.to ? later(given.to, -1) : today);
  const to = given.to ?? (given.from ? later(today, 1) : yearsLater(newYear(today), 1));
  if (from < earliest) throw invalid("from", "开始日期太早，请选 2000 年以后的日期。");
  if (to > latest) throw invalid("to", "结束日期太晚，请选 2100 年以前的日期。");
  if (from >= to) throw invalid("from", "开始日期要早于结束日期，请重新选择。");
  if (to > yearsLater(from, maxYears)) throw invalid("to", `一次最多统计 ${maxYears} 年，请缩短时间段。`);
  return { from, to };
};

export const checkSteps = (step: Step, { from, to }: Period): void => {
  if (step === "day" && to > later(from, maxDays))
    throw invalid("by", "按日统计一次最多一年，请缩短时间段或改为按月。");
};

const words = (date: string): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;

/** A step for people: the year is said where it is not plain. */
export const stepLabel = (step: Step, start: string): string => {
  if (step === "month") return `${start.slice(0, 4)}年${Number(start.slice(5, 7))}月`;
  return step === "day" ? start : `${start.slice(0, 4)}年${words(start)}起一周`;
};
