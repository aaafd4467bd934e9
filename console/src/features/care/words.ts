import type { CareEntry, CareSummary } from "@ginkgo/shared/api/care.ts";

export const dueWords = ({ due, lateDays, nextOn, status, pausedUntil }: CareSummary): string => {
  if (status === "paused") return `暂停到 ${pausedUntil}`;
  if (status === "ended") return "已结束";
  if (due === "late") return `逾期 ${lateDays} 天`;
  return due === "soon" ? `${nextOn} 前走访` : `下次 ${nextOn}`;
};

export const dueTone = ({ due, status }: CareSummary): string => {
  if (status !== "active") return "stopped";
  return due === "late" ? "urgent" : due === "soon" ? "waiting" : "done";
};

export const entryWords: { readonly [T in CareEntry["type"]]: string } = {
  visit: "走访",
  "not-met": "没有见到",
  note: "记录",
};
