/** 求助: dispatched, taken, done; a body may object, and what is too hard goes to the district's departments together. */
import type { StateInput, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { workingLimit } from "../../../base/limits.ts";
import {
  ask,
  bodyTiers,
  day,
  dispatch,
  dispatchSteps,
  firstReceiver,
  handler,
  objection,
  objectionDecisions,
  offered,
  reason,
  reporter,
  review,
  supervise,
  words,
} from "../../../base/steps.ts";
import { complete, extension, giveBack, progressReport, take } from "../../../base/work.ts";

const escalate: TransitionInput = {
  label: "报请部门协调解决",
  target: "coordinating",
  by: [dispatch],
  form: [
    {
      kind: "assignees",
      name: "to",
      label: "请哪些部门",
      required: true,
      many: true,
      tiers: ["department", "unit"],
    },
    words("请部门解决什么，为什么社区办不了", true),
  ],
  effects: [
    { name: "openSubCases", field: "to", workflow: "part", category: "part", words: "words" },
    { name: "stamp", fact: "escalatedAt" },
    { name: "release" },
  ],
  tells: [{ to: [reporter, supervise], text: "“{title}”已报请有关部门协调解决：{form.words}" }],
};

const reassign: TransitionInput = {
  label: "转派",
  target: "assigned",
  by: [dispatch],
  form: [{ kind: "assignees", name: "to", label: "转派给", required: true, tiers: bodyTiers }, reason("转派原因")],
  effects: [{ name: "offer", mode: "assign", field: "to" }],
  tells: [{ to: [handler, offered], text: "“{title}”已转派：{form.reason}" }],
};

export const help: StateInput = {
  label: "求助办理",
  progress: "accepted",
  tone: "waiting",
  initial: "dispatching",
  states: {
    dispatching: {
      label: "待派单",
      tone: "waiting",
      waitsFor: [dispatch],
      limit: workingLimit(4, { waits: [dispatch], above: [supervise, firstReceiver], what: "派单" }),
      on: { ...dispatchSteps, escalate },
    },
    assigned: {
      label: "待接单",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(4, { waits: [offered], above: [dispatch, firstReceiver], what: "接单" }),
      on: {
        take: take("handling", [reporter, dispatch]),
        return: { ...giveBack("dispatching", [offered], [dispatch]), guards: [{ name: "mode", anyOf: ["assign"] }] },
        object: objection("disputed"),
        recall: {
          label: "撤回派单",
          target: "dispatching",
          by: [dispatch],
          form: [{ kind: "text", name: "reason", label: "原因", maxLength: 300 }],
          effects: [{ name: "release" }],
          tells: [{ to: [offered], text: "“{title}”的派单已撤回。{form.reason}" }],
        },
      },
    },
    disputed: {
      label: "异议复核中",
      tone: "waiting",
      waitsFor: [review],
      limit: workingLimit(day, { waits: [review], above: [firstReceiver], what: "复核派单异议" }),
      on: objectionDecisions("dispatching", "assigned"),
    },
    handling: {
      label: "办理中",
      progress: "handling",
      tone: "working",
      waitsFor: [handler],
      limit: workingLimit(5 * day, { waits: [handler], above: [dispatch, supervise, firstReceiver], what: "办结" }),
      on: {
        complete: complete("feedback", [reporter, dispatch]),
        report: progressReport,
        ask: ask("askedByHandler", [handler]),
        ...extension([dispatch, supervise]),
        return: giveBack("dispatching", [handler], [dispatch]),
        reassign,
        escalate,
      },
    },
    coordinating: {
      label: "部门协调解决中",
      progress: "handling",
      tone: "working",
      waitsFor: [dispatch],
      limit: workingLimit(20 * day, { waits: [dispatch], above: [supervise, firstReceiver], what: "部门解决" }),
      whenSubCasesEnd: "coordinated",
      on: {
        coordinated: {
          label: "部门都已办完",
          target: "feedback",
          by: [dispatch],
          guards: [{ name: "subCasesEnded" }],
          effects: [{ name: "stamp", fact: "completedAt" }],
          tells: [{ to: [reporter, dispatch], text: "“{title}”有关部门都已办完，请您看看解决了没有。" }],
        },
        moreDepartments: { ...escalate, label: "再请一个部门", target: undefined },
      },
    },
  },
};
