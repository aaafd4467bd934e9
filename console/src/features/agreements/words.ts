import type { AgreedItemState } from "@ginkgo/shared/api/agreed-items.ts";
import type { AgreementPhase } from "@ginkgo/shared/api/agreements.ts";
import type { MeetingStatus } from "@ginkgo/shared/api/meetings.ts";
import { spanWords } from "@ginkgo/shared/day.ts";

interface Shown {
  readonly label: string;
  readonly tone: string;
}

export const phases: Readonly<Record<AgreementPhase, string>> = {
  drafting: "起草中",
  agreeing: "各方确认中",
  inForce: "履行中",
  over: "已结束",
};

export const itemStates: Readonly<Record<AgreedItemState, Shown>> = {
  planned: { label: "未生效", tone: "waiting" },
  open: { label: "进行中", tone: "working" },
  done: { label: "已完成", tone: "done" },
  dropped: { label: "不再需要", tone: "stopped" },
  lapsed: { label: "到期未完成", tone: "stopped" },
};

export const meetingStates: Readonly<Record<MeetingStatus, Shown>> = {
  planned: { label: "未召开", tone: "waiting" },
  held: { label: "已召开", tone: "done" },
  cancelled: { label: "已取消", tone: "stopped" },
};

export const answers = { invited: "未回复", accepted: "参加", declined: "不能参加" } as const;

export const spanOf = (from: string, to: string): string => spanWords(new Date(from), new Date(to));

export const roundText = ({ round, everyMonths }: { round: number; everyMonths: number }): string =>
  everyMonths > 0 || round > 1 ? `第 ${round} 次` : "";

export const leftText = (days: number): string => {
  if (days < 0) return `逾期 ${-days} 天`;
  return days === 0 ? "今天到期" : `还有 ${days} 天`;
};
