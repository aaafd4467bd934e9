import type { AgreedItem, AgreedItemState } from "@ginkgo/shared/api/agreed-items.ts";
import type { MeetingStatus } from "@ginkgo/shared/api/meetings.ts";
import { spanWords } from "@ginkgo/shared/day.ts";
import type { Tone } from "@ginkgo/shared/pack/workflow.ts";

export const itemStates: Readonly<Record<AgreedItemState, { readonly label: string; readonly tone: Tone }>> = {
  planned: { label: "未生效", tone: "waiting" },
  open: { label: "进行中", tone: "working" },
  done: { label: "已完成", tone: "done" },
  dropped: { label: "不再需要", tone: "stopped" },
  lapsed: { label: "到期未完成", tone: "stopped" },
};

export const meetingStates: Readonly<Record<MeetingStatus, { readonly label: string; readonly tone: Tone }>> = {
  planned: { label: "未召开", tone: "waiting" },
  held: { label: "已召开", tone: "done" },
  cancelled: { label: "已取消", tone: "stopped" },
};

export const answers = { none: "", invited: "请回复", accepted: "参加", declined: "不能参加" } as const;

export const spanOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string =>
  spanWords(new Date(startsAt), new Date(endsAt));

export const leftText = ({ state, daysLeft, late }: AgreedItem): string => {
  if (state !== "open") return "";
  if (late) return `已逾期 ${-daysLeft} 天`;
  return daysLeft === 0 ? "今天到期" : `还有 ${daysLeft} 天`;
};
