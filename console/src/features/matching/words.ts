import type { MatchRound, ProposalStatus } from "@ginkgo/shared/api/matching.ts";

interface Shown {
  readonly label: string;
  readonly tone: string;
}

export const proposalStates: Readonly<Record<ProposalStatus, Shown>> = {
  proposed: { label: "等待答复", tone: "waiting" },
  accepted: { label: "已答应", tone: "done" },
  refused: { label: "谢绝", tone: "stopped" },
  expired: { label: "未答复", tone: "stopped" },
  withdrawn: { label: "已收回", tone: "stopped" },
};

export const roundStates: Readonly<Record<MatchRound["status"], Shown>> = {
  waiting: { label: "等待开始", tone: "waiting" },
  running: { label: "正在计算", tone: "working" },
  done: { label: "已完成", tone: "done" },
  failed: { label: "没有完成", tone: "stopped" },
};

export const gapText = (gap: number): string => (gap === 0 ? "已证明是最好的安排" : `与最好的安排最多相差 ${gap}%`);
