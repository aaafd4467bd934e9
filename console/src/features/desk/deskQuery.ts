/** What the desk shows lives in the address bar: it can be reloaded, kept as a bookmark and sent to a colleague. */
import { Box, type CaseFilter, type casesApi, Tone } from "@ginkgo/shared/api/cases.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { dayEnd, dayStart } from "../../ui/time.ts";

export type Sort = "newest" | "due";
export type DeskFilter = Partial<CaseFilter>;
export type ListInput = CallInput<typeof casesApi.list>;

export interface DeskQuery {
  readonly filter: DeskFilter;
  readonly sort: Sort;
  readonly view: "list" | "map";
  readonly open: string | null;
}

const filterNames = [
  "q",
  "category",
  "workflow",
  "state",
  "metric",
  "alsoMetric",
  "withoutMetric",
  "under",
  "assignee",
  "from",
  "to",
] as const;

/** A figure counts what has ended too. */
const usualBox = ({ metric }: DeskFilter): DeskFilter["box"] => (metric ? "desk" : "open");

const day = /^\d{4}-\d{2}-\d{2}$/;
const dayBefore = (text: string): string =>
  new Date(Date.parse(`${text}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** Figures give whole days, the last one not included. */
const readDays = ({ from, to }: DeskFilter): Pick<DeskFilter, "from" | "to"> => ({
  from: from && day.test(from) ? dayStart(from) : from,
  to: to && day.test(to) ? dayEnd(dayBefore(to)) : to,
});

export const readQuery = (search: URLSearchParams): DeskQuery => {
  const filter: DeskFilter = {};
  for (const name of filterNames) {
    const value = search.get(name);
    if (value) filter[name] = value;
  }
  Object.assign(filter, readDays(filter));
  filter.box = Box.safeParse(search.get("box")).data ?? usualBox(filter);
  const tone = Tone.safeParse(search.get("tone")).data;
  if (tone) filter.tone = tone;
  return {
    filter,
    sort: search.get("sort") === "due" ? "due" : "newest",
    view: search.get("view") === "map" ? "map" : "list",
    open: search.get("case"),
  };
};

export const writeQuery = ({ filter, sort, view, open }: DeskQuery): URLSearchParams => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  if (filter.box === usualBox(filter)) search.delete("box");
  if (sort !== "newest") search.set("sort", sort);
  if (view !== "list") search.set("view", view);
  if (open) search.set("case", open);
  return search;
};

export const exportUrl = ({ filter, sort }: DeskQuery): string => {
  const search = new URLSearchParams({ sort, app: "console" });
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, value);
  return `/api/v1/cases/export.xlsx?${search}`;
};

export const sameFilter = (a: DeskFilter, b: DeskFilter): boolean => {
  const text = (filter: DeskFilter) =>
    writeQuery({ filter: { ...filter, box: filter.box ?? "desk" }, sort: "newest", view: "list", open: null });
  const [x, y] = [text(a), text(b)];
  x.sort();
  y.sort();
  return x.toString() === y.toString();
};
