/** Lengths of time as people say them. Working time runs in the pack's hours only; calendar time never stops. */
import type { Calendar } from "@ginkgo/shared/pack/schema.ts";
import type { Duration } from "@ginkgo/shared/pack/workflow.ts";

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};

/** How many hours one working day has. */
export const hoursPerDay = (calendar: Pick<Calendar, "hours">): number =>
  calendar.hours.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0) / 60;

const number = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;

const short = (hours: number, unit: string): string =>
  hours < 1 ? `${number.format(hours * 60)} 分钟${unit}` : `${number.format(hours)} 个${unit || "小时"}`;

/** 2 个工作小时, 5 个工作日, 30 分钟（不分昼夜）, 3 个自然日. */
export const durationWords = (duration: Duration, calendar: Pick<Calendar, "hours">): string => {
  if ("workingHours" in duration) {
    const { workingHours } = duration;
    const days = workingHours / hoursPerDay(calendar);
    if (days >= 1 && isWhole(days)) return `${number.format(days)} 个工作日`;
    return workingHours < 1 ? `${number.format(workingHours * 60)} 分钟（工作时间）` : short(workingHours, "工作小时");
  }
  const days = duration.hours / 24;
  if (days >= 1 && isWhole(days)) return `${number.format(days)} 个自然日`;
  return duration.hours < 1
    ? `${number.format(duration.hours * 60)} 分钟（不分昼夜）`
    : `${number.format(duration.hours)} 小时（不分昼夜）`;
};
