import { Input } from "antd";

interface MomentInputProps {
  readonly value?: string | null;
  readonly onChange?: (moment: string | undefined) => void;
  readonly id?: string;
}

const offset = 8 * 3_600_000;

/** A county works in one time zone, whatever the computer is set to. */
const localOf = (moment: string): string => new Date(Date.parse(moment) + offset).toISOString().slice(0, 16);

/** A day and a time of day, as an instant on the wire. The browser's own calendar: nothing to load. */
export const MomentInput = ({ value, onChange, id }: MomentInputProps) => (
  <Input
    id={id}
    type="datetime-local"
    max="9999-12-31T23:59"
    className="day-input"
    style={{ width: 220 }}
    value={value ? localOf(value) : ""}
    onChange={(event) => onChange?.(event.target.value ? `${event.target.value}:00+08:00` : undefined)}
  />
);
