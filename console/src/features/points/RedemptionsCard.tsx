import { DownloadOutlined } from "@ant-design/icons";
import { type RedemptionStatus, redemptionWords, type ShopRedemption, shopApi } from "@ginkgo/shared/api/shop.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Select, Skeleton } from "antd";
import { useState } from "react";
import { keyOf, useChange, usePages } from "../../ui/api/hooks.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { StateTag } from "../../ui/StateTag.tsx";
import { fullTime } from "../../ui/time.ts";
import { ReasonModal } from "./ReasonModal.tsx";

const tones: { readonly [S in RedemptionStatus]: string } = {
  reserved: "waiting",
  handed: "done",
  cancelled: "stopped",
  expired: "stopped",
};
const statuses = Object.entries(redemptionWords).map(([value, label]) => ({ value: value as RedemptionStatus, label }));

const Row = ({ one, onCancel }: { one: ShopRedemption; onCancel: () => void }) => (
  <li className="point-row">
    <p className="point-entry-head">
      <StateTag label={redemptionWords[one.status]} tone={tones[one.status]} />
      <strong className="wrap">{one.goods}</strong>
      <span>{one.points} 分</span>
    </p>
    <p className="muted small">
      {[
        one.who,
        one.place.name,
        `${fullTime(one.reservedAt)} 预留`,
        one.status === "reserved"
          ? `${fullTime(one.expiresAt)} 前有效`
          : one.endedAt && `${fullTime(one.endedAt)} ${redemptionWords[one.status]}`,
        one.handedBy && `经手：${one.handedBy}`,
        one.reason,
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
    {one.status === "reserved" ? (
      <Button size="small" danger className="no-print" onClick={onCancel}>
        取消并退还积分
      </Button>
    ) : null}
  </li>
);

export const RedemptionsCard = () => {
  const [status, setStatus] = useState<RedemptionStatus | undefined>("reserved");
  const [under, setUnder] = useState<string | undefined>();
  const [cancelling, setCancelling] = useState<ShopRedemption | null>(null);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { query, items } = usePages(shopApi.redemptions, { status, under, limit: 30 });
  const cancel = useChange(shopApi.cancel, () => {
    void message.success("已取消，积分和库存已退回，本人会收到通知");
    setCancelling(null);
    void queries.invalidateQueries({ queryKey: keyOf(shopApi.redemptions) });
    void queries.invalidateQueries({ queryKey: keyOf(shopApi.goods) });
  });
  const exported = new URLSearchParams({
    app: "console",
    ...(status ? { status } : {}),
    ...(under ? { under } : {}),
  });
  return (
    <Card
      title="兑换记录"
      className="flush"
      extra={
        <Button
          icon={<DownloadOutlined />}
          className="no-print"
          href={`/api/v1/shop/redemptions.xlsx?${exported}`}
          download
        >
          导出
        </Button>
      }
    >
      <div className="desk-top no-print">
        <div className="filters gap-above">
          <Select
            aria-label="状态"
            placeholder="全部状态"
            allowClear
            value={status}
            options={statuses}
            onChange={setStatus}
          />
          <NodeSelect aria-label="兑换点" placeholder="全部兑换点" value={under} onChange={setUnder} />
        </div>
      </div>
      {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 4 }} /> : null}
      {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? (
        <EmptyState text={status === "reserved" ? "没有等待领取的" : "没有这样的兑换记录"} />
      ) : null}
      <ul className="plain-list" aria-busy={query.isPlaceholderData}>
        {items.map((one) => (
          <Row
            key={one.id}
            one={one}
            onCancel={() => {
              cancel.reset();
              setCancelling(one);
            }}
          />
        ))}
      </ul>
      <MoreButton query={query} any={items.length > 0} />
      {cancelling ? (
        <ReasonModal
          title={`取消“${cancelling.goods}”的兑换`}
          okText="取消兑换"
          danger
          note={`${cancelling.points} 分会退还给本人，库存加回 1 份。本人会看到原因。`}
          pending={cancel.isPending}
          error={cancel.error}
          onSubmit={(reason) => cancel.mutate({ redemptionId: cancelling.id, version: cancelling.version, reason })}
          onClose={() => setCancelling(null)}
        />
      ) : null}
    </Card>
  );
};
