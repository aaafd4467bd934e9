/** The columns of the table: rates first, then metrics; which are shown, and how rows are ordered by one. */
import type { FigureDefinition, FigureRow, Figures, FigureValues } from "@ginkgo/shared/api/figures.ts";

export interface Column {
  readonly id: string;
  readonly kind: "rate" | "metric";
  readonly label: string;
  readonly unit: string;
  readonly definition: string;
  /** Whether its numbers open a list of what they count. */
  readonly opens: boolean;
}

/** What stands in a place now has no days; persons and categories have cases alone. */
const isSplit = (by: Figures["by"], what: FigureDefinition["what"]): boolean => {
  if (by === "node" || by === "none") return true;
  if (what === "nodes" || what === "posts") return false;
  return what === "cases" || what === "sum" || (by !== "category" && by !== "handler");
};

export const columnsOf = ({ rates, definitions, by }: Figures): Column[] => [
  ...rates.map(({ id, label, definition }) => ({
    id: `rate:${id}`,
    kind: "rate" as const,
    label,
    unit: "",
    definition,
    opens: true,
  })),
  ...definitions
    .filter(({ what }) => isSplit(by, what))
    .map(({ id, label, unit, definition, what }) => ({
      id,
      kind: "metric" as const,
      label,
      unit,
      definition,
      opens: what === "cases" || what === "sum" || what === "matters",
    })),
];

export const rateId = ({ id }: Column): string => id.slice("rate:".length);

/** A wide screen holds some eight columns beside the name. */
const shownAtFirst = 8;

export const firstShown = (columns: readonly Column[]): Column[] => columns.slice(0, shownAtFirst);

export interface Order {
  readonly column: string;
  readonly descending: boolean;
}

const valueIn = (column: Column, { values, rates }: FigureValues): number | null => {
  if (column.kind === "metric") return values[column.id] ?? null;
  const rate = rates[rateId(column)];
  return rate && !rate.small ? rate.value : null;
};

/** What has no value, or too few cases for a rate, stays below in the order it came. */
export const sorted = (rows: readonly FigureRow[], column: Column | undefined, descending: boolean): FigureRow[] => {
  if (!column) return [...rows];
  const known = rows.flatMap((row) => {
    const value = valueIn(column, row);
    return value === null ? [] : [{ row, value }];
  });
  known.sort((a, b) => (descending ? b.value - a.value : a.value - b.value));
  const above = known.map(({ row }) => row);
  return [...above, ...rows.filter((row) => !above.includes(row))];
};
