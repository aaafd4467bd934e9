import type { Booking, BookingAction, BookingStatus } from "@ginkgo/shared/api/bookings.ts";
import { minutesAt, spanWords, timeOf, weekdayName } from "@ginkgo/shared/day.ts";

export const tones: { readonly [S in BookingStatus]: string } = {
  asked: "waiting",
  confirmed: "working",
  done: "done",
  refused: "stopped",
  cancelled: "stopped",
  "no-show": "stopped",
  blocked: "stopped",
};

export const statusOptions = [
  { value: "asked", label: "待确认" },
  { value: "confirmed", label: "已预约" },
  { value: "done", label: "已完成" },
  { value: "no-show", label: "未到" },
  { value: "refused", label: "未通过" },
  { value: "cancelled", label: "已取消" },
  { value: "blocked", label: "不开放" },
] satisfies { value: BookingStatus; label: string }[];

export const actionLabels: { readonly [A in BookingAction]: string } = {
  confirm: "确认",
  refuse: "不通过",
  cancel: "取消",
  "no-show": "没有来",
  done: "已完成",
};

export const whenOf = ({ startsAt, endsAt }: Pick<Booking, "startsAt" | "endsAt">): string =>
  spanWords(new Date(startsAt), new Date(endsAt));

export const clock = (instant: string): string => timeOf(minutesAt(new Date(instant)));

/** 周一至周五 09:00–21:00 */
export const hoursWords = (hours: readonly { days: readonly number[]; from: string; to: string }[]): string =>
  hours
    .map(({ days, from, to }) => {
      const sorted = days.toSorted((a, b) => a - b);
      const [first = 1, last = 7] = [sorted[0], sorted.at(-1)];
      const inRow = sorted.length > 2 && last - first === sorted.length - 1;
      const named =
        sorted.length === 7
          ? "每天"
          : inRow
            ? `${weekdayName(first)}至${weekdayName(last)}`
            : sorted.map(weekdayName).join("、");
      return `${named} ${from}–${to}`;
    })
    .join("；");
