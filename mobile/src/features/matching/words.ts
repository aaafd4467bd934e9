import type { ProposalStatus } from "@ginkgo/shared/api/matching.ts";
import type { Tone } from "@ginkgo/shared/pack/workflow.ts";

export const proposalStates: Readonly<Record<ProposalStatus, { readonly label: string; readonly tone: Tone }>> = {
  proposed: { label: "等您答复", tone: "waiting" },
  accepted: { label: "已答应", tone: "done" },
  refused: { label: "已谢绝", tone: "stopped" },
  expired: { label: "已过期", tone: "stopped" },
  withdrawn: { label: "已收回", tone: "stopped" },
};
