/**
 * 党建联席会议: a matter is put on, parties are invited, it is talked over in as many rounds as it takes; the plan with its
 * numbers is shown to everyone, carried out in parts by units, looked at by the community and laid open.
 */
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { calendarLimit, workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  day,
  deskNote,
  dispatch,
  handler,
  invited,
  photos,
  refuse,
  reporter,
  supervise,
  supervision,
  supervisionMark,
  supervisionTimers,
  withdraw,
  words,
} from "../../base/steps.ts";
import { calls, invites, meeting, partForm, parts, prepares } from "./rounds.ts";

const assign: TransitionInput = {
  label: "分到单位落实",
  target: "carrying",
  by: [calls, dispatch],
  tone: "primary",
  key: "d",
  form: [
    {
      kind: "assignees",
      name: "to",
      label: "由哪些单位落实",
      required: true,
      many: true,
      tiers: ["unit", "department", "property", "owners-committee", "team", "enterprise"],
    },
    words("各自做什么", true),
  ],
  effects: [{ name: "openSubCases", field: "to", workflow: "measure", category: "measure", words: "words" }],
  tells: [{ to: [reporter, handler], text: "“{title}”开始落实：{form.words}" }],
};

export const jointMeeting: WorkflowInput = {
  label: "党建联席会议",
  description: "议题列入会议，报到单位、业委会、物业一起商量，一轮一轮谈成方案，公示后分到单位落实，结果公开。",
  timers: supervisionTimers,
  on: { deskNote, ...supervision },
  parts: { ...parts },
  marks: [supervisionMark],
  shows: [
    { fact: "rounds", label: "开过几轮" },
    { fact: "meetsOn", label: "开会日期" },
    { fact: "present", label: "最近一轮到会人数" },
    { fact: "plan", label: "方案" },
    { fact: "parkingPlaces", label: "规划车位" },
    { fact: "trees", label: "种植树木" },
    { fact: "outcome", label: "落实结果" },
  ],
  publication: { fields: ["category", "community", "outcome"], outcome: "outcome" },
  progress: [
    { id: "put", label: "提出议题" },
    { id: "meeting", label: "联席会议" },
    { id: "shown", label: "方案公示" },
    { id: "carrying", label: "分头落实" },
    { id: "closed", label: "结果公开" },
  ],
  initial: "put",
  initialUnplaced: "placing",
  states: {
    placing: placing("put", "put"),
    put: {
      label: "待列入会议",
      progress: "put",
      tone: "waiting",
      waitsFor: [calls],
      limit: workingLimit(5 * day, { waits: [calls], above: [supervise], what: "列入会议" }),
      on: {
        putOn: {
          label: "列入联席会议",
          target: "meeting",
          by: [calls],
          tone: "primary",
          key: "a",
          form: partForm,
          effects: [{ name: "take" }, ...invites, { name: "judge", fact: "putOnInTime" }],
          tells: [
            { to: [invited], text: "请您参加联席会议：{title}（{place}）。" },
            { to: [reporter], text: "您提的“{title}”已列入联席会议。" },
          ],
        },
        refuse: { ...refuse, label: "不列入会议", by: [calls] },
        withdraw,
      },
    },
    meeting,
    shown: {
      label: "方案公示中",
      progress: "shown",
      tone: "waiting",
      waitsFor: [prepares],
      limit: calendarLimit(7 * 24, { waits: [prepares], what: "公示期满", triggers: "noObjection" }),
      on: {
        noObjection: {
          label: "公示期满，没有异议",
          target: "assigning",
          by: [calls],
          tells: [{ to: [calls, dispatch], text: "“{title}”公示期满，请分到单位落实。" }],
        },
        objected: {
          label: "收到异议，再议一轮",
          target: "meeting",
          by: [prepares, reporter],
          form: [words("谁有什么意见", true)],
          effects: [
            { name: "count", fact: "objections" },
            { name: "clear", fact: "adoptedAt" },
            { name: "clear", fact: "parkingPlaces" },
            { name: "clear", fact: "trees" },
          ],
          tells: [{ to: [handler], text: "“{title}”公示期间有异议，再议一轮：{form.words}" }],
        },
      },
    },
    assigning: {
      label: "待分工落实",
      progress: "carrying",
      tone: "waiting",
      waitsFor: [calls],
      limit: workingLimit(2 * day, { waits: [calls], above: [supervise], what: "分工落实" }),
      on: { assign },
    },
    carrying: {
      label: "分头落实中",
      progress: "carrying",
      tone: "working",
      waitsFor: [calls],
      limit: workingLimit(60 * day, { waits: [calls], above: [supervise], what: "各单位落实" }),
      whenSubCasesEnd: "allDone",
      on: {
        assignMore: { ...assign, label: "再分一家", target: undefined, tone: "default" },
        allDone: {
          label: "各单位都已落实",
          target: "checking",
          by: [calls],
          guards: [{ name: "subCasesEnded" }],
          tells: [{ to: [calls, reporter], text: "“{title}”各单位都已落实，请社区现场看一看。" }],
        },
      },
    },
    checking: {
      label: "待现场验看",
      progress: "carrying",
      tone: "waiting",
      waitsFor: [calls],
      limit: workingLimit(3 * day, { waits: [calls], above: [supervise], what: "现场验看并公开" }),
      on: {
        open: {
          label: "验看过了，公开结果",
          target: "closed",
          by: [calls],
          tone: "primary",
          key: "k",
          form: [words("做成了什么（会公开）", true), photos("现场照片", 1)],
          effects: [
            { name: "keep", field: "words", fact: "outcome" },
            { name: "stamp", fact: "completedAt" },
            { name: "publish" },
            closedAt,
          ],
          tells: [{ to: [reporter, handler], text: "“{title}”已落实并公开：{form.words}" }],
        },
        assignMore: { ...assign, label: "还差一点，再分一家" },
      },
    },
    closed: ended("已落实并公开", "closed", "done"),
    shelved: ended("暂不形成方案", "meeting"),
    refused: ended("未列入会议", "put"),
    withdrawn: ended("已撤回", "put"),
  },
};
