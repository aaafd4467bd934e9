/**
 * A need is posted, a worker of the compound's station sees it within minutes, it is solved, the resident hears. What was not
 * looked at or not solved in time goes on the problem list, what was solved on the report card.
 */
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended, reopen } from "../../base/endings.ts";
import { calendarLimit, workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  answer,
  ask,
  call,
  day,
  deskNote,
  dispatch,
  handler,
  noAnswer,
  note,
  offered,
  photos,
  rate,
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
import { extension, extensionMark, giveBack, progressReport } from "../../base/work.ts";

/** The head of the compound's station looks first; where there is none, the community's desk. */
const look = { right: "need.look" } as const;

/** 15 minutes, round the clock. */
const FIRST_LOOK = 0.25;
const helpers = ["team", "property", "station", "grid", "unit", "department", "village"];

const seen: NonNullable<TransitionInput["effects"]> = [
  { name: "take" },
  { name: "stamp", fact: "seenAt" },
  { name: "keepActor", fact: "firstReceiver" },
];

const handOver: TransitionInput = {
  label: "交给能办的",
  target: "offered",
  by: [look, vet],
  key: "d",
  form: [
    { kind: "assignees", name: "to", label: "交给", required: true, tiers: helpers },
    { kind: "text", name: "hint", label: "交代", maxLength: 300, multiline: true },
  ],
  effects: [
    { name: "offer", mode: "assign", field: "to" },
    { name: "stamp", fact: "dispatchedAt" },
  ],
  tells: [
    { to: [offered], text: "请办理：{title}（{place}），请在 {due} 前接手。" },
    { to: [reporter], text: "“{title}”已交给{form.to}办理。" },
  ],
};

const listed = { name: "set", fact: "onProblemList", value: true } as const;

const posted: StateInput = {
  label: "待查看",
  progress: "posted",
  tone: "waiting",
  waitsFor: [look],
  limit: calendarLimit(FIRST_LOOK, { waits: [look], what: "查看", triggers: "overlook" }),
  on: {
    look: {
      label: "看到了，我来办",
      target: "solving",
      by: [look],
      tone: "primary",
      key: "a",
      effects: [...seen, { name: "judge", fact: "seenInTime" }],
      tells: [{ to: [reporter], text: "{actor}看到了您的“{title}”，正在办。" }],
    },
    handOver: {
      ...handOver,
      effects: [...(handOver.effects ?? []), { name: "stamp", fact: "seenAt" }, { name: "judge", fact: "seenInTime" }],
    },
    refuse: { ...refuse, by: [look, vet] },
    overlook: {
      label: "没有及时查看",
      target: "overlooked",
      by: [vet],
      effects: [listed, { name: "set", fact: "seenInTime", value: false }],
      tells: [{ to: [vet, supervise], text: "“{title}”（{place}）15 分钟内没有人看，已列入问题表，请马上处理。" }],
      seenBy: "staff",
    },
    withdraw,
  },
};

const overlooked: StateInput = {
  label: "待社区查看",
  progress: "posted",
  tone: "waiting",
  waitsFor: [vet],
  limit: calendarLimit(2, { waits: [vet], above: [supervise], what: "查看" }),
  on: {
    look: {
      label: "看到了，马上处理",
      target: "solving",
      by: [vet, look],
      tone: "primary",
      key: "a",
      effects: [...seen, { name: "set", fact: "seenInTime", value: false }],
      tells: [{ to: [reporter], text: "抱歉让您久等了，{actor}正在办“{title}”。" }],
    },
    handOver: {
      ...handOver,
      effects: [
        ...(handOver.effects ?? []),
        { name: "stamp", fact: "seenAt" },
        { name: "set", fact: "seenInTime", value: false },
      ],
    },
    refuse,
    withdraw,
  },
};

const solve: TransitionInput = {
  label: "办好了，反馈",
  target: "feedback",
  by: [handler],
  tone: "primary",
  key: "c",
  form: [words("怎么办的，结果如何", true), photos("照片")],
  effects: [
    { name: "keep", field: "words", fact: "outcome" },
    { name: "stamp", fact: "completedAt" },
    { name: "judge", fact: "doneInTime" },
    { name: "clear", fact: "extensionDays" },
  ],
  tells: [{ to: [reporter], text: "“{title}”办好了：{form.words} 请您评价。" }],
};

/** Late is a state of its own: the matter stays in the same hands and stands on the problem list until it is solved. */
const solving: StateInput = {
  label: "办理中",
  progress: "solving",
  tone: "working",
  initial: "onTime",
  on: {
    solve,
    report: progressReport,
    ask: ask("asked", [handler]),
    passOn: { ...handOver, label: "转给别人办", by: [handler, vet] },
    handBack: giveBack("overlooked", [handler], [vet], "办不了，退给社区"),
  },
  states: {
    onTime: {
      label: "办理中",
      waitsFor: [handler],
      limit: workingLimit(3 * day, { waits: [handler], what: "办好（到期列入问题表）", triggers: "fallBehind" }),
      on: {
        ...extension([vet, dispatch]),
        fallBehind: {
          label: "超过时限，列入问题表",
          target: "late",
          by: [supervise],
          effects: [listed, { name: "count", fact: "timesLate" }],
          tells: [
            { to: [handler, vet, supervise], text: "“{title}”（{place}）没有按时办好，已列入问题表。" },
            { to: [reporter], text: "“{title}”没有按时办好，我们已列入问题表督促，请您谅解。" },
          ],
        },
      },
    },
    late: {
      label: "办理中（已列入问题表）",
      waitsFor: [handler, vet],
      limit: workingLimit(2 * day, { waits: [handler, vet], above: [supervise], what: "办好" }),
      on: {},
    },
  },
};

const feedback: StateInput = {
  label: "待评价",
  progress: "feedback",
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
          target: "solving",
          effects: [{ name: "count", fact: "unsolved" }],
        },
        {
          guards: [{ name: "answered", field: "solved", value: true }],
          target: "closed",
          effects: [{ name: "publish" }, closedAt],
        },
      ],
      effects: rate.effects,
      tells: [{ to: [handler, vet], text: "居民评价了“{title}”：{form.stars} {form.words}" }],
    },
    followUp: call,
    close: { label: "归档", target: "closed", by: [vet], bulk: true, effects: [closedAt] },
  },
};

export const need: WorkflowInput = {
  label: "发布需求 · 第一时间看到 · 解决 · 反馈",
  description: "小区工作站站长 15 分钟内看到，办好向居民反馈；办结上成绩单，超时进问题表。",
  timers: supervisionTimers,
  on: { note, deskNote, ...supervision },
  marks: [
    supervisionMark,
    { fact: "onProblemList", label: "问题表", tone: "danger" },
    extensionMark,
    { fact: "unsolved", label: "再次办理", tone: "warning" },
  ],
  publication: { fields: ["category", "community", "outcome", "stars"], outcome: "outcome" },
  progress: [
    { id: "posted", label: "已发布" },
    { id: "solving", label: "办理中" },
    { id: "feedback", label: "已反馈" },
    { id: "closed", label: "上成绩单" },
  ],
  initial: "posted",
  initialUnplaced: "placing",
  states: {
    placing: placing("posted", "posted"),
    posted,
    overlooked,
    offered: {
      label: "待接手",
      progress: "posted",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(4, { waits: [offered], above: [vet], what: "接手" }),
      on: {
        take: {
          label: "接手",
          target: "solving",
          by: [offered],
          tone: "primary",
          key: "a",
          branches: [{ guards: [{ name: "atLeast", fact: "timesLate", min: 1 }], target: "solving.late" }],
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
          tells: [{ to: [reporter], text: "{actor}已接手“{title}”，{due} 前办好。" }],
        },
        return: giveBack("overlooked", [offered], [vet]),
        withdraw,
      },
    },
    solving,
    asked: {
      label: "待居民补充",
      progress: "solving",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(3 * day, { waits: [reporter], what: "您补充情况", triggers: "noAnswer" }),
      on: { answer: answer("solving", [handler]), noAnswer: noAnswer("solving", [handler]) },
    },
    feedback,
    closed: ended("已办结", "closed", "done", { reopen: reopen("overlooked", 15), followUp: call }),
    refused: ended("未受理", "posted"),
    withdrawn: ended("已撤回", "posted"),
  },
};
