import Button from "antd-mobile/es/components/button";
import "./case/case.css";

interface Paged {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => unknown;
}

export const More = ({ query }: { query: Paged }) =>
  query.hasNextPage ? (
    <div className="case-more">
      <Button block loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {query.isFetchNextPageError ? "没能读到，再试一次" : "查看更多"}
      </Button>
    </div>
  ) : null;
