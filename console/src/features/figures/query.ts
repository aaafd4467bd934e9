/** What the page shows lives in the address bar: it can be reloaded, kept as a bookmark and sent to a colleague. */
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { FigureGrouping, type figuresApi } from "@ginkgo/shared/api/figures.ts";
import { lastMonth, type Span, thisMonth } from "./span.ts";

export type FiguresInput = CallInput<typeof figuresApi.figures>;

/** One number: a metric, or a part of a rate, in one row or in total. */
export interface Opened {
  readonly metric?: string;
  readonly rate?: string;
  readonly part?: "numerator" | "denominator" | "excluded";
  readonly without?: string;
  readonly key?: string;
}

export const periods = ["year", "month", "last-month", "custom"] as const;
export type PeriodName = (typeof periods)[number];

export interface FiguresQuery {
  readonly period: PeriodName;
  readonly custom: Span | undefined;
  readonly under: string | undefined;
  readonly category: string | undefined;
  readonly by: FigureGrouping;
  readonly open: Opened | null;
}

const parts = ["numerator", "denominator", "excluded"] as const;

const readOpened = (search: URLSearchParams): Opened | null => {
  const read = (name: string) => search.get(name) ?? undefined;
  const [metric, rate] = [read("metric"), read("rate")];
  if (!metric && !rate) return null;
  return { metric, rate, part: parts.find((one) => one === read("part")), without: read("without"), key: read("key") };
};

export const readQuery = (search: URLSearchParams): FiguresQuery => {
  const [from, to] = [search.get("from"), search.get("to")];
  const custom = from && to ? { from, to } : undefined;
  const named = periods.find((name) => name === search.get("period")) ?? "year";
  return {
    period: custom ? "custom" : named === "custom" ? "year" : named,
    custom,
    under: search.get("under") ?? undefined,
    category: search.get("category") ?? undefined,
    by: FigureGrouping.safeParse(search.get("by")).data ?? "node",
    open: readOpened(search),
  };
};

export const writeQuery = ({ period, custom, under, category, by, open }: FiguresQuery): URLSearchParams => {
  const search = new URLSearchParams();
  if (period === "month" || period === "last-month") search.set("period", period);
  const given = { ...(period === "custom" ? custom : {}), under, category, ...open };
  for (const [name, value] of Object.entries(given)) if (value) search.set(name, value);
  if (by !== "node") search.set("by", by);
  return search;
};

/** The current year is left to the server, whose clock counts. */
const spanOf = ({ period, custom }: FiguresQuery): Partial<Span> => {
  switch (period) {
    case "year":
      return {};
    case "month":
      return thisMonth(Date.now());
    case "last-month":
      return lastMonth(Date.now());
    case "custom":
      return custom ?? {};
  }
};

export const inputOf = (query: FiguresQuery): FiguresInput => ({
  ...spanOf(query),
  under: query.under,
  category: query.category,
  by: query.by,
});

export const exportUrl = (query: FiguresQuery): string => {
  const search = new URLSearchParams({ app: "console" });
  for (const [name, value] of Object.entries(inputOf(query))) if (value) search.set(name, value);
  return `/api/v1/figures/export.xlsx?${search}`;
};
