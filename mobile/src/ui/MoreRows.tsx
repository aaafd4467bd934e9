/** A list that is read page by page, in all four states. */
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import type { ReactNode } from "react";
import { Loaded } from "./states.tsx";
import "./case/case.css";

interface MoreRowsProps<T> {
  readonly query: UseInfiniteQueryResult<InfiniteData<{ readonly items: readonly T[] }>>;
  readonly empty: ReactNode;
  readonly children: (item: T) => ReactNode;
}

export const MoreRows = <T,>({ query, empty, children }: MoreRowsProps<T>) => {
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Loaded query={query}>
      {() => (
        <>
          {items.length === 0 && empty}
          <ul>{items.map(children)}</ul>
          {query.hasNextPage && (
            <div className="case-more">
              <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {query.isFetchNextPageError ? "没能读到，再试一次" : "查看更多"}
              </Button>
            </div>
          )}
        </>
      )}
    </Loaded>
  );
};
