/** What a page shows while it has nothing to show: loading, empty, failed, forbidden. */
import { DisconnectOutlined, FileSearchOutlined, LockOutlined, WarningOutlined } from "@ant-design/icons";
import { Alert, Button, Empty, Skeleton } from "antd";
import type { ReactNode } from "react";
import { codeOf, detailOf } from "./api/client.ts";

export const EmptyState = ({ text, action }: { text: string; action?: ReactNode }) => (
  <Empty className="state" image={Empty.PRESENTED_IMAGE_SIMPLE} description={text}>
    {action}
  </Empty>
);

interface MessageProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: ReactNode;
  readonly action?: ReactNode;
}

/** A page that is only a message. Light on purpose: it must be there when nothing more can be loaded. */
export const MessageState = ({ icon, title, text, action }: MessageProps) => (
  <div className="message-state" role="alert">
    <div className="message-icon">{icon}</div>
    <h2>{title}</h2>
    <p className="muted">{text}</p>
    {action}
  </div>
);

const retryable: Record<string, { icon: ReactNode; title: string }> = {
  unavailable: { icon: <DisconnectOutlined />, title: "连不上服务器" },
};
const failed = { icon: <WarningOutlined />, title: "没有加载成功" };

export const ErrorState = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const code = codeOf(error) ?? "";
  const text = detailOf(error);
  if (code === "forbidden") return <MessageState icon={<LockOutlined />} title="没有权限" text={text} />;
  if (code === "not-found") return <MessageState icon={<FileSearchOutlined />} title="没有找到" text={text} />;
  return (
    <MessageState
      {...(retryable[code] ?? failed)}
      text={text}
      action={
        onRetry ? (
          <Button type="primary" onClick={onRetry}>
            重试
          </Button>
        ) : null
      }
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
    action={
      <Button size="small" onClick={() => query.refetch()}>
        重试
      </Button>
    }
  />
);
