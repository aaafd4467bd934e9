import type { CareEntry, CareSummary } from "@ginkgo/shared/api/care.ts";

export const dueWords = ({ due, lateDays, nextOn }: Pick<CareSummary, "due" | "lateDays" | "nextOn">): string => {
  switch (due) {
    case "late":
      return `逾期 ${lateDays} 天`;
    case "soon":
      return `${nextOn} 前走访`;
    case "ok":
      return `下次 ${nextOn}`;
    case "none":
      return "";
  }
};

export const dueTones: { readonly [D in CareSummary["due"]]: string } = {
  late: "stopped",
  soon: "waiting",
  ok: "done",
  none: "stopped",
};

export const entryWords: { readonly [T in CareEntry["type"]]: string } = {
  visit: "走访",
  "not-met": "没有见到",
  note: "记录",
};
