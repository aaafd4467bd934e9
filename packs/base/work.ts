/** Steps of whoever has taken a matter: progress, more time, giving it back, finishing. */
import type { TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { assist, handler, invited, lead, offered, photos, reason, reporter, words } from "./steps.ts";

type Who = TransitionInput["by"];

export const take = (target: string, tell: Who, label = "接单"): TransitionInput => ({
  label,
  target,
  by: [offered],
  tone: "primary",
  key: "a",
  effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
  tells: [{ to: tell, text: "{actor}已接手“{title}”，{due} 前办结。" }],
});

export const giveBack = (target: string, by: Who, tell: Who, label = "退回"): TransitionInput => ({
  label,
  target,
  by,
  tone: "danger",
  form: [reason("为什么不能办，应当由谁办", ["不在职责范围", "需要专业资质", "人手已满，请另派"])],
  effects: [{ name: "release" }, { name: "count", fact: "returns" }],
  tells: [{ to: tell, text: "{actor}退回“{title}”：{form.reason}" }],
  seenBy: "staff",
});

export const progressReport: TransitionInput = {
  label: "记录进展",
  by: [handler],
  form: [words("办到哪一步了", true), photos("照片")],
  tells: [{ to: [reporter], text: "“{title}”有新进展：{form.words}" }],
};

/** More time needs a reason, and someone above who agrees. */
export const extension = (decides: Who): Record<string, TransitionInput> => ({
  requestExtension: {
    label: "申请延期",
    by: [handler],
    guards: [{ name: "lacks", fact: "extensionDays" }],
    form: [
      { kind: "number", name: "days", label: "需要延长", unit: "个工作日", required: true, min: 1, max: 15 },
      reason("为什么需要延期"),
    ],
    effects: [{ name: "keep", field: "days", fact: "extensionDays" }],
    tells: [{ to: decides, text: "{actor}申请将“{title}”延期 {form.days} 个工作日：{form.reason}" }],
  },
  approveExtension: {
    label: "同意延期",
    by: decides,
    guards: [{ name: "has", fact: "extensionDays" }],
    effects: [
      { name: "extendClock", fact: "extensionDays" },
      { name: "clear", fact: "extensionDays" },
      { name: "count", fact: "extensions" },
    ],
    tells: [{ to: [handler, reporter], text: "“{title}”已同意延期，新的期限是 {due}。" }],
  },
  refuseExtension: {
    label: "不同意延期",
    by: decides,
    guards: [{ name: "has", fact: "extensionDays" }],
    form: [reason("理由")],
    effects: [{ name: "clear", fact: "extensionDays" }],
    tells: [{ to: [handler], text: "“{title}”的延期申请未获同意：{form.reason}" }],
  },
});

export const extensionMark = { fact: "extensionDays", label: "申请延期", tone: "warning" } as const;

export const complete = (target: string, tell: Who, label = "办结"): TransitionInput => ({
  label,
  target,
  by: [handler],
  tone: "primary",
  key: "c",
  form: [words("怎么办的，结果如何", true), photos("办理照片（至少 1 张）", 1)],
  effects: [
    { name: "stamp", fact: "completedAt" },
    { name: "judge", fact: "doneInTime" },
    { name: "keep", field: "words", fact: "outcome" },
    { name: "clear", fact: "extensionDays" },
  ],
  tells: [{ to: tell, text: "“{title}”已办结：{form.words}" }],
});

/** Only those who handle it read what they write here. */
export const handlersNote: TransitionInput = {
  label: "办理人笔记",
  by: [handler],
  form: [words("笔记（只有办理人看得到）", true)],
  seenBy: "handlers",
};

/** For bodies that were asked to assist: they come in, do their part and say so. */
export const assisting: Record<string, TransitionInput> = {
  join: {
    label: "参加",
    by: [invited],
    tone: "primary",
    effects: [{ name: "take" }],
    tells: [{ to: [lead], text: "{actor}已参加“{title}”。" }],
    seenBy: "staff",
  },
  finishPart: {
    label: "我的部分已完成",
    by: [assist],
    form: [words("做了什么，结果如何", true)],
    effects: [{ name: "finishPart" }],
    tells: [{ to: [lead], text: "{actor}完成了“{title}”中自己的部分：{form.words}" }],
    seenBy: "staff",
  },
};
