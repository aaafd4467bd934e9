import { dayOf } from "@ginkgo/shared/day.ts";

/** 2027年11月22日: a review lies a year ahead, so the year is said. */
export const reviewDay = (at: string): string => {
  const [year, month, day] = dayOf(new Date(at)).split("-").map(Number);
  return `${year}年${month}月${day}日`;
};
