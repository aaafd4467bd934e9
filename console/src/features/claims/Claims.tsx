import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { Input, Select, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { usePages } from "../../ui/api/hooks.ts";
import { useRight } from "../../ui/api/session.ts";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { useDebounced } from "../../ui/form/useDebounced.ts";
import { MoreButton } from "../../ui/MoreButton.tsx";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { ClaimRows } from "./ClaimRows.tsx";
import type { useClaimsFilter } from "./filter.ts";
import { useKinds } from "./useKinds.ts";

interface ClaimsProps {
  readonly filter: ReturnType<typeof useClaimsFilter>;
  readonly onOpen: (id: string) => void;
  readonly part: "filters" | "list";
}

const boxes = [
  { value: "received", label: "我发布的被认领" },
  { value: "mine", label: "我和本单位认领的" },
];

const Filters = ({ filter: { values, set } }: Pick<ClaimsProps, "filter">) => {
  const [typed, setTyped] = useState(values.q ?? "");
  const q = useDebounced(typed.trim());
  useEffect(() => {
    if (q !== (values.q ?? "")) set({ q });
  }, [q, values.q, set]);
  const kinds = useKinds();
  const mayRead = useRight("claim.read");
  const states = new Map(
    kinds
      .filter(({ id }) => !values.kind || id === values.kind)
      .flatMap((kind) => kind.claimStates)
      .map(({ id, label }) => [id, label]),
  );
  return (
    <div className="filters">
      <Input
        className="filter-search"
        aria-label="搜索"
        placeholder="搜索名称、认领人"
        allowClear
        maxLength={60}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        aria-label="范围"
        placeholder={mayRead ? "全部" : "我和本单位认领的"}
        allowClear
        value={values.box}
        onChange={(box: string | undefined) => set({ box })}
        options={boxes}
      />
      <Select
        aria-label="类型"
        placeholder="全部类型"
        allowClear
        value={values.kind}
        onChange={(kind: string | undefined) => set({ kind, state: null })}
        options={kinds.map(({ id, label }) => ({ value: id, label }))}
      />
      <Select
        aria-label="状态"
        placeholder="全部状态"
        allowClear
        value={values.state}
        onChange={(state: string | undefined) => set({ state })}
        options={[...states].map(([value, label]) => ({ value, label }))}
      />
      <NodeSelect aria-label="地方" placeholder="全部地方" value={values.under} onChange={(under) => set({ under })} />
    </div>
  );
};

/** Who has claimed what. */
export const Claims = ({ filter, onOpen, part }: ClaimsProps) => {
  const mayRead = useRight("claim.read");
  const { box = mayRead ? "desk" : "mine", kind, state, under, q, metric } = filter.values;
  const input = { box, kind, state, under, q, metric, limit: 30 } as CallInput<typeof claimsApi.claims>;
  const { query, items } = usePages(claimsApi.claims, input, { enabled: part === "list" });
  if (part === "filters") return <Filters filter={filter} />;
  if (query.isLoading) return <Skeleton className="state" active paragraph={{ rows: 8 }} />;
  if (query.error && items.length === 0) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;
  if (query.isSuccess && items.length === 0) return <EmptyState text="没有符合条件的认领" />;
  return (
    <>
      <ClaimRows items={items} onOpen={onOpen} />
      <MoreButton query={query} any={items.length > 0} />
    </>
  );
};
