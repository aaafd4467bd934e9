import { AlertOutlined, ClockCircleOutlined, TeamOutlined, UserOutlined } from "@ant-design/icons";
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Card, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useRef } from "react";
import { useSearchParams } from "react-router";
import { keyOf, useFetch, usePages } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { CaseList } from "../../ui/CaseList.tsx";
import { useCaseChanges } from "../../ui/live.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";

type TileBox = "mine" | "team" | "soon" | "late";

const tiles: { box: TileBox; label: string; icon: ReactNode; empty: string }[] = [
  { box: "mine", label: "待我处理", icon: <UserOutlined />, empty: "现在没有等您处理的诉求" },
  { box: "team", label: "我的队伍", icon: <TeamOutlined />, empty: "您的队伍现在没有在办的诉求" },
  { box: "soon", label: "即将超时", icon: <ClockCircleOutlined />, empty: "没有快到时限的诉求" },
  { box: "late", label: "已超时", icon: <AlertOutlined />, empty: "没有超时的诉求，保持住" },
];

const shownCount = (count: number | undefined) => (count === undefined ? "–" : count >= 1000 ? "999+" : String(count));

const greeting = () => {
  const hour = Number(
    new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone: "Asia/Shanghai" }).format(),
  );
  if (hour < 6) return "夜深了";
  if (hour < 12) return "上午好";
  return hour < 18 ? "下午好" : "晚上好";
};

/** Cases that changed elsewhere show up here by themselves, at most every two seconds. */
const useFreshList = () => {
  const queries = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useCaseChanges(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void queries.invalidateQueries({ queryKey: keyOf(casesApi.list) }), 2_000);
  });
};

export const WorkbenchPage = () => {
  const [search, setSearch] = useSearchParams();
  const me = useMe().data;
  const counts = useFetch(casesApi.counts, {});
  const chosen = tiles.find((tile) => tile.box === search.get("box")) ?? tiles[0];
  const box: TileBox = chosen?.box ?? "mine";
  const { query, items } = usePages(casesApi.list, { box, sort: "due", limit: 30 });
  useFreshList();

  return (
    <>
      <PageHead
        title={`${greeting()}，${me?.name ?? ""}`}
        note={me?.roles.map((role) => `${role.node.name} ${role.title ?? role.label}`).join("、")}
      />
      <div className="tiles" role="tablist" aria-label="待办分类">
        {tiles.map((tile) => (
          <button
            key={tile.box}
            type="button"
            role="tab"
            aria-selected={tile.box === box}
            className={`tile tile-${tile.box} ${tile.box === box ? "tile-on" : ""}`}
            onClick={() => setSearch({ box: tile.box }, { replace: true, preventScrollReset: true })}
          >
            <span className="tile-label">
              {tile.icon} {tile.label}
            </span>
            <span className="tile-count">{shownCount(counts.data?.[tile.box])}</span>
          </button>
        ))}
      </div>
      <Card className="flush" title={chosen?.label}>
        {query.isLoading ? <Skeleton className="state" active paragraph={{ rows: 6 }} /> : null}
        {query.error && items.length === 0 ? <ErrorState error={query.error} onRetry={() => query.refetch()} /> : null}
        {query.isSuccess && items.length === 0 ? <EmptyState text={chosen?.empty ?? ""} /> : null}
        <CaseList items={items} />
        <MoreButton query={query} any={items.length > 0} />
      </Card>
    </>
  );
};
