/** 一转: what a committee member finds on the daily round; who found it also says when it is done. */
import type { WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { ended } from "../../base/endings.ts";
import { calendarLimit } from "../../base/limits.ts";
import { reporter, supervise, vet, withdraw } from "../../base/steps.ts";
import { once, shared, sortingSteps, spot } from "./three-does.ts";

export const patrol: WorkflowInput = {
  ...shared,
  label: "每日一巡查",
  description: "社区两委干部每日巡查：当场能办的当场办，办不了的马上办。",
  starts: [{ right: "patrol.log" }],
  intake: {
    form: [
      {
        kind: "choice",
        name: "charge",
        label: "包保范围",
        required: true,
        options: [
          { value: "area", label: "包片区" },
          { value: "group", label: "包小组" },
          { value: "enterprise", label: "包企业" },
        ],
      },
    ],
    effects: [
      { name: "keep", field: "charge", fact: "charge" },
      { name: "stamp", fact: "foundAt" },
    ],
  },
  initial: "sorting",
  states: {
    sorting: {
      label: "待分办",
      progress: "found",
      tone: "waiting",
      waitsFor: [reporter],
      limit: calendarLimit(1, { waits: [reporter], above: [supervise], what: "说明怎么办" }),
      on: {
        onSpot: { ...sortingSteps.onSpot, by: [reporter] },
        atOnce: { ...sortingSteps.atOnce, by: [reporter, vet] },
        withdraw,
      },
    },
    spot: spot("closed"),
    once: once("closed"),
    closed: ended("已办结", "closed", "done"),
    withdrawn: ended("已撤回", "found"),
  },
};
