import { DownloadOutlined } from "@ant-design/icons";
import { type AgreedItemState, agreedItemsApi } from "@ginkgo/shared/api/agreed-items.ts";
import { Button, Card, Input, Segmented, Select, Skeleton } from "antd";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { usePages } from "../../ui/api/hooks.ts";
import { useRight } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { AgreementsNav } from "./AgreementsNav.tsx";
import { ItemPanel } from "./ItemPanel.tsx";
import { ItemRows } from "./ItemRows.tsx";
import { itemStates } from "./words.ts";

type Box = "desk" | "mine" | "late";

export const ItemsPage = () => {
  const reads = useRight("agreement.read");
  const [params, setParams] = useSearchParams();
  const box = (params.get("box") ?? (reads ? "desk" : "mine")) as Box;
  const state = (params.get("state") ?? undefined) as AgreedItemState | undefined;
  const under = params.get("under") ?? undefined;
  const q = params.get("q") ?? undefined;
  const set = (change: Readonly<Record<string, string | undefined>>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) value ? next.set(name, value) : next.delete(name);
        return next;
      },
      { replace: true },
    );
  const filter = { box, state, under, q };
  const { query, items } = usePages(agreedItemsApi.list, { ...filter, limit: 50 });
  const file = new URLSearchParams(
    Object.entries({ ...filter, app: "console" }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  const boxes = [
    ...(reads ? [{ value: "desk" as const, label: "全部" }] : []),
    { value: "mine" as const, label: "由我负责" },
    ...(reads ? [{ value: "late" as const, label: "已逾期" }] : []),
  ];
  return (
    <>
      <PageHead
        title="共建事项"
        note="协议和联席会议定下的事：谁负责、什么时候完成、做到哪一步"
        extra={
          <Button icon={<DownloadOutlined />} href={`/api/v1/agreed-items/export.xlsx?${file}`}>
            导出
          </Button>
        }
      />
      <AgreementsNav />
      <Card className="flush">
        <div className="desk-top">
          <div className="gap-above gap-below">
            <Segmented<Box> aria-label="范围" value={box} options={boxes} onChange={(value) => set({ box: value })} />
          </div>
          <div className="filters">
            <Input.Search
              className="filter-search"
              placeholder="事项或负责的单位、人"
              allowClear
              defaultValue={q}
              onSearch={(value) => set({ q: value.trim() || undefined })}
            />
            <Select
              aria-label="状态"
              placeholder="全部状态"
              allowClear
              value={state}
              options={Object.entries(itemStates).flatMap(([value, { label }]) =>
                value === "planned" ? [] : [{ value, label }],
              )}
              onChange={(value?: string) => set({ state: value })}
            />
            {reads ? (
              <NodeSelect
                aria-label="地方"
                placeholder="全部地方"
                value={under}
                onChange={(value) => set({ under: value })}
              />
            ) : null}
          </div>
        </div>
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 6 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? (
          <EmptyState
            text={box === "late" ? "没有逾期的事项" : box === "mine" ? "没有由您负责的事项" : "没有这样的事项"}
          />
        ) : null}
        <ItemRows items={items} sources />
        <MoreButton query={query} any={items.length > 0} />
      </Card>
    </>
  );
};

/** Where a message about an item leads. */
export const ItemPage = () => {
  const { itemId = "" } = useParams();
  const go = useNavigate();
  return (
    <>
      <div className="page-tools no-print">
        <Button type="text" onClick={() => void go("/agreements/items")}>
          全部事项
        </Button>
      </div>
      <Card className="narrow">
        <ItemPanel itemId={itemId} />
      </Card>
    </>
  );
};
