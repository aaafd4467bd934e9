/** 微心愿: the community looks at a wish, units and members claim it, it is granted with a photo; what nobody claims is given to a unit. */
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  day,
  deskNote,
  dispatched,
  handler,
  note,
  offered,
  photos,
  rate,
  reason,
  refuse,
  reporter,
  supervise,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";
import { progressReport } from "../../base/work.ts";

const claimers = ["unit", "department", "enterprise", "school", "clinic", "station", "team"];

const claim: TransitionInput = {
  label: "认领心愿",
  target: "claimed",
  by: [offered],
  tone: "primary",
  key: "a",
  effects: [{ name: "take" }, { name: "stamp", fact: "claimedAt" }, { name: "judge", fact: "tookInTime" }],
  tells: [
    { to: [reporter], text: "{actor}认领了您的心愿“{title}”。" },
    { to: [vet], text: "{actor}认领了心愿：{title}" },
  ],
};

const vetting: StateInput = {
  label: "待核实",
  progress: "wished",
  tone: "waiting",
  waitsFor: [vet],
  limit: workingLimit(day, { waits: [vet], above: [supervise], what: "核实心愿" }),
  on: {
    offerToUnits: {
      label: "发给几家单位认领",
      target: "unclaimed",
      by: [vet],
      tone: "primary",
      key: "d",
      form: [
        { kind: "assignees", name: "to", label: "请哪些单位看看", required: true, many: true, tiers: claimers },
        { kind: "text", name: "hint", label: "核实情况", maxLength: 300, multiline: true },
      ],
      effects: [{ name: "offer", mode: "grab", field: "to" }, dispatched],
      tells: [
        { to: [offered], text: "有一个心愿等您单位认领：{title}（{place}）" },
        { to: [reporter], text: "您的心愿“{title}”已发出，等待认领。" },
      ],
    },
    openToAll: {
      label: "全员可认领",
      target: "unclaimed",
      by: [vet],
      key: "o",
      confirm: "本社区所有单位、队伍和网格员都会看到，确定吗？",
      effects: [{ name: "offer", mode: "open" }, dispatched],
      tells: [
        { to: [offered], text: "有一个心愿等待认领：{title}（{place}）" },
        { to: [reporter], text: "您的心愿“{title}”已发出，等待认领。" },
      ],
    },
    refuse,
    withdraw,
  },
};

const unclaimed: StateInput = {
  label: "待认领",
  progress: "offered",
  tone: "waiting",
  waitsFor: [offered],
  limit: workingLimit(5 * day, { waits: [offered], what: "认领（到期由社区点名）", triggers: "nobody" }),
  on: {
    claim,
    nobody: {
      label: "没有人认领，由社区点名",
      target: "naming",
      by: [vet],
      effects: [{ name: "release" }, { name: "count", fact: "unclaimed" }],
      tells: [{ to: [vet], text: "心愿“{title}”（{place}）没有人认领，请点名一家单位。" }],
      seenBy: "staff",
    },
    withdraw,
  },
};

const naming: StateInput = {
  label: "待点名单位",
  progress: "offered",
  tone: "waiting",
  waitsFor: [vet],
  limit: workingLimit(day, { waits: [vet], above: [supervise], what: "点名单位" }),
  on: {
    name: {
      label: "点名一家单位",
      target: "named",
      by: [vet],
      tone: "primary",
      key: "d",
      form: [
        { kind: "assignees", name: "to", label: "请哪家单位", required: true, tiers: claimers },
        reason("为什么请这家单位"),
      ],
      effects: [{ name: "offer", mode: "assign", field: "to" }, dispatched],
      tells: [{ to: [offered], text: "请帮助实现心愿：{title}（{place}）。{form.reason}" }],
    },
    refuse: { ...refuse, label: "实现不了，说明原因" },
    withdraw,
  },
};

const named: StateInput = {
  label: "待点名单位答复",
  progress: "offered",
  tone: "waiting",
  waitsFor: [offered],
  limit: workingLimit(2 * day, { waits: [offered], above: [vet, supervise], what: "答复心愿" }),
  on: {
    claim,
    decline: {
      label: "有困难，请另找",
      target: "naming",
      by: [offered],
      form: [reason("有什么困难")],
      effects: [{ name: "release" }],
      tells: [{ to: [vet], text: "{actor}不能实现“{title}”：{form.reason}" }],
      seenBy: "staff",
    },
    withdraw,
  },
};

const claimed: StateInput = {
  label: "实现中",
  progress: "claimed",
  tone: "working",
  waitsFor: [handler],
  limit: workingLimit(10 * day, { waits: [handler], above: [vet], what: "实现心愿" }),
  on: {
    fulfil: {
      label: "心愿实现了",
      target: "thanking",
      by: [handler],
      tone: "primary",
      key: "c",
      form: [words("怎么实现的", true), photos("照片（至少 1 张；拍到人要先问过本人）", 1)],
      effects: [
        { name: "keep", field: "words", fact: "outcome" },
        { name: "stamp", fact: "completedAt" },
        { name: "judge", fact: "doneInTime" },
      ],
      tells: [{ to: [reporter], text: "您的心愿“{title}”实现了：{form.words}" }],
    },
    joinIn: {
      label: "一起帮",
      by: [offered],
      guards: [{ name: "mode", anyOf: ["open"] }],
      effects: [{ name: "take" }],
      tells: [{ to: [handler], text: "{actor}来一起帮“{title}”。" }],
    },
    report: progressReport,
    giveUp: {
      label: "做不到了，交还社区",
      target: "naming",
      by: [handler],
      tone: "danger",
      form: [reason("为什么做不到了")],
      effects: [{ name: "release" }, { name: "count", fact: "returns" }],
      tells: [
        { to: [vet], text: "{actor}交还了心愿“{title}”：{form.reason}" },
        { to: [reporter], text: "您的心愿“{title}”要换一家单位来帮，请再等等。" },
      ],
    },
  },
};

export const wish: WorkflowInput = {
  label: "微心愿",
  description: "居民提心愿，社区核实，单位党组织和党员认领，实现后拍照反馈；没人认领的由社区点名。",
  on: { note, deskNote },
  marks: [{ fact: "unclaimed", label: "曾无人认领", tone: "warning" }],
  publication: { fields: ["category", "community", "outcome", "photos"], outcome: "outcome", consent: "consent" },
  progress: [
    { id: "wished", label: "已提出" },
    { id: "offered", label: "等待认领" },
    { id: "claimed", label: "实现中" },
    { id: "granted", label: "已实现" },
  ],
  initial: "vetting",
  initialUnplaced: "placing",
  states: {
    placing: placing("vetting", "wished"),
    vetting,
    unclaimed,
    naming,
    named,
    claimed,
    thanking: {
      label: "待居民反馈",
      progress: "granted",
      tone: "done",
      waitsFor: [reporter],
      limit: workingLimit(5 * day, { waits: [reporter], what: "您的反馈", triggers: "close" }),
      on: {
        thank: {
          ...rate,
          label: "说声谢谢，评个星",
          target: "granted",
          form: [
            ...(rate.form ?? []),
            { kind: "yes-no", name: "agree", label: "可以把照片放到心愿墙上吗", yes: "可以", no: "不可以" },
          ],
          branches: [
            {
              guards: [{ name: "answered", field: "solved", value: false }],
              target: "claimed",
              effects: [
                { name: "count", fact: "unsolved" },
                { name: "clear", fact: "closedAt" },
              ],
            },
            {
              guards: [{ name: "answered", field: "agree", value: true }],
              target: "granted",
              effects: [{ name: "publish" }],
            },
          ],
          effects: [...(rate.effects ?? []), { name: "keep", field: "agree", fact: "consent" }, closedAt],
          tells: [{ to: [handler, vet], text: "居民说：{form.words}（{form.stars}）" }],
        },
        close: { label: "归档", target: "granted", by: [vet], effects: [closedAt] },
      },
    },
    granted: ended("已实现", "granted", "done"),
    refused: ended("未受理", "wished"),
    withdrawn: ended("已撤回", "wished"),
  },
};
