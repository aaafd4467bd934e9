/** The rows behind a number of the bulletin, as far as one may see them. */
import { bulletinApi } from "@ginkgo/shared/api/bulletin.ts";
import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import { dayWords } from "@ginkgo/shared/day.ts";
import { Drawer, Skeleton } from "antd";
import { useFetch, usePages } from "../../ui/api/hooks.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { MatterList } from "../../ui/matter/MatterList.tsx";
import { EmptyState, ErrorState, Loaded } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";

export interface Opened {
  readonly what: "claim" | "activity" | "compounds";
  readonly day: string;
  readonly node: NodeRef;
  readonly count: number;
}

const titles: Readonly<Record<Opened["what"], string>> = {
  claim: "完成的认领",
  activity: "开展的活动",
  compounds: "有党员报到的小区",
};

const Deeds = ({ type, day, under }: { type: "claim" | "activity"; day: string; under: string }) => {
  const { query, items } = usePages(bulletinApi.deeds, { type, day, under, limit: 30 });
  if (query.isLoading) return <Skeleton className="state" active />;
  if (query.error && items.length === 0) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (items.length === 0) return <EmptyState text="这些记录不在您可以查看的范围内" />;
  return (
    <>
      <MatterList items={items} />
      <MoreButton query={query} any />
    </>
  );
};

const Compounds = ({ day, under }: { day: string; under: string }) => (
  <Loaded query={useFetch(bulletinApi.compounds, { day, under })}>
    {({ items }) => (
      <ul className="plain-list">
        {items.map(({ node, community, people }) => (
          <li key={node.id} className="case-item">
            <span className="case-line" style={{ padding: "10px 0", width: "100%" }}>
              <span>{node.name}</span>
              <span className="muted small">{community}</span>
              <span className="grow" />
              <span>{people} 人</span>
            </span>
          </li>
        ))}
      </ul>
    )}
  </Loaded>
);

export const RowsDrawer = ({ opened, onClose }: { opened: Opened; onClose: () => void }) => {
  const { what, day, node, count } = opened;
  const phone = usePhoneWidth();
  return (
    <Drawer
      open
      onClose={onClose}
      size={phone ? "100%" : 520}
      title={`${titles[what]}（${count}）`}
      styles={{ body: { padding: 0 } }}
    >
      <p className="muted small" style={{ padding: "12px 20px 0", margin: 0 }}>
        {node.name} · {dayWords(day)}
      </p>
      {what === "compounds" ? <Compounds day={day} under={node.id} /> : <Deeds type={what} day={day} under={node.id} />}
    </Drawer>
  );
};
