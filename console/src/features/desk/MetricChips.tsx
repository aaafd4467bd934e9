/** The figure whose cases are listed: it cannot be chosen here, only left out again. */
import { BarChartOutlined } from "@ant-design/icons";
import { Tag } from "antd";
import { usePack } from "../../ui/api/session.ts";
import type { DeskFilter } from "./deskQuery.ts";

interface MetricChipsProps {
  readonly filter: DeskFilter;
  readonly onFilter: (change: DeskFilter) => void;
}

const parts = [
  { name: "metric", before: "计入" },
  { name: "alsoMetric", before: "同时计入" },
  { name: "withoutMetric", before: "不含" },
] as const;

export const MetricChips = ({ filter, onFilter }: MetricChipsProps) => {
  const metrics = usePack()?.metrics ?? [];
  const used = parts.flatMap(({ name, before }) => {
    const id = filter[name];
    return id ? [{ name, words: `${before}“${metrics.find((metric) => metric.id === id)?.label ?? id}”` }] : [];
  });
  if (used.length === 0) return null;
  return (
    <fieldset className="metric-chips" aria-label="按统计指标筛选">
      {used.map(({ name, words }) => (
        <Tag
          key={name}
          icon={<BarChartOutlined />}
          className="tag tag-working"
          closable={{ "aria-label": `去掉条件：${words}` }}
          onClose={(event) => {
            event.preventDefault();
            onFilter({ [name]: undefined });
          }}
        >
          {words}
        </Tag>
      ))}
    </fieldset>
  );
};
