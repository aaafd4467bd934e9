/** Results as a table: every number under its path, so that a new figure needs no new code. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

export interface Result {
  /** False when something went wrong that a figure does not show; the exit code is then 1. */
  readonly ok: boolean;
  readonly report: { readonly [name: string]: Json | undefined };
}

const isPlain = (value: Json): boolean => typeof value !== "object" || value === null;

const rowsOf = (value: Json | undefined, path: string): [string, string][] => {
  if (value === undefined) return [];
  if (isPlain(value)) return [[path, String(value)]];
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    if (list.every(isPlain)) return [[path, list.join("  ")]];
    return list.flatMap((one, i) => rowsOf(one, `${path}.${i}`));
  }
  return Object.entries(value as object).flatMap(([name, one]) => rowsOf(one as Json, path ? `${path}.${name}` : name));
};

export const tableOf = (result: Result): string => {
  const rows = rowsOf(result.report, "");
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join("\n");
};

export const round = (value: number, digits = 1): number => Number(value.toFixed(digits));

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
};
