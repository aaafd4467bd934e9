import { DatePicker } from "antd";
import dayjs from "dayjs";
import { dayEnd, dayStart } from "../../ui/time.ts";

interface DayRangeProps {
  readonly from?: string;
  readonly to?: string;
  readonly onChange: (from: string | undefined, to: string | undefined) => void;
}

const asDay = (instant: string | undefined) => (instant ? dayjs(instant.slice(0, 10)) : null);

export const DayRange = ({ from, to, onChange }: DayRangeProps) => (
  <DatePicker.RangePicker
    className="filter-days"
    aria-label="提交日期"
    placeholder={["提交从", "到"]}
    allowEmpty={[true, true]}
    value={[asDay(from), asDay(to)]}
    onChange={(days) =>
      onChange(
        days?.[0] ? dayStart(days[0].format("YYYY-MM-DD")) : undefined,
        days?.[1] ? dayEnd(days[1].format("YYYY-MM-DD")) : undefined,
      )
    }
  />
);
