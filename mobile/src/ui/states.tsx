/** The states every page has besides its content: loading, failed, offline, empty. */
import type { UseQueryResult } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import type { ReactNode } from "react";
import { CloudOff, Leaf } from "./icons.tsx";
import { problemOf } from "./net/client.ts";
import "./states.css";

export const Loading = ({ lines = 4 }: { lines?: number }) => (
  <div className="loading" role="status" aria-label="正在打开">
    {"abcd"
      .slice(0, lines)
      .split("")
      .map((key) => (
        <div key={key} className="loading-line" />
      ))}
  </div>
);

export const Failed = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const problem = problemOf(error);
  return (
    <div className="state" role="alert">
      <CloudOff />
      <p className="state-title">{problem.status === 0 ? "现在连不上网" : "没能打开"}</p>
      <p className="state-hint">{problem.detail}</p>
      {onRetry && (
        <Button color="primary" fill="outline" onClick={onRetry}>
          再试一次
        </Button>
      )}
    </div>
  );
};

export const Empty = ({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) => (
  <div className="state">
    <Leaf />
    <p className="state-title">{title}</p>
    {hint && <p className="state-hint">{hint}</p>}
    {children}
  </div>
);

/** A refusal shown where the person is looking, with what to mend. */
export const Refusal = ({ error }: { error: unknown }) => {
  if (!error) return null;
  const problem = problemOf(error);
  return (
    <div className="refusal" role="alert">
      <strong>没有成功：</strong>
      {problem.detail}
      {problem.errors && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((one) => (
            <li key={one.path + one.message}>{one.message}</li>
          ))}
        </ul>
      )}
    </div>
  );
};

interface LoadedProps<T> {
  readonly query: Pick<UseQueryResult<T>, "data" | "error" | "isPending" | "isFetching"> & { refetch: () => unknown };
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** Old data stays on the screen when a refresh fails; a line above says that it is old. */
export function Loaded<T>({ query, lines, children }: LoadedProps<T>) {
  const retry = () => void query.refetch();
  if (query.data !== undefined)
    return (
      <>
        {query.error && !query.isFetching && (
          <button type="button" className="stale" onClick={retry}>
            没能更新：{problemOf(query.error).detail} <u>点此再试</u>
          </button>
        )}
        {children(query.data)}
      </>
    );
  if (query.isPending || query.isFetching) return <Loading lines={lines} />;
  return <Failed error={query.error} onRetry={retry} />;
}
