/** A list of cases that is read page by page, in all four states. */
import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { type ReactNode, useEffect } from "react";
import { type CaseListInput, caseList } from "../net/queries.ts";
import { Loaded } from "../states.tsx";
import { CaseCard } from "./CaseCard.tsx";

interface CaseListProps {
  readonly input: CaseListInput;
  readonly empty: ReactNode;
  readonly only?: (item: CaseSummary) => boolean;
  /** True for a last item after which no further page can hold anything that passes `only`. */
  readonly endsAt?: (last: CaseSummary) => boolean;
  readonly below?: (item: CaseSummary) => ReactNode;
}

export const CaseList = ({ input, empty, only = () => true, endsAt, below }: CaseListProps) => {
  const query = useInfiniteQuery(caseList(input));
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const items = all.filter(only);
  const last = all.at(-1);
  const more = query.hasNextPage && !(last && endsAt?.(last));
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError } = query;
  // A page of which nothing is shown must not look like the end.
  const barren = more && items.length === 0 && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (barren) void fetchNextPage();
  }, [barren, fetchNextPage]);
  return (
    <Loaded query={query}>
      {() => (
        <>
          {items.length === 0 && !more && empty}
          <ul>
            {items.map((item) => (
              <CaseCard key={item.id} item={item}>
                {below?.(item)}
              </CaseCard>
            ))}
          </ul>
          {more && (
            <div className="case-more">
              <Button block loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {isFetchNextPageError ? "没能读到，再试一次" : "查看更多"}
              </Button>
            </div>
          )}
        </>
      )}
    </Loaded>
  );
};
