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
  readonly below?: (item: CaseSummary) => ReactNode;
}

export const CaseList = ({ input, empty, only = () => true, below }: CaseListProps) => {
  const query = useInfiniteQuery(caseList(input));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items).filter(only);
        return (
          <>
            {items.length === 0 && !query.hasNextPage && empty}
            <ul>
              {items.map((item) => (
                <CaseCard key={item.id} item={item}>
                  {below?.(item)}
                </CaseCard>
              ))}
            </ul>
            {query.hasNextPage && (
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
