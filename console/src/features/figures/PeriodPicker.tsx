import { DatePicker, Segmented } from "antd";
import dayjs from "dayjs";
import type { FiguresQuery, PeriodName } from "./query.ts";
import { dayBefore, nextDay, type Span } from "./span.ts";

interface PeriodPickerProps {
  readonly query: FiguresQuery;
  /** What is shown now, to begin with when days are picked. */
  readonly shown: Span | undefined;
  readonly onChange: (change: Pick<FiguresQuery, "period" | "custom">) => void;
}

const options: { value: PeriodName; label: string }[] = [
  { value: "month", label: "本月" },
  { value: "last-month", label: "上月" },
  { value: "year", label: "今年" },
  { value: "custom", label: "自选" },
];

export const PeriodPicker = ({ query, shown, onChange }: PeriodPickerProps) => (
  <>
    <Segmented<PeriodName>
      aria-label="时间段"
      value={query.period}
      options={options}
      onChange={(period) => onChange({ period, custom: period === "custom" ? shown : undefined })}
    />
    {query.period === "custom" && query.custom ? (
      <DatePicker.RangePicker
        className="filter-days"
        aria-label="提交日期"
        allowClear={false}
        value={[dayjs(query.custom.from), dayjs(dayBefore(query.custom.to))]}
        onChange={(days) => {
          const [first, last] = [days?.[0], days?.[1]];
          if (!first || !last) return;
          onChange({
            period: "custom",
            custom: { from: first.format("YYYY-MM-DD"), to: nextDay(last.format("YYYY-MM-DD")) },
          });
        }}
      />
    ) : null}
  </>
);
