/** Corrections people ask for: what is missing is added, what is wrong taken back, the rest refused; always with a reason. */
import { type DeskRequest, pointsApi, type RequestStatus } from "@ginkgo/shared/api/points.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { keyOf, useChange, usePages } from "../../ui/api/hooks.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";
import { DecideModal } from "./DecideModal.tsx";
import { EntryLine } from "./EntryLine.tsx";
import { PointsNav } from "./PointsNav.tsx";
import "./points.css";

const statuses: { readonly [S in RequestStatus]: { readonly label: string; readonly tone: string } } = {
  open: { label: "待处理", tone: "waiting" },
  granted: { label: "已更正", tone: "done" },
  refused: { label: "未更正", tone: "stopped" },
  withdrawn: { label: "本人撤回", tone: "stopped" },
};

const Request = ({ one, onDecide }: { one: DeskRequest; onDecide: () => void }) => (
  <li className="point-row">
    <p className="point-entry-head">
      <StateTag {...statuses[one.status]} />
      <strong>{one.who}</strong>
      <span className="muted small">
        {one.place} · {fullTime(one.at)}
      </span>
    </p>
    <p className="pre">{one.words}</p>
    {one.about ? (
      <div className="point-about">
        <span className="muted small">说的是这一笔</span>
        <EntryLine entry={one.about} />
      </div>
    ) : null}
    {one.answer ? (
      <p className="pre">
        <span className="muted">{one.decidedBy} 答复：</span>
        {one.answer}
      </p>
    ) : null}
    {one.booked ? <EntryLine entry={one.booked} /> : null}
    {one.status === "open" ? (
      <Button type="primary" className="no-print" onClick={onDecide}>
        处理
      </Button>
    ) : null}
  </li>
);

export const RequestsPage = () => {
  const [status, setStatus] = useState<RequestStatus>("open");
  const [deciding, setDeciding] = useState<DeskRequest | null>(null);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { query, items } = usePages(pointsApi.requests, { status, limit: 50 });
  const again = () => {
    void queries.invalidateQueries({ queryKey: keyOf(pointsApi.requests) });
    void queries.invalidateQueries({ queryKey: keyOf(pointsApi.ledger) });
  };
  const decide = useChange(pointsApi.decide, () => {
    void message.success("已处理，本人会收到通知");
    setDeciding(null);
    again();
  });
  return (
    <>
      <PageHead title="积分更正申请" note="本人认为少记或记错的，核对以后补记、冲回或说明原因" />
      <PointsNav />
      <Card className="flush">
        <div className="desk-top">
          <Segmented<RequestStatus>
            className="gap-above"
            aria-label="状态"
            value={status}
            options={(Object.keys(statuses) as RequestStatus[]).map((one) => ({
              value: one,
              label: statuses[one].label,
            }))}
            onChange={setStatus}
          />
        </div>
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 6 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? (
          <EmptyState text={status === "open" ? "没有待处理的更正申请" : "没有这样的更正申请"} />
        ) : null}
        <ul className="plain-list" aria-busy={query.isPlaceholderData}>
          {items.map((one) => (
            <Request
              key={one.id}
              one={one}
              onDecide={() => {
                decide.reset();
                setDeciding(one);
              }}
            />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
      {deciding ? (
        <DecideModal
          request={deciding}
          pending={decide.isPending}
          error={decide.error}
          onSubmit={(decision) =>
            decide.mutate({ requestId: deciding.id, version: deciding.version, ...decision }, { onError: again })
          }
          onClose={() => setDeciding(null)}
        />
      ) : null}
    </>
  );
};
