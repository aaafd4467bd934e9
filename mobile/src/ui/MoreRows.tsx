/** A list that is read page by page, in all four states. */
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { More } from "./More.tsx";
import { Loaded } from "./states.tsx";

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
          <More query={query} />
        </>
      )}
    </Loaded>
  );
};
