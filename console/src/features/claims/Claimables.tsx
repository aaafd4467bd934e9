import { EnvironmentOutlined, UnorderedListOutlined } from "@ant-design/icons";
import { type ClaimList, claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { Button, Input, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { useFetch, usePages } from "../../ui/api/hooks.ts";
import { usePack } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { MapView } from "../../ui/map/MapView.tsx";
import { EmptyState, ErrorState, Loaded } from "../../ui/States.tsx";
import { ClaimableRows } from "./ClaimableRows.tsx";
import type { useClaimsFilter } from "./filter.ts";
import { useKinds } from "./useKinds.ts";

interface ClaimablesProps {
  readonly filter: ReturnType<typeof useClaimsFilter>;
  readonly list: ClaimList;
  readonly onOpen: (id: string) => void;
  readonly part: "filters" | "list";
}

type Query = CallInput<typeof claimsApi.claimableMap>;

const boxes = [
  { value: "open", label: "可以认领" },
  { value: "own", label: "我发布的" },
];
const freeColour = "#2e7d32";
const takenColour = "#8c959f";

const Filters = ({ filter, list }: Pick<ClaimablesProps, "filter" | "list">) => {
  const { values, view, set } = filter;
  const [typed, setTyped] = useState(values.q ?? "");
  const q = useDebounced(typed.trim());
  useEffect(() => {
    if (q !== (values.q ?? "")) set({ q });
  }, [q, values.q, set]);
  const kinds = useKinds(list);
  const skills = usePack()?.participation.skills ?? [];
  const states = new Map(kinds.flatMap((kind) => kind.states).map(({ id, label }) => [id, label]));
  return (
    <div className="filters">
      <Input
        className="filter-search"
        aria-label="搜索"
        placeholder="搜索名称、说明、地址"
        allowClear
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        aria-label="范围"
        placeholder="全部"
        allowClear
        value={values.box}
        onChange={(box: string | undefined) => set({ box })}
        options={boxes}
      />
      {kinds.length > 1 ? (
        <Select
          aria-label="类型"
          placeholder="全部类型"
          allowClear
          value={values.kind}
          onChange={(kind: string | undefined) => set({ kind })}
          options={kinds.map(({ id, label }) => ({ value: id, label }))}
        />
      ) : null}
      <Select
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        value={values.state}
        onChange={(state: string | undefined) => set({ state })}
        options={[...states].map(([value, label]) => ({ value, label }))}
      />
      {kinds.some((kind) => kind.skills) ? (
        <Select
          aria-label="技能"
          placeholder="全部技能"
          allowClear
          showSearch
          optionFilterProp="label"
          value={values.skill}
          onChange={(skill: string | undefined) => set({ skill })}
          options={skills.map(({ id, label }) => ({ value: id, label }))}
        />
      ) : null}
      <NodeSelect aria-label="地方" placeholder="全部地方" value={values.under} onChange={(under) => set({ under })} />
      <Button
        icon={view === "map" ? <UnorderedListOutlined /> : <EnvironmentOutlined />}
        onClick={() => set({ view: view === "map" ? null : "map" })}
      >
        {view === "map" ? "看清单" : "看地图"}
      </Button>
      {Object.keys(values).length > 0 ? (
        <Button
          type="link"
          onClick={() => {
            setTyped("");
            set(Object.fromEntries(Object.keys(values).map((name) => [name, null])));
          }}
        >
          清空条件
        </Button>
      ) : null}
    </div>
  );
};

const OnMap = ({ input, onOpen }: { input: Query; onOpen: (id: string) => void }) => {
  const query = useFetch(claimsApi.claimableMap, input, { keep: true });
  return (
    <Loaded query={query}>
      {({ points, more }) => (
        <>
          <MapView
            height="min(62vh, 640px)"
            onPinClick={onOpen}
            openOn={input.under}
            pins={points.map((point) => ({
              id: point.id,
              at: [point.lng, point.lat],
              colour: point.open ? freeColour : takenColour,
              strong: point.open,
              label: `${point.title} · ${point.open ? `余 ${point.free}` : "不能认领"}`,
            }))}
          />
          <div className="legend">
            <span>
              <span className="dot dot-strong" style={{ background: freeColour }} />
              可以认领
            </span>
            <span>
              <span className="dot" style={{ background: takenColour }} />
              已满或已结束
            </span>
            <span className="grow" />
            <span className="muted">
              图上 {points.length} 处{more ? "，还有更多，请缩小范围" : "；没有位置的只在清单里"}
            </span>
          </div>
        </>
      )}
    </Loaded>
  );
};

const List = ({ input, onOpen }: { input: Query; onOpen: (id: string) => void }) => {
  const { query, items } = usePages(claimsApi.claimables, { ...input, limit: 30 });
  if (query.isLoading) return <Skeleton className="state" active paragraph={{ rows: 8 }} />;
  if (query.error && items.length === 0) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (query.isSuccess && items.length === 0) return <EmptyState text="没有符合条件的" />;
  return (
    <>
      <ClaimableRows items={items} onOpen={onOpen} />
      <MoreButton query={query} any={items.length > 0} />
    </>
  );
};

/** One of the three lists: its filters, and the list or the map below them. */
export const Claimables = ({ filter, list, onOpen, part }: ClaimablesProps) => {
  const { values, view } = filter;
  if (part === "filters") return <Filters filter={filter} list={list} />;
  const input = { ...values, list } as Query;
  return view === "map" ? <OnMap input={input} onOpen={onOpen} /> : <List input={input} onOpen={onOpen} />;
};
