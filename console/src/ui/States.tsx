/** What a page shows while it has nothing to show: loading, empty, failed, forbidden. */
import { Alert, Button, Empty, Result, Skeleton } from "antd";
import type { ReactNode } from "react";
import { codeOf, detailOf } from "./api/client.ts";

export const EmptyState = ({ text, action }: { text: string; action?: ReactNode }) => (
  <Empty className="state" image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
    {action}
  </Empty>
);

export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const code = codeOf(error);
  if (code === "forbidden") return <Result status="403" title="没有权限" subTitle={detailOf(error)} />;
  if (code === "not-found") return <Result status="404" title="没有找到" subTitle={detailOf(error)} />;
  return (
    <Result
      status="warning"
      title={code === "unavailable" ? "连不上服务器" : "没有加载成功"}
      subTitle={detailOf(error)}
      extra={onRetry ? <Button type="primary" onClick={onRetry}>重试</Button> : null}
    />
  );
};

interface Loadable<T> {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

interface LoadedProps<T> {
  readonly query: Loadable<T>;
  readonly rows?: number;
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Skeleton, then content; a failed refresh keeps what was already there and says so. */
export const Loaded = <T,>({ query, rows = 6, skeleton, children }: LoadedProps<T>) => {
  if (query.data === undefined) {
    if (query.error) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
    return skeleton ?? <Skeleton className="state" active paragraph={{ rows }} />;
  }
  return (
    <>
      {query.error ? <RefreshFailed query={query} /> : null}
      {children(query.data)}
    </>
  );
};

const RefreshFailed = ({ query }: { query: Pick<Loadable<unknown>, "error" | "refetch"> }) => (
  <Alert
    className="gap-below no-print"
    type="warning"
    showIcon
    title={`没有刷新成功，显示的是之前的内容。${detailOf(query.error)}`}
    action={<Button size="small" onClick={() => query.refetch()}>重试</Button>}
  />
);
