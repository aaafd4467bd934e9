import type { RoundStatus } from "@ginkgo/shared/api/patrols.ts";

export const tones: { readonly [S in RoundStatus]: string } = {
  planned: "waiting",
  "under-way": "working",
  done: "done",
  short: "waiting",
  missed: "stopped",
};
