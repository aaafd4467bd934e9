/** What the page's address says, so that a filtered list can be sent as a link. */
import type { ClaimList } from "@ginkgo/shared/api/claims.ts";
import { useCallback } from "react";
import { useSearchParams } from "react-router";

export const tabs = ["need", "resource", "project", "claims"] as const;
export type Tab = (typeof tabs)[number];

const names = ["box", "kind", "skill", "under", "tone", "state", "q", "metric", "from", "to"] as const;
type Name = (typeof names)[number];

export const useClaimsFilter = () => {
  const [search, setSearch] = useSearchParams();
  const set = useCallback(
    (changes: Readonly<Record<string, string | null | undefined>>) =>
      setSearch(
        (was) => {
          for (const [name, value] of Object.entries(changes))
            if (value) was.set(name, value);
            else was.delete(name);
          return was;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  const tab = tabs.find((one) => one === search.get("tab")) ?? "need";
  const values = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  ) as Partial<Record<Name, string>>;
  return {
    tab,
    list: tab === "claims" ? undefined : (tab satisfies ClaimList),
    values,
    view: search.get("view") === "map" ? ("map" as const) : ("list" as const),
    open: search.get("open"),
    claim: search.get("claim"),
    set,
    text: search.toString(),
  };
};
