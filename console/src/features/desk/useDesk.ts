import { type CaseSummary, casesApi } from "@ginkgo/shared/api/cases.ts";
import { useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { usePages } from "../../ui/api/hooks.ts";
import { type DeskFilter, type DeskQuery, readQuery, writeQuery } from "./deskQuery.ts";

/** The desk's state: the question (in the address), the answer (pages of cases), and what is selected. */
export const useDesk = () => {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => readQuery(search), [search]);
  const { query: pages, items } = usePages(casesApi.list, { ...query.filter, sort: query.sort, limit: 50 });
  const [selected, setSelected] = useState<ReadonlyMap<string, CaseSummary>>(new Map());

  const set = (change: Partial<DeskQuery>, replace = false) =>
    setSearch(writeQuery({ ...query, ...change }), { replace, preventScrollReset: true });
  // A selection belongs to the list it was made in.
  const setFilter = (change: DeskFilter) => {
    setSelected(new Map());
    set({ filter: { ...query.filter, ...change }, open: null }, true);
  };
  const replaceFilter = (filter: DeskFilter) => {
    setSelected(new Map());
    set({ filter: { box: "desk", ...filter }, open: null });
  };

  const select = (chosen: readonly CaseSummary[]) => setSelected(new Map(chosen.map((item) => [item.id, item])));
  const toggle = (item: CaseSummary) => {
    const next = new Map(selected);
    if (!next.delete(item.id)) next.set(item.id, item);
    setSelected(next);
  };
  // Versions go stale while a row stays selected: what is sent is what the list shows now.
  const chosen = [...selected.values()].map((item) => items.find((fresh) => fresh.id === item.id) ?? item);

  const ids: ReadonlySet<string> = new Set(selected.keys());
  return { query, set, setFilter, replaceFilter, pages, items, chosen, selected: ids, select, toggle };
};

export type Desk = ReturnType<typeof useDesk>;
