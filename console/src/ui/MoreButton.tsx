import { Button } from "antd";

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The next page of a list whose length nobody counts. */
export const MoreButton = ({ query, any }: { query: Paged; any: boolean }) => {
  if (query.hasNextPage) {
    return (
      <div className="more">
        <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          加载更多
        </Button>
      </div>
    );
  }
  return any ? <div className="more muted small">已经到底了</div> : null;
};
