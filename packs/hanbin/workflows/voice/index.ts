/** 居民心声: five kinds, each with its own path and limits. Whoever receives it first answers for it until it is done. */
import type { StateInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended, reopen } from "../../../base/endings.ts";
import { workingLimit } from "../../../base/limits.ts";
import {
  answer,
  call,
  day,
  deskNote,
  dispatch,
  handler,
  noAnswer,
  note,
  rate,
  reporter,
  supervision,
  supervisionMark,
  supervisionTimers,
  vet,
  withdraw,
} from "../../../base/steps.ts";
import { extensionMark } from "../../../base/work.ts";
import { complaint, consult, report, suggestion } from "./answers.ts";
import { help } from "./help.ts";
import { contested, diverted, placingOrDiverting, vetting } from "./vetting.ts";

const feedback: StateInput = {
  label: "待居民反馈",
  progress: "done",
  tone: "done",
  waitsFor: [reporter],
  limit: workingLimit(5 * day, { waits: [reporter], what: "您评价办得怎么样", triggers: "close" }),
  on: {
    rate: {
      ...rate,
      target: "closed",
      branches: [
        {
          guards: [{ name: "answered", field: "solved", value: false }],
          target: "vetting",
          effects: [{ name: "count", fact: "unsolved" }, { name: "clear", fact: "closedAt" }, { name: "release" }],
        },
      ],
      effects: [...(rate.effects ?? []), closedAt],
      tells: [{ to: [handler, vet], text: "居民评价了“{title}”：{form.stars} {form.words}" }],
    },
    followUp: call,
    close: { label: "归档", target: "closed", by: [{ right: "case.close" }], bulk: true, effects: [closedAt] },
  },
};

export const voice: WorkflowInput = {
  label: "居民心声",
  description: "咨询有答复，求助有人办，投诉举报保密核查，建议认真研究；不归社区的告诉您去哪里。",
  timers: supervisionTimers,
  on: { note, deskNote, ...supervision },
  marks: [supervisionMark, extensionMark, { fact: "escalatedAt", label: "部门协调", tone: "info" }],
  shows: [{ fact: "outcome", label: "答复" }],
  progress: [
    { id: "submitted", label: "已提交" },
    { id: "accepted", label: "已受理" },
    { id: "handling", label: "办理中" },
    { id: "done", label: "已答复" },
    { id: "rated", label: "已评价" },
  ],
  initial: "vetting",
  initialUnplaced: "placing",
  states: {
    placing: placingOrDiverting,
    vetting,
    asked: {
      label: "待居民补充",
      progress: "submitted",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(3 * day, { waits: [reporter], what: "您补充情况", triggers: "noAnswer" }),
      on: { answer: answer("vetting", [vet]), noAnswer: noAnswer("vetting", [vet]), withdraw },
    },
    consult,
    help,
    askedByHandler: {
      label: "待居民补充",
      progress: "handling",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(3 * day, { waits: [reporter], what: "您补充情况", triggers: "noAnswer" }),
      on: { answer: answer("help.handling", [handler]), noAnswer: noAnswer("help.handling", [handler, dispatch]) },
    },
    complaint,
    report,
    suggestion,
    feedback,
    contested,
    closed: ended("已办结", "rated", "done", {
      reopen: { ...reopen("vetting"), tells: [{ to: [vet], text: "居民重新打开“{title}”：{form.words}" }] },
    }),
    ...diverted,
    notTaken: ended("经复核不受理", "submitted"),
    merged: ended("已合并办理", "accepted"),
    withdrawn: ended("已撤回", "submitted"),
  },
};
