/** A list of cases that is read page by page, in all four states. */
import type { CaseSummary } from "@ginkgo/shared/api/cases.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import type { ReactNode } from "react";
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
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.items);
        const items = all.filter(only);
        const last = all.at(-1);
        const more = query.hasNextPage && !(last && endsAt?.(last));
        return (
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
                <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {query.isFetchNextPageError ? "没能读到，再试一次" : "查看更多"}
                </Button>
              </div>
            )}
          </>
        );
      }}
    </Loaded>
  );
};
