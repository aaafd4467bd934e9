import {
  ClockCircleOutlined,
  ExclamationCircleFilled,
  HourglassOutlined,
  PauseCircleOutlined,
} from "@ant-design/icons";
import { span } from "@ginkgo/shared/time.ts";
import { Tooltip } from "antd";
import { fullTime } from "./time.ts";
import { useNow } from "./useNow.ts";

export type TimeStatus = "none" | "ok" | "soon" | "late" | "paused";

/** Colours of the time status, the same on list and map; text or an icon always goes with them. */
export const timeColours: Record<TimeStatus, string> = {
  none: "#8a94a0",
  ok: "#2f7d4f",
  soon: "#a35400",
  late: "#c62828",
  paused: "#5b6b7b",
};

export const timeLabels: Record<TimeStatus, string> = {
  none: "无时限",
  ok: "时限内",
  soon: "即将超时",
  late: "已超时",
  paused: "暂停计时",
};

const icons = {
  ok: <ClockCircleOutlined />,
  soon: <HourglassOutlined />,
  late: <ExclamationCircleFilled />,
  paused: <PauseCircleOutlined />,
};

const wordsFor = (time: "ok" | "soon" | "late" | "paused", dueAt: string | null, now: number): string => {
  if (time === "paused") return "暂停计时";
  if (!dueAt) return timeLabels[time];
  const left = new Date(dueAt).getTime() - now;
  return left >= 0 && time !== "late" ? `还剩 ${span(left)}` : `已超时 ${span(left)}`;
};

/** 还剩 3 小时, 已超时 2 天. */
export const DueTime = ({ time, dueAt }: { time: TimeStatus; dueAt: string | null }) => {
  const now = useNow();
  if (time === "none") return <span className="muted">—</span>;
  return (
    <Tooltip title={dueAt ? `时限：${fullTime(dueAt)}` : undefined}>
      <span className={`due due-${time}`} style={{ color: timeColours[time] }}>
        {icons[time]} {wordsFor(time, dueAt, now)}
      </span>
    </Tooltip>
  );
};
