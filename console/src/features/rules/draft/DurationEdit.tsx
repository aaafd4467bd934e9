import { Button, InputNumber, Select } from "antd";
import { type ReactNode, useState } from "react";
import { hoursPerDay } from "../words/duration.ts";
import { useDraft } from "./DraftContext.tsx";
import { FieldFrame } from "./Fields.tsx";
import { bagOf, type Path } from "./paths.ts";

type Unit = "workingMinutes" | "workingHours" | "workingDays" | "minutes" | "hours" | "days";

const units: readonly { value: Unit; label: string }[] = [
  { value: "workingHours", label: "个工作小时" },
  { value: "workingDays", label: "个工作日" },
  { value: "workingMinutes", label: "分钟（工作时间）" },
  { value: "hours", label: "小时（不分昼夜）" },
  { value: "days", label: "个自然日" },
  { value: "minutes", label: "分钟（不分昼夜）" },
];

const member = (unit: Unit): "workingHours" | "hours" => (unit.startsWith("working") ? "workingHours" : "hours");
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-6;
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

/** How many hours one of the unit is. */
const hoursIn = (unit: Unit, perDay: number): number => {
  if (unit === "workingDays") return perDay;
  if (unit === "days") return 24;
  return unit === "minutes" || unit === "workingMinutes" ? 1 / 60 : 1;
};

/** The largest unit in which the length is a whole number. */
const unitOf = (duration: object, perDay: number): Unit => {
  const working = "workingHours" in duration;
  const hours = Object.values(duration)[0];
  if (typeof hours !== "number") return working ? "workingHours" : "hours";
  const [day, minute, hour]: [Unit, Unit, Unit] = working
    ? ["workingDays", "workingMinutes", "workingHours"]
    : ["days", "minutes", "hours"];
  if (hours >= hoursIn(day, perDay) && isWhole(hours / hoursIn(day, perDay))) return day;
  return hours < 1 ? minute : hour;
};

interface DurationEditProps {
  readonly path: Path;
  readonly label: string;
  readonly help?: ReactNode;
  readonly onRemove?: () => void;
}

/** A number and its unit. Emptied it stays empty, so that the check can say so. */
export const DurationEdit = ({ path, label, help, onRemove }: DurationEditProps) => {
  const { get, set, pack } = useDraft();
  const perDay = hoursPerDay(pack.calendar);
  const duration = bagOf(get(path));
  // What was chosen stays while one types: 15 hours do not become two days under one's hands.
  const [chosen, choose] = useState<Unit>(() => unitOf(duration, perDay));
  const unit = member(chosen) in duration ? chosen : unitOf(duration, perDay);
  const hours = duration[member(unit)];
  const amount = typeof hours === "number" ? rounded(hours / hoursIn(unit, perDay)) : null;
  const put = (next: number | null, to: Unit) => {
    choose(to);
    set(path, { [member(to)]: next === null ? null : rounded(next * hoursIn(to, perDay)) });
  };
  return (
    <FieldFrame path={path} label={label} help={help}>
      {(id) => (
        <div className="draft-duration">
          <InputNumber id={id} value={amount} onChange={(next) => put(next, unit)} />
          <Select
            aria-label={`${label}的单位`}
            value={unit}
            options={[...units]}
            popupMatchSelectWidth={false}
            onChange={(to) => put(amount, to)}
          />
          {onRemove ? (
            <Button type="text" onClick={onRemove}>
              去掉
            </Button>
          ) : null}
        </div>
      )}
    </FieldFrame>
  );
};
