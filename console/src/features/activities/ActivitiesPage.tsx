/** Activities: what one may join, what one has joined or organises, and for desks all of their places. */
import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { type ActivityFilter, activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { Button, Card, Checkbox, Input, Segmented, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { Link, useSearchParams } from "react-router";
import { usePages } from "../../ui/api/hooks.ts";
import { tiersAs, usePack, useRight } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { dayEnd, dayStart } from "../../ui/time.ts";
import { ActivitiesNav } from "./ActivitiesNav.tsx";
import { ActivityRow } from "./ActivityRow.tsx";
import "./activities.css";

type Box = ActivityFilter["box"];

const boxes: readonly { readonly value: Box; readonly label: string; readonly empty: string }[] = [
  { value: "desk", label: "全部", empty: "这里还没有活动" },
  { value: "open", label: "招募中", empty: "现在没有招募中的活动" },
  { value: "organised", label: "我组织的", empty: "您还没有组织过活动" },
  { value: "mine", label: "我报名的", empty: "您还没有报名" },
];

export const ActivitiesPage = () => {
  const [search, setSearch] = useSearchParams();
  const [typed, setTyped] = useState(search.get("q") ?? "");
  const pack = usePack();
  const reads = useRight("activity.read");
  const kinds = pack?.participation.activities ?? [];
  const mayStart = kinds.some((kind) => kind.mayStart);
  const given = (name: string) => search.get(name) ?? undefined;
  const box = (given("box") as Box | undefined) ?? (reads ? "desk" : "open");
  const [from, to] = [given("from"), given("to")];
  const q = useDebounced(typed.trim());
  const set = (name: string, value: string | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  useEffect(() => {
    setSearch(
      (was) => {
        if (q) was.set("q", q);
        else was.delete("q");
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [q, setSearch]);

  const { query, items } = usePages(activitiesApi.list, {
    box,
    q: q || undefined,
    kind: given("kind"),
    state: given("state"),
    under: given("under"),
    skill: given("skill"),
    free: given("free") === "yes" ? "yes" : undefined,
    from: from && dayStart(from),
    to: to && dayEnd(to),
    limit: 30,
  });
  const states = new Map(kinds.flatMap((kind) => kind.states.map((state) => [state.id, state.label] as const)));
  const used = ["kind", "state", "under", "skill", "free", "from", "to", "q"].some((name) => search.has(name));

  return (
    <>
      <PageHead
        title="活动"
        note="志愿服务、课程、讲座和邻里活动"
        extra={
          mayStart ? (
            <Link to="/activities/new">
              <Button type="primary" icon={<PlusOutlined />}>
                组织活动
              </Button>
            </Link>
          ) : null
        }
      />
      <ActivitiesNav />
      <Card className="flush">
        <div className="desk-top">
          <Segmented<Box>
            className="gap-above gap-below"
            aria-label="范围"
            value={box}
            options={boxes
              .filter(({ value }) => (value !== "desk" || reads) && (value !== "organised" || mayStart))
              .map(({ value, label }) => ({ value, label }))}
            onChange={(value) => set("box", value)}
          />
          <div className="filters">
            <Input
              className="filter-search"
              prefix={<SearchOutlined />}
              placeholder="搜索活动、地点"
              aria-label="搜索活动"
              allowClear
              maxLength={60}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            <Select
              aria-label="类型"
              placeholder="全部类型"
              allowClear
              value={given("kind")}
              options={kinds.map(({ id, label }) => ({ value: id, label }))}
              onChange={(kind?: string) => set("kind", kind)}
            />
            {box === "open" ? null : (
              <Select
                aria-label="状态"
                placeholder="全部状态"
                allowClear
                value={given("state")}
                options={[...states].map(([value, label]) => ({ value, label }))}
                onChange={(state?: string) => set("state", state)}
              />
            )}
            <NodeSelect
              aria-label="地方"
              placeholder="全部地方"
              tiers={tiersAs(pack, "subdistrict", "community")}
              value={given("under")}
              onChange={(id) => set("under", id)}
            />
            {kinds.some((kind) => kind.skills) ? (
              <Select
                aria-label="技能"
                placeholder="全部技能"
                allowClear
                showSearch={{ optionFilterProp: "label" }}
                value={given("skill")}
                options={pack?.participation.skills.map(({ id, label }) => ({ value: id, label }))}
                onChange={(skill?: string) => set("skill", skill)}
              />
            ) : null}
            <span className="activity-days">
              <DayInput value={from} onChange={(day) => set("from", day)} />
              <span aria-hidden="true">至</span>
              <DayInput value={to} onChange={(day) => set("to", day)} />
            </span>
            <Checkbox
              className="activity-free"
              checked={given("free") === "yes"}
              onChange={(event) => set("free", event.target.checked ? "yes" : undefined)}
            >
              还有名额
            </Checkbox>
            {used ? (
              <Button
                type="link"
                onClick={() => {
                  setTyped("");
                  setSearch({ box }, { replace: true });
                }}
              >
                清空条件
              </Button>
            ) : null}
          </div>
        </div>
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 8 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? (
          <EmptyState
            text={used ? "没有符合条件的活动" : (boxes.find(({ value }) => value === box)?.empty ?? "没有活动")}
          />
        ) : null}
        <ul className="plain-list case-list" aria-busy={query.isPlaceholderData}>
          {items.map((one) => (
            <ActivityRow key={one.id} one={one} />
          ))}
        </ul>
        <MoreButton query={query} any={items.length > 0} />
      </Card>
    </>
  );
};
