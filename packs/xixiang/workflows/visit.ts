/** 健康驿站: a health centre and the village's squad visit a home together, and refer to a hospital where that is needed. */
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { joint, whenPartsDone, withoutParts } from "../../base/joint.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  day,
  deskNote,
  dispatched,
  handler,
  invited,
  lead,
  note,
  offered,
  rate,
  reason,
  refuse,
  reporter,
  supervise,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";
import { giveBack } from "../../base/work.ts";

const finished: TransitionInput = {
  label: "上门结束",
  target: "feedback",
  by: [lead],
  tone: "primary",
  key: "c",
  guards: [{ name: "subCasesEnded" }],
  form: [words("做了哪些服务（不写病情）", true)],
  effects: [
    { name: "keep", field: "words", fact: "outcome" },
    { name: "stamp", fact: "completedAt" },
    { name: "judge", fact: "doneInTime" },
  ],
  tells: [{ to: [reporter], text: "上门服务结束：{form.words} 请您评价。" }],
};

export const visit: WorkflowInput = {
  label: "上门健康服务",
  description: "村（社区）和卫生院组成小分队上门；需要时转到医院，病情只有医护看得到。",
  on: { note, deskNote },
  parts: { squad: "村（社区）小分队" },
  shows: [{ fact: "visitOn", label: "上门日期" }],
  progress: [
    { id: "requested", label: "已申请" },
    { id: "arranged", label: "已约定" },
    { id: "visiting", label: "上门服务" },
    { id: "done", label: "已完成" },
  ],
  initial: "requested",
  initialUnplaced: "placing",
  states: {
    placing: placing("requested", "requested"),
    requested: {
      label: "待安排",
      progress: "requested",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(day, { waits: [vet], above: [supervise], what: "安排上门" }),
      on: {
        arrange: {
          label: "安排上门",
          target: "arranged",
          by: [vet],
          tone: "primary",
          key: "d",
          form: [
            { kind: "assignees", name: "to", label: "哪家医疗机构牵头", required: true, tiers: ["clinic"] },
            {
              kind: "assignees",
              name: "squad",
              label: "谁带路、帮忙",
              required: true,
              many: true,
              tiers: ["team", "grid", "village"],
            },
            { kind: "date", name: "on", label: "哪天上门", required: true },
          ],
          effects: [
            { name: "offer", mode: "assign", field: "to" },
            { name: "invite", field: "squad", as: "squad" },
            { name: "keep", field: "on", fact: "visitOn" },
            dispatched,
          ],
          tells: [
            { to: [offered, invited], text: "{form.on} 上门服务：{title}（{place}）" },
            { to: [reporter], text: "已安排 {form.on} 上门，请家里留人。" },
          ],
        },
        refuse,
        withdraw,
      },
    },
    arranged: {
      label: "待医疗机构接手",
      progress: "arranged",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(day, { waits: [offered], above: [vet], what: "接手" }),
      on: {
        take: {
          label: "接手",
          target: "visiting",
          by: [offered],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
          tells: [{ to: [reporter], text: "{actor}会按约定的日子上门。" }],
        },
        return: giveBack("requested", [offered], [vet]),
        withdraw,
      },
    },
    visiting: {
      label: "上门服务中",
      progress: "visiting",
      tone: "working",
      waitsFor: [lead],
      limit: workingLimit(5 * day, { waits: [lead], above: [vet], what: "完成上门" }),
      on: {
        ...joint(),
        record: {
          label: "健康记录",
          by: [lead],
          form: [words("病情和处置（只有办理人员看得到）", true)],
          seenBy: "handlers",
        },
        refer: {
          label: "转到医院",
          by: [lead],
          form: [
            { kind: "assignees", name: "to", label: "转到哪家医院", required: true, tiers: ["clinic"] },
            words("请医院做什么", true),
          ],
          effects: [
            { name: "openSubCases", field: "to", workflow: "referral", category: "referral", words: "words" },
            { name: "count", fact: "referrals" },
          ],
          tells: [{ to: [reporter], text: "已为您联系{form.to}，医院会与您约时间。" }],
        },
        finish: whenPartsDone(finished),
        finishWithout: withoutParts(finished, "上门结束（有人没有到）"),
        handBack: giveBack("requested", [lead], [vet], "去不了，请另派"),
      },
    },
    feedback: {
      label: "待评价",
      progress: "done",
      tone: "done",
      waitsFor: [reporter],
      limit: workingLimit(5 * day, { waits: [reporter], what: "您的评价", triggers: "close" }),
      on: {
        rate: {
          ...rate,
          target: "closed",
          effects: [...(rate.effects ?? []), closedAt],
          tells: [{ to: [handler], text: "居民评价了上门服务：{form.stars} {form.words}" }],
        },
        close: { label: "归档", target: "closed", by: [vet], effects: [closedAt] },
      },
    },
    closed: ended("已完成", "done", "done"),
    refused: ended("未受理", "requested"),
    withdrawn: ended("已撤回", "requested"),
  },
};

export const referral: WorkflowInput = {
  label: "转诊",
  description: "基层把病人转给医院，医院约时间、接诊、把意见转回来。",
  starts: [vet],
  shows: [{ fact: "appointmentOn", label: "约定日期" }],
  progress: [
    { id: "offered", label: "已转出" },
    { id: "receiving", label: "已约定" },
    { id: "answered", label: "有意见" },
  ],
  initial: "offered",
  states: {
    offered: {
      label: "待医院接收",
      progress: "offered",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(4, { waits: [offered], above: [reporter], what: "接收转诊" }),
      on: {
        take: {
          label: "接收，约时间",
          target: "receiving",
          by: [offered],
          tone: "primary",
          key: "a",
          form: [{ kind: "date", name: "on", label: "哪天来", required: true }],
          effects: [{ name: "take" }, { name: "keep", field: "on", fact: "appointmentOn" }],
          tells: [{ to: [reporter], text: "{actor}接收了转诊，约在 {form.on}。" }],
        },
        decline: {
          label: "不能接收",
          target: "declined",
          by: [offered],
          tone: "danger",
          form: [reason("为什么，应当转到哪里")],
          effects: [closedAt],
          tells: [{ to: [reporter], text: "转诊没有被接收：{form.reason}" }],
        },
      },
    },
    receiving: {
      label: "待接诊",
      progress: "receiving",
      tone: "working",
      waitsFor: [handler],
      limit: workingLimit(5 * day, { waits: [handler], above: [reporter], what: "接诊" }),
      on: {
        advise: {
          label: "接诊完，转回意见",
          target: "answered",
          by: [handler],
          tone: "primary",
          key: "c",
          form: [words("接下来怎么做", true)],
          effects: [closedAt],
          tells: [{ to: [reporter], text: "医院转回意见：{form.words}" }],
          // The reporter of a referral is the health centre that sent it.
          seenBy: "everyone",
        },
      },
    },
    answered: ended("已转回意见", "answered", "done"),
    declined: ended("没有接收", "offered"),
  },
};
