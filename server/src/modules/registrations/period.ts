/** The periods in which units are told how their members did. Pure. */

import { dayOf, instantOf } from "@ginkgo/shared/day.ts";
import type { RegistrationKind } from "@ginkgo/shared/pack/participation.ts";
import type { Span } from "./deps.ts";

export type Rhythm = Exclude<RegistrationKind["feedback"], "none">;

export interface Period extends Span {
  /** `2026-10`, `2026-Q3`, `2026`: stands in the database, in one form for each rhythm. */
  readonly id: string;
}

const two = (n: number): string => String(n).padStart(2, "0");
const startOf = (year: number, month: number): Date => instantOf(`${year}-${two(month)}-01`, 0);

/** The last one that is over. */
export const lastPeriod = (rhythm: Rhythm, now: Date): Period => {
  const [year = 0, month = 1] = dayOf(now).split("-").map(Number);
  switch (rhythm) {
    case "monthly": {
      const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1];
      return { id: `${y}-${two(m)}`, from: startOf(y, m), to: startOf(year, month) };
    }
    case "quarterly": {
      const first = Math.floor((month - 1) / 3) * 3 + 1;
      const [y, m] = first === 1 ? [year - 1, 10] : [year, first - 3];
      return { id: `${y}-Q${(m + 2) / 3}`, from: startOf(y, m), to: startOf(year, first) };
    }
    case "yearly":
      return { id: String(year - 1), from: startOf(year - 1, 1), to: startOf(year, 1) };
  }
};

const quarters: Readonly<Record<string, string>> = { Q1: "第一季度", Q2: "第二季度", Q3: "第三季度", Q4: "第四季度" };

/** 2026 年第三季度, 2026 年 10 月, 2026 年. */
export const periodLabel = (id: string): string => {
  const [year = "", rest] = id.split("-");
  if (rest === undefined) return `${year} 年`;
  const quarter = quarters[rest];
  return quarter ? `${year} 年${quarter}` : `${year} 年 ${Number(rest)} 月`;
};
