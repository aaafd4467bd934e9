/**
 * 提问题、开单子、定方案、领任务、回头看: residents raise, delegates write the order, the branch committee sets the plan, grid
 * workers take the task, the community's secretary looks back and sends it round again if it is not solved.
 */
import type { StateInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended, reopen } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  answer,
  ask,
  day,
  deskNote,
  dispatch,
  handler,
  noAnswer,
  note,
  offered,
  photos,
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
import { assisting, complete, extension, extensionMark, giveBack, progressReport, take } from "../../base/work.ts";
import { writeOrder } from "./order.ts";
import { planSteps } from "./plan.ts";
import { blow, escalated } from "./whistle-steps.ts";

export const lookBack = { right: "case.lookBack" } as const;
const write = { right: "order.write" } as const;
const plan = { right: "plan.set" } as const;
const whistle = { right: "whistle.blow" } as const;

/** The first hand is a delegate's, so they hear when a matter has come to their community. */
const tellingDelegates = ({ on: { place, ...others } = {}, ...state }: StateInput): StateInput => ({
  ...state,
  on: {
    ...(place
      ? {
          place: {
            ...place,
            tells: [...(place.tells ?? []), { to: [write], text: "新问题：{title}（{place}），请开单子。" }],
          },
        }
      : {}),
    ...others,
  },
});

export const fiveSteps: WorkflowInput = {
  label: "提问题 · 开单子 · 定方案 · 领任务 · 回头看",
  description: "居民提问题，党员和居民代表开单子，网格党支部定方案，网格员领任务，社区书记回头看；没有解决的再走一圈。",
  timers: supervisionTimers,
  on: { note, deskNote, ...supervision },
  marks: [supervisionMark, extensionMark, { fact: "rounds", label: "再次办理", tone: "warning" }],
  shows: [
    { fact: "order", label: "单子" },
    { fact: "plan", label: "方案" },
    { fact: "outcome", label: "结果" },
  ],
  parts: { helper: "协办" },
  progress: [
    { id: "raised", label: "提问题" },
    { id: "ordered", label: "开单子" },
    { id: "planned", label: "定方案" },
    { id: "working", label: "领任务" },
    { id: "lookedBack", label: "回头看" },
  ],
  initial: "raised",
  initialUnplaced: "placing",
  states: {
    placing: tellingDelegates(placing("raised", "raised")),
    raised: {
      label: "待开单子",
      progress: "raised",
      tone: "waiting",
      waitsFor: [write],
      limit: workingLimit(day, { waits: [write], what: "代表开单子", triggers: "passToDesk" }),
      on: {
        writeOrder: writeOrder([write]),
        ask: ask("asked", [write]),
        refuse: { ...refuse, by: [write] },
        passToDesk: {
          label: "请社区代开单子",
          target: "unwritten",
          by: [write],
          tells: [{ to: [vet], text: "“{title}”代表还没有开单子，请社区代开。" }],
        },
        withdraw,
      },
    },
    asked: {
      label: "待居民补充",
      progress: "raised",
      tone: "waiting",
      waitsFor: [reporter],
      limit: workingLimit(3 * day, { waits: [reporter], what: "您补充情况", triggers: "noAnswer" }),
      on: { answer: answer("raised", [write]), noAnswer: noAnswer("raised", [write]), withdraw },
    },
    unwritten: {
      label: "待社区代开单子",
      progress: "raised",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(0.5 * day, { waits: [vet], above: [supervise], what: "代开单子" }),
      on: { writeOrder: writeOrder([vet]), refuse, withdraw },
    },
    planning: {
      label: "待定方案",
      progress: "ordered",
      tone: "waiting",
      waitsFor: [plan],
      limit: workingLimit(2 * day, { waits: [plan], above: [lookBack, supervise], what: "支部定方案" }),
      on: { ...planSteps([plan, dispatch], [dispatch, lookBack]), withdraw },
    },
    escalated: { ...escalated, on: { blow, ...escalated.on } },
    summoned: {
      label: "部门办理中",
      progress: "planned",
      tone: "working",
      waitsFor: [whistle],
      limit: workingLimit(15 * day, { waits: [whistle], above: [supervise], what: "部门办结" }),
      whenSubCasesEnd: "departmentsDone",
      on: {
        blow: { ...blow, label: "再请一个部门", tone: "default" },
        departmentsDone: {
          label: "部门都已办结",
          target: "lookingBack",
          by: [whistle],
          guards: [{ name: "subCasesEnded" }],
          tells: [{ to: [lookBack, reporter], text: "“{title}”涉及的部门都已办结，等待回头看。" }],
        },
      },
    },
    assigned: {
      label: "待领任务",
      progress: "planned",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(4, { waits: [offered], above: [plan, lookBack], what: "领任务" }),
      on: {
        take: take("working", [reporter, plan], "领任务"),
        return: giveBack("planning", [offered], [plan], "这个任务领不了"),
        withdraw,
      },
    },
    working: {
      label: "办理中",
      progress: "working",
      tone: "working",
      waitsFor: [handler],
      limit: workingLimit(5 * day, { waits: [handler], above: [plan, lookBack, supervise], what: "办完" }),
      on: {
        complete: { ...complete("lookingBack", [reporter, lookBack]), guards: [{ name: "partsDone" }] },
        report: progressReport,
        ...assisting,
        ...extension([plan, lookBack]),
        return: giveBack("planning", [handler], [plan], "办不了，请支部重新定方案"),
      },
    },
    lookingBack: {
      label: "待回头看",
      progress: "lookedBack",
      tone: "waiting",
      waitsFor: [lookBack],
      limit: workingLimit(3 * day, { waits: [lookBack], above: [supervise], what: "书记回头看" }),
      on: {
        solved: {
          label: "看过了，已解决",
          target: "closed",
          by: [lookBack],
          tone: "primary",
          key: "k",
          form: [words("现场看到的情况、居民怎么说", true), photos("现场照片", 1)],
          effects: [
            { name: "set", fact: "lookedBack", value: true },
            { name: "set", fact: "solved", value: true },
            closedAt,
          ],
          tells: [
            { to: [reporter], text: "社区书记回头看过“{title}”：{form.words} 如又出现，30 天内可以重新打开。" },
            { to: [handler], text: "“{title}”回头看已通过。" },
          ],
        },
        again: {
          label: "没有解决，再走一圈",
          target: "planning",
          branches: [{ guards: [{ name: "atLeast", fact: "rounds", min: 2 }], target: "escalated" }],
          by: [lookBack],
          tone: "danger",
          form: [reason("还差在哪里")],
          effects: [{ name: "count", fact: "rounds" }, { name: "clear", fact: "completedAt" }, { name: "release" }],
          tells: [
            { to: [plan, dispatch], text: "“{title}”回头看没有通过，请重新定方案：{form.reason}" },
            { to: [reporter], text: "“{title}”还没有彻底解决，已请支部重新定方案。" },
          ],
        },
        tell: {
          label: "我来说说办得怎么样",
          by: [reporter],
          guards: [{ name: "lacks", fact: "stars" }],
          form: [{ kind: "stars", name: "stars", label: "满意程度", required: true }, words("想说的话")],
          effects: [{ name: "keep", field: "stars", fact: "stars" }],
          tells: [{ to: [lookBack], text: "居民评价了“{title}”：{form.stars} {form.words}" }],
        },
      },
    },
    closed: ended("已办结", "lookedBack", "done", {
      reopen: { ...reopen("planning"), tells: [{ to: [plan, lookBack], text: "居民重新打开“{title}”：{form.words}" }] },
    }),
    refused: ended("未受理", "raised"),
    merged: ended("已合并办理", "ordered"),
    withdrawn: ended("已撤回", "raised"),
  },
};
