import { figuresApi } from "@ginkgo/shared/api/figures.ts";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { type FiguresQuery, inputOf, readQuery, writeQuery } from "./query.ts";

/** The question (in the address) and its answer. */
export const useFigures = () => {
  const [search, setSearch] = useSearchParams();
  const query = useMemo(() => readQuery(search), [search]);
  const answer = useFetch(figuresApi.figures, inputOf(query), { keep: true });

  const set = (change: Partial<FiguresQuery>) =>
    setSearch(writeQuery({ ...query, open: null, ...change }), { replace: true, preventScrollReset: true });
  return { query, answer, set };
};
