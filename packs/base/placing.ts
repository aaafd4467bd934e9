/** A matter that came without a place first gets its community. */
import type { StateInput } from "@ginkgo/shared/pack/workflow.ts";
import { workingLimit } from "./limits.ts";
import { place, refuse, reporter, vet, withdraw } from "./steps.ts";

/** `next` is where a matter begins that has a community. */
export const placing = (next: string, progress: string): StateInput => ({
  label: "待分到社区",
  progress,
  tone: "waiting",
  waitsFor: [place],
  limit: workingLimit(4, { waits: [place], what: "分到社区" }),
  on: {
    place: {
      label: "分到社区",
      target: next,
      by: [place],
      tone: "primary",
      key: "d",
      form: [
        { kind: "node", name: "to", label: "属于哪个社区（村）", required: true, tiers: ["community", "village"] },
      ],
      effects: [{ name: "relocate", field: "to" }],
      tells: [
        { to: [vet], text: "新的事项：{title}（{place}），请处理。" },
        { to: [reporter], text: "您反映的“{title}”已转到{place}。" },
      ],
    },
    refuse: { ...refuse, by: [place] },
    withdraw,
  },
});
