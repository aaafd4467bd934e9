import type { FigureGrouping, Figures } from "@ginkgo/shared/api/figures.ts";
import { Select } from "antd";
import { CategorySelect } from "../../ui/form/CategorySelect.tsx";
import { NodeSelect } from "../../ui/form/NodeSelect.tsx";
import { PeriodPicker } from "./PeriodPicker.tsx";
import type { FiguresQuery } from "./query.ts";
import { groupings } from "./words.ts";

interface FigureFiltersProps {
  readonly query: FiguresQuery;
  readonly figures: Figures | undefined;
  readonly onChange: (change: Partial<FiguresQuery>) => void;
}

export const FigureFilters = ({ query, figures, onChange }: FigureFiltersProps) => (
  <div className="filters figure-filters no-print">
    <PeriodPicker query={query} shown={figures?.period} onChange={onChange} />
    {figures && figures.nodes.length > 1 ? (
      <Select
        aria-label="我的范围"
        placeholder="我的范围"
        value={figures.nodes.find(({ id }) => id === figures.node.id)?.id}
        onChange={(under: string) => onChange({ under })}
        options={figures.nodes.map(({ id, name }) => ({ value: id, label: name }))}
      />
    ) : null}
    <NodeSelect
      aria-label="地方"
      placeholder={figures?.node.name ?? "地方"}
      value={query.under}
      onChange={(under) => onChange({ under })}
    />
    <CategorySelect
      aria-label="类别"
      placeholder="全部类别"
      value={query.category}
      onChange={(category) => onChange({ category })}
    />
    <Select<FigureGrouping>
      aria-label="分组"
      value={query.by}
      onChange={(by) => onChange({ by })}
      options={groupings.map(({ value, label }) => ({ value, label }))}
    />
  </div>
);
