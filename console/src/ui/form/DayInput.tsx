import { Input } from "antd";

interface DayInputProps {
  readonly value?: string;
  readonly onChange?: (day: string | undefined) => void;
  readonly id?: string;
}

/** A day as `2026-11-21`. The browser's own calendar: nothing to load, and typed as quickly as picked. */
export const DayInput = ({ value = "", onChange, id }: DayInputProps) => (
  <Input
    id={id}
    type="date"
    max="9999-12-31"
    className="day-input"
    value={value}
    onChange={(event) => onChange?.(event.target.value || undefined)}
  />
);
