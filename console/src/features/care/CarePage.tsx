/** Regular visits: who is overdue, who is due soon; names are masked here and everywhere. */
import { DownloadOutlined, PlusOutlined } from "@ant-design/icons";
import { type CareBox, type CareSummary, careApi } from "@ginkgo/shared/api/care.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Card, Drawer, Input, Select, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { keyOf, useFetch, usePages } from "../../ui/api/hooks.ts";
import { usePack, useRight } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { CarePanel } from "./CarePanel.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { dueTone, dueWords } from "./words.ts";
import "../../ui/styles/cases.css";
import "../../ui/styles/filters.css";
import "./care.css";

const boxes: readonly { id: CareBox; label: string; count: "late" | "soon" | "active" | "paused" }[] = [
  { id: "late", label: "逾期没有走访", count: "late" },
  { id: "soon", label: "快到期", count: "soon" },
  { id: "active", label: "在走访", count: "active" },
  { id: "paused", label: "暂停", count: "paused" },
];

const isBox = (text: string | null): text is CareBox =>
  text !== null && ["late", "soon", "active", "paused", "ended"].includes(text);

const Row = ({ plan, onOpen }: { plan: CareSummary; onOpen: () => void }) => (
  <li className="case-item">
    <button type="button" className="care-row" onClick={onOpen}>
      <strong className="care-name">{plan.name}</strong>
      <Tag className="tag">{plan.kindLabel}</Tag>
      <span className="grow wrap">{plan.trail}</span>
      <span className="muted small">
        {[...plan.visitors.map(({ name }) => name), plan.team?.name].filter(Boolean).join("、")} · 每 {plan.everyDays}{" "}
        天
      </span>
      <Tag className={`tag tag-${dueTone(plan)}`}>{dueWords(plan)}</Tag>
    </button>
  </li>
);

export const CarePage = () => {
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState("");
  const [adding, setAdding] = useState(false);
  const phone = usePhoneWidth();
  const edits = useRight("care.edit");
  const reads = useRight("care.read") || edits;
  const queries = useQueryClient();
  const kinds = usePack()?.participation.cares ?? [];
  const name = useDebounced(typed.trim()) || undefined;
  const asked = search.get("box");
  const box = isBox(asked) ? asked : "active";
  const kind = search.get("kind") ?? undefined;
  const under = search.get("under") ?? undefined;
  const open = search.get("plan");
  const whose = reads ? "desk" : "mine";
  const set = (key: string, value: string | null | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(key, value);
        else was.delete(key);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  const counts = useFetch(careApi.counts, { whose, under }).data;
  const { query, items } = usePages(careApi.plans, { box, whose, kind, under, name, limit: 50 });
  return (
    <>
      <PageHead
        title="走访"
        note={counts ? `本月走访 ${counts.visitsThisMonth} 次，${counts.peopleVisitedThisMonth} 人` : undefined}
        extra={
          <>
            {reads ? (
              <Button
                icon={<DownloadOutlined />}
                href={`/api/v1/care/export.xlsx?${new URLSearchParams({ box, app: "console", ...(kind ? { kind } : {}), ...(under ? { under } : {}) })}`}
              >
                Excel（姓名打码）
              </Button>
            ) : null}
            {edits ? (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                登记走访对象
              </Button>
            ) : null}
          </>
        }
      />
      <div className="tiles">
        {boxes.map(({ id, label, count }) => (
          <button
            key={id}
            type="button"
            className={`tile ${id === box ? "tile-on" : ""} ${id === "late" ? "tile-late" : ""} ${id === "soon" ? "tile-soon" : ""}`}
            aria-pressed={id === box}
            onClick={() => set("box", id)}
          >
            <span className="tile-label">{label}</span>
            <span className="tile-count">{counts?.[count] ?? "…"}</span>
          </button>
        ))}
      </div>
      <Card className="flush">
        <div className="desk-top">
          <div className="filters gap-above">
            <Input
              className="filter-search"
              placeholder="输入完整姓名查找"
              aria-label="查找"
              allowClear
              maxLength={30}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Select
              aria-label="类别"
              placeholder="全部类别"
              allowClear
              value={kind}
              options={kinds.map(({ id, label }) => ({ value: id, label }))}
              onChange={(next: string | undefined) => set("kind", next)}
            />
            <NodeSelect aria-label="所在地" placeholder="全部地方" value={under} onChange={(id) => set("under", id)} />
            <Button onClick={() => set("box", box === "ended" ? "active" : "ended")}>
              {box === "ended" ? "看在走访的" : "看已结束的"}
            </Button>
          </div>
        </div>
        {query.isLoading ? <Skeleton className="state" active /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? (
          <EmptyState text={box === "late" ? "没有逾期的走访" : "没有符合条件的走访对象"} />
        ) : null}
        <ul className="plain-list">
          {items.map((plan) => (
            <Row key={plan.id} plan={plan} onOpen={() => set("plan", plan.id)} />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
      <Drawer
        open={open !== null}
        onClose={() => set("plan", null)}
        title="走访对象"
        size={phone ? "100%" : 560}
        destroyOnHidden
      >
        {open ? <CarePanel planId={open} /> : null}
      </Drawer>
      {adding ? (
        <PlanForm
          onClose={() => setAdding(false)}
          onSaved={({ id }) => {
            void queries.invalidateQueries({ queryKey: keyOf(careApi.plans) });
            set("plan", id);
          }}
        />
      ) : null}
    </>
  );
};
