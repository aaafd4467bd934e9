/** What a resident wants with a case. */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";

export const caseKinds: PackInput["kinds"] = [
  { id: "consult", label: "咨询" },
  { id: "help", label: "求助" },
  { id: "complaint", label: "投诉" },
  // Whoever reports a wrong is protected, also from those who only work on it.
  { id: "report", label: "举报", confidential: true },
  { id: "suggestion", label: "建议" },
];
