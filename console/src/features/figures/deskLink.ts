/** The dispatch desk with the very cases a number counts, where the desk's filter can say which those are. */
import type { FigureRow, Figures, RateDefinition } from "@ginkgo/shared/api/figures.ts";
import type { FiguresQuery, Opened } from "./query.ts";
import { firstOfMonth, nextDay, type Span } from "./span.ts";

type Filter = Record<string, string | undefined>;

const rateFilter = ({ counts, of, excludes }: RateDefinition, { part, without }: Opened): Filter | undefined => {
  if (part === "excluded") return without || excludes.length === 1 ? { metric: without ?? excludes[0]?.id } : undefined;
  // The desk leaves out one metric, no more.
  if (excludes.length > 1) return undefined;
  const withoutMetric = excludes[0]?.id;
  return part === "numerator" ? { metric: of, alsoMetric: counts, withoutMetric } : { metric: of, withoutMetric };
};

const numberFilter = ({ rates }: Figures, open: Opened): Filter | undefined => {
  if (open.metric) return { metric: open.metric };
  const rate = rates.find(({ id }) => id === open.rate);
  return rate && rateFilter(rate, open);
};

const week = 7;

const stepSpan = (start: string, by: Figures["by"], { from, to }: Span): Span => {
  let end = by === "month" ? firstOfMonth(start, 1) : nextDay(start);
  if (by === "week") for (let i = 1; i < week; i++) end = nextDay(end);
  return { from: start > from ? start : from, to: end < to ? end : to };
};

const rowFilter = ({ by, period }: Figures, row: FigureRow): Filter | undefined => {
  switch (by) {
    case "node":
      return row.nodeId && !row.overlaps ? { under: row.nodeId } : undefined;
    case "category":
      return { category: row.key };
    case "day":
    case "week":
    case "month":
      return { ...stepSpan(row.key, by, period) };
    case "none":
    case "handler":
      return undefined;
  }
};

export const deskLink = (figures: Figures, { category }: FiguresQuery, open: Opened): string | undefined => {
  const row = figures.rows.find(({ key }) => key === open.key);
  const counted = numberFilter(figures, open);
  const narrowed = open.key === undefined ? {} : row && rowFilter(figures, row);
  if (!counted || !narrowed) return undefined;
  const search = new URLSearchParams();
  const filter = { under: figures.node.id, category, ...figures.period, ...counted, ...narrowed };
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  return `/desk?${search}`;
};
