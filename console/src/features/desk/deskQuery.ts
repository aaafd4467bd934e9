/** What the desk shows lives in the address bar: it can be reloaded, kept as a bookmark and sent to a colleague. */
import { Box, type CaseFilter, type casesApi, Tone } from "@ginkgo/shared/api/cases.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";

export type Sort = "newest" | "due";
export type DeskFilter = Partial<CaseFilter>;
export type ListInput = CallInput<typeof casesApi.list>;

export interface DeskQuery {
  readonly filter: DeskFilter;
  readonly sort: Sort;
  readonly view: "list" | "map";
  readonly open: string | null;
}

const filterNames = ["q", "category", "state", "under", "assignee", "from", "to"] as const;

export const readQuery = (search: URLSearchParams): DeskQuery => {
  const filter: DeskFilter = {};
  for (const name of filterNames) {
    const value = search.get(name);
    if (value) filter[name] = value;
  }
  filter.box = Box.safeParse(search.get("box")).data ?? "open";
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
  if (filter.box === "open") search.delete("box");
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
