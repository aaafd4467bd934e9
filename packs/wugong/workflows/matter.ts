/** 一张网三大员: a grid, a service and a finance officer; a matter goes straight to the one it is for. */
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended, reopen } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  answer,
  ask,
  bodyTiers,
  call,
  day,
  handler,
  noAnswer,
  note,
  offered,
  photos,
  rate,
  reason,
  refuse,
  reporter,
  supervise,
  supervision,
  supervisionMark,
  supervisionTimers,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";
import { extension, extensionMark, progressReport } from "../../base/work.ts";

interface Officer {
  readonly right: string;
  readonly label: string;
}

const started: NonNullable<TransitionInput["effects"]> = [
  { name: "take" },
  { name: "stamp", fact: "heardAt" },
  { name: "judge", fact: "heardInTime" },
];

export const matter = ({ right, label }: Officer): WorkflowInput => {
  const officer = { right };
  return {
    label: `${label}办理`,
    description: `直接交给${label}，办完请居民评价；${label}办不了的交给能办的队伍或单位。`,
    timers: supervisionTimers,
    on: { note, ...supervision },
    marks: [supervisionMark, extensionMark],
    progress: [
      { id: "raised", label: "已提交" },
      { id: "doing", label: "办理中" },
      { id: "done", label: "已办结" },
      { id: "rated", label: "已评价" },
    ],
    initial: "raised",
    initialUnplaced: "placing",
    states: {
      placing: placing("raised", "raised"),
      raised: {
        label: `待${label}受理`,
        progress: "raised",
        tone: "waiting",
        waitsFor: [officer],
        limit: workingLimit(4, { waits: [officer], above: [vet, supervise], what: "受理" }),
        on: {
          take: {
            label: "我来办",
            target: "doing",
            by: [officer],
            tone: "primary",
            key: "a",
            bulk: true,
            effects: started,
            tells: [{ to: [reporter], text: "{actor}来办“{title}”，{due} 前办结。" }],
          },
          handOver: {
            label: "交给队伍或单位",
            target: "offered",
            by: [officer, vet],
            key: "d",
            form: [
              { kind: "assignees", name: "to", label: "交给", required: true, tiers: bodyTiers },
              reason("为什么交给他们"),
            ],
            effects: [
              { name: "offer", mode: "assign", field: "to" },
              { name: "stamp", fact: "dispatchedAt" },
            ],
            tells: [
              { to: [offered], text: "请办理：{title}（{place}）。{form.reason}" },
              { to: [reporter], text: "“{title}”已交给{form.to}办理。" },
            ],
          },
          refuse: { ...refuse, by: [officer, vet] },
          withdraw,
        },
      },
      offered: {
        label: "待接手",
        progress: "raised",
        tone: "waiting",
        waitsFor: [offered],
        limit: workingLimit(day, { waits: [offered], above: [officer, vet], what: "接手" }),
        on: {
          take: {
            label: "接手",
            target: "doing",
            by: [offered],
            tone: "primary",
            key: "a",
            effects: [...started, { name: "judge", fact: "tookInTime" }],
            tells: [{ to: [reporter, officer], text: "{actor}已接手“{title}”，{due} 前办结。" }],
          },
          return: {
            label: "退回",
            target: "raised",
            by: [offered],
            tone: "danger",
            form: [reason("为什么不能办，应当由谁办")],
            effects: [{ name: "release" }, { name: "count", fact: "returns" }],
            tells: [{ to: [officer], text: "{actor}退回“{title}”：{form.reason}" }],
            seenBy: "staff",
          },
          withdraw,
        },
      },
      doing: {
        label: "办理中",
        progress: "doing",
        tone: "working",
        waitsFor: [handler],
        limit: workingLimit(5 * day, { waits: [handler], above: [vet, supervise], what: "办结" }),
        on: {
          complete: {
            label: "办结",
            target: "rating",
            by: [handler],
            tone: "primary",
            key: "c",
            form: [words("怎么办的，结果如何", true), photos("办理照片")],
            effects: [
              { name: "keep", field: "words", fact: "outcome" },
              { name: "stamp", fact: "completedAt" },
              { name: "judge", fact: "doneInTime" },
            ],
            tells: [{ to: [reporter], text: "“{title}”已办结：{form.words} 请您评价。" }],
          },
          report: progressReport,
          ask: ask("asked", [handler]),
          ...extension([vet, supervise]),
          handBack: {
            label: "办不了，退回",
            target: "raised",
            by: [handler],
            tone: "danger",
            form: [reason("为什么办不了，应当由谁办")],
            effects: [{ name: "release" }, { name: "count", fact: "returns" }],
            tells: [{ to: [officer, vet], text: "{actor}退回“{title}”：{form.reason}" }],
            seenBy: "staff",
          },
        },
      },
      asked: {
        label: "待居民补充",
        progress: "doing",
        tone: "waiting",
        waitsFor: [reporter],
        limit: workingLimit(3 * day, { waits: [reporter], what: "您补充情况", triggers: "noAnswer" }),
        on: { answer: answer("doing", [handler]), noAnswer: noAnswer("doing", [handler]) },
      },
      rating: {
        label: "待评价",
        progress: "done",
        tone: "done",
        waitsFor: [reporter],
        limit: workingLimit(5 * day, { waits: [reporter], what: "您的评价", triggers: "close" }),
        on: {
          rate: {
            ...rate,
            target: "closed",
            branches: [
              {
                guards: [{ name: "answered", field: "solved", value: false }],
                target: "doing",
                effects: [
                  { name: "count", fact: "unsolved" },
                  { name: "clear", fact: "closedAt" },
                ],
              },
            ],
            effects: [...(rate.effects ?? []), closedAt],
            tells: [{ to: [handler], text: "居民评价了“{title}”：{form.stars} {form.words}" }],
          },
          followUp: call,
          close: { label: "归档", target: "closed", by: [vet], bulk: true, effects: [closedAt] },
        },
      },
      closed: ended("已办结", "rated", "done", { reopen: reopen("raised", 15), followUp: call }),
      refused: ended("未受理", "raised"),
      withdrawn: ended("已撤回", "raised"),
    },
  };
};
