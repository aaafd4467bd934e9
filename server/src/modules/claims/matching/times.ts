/** Windows of time, and whether one person can do several things within them one after the other. */
import type { Window } from "./model.ts";

const minute = 60_000;

/** Both tidy. The common pieces of at least so many minutes; null: any time. */
export const overlaps = (
  one: readonly Window[] | null,
  other: readonly Window[] | null,
  minutes: number,
): readonly Window[] | null => {
  if (one === null && other === null) return null;
  if (one === null || other === null)
    return (one ?? other ?? []).filter(({ start, end }) => end - start >= minutes * minute);
  const common: Window[] = [];
  for (let i = 0, j = 0; ; ) {
    const [a, b] = [one[i], other[j]];
    if (!a || !b) return common;
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (end > start && end - start >= minutes * minute) common.push({ start, end });
    if (a.end <= b.end) i++;
    else j++;
  }
};

export const minutesIn = (windows: readonly Window[]): number =>
  Math.floor(windows.reduce((sum, { start, end }) => sum + end - start, 0) / minute);

/** Something to do: in one of these pieces of time (null: any), for so long. */
export interface Job {
  readonly occasions: readonly Window[] | null;
  readonly minutes: number;
}

/** The earliest end of a job that starts at `from` or later; infinite if there is no occasion left. */
const earliestEnd = ({ occasions, minutes }: Job, from: number): number => {
  if (occasions === null) return from;
  for (const { start, end } of occasions) {
    const done = Math.max(start, from) + minutes * minute;
    if (done <= end) return done;
  }
  return Number.POSITIVE_INFINITY;
};

/** Subsets are counted below, so there must not be too many: nobody is proposed more at a time. */
export const mostInTurn = 8;

/**
 * Whether one person can do all of them one after the other. Of all orders of a set only the one that is done first
 * matters, so it is enough to know the earliest end of every subset. What fits any time finds its time outside.
 */
export const canDoInTurn = (jobs: readonly Job[]): boolean => {
  const timed = jobs.filter(({ occasions }) => occasions !== null);
  if (timed.length < 2) return timed.every((job) => earliestEnd(job, Number.NEGATIVE_INFINITY) < Infinity);
  const ends = new Float64Array(1 << timed.length).fill(Number.POSITIVE_INFINITY);
  ends[0] = Number.NEGATIVE_INFINITY;
  for (let set = 0; set < ends.length; set++) {
    const from = ends[set] ?? Infinity;
    if (from === Infinity) continue;
    for (const [i, job] of timed.entries()) {
      if (set & (1 << i)) continue;
      const next = set | (1 << i);
      ends[next] = Math.min(ends[next] ?? Infinity, earliestEnd(job, from));
    }
  }
  return (ends[ends.length - 1] ?? Infinity) < Infinity;
};

/** Whether `one` is at least as hard to fit in as `other`: whatever leaves no room for `other` leaves none for it. */
export const isHarder = (one: Job, other: Job): boolean =>
  one.minutes >= other.minutes &&
  one.occasions !== null &&
  (other.occasions === null ||
    one.occasions.every((a) => other.occasions?.some((b) => b.start <= a.start && a.end <= b.end)));
