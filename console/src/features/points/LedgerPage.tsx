/** The ledger of one's places: found by kind, rule, day and words; a name is asked for with a reason. */
import { SearchOutlined } from "@ant-design/icons";
import { type BookingKind, bookingWords, type LedgerRow, pointsApi } from "@ginkgo/shared/api/points.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Card, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { keyOf, useChange, useFetch, usePages } from "../../ui/api/hooks.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { EntryLine } from "./EntryLine.tsx";
import { PointsNav } from "./PointsNav.tsx";
import { ReasonModal } from "./ReasonModal.tsx";
import "./points.css";

const kinds = Object.entries(bookingWords).map(([value, label]) => ({ value: value as BookingKind, label }));

type Asked = { readonly what: "reverse" | "whose"; readonly row: LedgerRow };

const Row = ({ row, name, onAsk }: { row: LedgerRow; name: string | undefined; onAsk: (asked: Asked) => void }) => (
  <li className="point-row">
    <EntryLine
      entry={row}
      who={name ?? row.who}
      extra={
        <div className="point-acts no-print">
          {name ? null : (
            <Button size="small" type="link" onClick={() => onAsk({ what: "whose", row })}>
              查看姓名
            </Button>
          )}
          {row.mayReverse ? (
            <Button size="small" type="link" danger onClick={() => onAsk({ what: "reverse", row })}>
              冲回
            </Button>
          ) : null}
        </div>
      }
    />
  </li>
);

export const LedgerPage = () => {
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(search.get("q") ?? "");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const queries = useQueryClient();
  const { message } = App.useApp();
  const rules = useFetch(pointsApi.mine, {}, { staleTime: 60_000 }).data?.rules ?? [];
  const q = useDebounced(typed.trim()) || undefined;
  const given = (name: string) => search.get(name) ?? undefined;
  const filter = {
    under: given("under"),
    kind: given("kind") as BookingKind | undefined,
    rule: given("rule"),
    from: given("from"),
    to: given("to"),
    q,
  };
  const { query, items } = usePages(pointsApi.ledger, { ...filter, limit: 50 });
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  const done = () => {
    setAsked(null);
    void queries.invalidateQueries({ queryKey: keyOf(pointsApi.ledger) });
  };
  const reverse = useChange(pointsApi.reverse, () => {
    void message.success("已冲回，本人会收到通知");
    done();
  });
  const whose = useChange(pointsApi.whose, ({ name }) => {
    if (asked) setNames((known) => ({ ...known, [asked.row.id]: name }));
    setAsked(null);
  });
  const ask = (next: Asked) => {
    reverse.reset();
    whose.reset();
    setAsked(next);
  };

  return (
    <>
      <PageHead title="积分台账" note="每一笔都能追到它的来处；只增加记录，不修改" />
      <PointsNav />
      <Card className="flush">
        <div className="desk-top">
          <div className="filters gap-above">
            <Input
              className="filter-search"
              prefix={<SearchOutlined />}
              placeholder="按事由查找"
              aria-label="查找台账"
              allowClear
              maxLength={50}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <NodeSelect
              aria-label="地方"
              placeholder="全部地方"
              value={filter.under}
              onChange={(id) => set("under", id)}
            />
            <Select
              aria-label="类型"
              placeholder="全部类型"
              allowClear
              value={filter.kind}
              options={kinds}
              onChange={(kind: string | undefined) => set("kind", kind)}
            />
            <Select
              aria-label="规则"
              placeholder="全部规则"
              allowClear
              value={filter.rule}
              options={rules.map(({ id, label }) => ({ value: id, label }))}
              onChange={(rule: string | undefined) => set("rule", rule)}
            />
            <span className="point-days">
              <Input
                type="date"
                aria-label="从哪天"
                value={filter.from ?? ""}
                onChange={(event) => set("from", event.target.value)}
              />
              <span aria-hidden="true">至</span>
              <Input
                type="date"
                aria-label="到哪天"
                value={filter.to ?? ""}
                onChange={(event) => set("to", event.target.value)}
              />
            </span>
          </div>
        </div>
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 8 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? <EmptyState text="没有符合条件的记录" /> : null}
        <ul className="plain-list" aria-busy={query.isPlaceholderData}>
          {items.map((row) => (
            <Row key={row.id} row={row} name={names[row.id]} onAsk={ask} />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
      {asked?.what === "reverse" ? (
        <ReasonModal
          title={`冲回“${asked.row.words}”的 ${asked.row.points} 分`}
          okText="冲回"
          danger
          note="会记一笔相反的记录，原来的记录不改；本人会看到原因。已经花掉的，余额可能变成负数。"
          pending={reverse.isPending}
          error={reverse.error}
          onSubmit={(reason) => reverse.mutate({ entryId: asked.row.id, reason })}
          onClose={() => setAsked(null)}
        />
      ) : null}
      {asked?.what === "whose" ? (
        <ReasonModal
          title="查看姓名"
          okText="查看"
          note="积分是个人的事。谁、什么时候、为什么查看，会留下记录。"
          pending={whose.isPending}
          error={whose.error}
          onSubmit={(reason) => whose.mutate({ entryId: asked.row.id, reason })}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  );
};
