/** Which telling of a story it is, and what that means for counts that are shared out over all tellings. Pure. */
import type { Count } from "@ginkgo/packs/story.ts";

export interface Turn {
  readonly index: number;
  /** How often it is told in all; absent: once, by itself. */
  readonly of?: number;
}

export const alone: Turn = { index: 0 };

/** This telling's share; the shares of all tellings add up to the whole. */
export const shareOf = (count: Count, { index, of }: Turn): number => {
  if (typeof count === "number") return count;
  if (of === undefined) return count.small;
  return Math.floor(((index + 1) * count.full) / of) - Math.floor((index * count.full) / of);
};

/** The largest share any telling has. */
export const largestShare = (count: Count, of: number | undefined): number => {
  if (typeof count === "number") return count;
  return of === undefined ? count.small : Math.max(count.small, Math.ceil(count.full / of));
};
