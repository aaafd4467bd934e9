/** 街道吹哨: a subdistrict summons several departments; it ends when all their parts have ended and the outcome is written down. */
import type { WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { day, deskNote, reason, words } from "../../base/steps.ts";
import { summonSteps } from "./whistle-steps.ts";

const whistle = { right: "whistle.blow" } as const;
/** The county's command hears of what drags on. */
const watch = { right: "whistle.watch" } as const;

export const whistleWorkflow: WorkflowInput = {
  label: "街道吹哨",
  description: "街道吹哨，部门报到；每个部门的一份各有时限，都办完后街道总结，双方互评。",
  starts: [whistle],
  on: { deskNote },
  shows: [{ fact: "outcome", label: "结果" }],
  progress: [
    { id: "blown", label: "起哨" },
    { id: "responding", label: "部门办理" },
    { id: "concluding", label: "总结" },
    { id: "closed", label: "收哨" },
  ],
  initial: "blown",
  states: {
    blown: {
      label: "待发哨",
      progress: "blown",
      tone: "waiting",
      waitsFor: [whistle],
      limit: workingLimit(4, { waits: [whistle], above: [watch], what: "发哨" }),
      on: {
        ...summonSteps("responding"),
        cancel: {
          label: "不吹了",
          target: "cancelled",
          by: [whistle],
          form: [reason("为什么不需要部门了")],
          effects: [closedAt],
        },
      },
    },
    responding: {
      label: "部门办理中",
      progress: "responding",
      tone: "working",
      waitsFor: [whistle],
      limit: workingLimit(15 * day, { waits: [whistle], above: [watch], what: "各部门办结" }),
      whenSubCasesEnd: "allReported",
      on: {
        ...summonSteps("responding"),
        allReported: {
          label: "各部门都已办结",
          target: "concluding",
          by: [whistle],
          guards: [{ name: "subCasesEnded" }],
          tells: [{ to: [whistle], text: "“{title}”各部门都已办结并互评，请在 {due} 前总结。" }],
        },
      },
    },
    concluding: {
      label: "待总结",
      progress: "concluding",
      tone: "waiting",
      waitsFor: [whistle],
      limit: workingLimit(2 * day, { waits: [whistle], above: [watch], what: "总结" }),
      on: {
        ...summonSteps("responding"),
        conclude: {
          label: "总结收哨",
          target: "closed",
          by: [whistle],
          tone: "primary",
          key: "c",
          form: [
            words("办成了什么，今后怎么管", true),
            { kind: "yes-no", name: "solved", label: "问题解决了吗", required: true, yes: "已解决", no: "没有解决" },
          ],
          effects: [
            { name: "keep", field: "words", fact: "outcome" },
            { name: "keep", field: "solved", fact: "solved" },
            closedAt,
          ],
          tells: [{ to: [watch], text: "“{title}”已收哨：{form.words}" }],
        },
      },
    },
    closed: ended("已收哨", "closed", "done"),
    cancelled: ended("未发哨", "blown"),
  },
};
