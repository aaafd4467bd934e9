import { FilterOutlined } from "@ant-design/icons";
import { Button, type InputRef } from "antd";
import { lazy, type Ref, Suspense, useState } from "react";
import { CategorySelect } from "../../ui/form/CategorySelect.tsx";
import { usePhoneWidth } from "../../ui/usePhoneWidth.ts";
import type { DeskFilter } from "./deskQuery.ts";
import { MetricChips } from "./MetricChips.tsx";
import { SearchBox } from "./SearchBox.tsx";
import { WorkflowFilters } from "./WorkflowFilters.tsx";

const MoreFilters = lazy(async () => ({ default: (await import("./MoreFilters.tsx")).MoreFilters }));

interface FilterBarProps {
  readonly filter: DeskFilter;
  readonly onFilter: (change: DeskFilter) => void;
  readonly searchBox: Ref<InputRef>;
}

const nothing: DeskFilter = {
  q: undefined,
  category: undefined,
  workflow: undefined,
  state: undefined,
  metric: undefined,
  alsoMetric: undefined,
  withoutMetric: undefined,
  tone: undefined,
  under: undefined,
  assignee: undefined,
  from: undefined,
  to: undefined,
};

const FewFilters = ({ filter, onFilter }: Omit<FilterBarProps, "searchBox">) => (
  <>
    <CategorySelect
      aria-label="类别"
      placeholder="全部类别"
      value={filter.category}
      onChange={(category) => onFilter({ category })}
    />
    <WorkflowFilters filter={filter} onFilter={onFilter} />
  </>
);

export const FilterBar = ({ filter, onFilter, searchBox }: FilterBarProps) => {
  const phone = usePhoneWidth();
  const hidden = Boolean(filter.under ?? filter.assignee ?? filter.from ?? filter.to);
  const [unfolded, setUnfolded] = useState(hidden);
  const used = Object.entries(filter).some(([name, value]) => name !== "box" && value);
  // What narrows the list is always to be seen.
  const open = unfolded || hidden;
  const few = !phone || open || Boolean(filter.category ?? filter.workflow ?? filter.state);
  return (
    <div className="filters">
      <SearchBox q={filter.q ?? ""} onSearch={(q) => onFilter({ q })} box={searchBox} />
      {few ? <FewFilters filter={filter} onFilter={onFilter} /> : null}
      {open ? (
        <Suspense fallback={null}>
          <MoreFilters filter={filter} onFilter={onFilter} />
        </Suspense>
      ) : null}
      {hidden ? null : (
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setUnfolded(!unfolded)}>
          {open ? "收起" : phone ? "筛选" : "更多筛选"}
        </Button>
      )}
      {used ? (
        <Button type="link" onClick={() => onFilter(nothing)}>
          清空条件
        </Button>
      ) : null}
      <MetricChips filter={filter} onFilter={onFilter} />
    </div>
  );
};
