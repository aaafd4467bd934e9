/** When the steps of stories are taken. Pure. */
import type { Span, Story, StoryStep } from "@ginkgo/packs/story.ts";
import type { Calendar } from "@ginkgo/shared/pack/schema.ts";
import { addWorkingMinutes, workingMinutesBetween } from "../modules/workflow/index.ts";

export const hour = 3_600_000;
export const day = 24 * hour;

/** `2025-03-03 09:00` on the clocks of China. */
export const localTime = (text: string): Date => {
  const time = new Date(`${text.replace(" ", "T")}:00+08:00`);
  if (Number.isNaN(time.getTime())) throw new Error(`“${text}”不是 2025-03-03 09:00 这样的时间`);
  return time;
};

/** `03-03 09:20`, as people in the place read it. */
export const clockText = (time: Date): string =>
  new Date(time.getTime() + 8 * hour).toISOString().slice(5, 16).replace("T", " ");
export const dayText = (time: Date): string => new Date(time.getTime() + 8 * hour).toISOString().slice(0, 10);

/** A day of the story's own time as it falls in a telling that starts another day. */
export const shiftedDay = (text: string, starts: string, start: Date): string => {
  const days = Math.round((start.getTime() - localTime(starts).getTime()) / day);
  return dayText(new Date(localTime(`${text} 12:00`).getTime() + days * day));
};

export const addSpan = (calendar: Calendar, from: Date, span: Span | undefined): Date => {
  if (!span) return from;
  if ("workingMinutes" in span) return addWorkingMinutes(calendar, from, span.workingMinutes);
  return new Date(from.getTime() + ("hours" in span ? span.hours * hour : span.days * day));
};

/** The moment of every step of a story that starts then. */
export const timesOf = (calendar: Calendar, start: Date, steps: readonly StoryStep[]): Date[] => {
  let now = start;
  return steps.map(({ after }) => {
    now = addSpan(calendar, now, after);
    return now;
  });
};

const isWorked = (calendar: Calendar, time: number): boolean => {
  const midnight = Math.floor((time + 8 * hour) / day) * day - 8 * hour;
  return workingMinutesBetween(calendar, new Date(midnight), new Date(midnight + day)) > 0;
};

/** Beyond this many days a weekend more or less does not matter to any limit. */
const comparedDays = 30;

/** Days of the story's year on which it comes out as on its own: free and worked days follow each other alike. */
const likeDays = (calendar: Calendar, story: Story): Date[] => {
  const start = localTime(story.starts);
  const last = timesOf(calendar, start, story.steps).at(-1) ?? start;
  const span = Math.min(comparedDays, Math.ceil((last.getTime() - start.getTime()) / day) + 7);
  const pattern = (from: number) =>
    Array.from({ length: span + 1 }, (_, i) => (isWorked(calendar, from + i * day) ? "w" : "-")).join("");
  const wanted = pattern(start.getTime());
  const year = dayText(start).slice(0, 4);
  const found: Date[] = [];
  let time = localTime(`${year}-01-01 ${story.starts.slice(11)}`).getTime();
  for (; dayText(new Date(time)).startsWith(year); time += day)
    if (pattern(time) === wanted) found.push(new Date(time));
  return found.length > 0 ? found : [start];
};

/** So many starts spread over the year, in order of time. Several may fall on one moment. */
export const startsOver = (calendar: Calendar, story: Story, times: number): Date[] => {
  const days = likeDays(calendar, story);
  return Array.from(
    { length: times },
    (_, i) => days[Math.floor((i * days.length) / times)] ?? localTime(story.starts),
  );
};

/** The demonstration looks the same whether it is made on a Monday morning or on a holiday. */
export const workingHoursBefore = (calendar: Calendar, now: Date, hours: number): Date => {
  const quarter = hour / 4;
  let start = now.getTime();
  while (workingMinutesBetween(calendar, new Date(start), now) < hours * 60) start -= quarter;
  return new Date(start);
};
