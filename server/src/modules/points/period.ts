/** Days, months and years of the county's calendar: one time zone, without summer time. */

export interface Period {
  readonly from: Date;
  /** Not included. */
  readonly to: Date;
}

const shanghaiMs = 8 * 3_600_000;
const dayMs = 86_400_000;

/** Midnight in China of that day; months and days beyond the end run over. */
const midnight = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day) - shanghaiMs);

const partsOf = (at: Date): readonly [year: number, month: number, day: number] => {
  const local = new Date(at.getTime() + shanghaiMs);
  return [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
};

export const dayOf = (at: Date): Period => {
  const [year, month, day] = partsOf(at);
  return { from: midnight(year, month, day), to: midnight(year, month, day + 1) };
};

export const monthOf = (at: Date): Period => {
  const [year, month] = partsOf(at);
  return { from: midnight(year, month, 1), to: midnight(year, month + 1, 1) };
};

export const yearOf = (at: Date): Period => {
  const [year] = partsOf(at);
  return { from: midnight(year, 0, 1), to: midnight(year + 1, 0, 1) };
};

export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * dayMs);

/** `2026-11-23` is its midnight in China. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** `2026` or `2026-11`. */
export const namedPeriod = (name: string): Period => {
  const [year = 0, month] = name.split("-").map(Number);
  return month === undefined
    ? { from: midnight(year, 0, 1), to: midnight(year + 1, 0, 1) }
    : { from: midnight(year, month - 1, 1), to: midnight(year, month, 1) };
};

export const yearName = (at: Date): string => String(partsOf(at)[0]);
