import type { PatrolTime, RoundStatus } from "@ginkgo/shared/api/patrols.ts";
import { weekdayName } from "@ginkgo/shared/day.ts";

export const tones: { readonly [S in RoundStatus]: string } = {
  planned: "waiting",
  "under-way": "working",
  done: "done",
  short: "urgent",
  missed: "urgent",
};

export const statusOptions = [
  { value: "planned", label: "待巡" },
  { value: "under-way", label: "巡逻中" },
  { value: "done", label: "已完成" },
  { value: "short", label: "有漏点" },
  { value: "missed", label: "漏巡" },
] satisfies { value: RoundStatus; label: string }[];

export const timesWords = (times: readonly PatrolTime[]): string =>
  times.length === 0
    ? "没有定时，随时可巡"
    : times.map(({ days, at }) => `${days.length === 7 ? "每天" : days.map(weekdayName).join("、")} ${at}`).join("；");
