/** Figures in words. */
import type { FigureGrouping } from "@ginkgo/shared/api/figures.ts";

const whole = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 1 });

export const numberText = (value: number | undefined): string => (value === undefined ? "—" : whole.format(value));

export const smallText = "样本少";
export const smallNote = "不足 10 件，比率仅供参考，不参与排序";

export const groupings: readonly { value: FigureGrouping; label: string; head: string }[] = [
  { value: "node", label: "按地方", head: "地方" },
  { value: "month", label: "按月", head: "月份" },
  { value: "week", label: "按周", head: "周" },
  { value: "day", label: "按日", head: "日期" },
  { value: "category", label: "按类别", head: "类别" },
  { value: "handler", label: "按承办人", head: "承办人" },
];
