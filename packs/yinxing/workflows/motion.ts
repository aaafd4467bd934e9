/** 社区事务共同议: gathered, put on the agenda, opinions asked, a plan, carried out, feedback to those who raised it. */
import type { StateInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended, reopen } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  call,
  day,
  deskNote,
  handler,
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
import { extension, extensionMark, giveBack, progressReport } from "../../base/work.ts";
import { decide, oversee } from "./motion-rights.ts";
import { asking, oversight, planning, voting } from "./motion-steps.ts";

const gathered: StateInput = {
  label: "待汇总",
  progress: "gathered",
  tone: "waiting",
  waitsFor: [vet],
  limit: workingLimit(2 * day, { waits: [vet], above: [supervise], what: "汇总上会" }),
  on: {
    table: {
      label: "列入议题",
      target: "meeting",
      by: [vet],
      tone: "primary",
      key: "a",
      form: [{ kind: "category", name: "category", label: "类别（需要更正时选择）" }],
      effects: [
        { name: "recategorise", field: "category" },
        { name: "keepActor", fact: "firstReceiver" },
      ],
      tells: [
        { to: [reporter], text: "您提的“{title}”已列入议题，社区会议要研究。" },
        { to: [decide, oversee], text: "新议题：{title}（{place}）" },
      ],
    },
    merge: {
      label: "并入已有议题",
      target: "merged",
      by: [vet],
      key: "m",
      form: [{ kind: "case", name: "into", label: "并入哪一件", required: true }],
      effects: [{ name: "merge", field: "into" }, closedAt],
      tells: [{ to: [reporter], text: "您提的“{title}”和邻居说的是同一件事，一起议，每一步都告诉您。" }],
    },
    refuse,
    withdraw,
  },
};

const meeting: StateInput = {
  label: "待社区会议研究",
  progress: "meeting",
  tone: "waiting",
  waitsFor: [decide],
  limit: workingLimit(5 * day, { waits: [decide], above: [oversee, supervise], what: "上会研究" }),
  on: {
    ask: {
      label: "研究过了，公示征求意见",
      target: "asking",
      by: [decide],
      tone: "primary",
      key: "d",
      form: [
        { kind: "date", name: "on", label: "哪天开的会", required: true },
        words("会上怎么议的，要问居民什么", true),
      ],
      effects: [{ name: "keep", field: "on", fact: "metOn" }],
      tells: [{ to: [reporter, oversee], text: "“{title}”开始公示，征求大家意见：{form.words}" }],
    },
    defer: {
      label: "这次不议，放到下次会",
      target: "meeting",
      by: [decide],
      guards: [{ name: "below", fact: "deferrals", max: 2 }],
      form: [reason("为什么放到下次")],
      effects: [{ name: "count", fact: "deferrals" }],
      tells: [{ to: [reporter], text: "“{title}”放到下次会议：{form.reason}" }],
    },
    refuse: { ...refuse, label: "不是社区能定的事", by: [decide] },
  },
};

const carrying: StateInput = {
  label: "实施中",
  progress: "carrying",
  tone: "working",
  initial: "handed",
  states: {
    handed: {
      label: "待接手实施",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(2 * day, { waits: [offered], above: [vet], what: "接手实施" }),
      on: {
        take: {
          label: "接手实施",
          target: "working",
          by: [offered],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
          tells: [{ to: [vet, reporter], text: "{actor}开始实施“{title}”。" }],
        },
        return: giveBack("voting", [offered], [decide]),
      },
    },
    working: {
      label: "实施中",
      waitsFor: [handler],
      limit: workingLimit(20 * day, { waits: [handler], above: [vet, oversee], what: "实施完" }),
      on: {
        report: progressReport,
        ...extension([vet, decide]),
        complete: {
          label: "实施完了",
          target: "feedback",
          by: [handler],
          tone: "primary",
          key: "c",
          form: [words("做了什么", true), photos("照片（至少 1 张）", 1)],
          effects: [
            { name: "stamp", fact: "completedAt" },
            { name: "judge", fact: "doneInTime" },
          ],
          tells: [{ to: [vet, oversee], text: "“{title}”实施完了：{form.words}" }],
        },
      },
    },
  },
};

const feedback: StateInput = {
  label: "待反馈",
  progress: "feedback",
  tone: "waiting",
  waitsFor: [vet],
  limit: workingLimit(2 * day, { waits: [vet], above: [oversee], what: "反馈给提出的人" }),
  on: {
    feedBack: {
      label: "反馈并公开结果",
      target: "rating",
      by: [vet],
      tone: "primary",
      key: "p",
      guards: [{ name: "lacks", fact: "questionedAt" }],
      form: [words("结果（公开的话）", true)],
      effects: [{ name: "keep", field: "words", fact: "outcome" }, { name: "publish" }],
      tells: [{ to: [reporter], text: "您提的“{title}”有结果了：{form.words}" }],
    },
    notDone: {
      label: "没有做到位",
      target: "carrying.working",
      by: [vet, oversee],
      form: [reason("哪里没有做到位")],
      effects: [{ name: "count", fact: "redone" }],
      tells: [{ to: [handler], text: "“{title}”还没有做到位：{form.reason}" }],
    },
  },
};

export const motion: WorkflowInput = {
  label: "社区事务共同议",
  description: "楼栋长和居民提事，社区会议上议题，公示征求意见，居民代表会议定方案，实施后反馈；监事会全程监督。",
  timers: supervisionTimers,
  on: { note, deskNote, ...oversight, ...supervision },
  marks: [
    supervisionMark,
    { fact: "questionedAt", label: "监督意见待答复", tone: "danger" },
    extensionMark,
    { fact: "rounds", label: "方案重拟", tone: "warning" },
  ],
  shows: [
    { fact: "metOn", label: "上会日期" },
    { fact: "asked", label: "征求户数" },
    { fact: "agree", label: "赞成（户）" },
    { fact: "plan", label: "方案" },
    { fact: "cost", label: "费用（元）" },
    { fact: "votes", label: "赞成票" },
  ],
  publication: { fields: ["category", "community", "outcome"], outcome: "outcome" },
  progress: [
    { id: "gathered", label: "已收集" },
    { id: "meeting", label: "上会研究" },
    { id: "asking", label: "征求意见" },
    { id: "planning", label: "形成方案" },
    { id: "carrying", label: "实施" },
    { id: "feedback", label: "反馈" },
  ],
  initial: "gathered",
  initialUnplaced: "placing",
  states: {
    placing: placing("gathered", "gathered"),
    gathered,
    meeting,
    asking,
    planning,
    voting,
    carrying,
    feedback,
    rating: {
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
              target: "planning",
              effects: [
                { name: "count", fact: "unsolved" },
                { name: "clear", fact: "closedAt" },
                { name: "unpublish" },
              ],
            },
          ],
          effects: [...(rate.effects ?? []), closedAt],
          tells: [{ to: [vet, handler], text: "提出人评价了“{title}”：{form.stars} {form.words}" }],
        },
        followUp: call,
        close: { label: "归档", target: "closed", by: [vet], effects: [closedAt] },
      },
    },
    closed: ended("已办结", "feedback", "done", { reopen: reopen("gathered") }),
    merged: ended("已并入议题", "gathered"),
    refused: ended("未列入议题", "gathered"),
    withdrawn: ended("已撤回", "gathered"),
  },
};
