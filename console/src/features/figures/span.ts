/** Days in the county's time zone as `YYYY-MM-DD`; the last one is not included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const day = 86_400_000;
const chinaOffset = 8 * 3_600_000;

const dayText = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first of a month, some months later. */
export const firstOfMonth = (date: string, later = 0): string =>
  dayText(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + later, 1));

export const nextDay = (date: string): string => dayText(Date.parse(date) + day);
export const dayBefore = (date: string): string => dayText(Date.parse(date) - day);

const monthAt = (now: number, later: number): Span => {
  const today = dayText(now + chinaOffset);
  return { from: firstOfMonth(today, later), to: firstOfMonth(today, later + 1) };
};

export const thisMonth = (now: number): Span => monthAt(now, 0);
export const lastMonth = (now: number): Span => monthAt(now, -1);

/** For a curve: at least the twelve months that end with the period. */
export const trendSpan = ({ from, to }: Span): Span => {
  const year = firstOfMonth(dayBefore(to), -11);
  return { from: from < year ? from : year, to };
};

export const spanText = ({ from, to }: Span): string => `${from} 至 ${dayBefore(to)}`;
