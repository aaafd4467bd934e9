/** Patrols: how they went, the routes with their points, the squads. */
import { PlusOutlined } from "@ant-design/icons";
import { type PatrolRoute, patrolsApi, RoundStatus, type Squad } from "@ginkgo/shared/api/patrols.ts";
import { addDays, dayOf } from "@ginkgo/shared/day.ts";
import { Button, Card, Drawer, Select, Skeleton, Tabs, Tag } from "antd";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useFetch, usePages } from "../../ui/api/hooks.ts";
import { useRight } from "../../ui/api/session.ts";
import { DayInput } from "../../ui/form/DayInput.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState, Loaded } from "../../ui/States.tsx";
import { shortTime } from "../../ui/time.ts";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import { RoundPanel } from "./RoundPanel.tsx";
import { RouteForm } from "./RouteForm.tsx";
import { SquadForm } from "./SquadForm.tsx";
import { statusOptions, timesWords, tones } from "./words.ts";
import "../../ui/styles/cases.css";
import "../../ui/styles/filters.css";
import "./patrols.css";

const Figures = ({ from, to, under }: { from: string; to: string; under: string | undefined }) => {
  const query = useFetch(patrolsApi.figures, { from, to, under }, { keep: true });
  return (
    <Loaded query={query} rows={2}>
      {(sums) => (
        <>
          <dl className="patrol-figures">
            {(
              [
                ["应巡", sums.planned, "轮"],
                ["已完成", sums.done, "轮"],
                ["有漏点", sums.short, "轮"],
                ["漏巡", sums.missed, "轮"],
                ["到点打卡", sums.ticks, "次"],
                ["点位覆盖", `${sums.covered}/${sums.points}`, ""],
                ["参与巡逻", sums.patrollers, "人"],
                ["发现问题", sums.findings, "个"],
              ] as const
            ).map(([label, value, unit]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  {value}
                  <small> {unit}</small>
                </dd>
              </div>
            ))}
          </dl>
          {sums.neglected.length > 0 ? (
            <p className="muted small patrol-neglected">
              最久没有巡到：
              {sums.neglected
                .slice(0, 4)
                .map(
                  ({ point, route, lastAt }) =>
                    `${route}“${point}”${lastAt ? `（${shortTime(lastAt)}）` : "（还没有）"}`,
                )
                .join("、")}
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  );
};

const Rounds = () => {
  const [search, setSearch] = useSearchParams();
  const phone = usePhoneWidth();
  const today = dayOf(new Date());
  const from = search.get("from") ?? addDays(today, -6);
  const to = search.get("to") ?? today;
  const under = search.get("under") ?? undefined;
  const status = RoundStatus.safeParse(search.get("status")).data;
  const open = search.get("round");
  const set = (name: string, value: string | null | undefined) =>
    setSearch(
      (was) => {
        if (value) was.set(name, value);
        else was.delete(name);
        return was;
      },
      { replace: true, preventScrollReset: true },
    );
  const { query, items } = usePages(patrolsApi.rounds, { from, to, under, status, limit: 50 });
  return (
    <>
      <div className="desk-top">
        <div className="filters">
          <div className="filter-days booking-days">
            <DayInput value={from} onChange={(day) => set("from", day)} />
            <DayInput value={to} onChange={(day) => set("to", day)} />
          </div>
          <Select
            aria-label="情况"
            placeholder="全部情况"
            allowClear
            value={status}
            options={statusOptions}
            onChange={(next: string | undefined) => set("status", next)}
          />
          <NodeSelect aria-label="所在地" placeholder="全部地方" value={under} onChange={(id) => set("under", id)} />
        </div>
      </div>
      <Figures from={from} to={to} under={under} />
      {query.isLoading ? <Skeleton className="state" active /> : null}
      {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isSuccess && items.length === 0 ? <EmptyState text="这段时间没有巡逻" /> : null}
      <ul className="plain-list">
        {items.map((one) => (
          <li key={one.id} className="case-item">
            <button type="button" className="patrol-row" onClick={() => set("round", one.id)}>
              <span className="patrol-when">{shortTime(one.plannedAt ?? one.startedAt ?? "")}</span>
              <strong className="grow wrap">{one.route.name}</strong>
              <span className="muted small">
                {[one.squad, one.people.join("、")].filter(Boolean).join(" · ")} · 点位 {one.ticked}/{one.needed}
              </span>
              <Tag className={`tag tag-${tones[one.status]}`}>{one.statusLabel}</Tag>
            </button>
          </li>
        ))}
      </ul>
      <MoreButton query={query} any={items.length > 0} />
      <Drawer
        open={open !== null}
        onClose={() => set("round", null)}
        title="巡逻"
        size={phone ? "100%" : 480}
        destroyOnHidden
      >
        {open ? <RoundPanel roundId={open} /> : null}
      </Drawer>
    </>
  );
};

const Routes = ({ onEdit }: { onEdit: (route: PatrolRoute) => void }) => {
  const query = useFetch(patrolsApi.routes, {});
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState text="还没有巡逻路线" />
        ) : (
          <ul className="plain-list">
            {items.map((route) => (
              <li key={route.id} className="case-item patrol-item">
                <div className="grow">
                  <div className="case-line">
                    <strong className="wrap">{route.name}</strong>
                    <Tag className="tag">{route.kindLabel}</Tag>
                    {route.open ? null : <Tag className="tag tag-stopped">已停用</Tag>}
                  </div>
                  <div className="muted small">
                    {route.trail} · {timesWords(route.times)} · {route.points.length} 个点位，巡到 {route.needed}{" "}
                    个算完成
                  </div>
                  <div className="small wrap">{route.points.map(({ name }) => name).join("、")}</div>
                </div>
                {route.mayEdit ? (
                  <div className="page-extra">
                    <Link to={`/patrols/${route.id}/qr`}>
                      <Button size="small">打印点位码</Button>
                    </Link>
                    <Button size="small" onClick={() => onEdit(route)}>
                      修改
                    </Button>
                  </div>
                ) : null}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
};

const Squads = ({ onEdit }: { onEdit: (squad: Squad) => void }) => {
  const query = useFetch(patrolsApi.squads, {});
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState text="还没有巡逻队" />
        ) : (
          <ul className="plain-list">
            {items.map((squad) => (
              <li key={squad.id} className="case-item patrol-item">
                <div className="grow">
                  <div className="case-line">
                    <strong className="wrap">{squad.name}</strong>
                    {squad.team ? <Tag className="tag">{squad.team.name}</Tag> : null}
                    {squad.open ? null : <Tag className="tag tag-stopped">已停用</Tag>}
                  </div>
                  <div className="muted small wrap">
                    {squad.node.name} · {squad.people.length} 人
                    {squad.people.length > 0 ? `：${squad.people.map(({ name }) => name).join("、")}` : ""}
                  </div>
                </div>
                {squad.mayEdit ? (
                  <Button size="small" onClick={() => onEdit(squad)}>
                    修改
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
};

type Open = { what: "route"; route?: PatrolRoute } | { what: "squad"; squad?: Squad };

export const PatrolsPage = () => {
  const edits = useRight("duty.edit");
  const [search, setSearch] = useSearchParams();
  const [open, setOpen] = useState<Open>();
  const tab = search.get("tab") ?? "rounds";
  return (
    <>
      <PageHead
        title="巡逻"
        note="到点扫码打卡，只记点位和时间，不记行走路线"
        extra={
          edits ? (
            <>
              <Button icon={<PlusOutlined />} onClick={() => setOpen({ what: "squad" })}>
                新建巡逻队
              </Button>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen({ what: "route" })}>
                新建路线
              </Button>
            </>
          ) : null
        }
      />
      <Card className="flush">
        <Tabs
          className="patrol-tabs"
          activeKey={tab}
          onChange={(key) => setSearch({ tab: key }, { replace: true })}
          items={[
            { key: "rounds", label: "巡逻情况", children: <Rounds /> },
            {
              key: "routes",
              label: "路线和点位",
              children: <Routes onEdit={(route) => setOpen({ what: "route", route })} />,
            },
            {
              key: "squads",
              label: "巡逻队",
              children: <Squads onEdit={(squad) => setOpen({ what: "squad", squad })} />,
            },
          ]}
        />
      </Card>
      {open?.what === "route" ? <RouteForm route={open.route} onClose={() => setOpen(undefined)} /> : null}
      {open?.what === "squad" ? <SquadForm squad={open.squad} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
};
