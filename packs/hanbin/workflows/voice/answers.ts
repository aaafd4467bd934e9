/** 咨询 is answered, 投诉 and 举报 are looked into with the reporter protected, 建议 is weighed and answered. */
import type { StateInput, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { workingLimit } from "../../../base/limits.ts";
import { day, firstReceiver, handler, offered, reason, reporter, supervise, vet, words } from "../../../base/steps.ts";
import { giveBack, handlersNote } from "../../../base/work.ts";

const bodies = ["department", "unit", "grid", "team"];
const completed = [
  { name: "stamp", fact: "completedAt" },
  { name: "judge", fact: "doneInTime" },
] as const;

const answerStep = (label: string, by: TransitionInput["by"]): TransitionInput => ({
  label,
  target: "feedback",
  by,
  tone: "primary",
  key: "c",
  form: [words("答复（居民会看到）", true)],
  effects: [{ name: "take" }, { name: "keep", field: "words", fact: "outcome" }, ...completed],
  tells: [{ to: [reporter], text: "关于“{title}”：{form.words}" }],
});

export const consult: StateInput = {
  label: "咨询答复",
  progress: "accepted",
  tone: "working",
  initial: "atDesk",
  limit: workingLimit(2 * day, { waits: [vet, offered], above: [supervise, firstReceiver], what: "答复" }),
  states: {
    atDesk: {
      label: "待答复",
      waitsFor: [vet],
      on: {
        answerResident: answerStep("答复", [vet]),
        passToExpert: {
          label: "请部门答复",
          target: "atExpert",
          by: [vet],
          form: [{ kind: "assignees", name: "to", label: "请谁答复", required: true, tiers: bodies }],
          effects: [{ name: "offer", mode: "assign", field: "to" }],
          tells: [{ to: [offered], text: "居民咨询“{title}”，请在 {due} 前答复。" }],
        },
      },
    },
    atExpert: {
      label: "待部门答复",
      waitsFor: [offered, handler],
      on: {
        answerResident: answerStep("答复", [offered, handler]),
        return: giveBack("atDesk", [offered, handler], [vet], "不归我们答复"),
      },
    },
  },
};

/**
 * Someone who is not complained of looks into it. What they find stays with staff; the answer to the reporter goes through
 * the desk, so that who looks into it need not know who wrote.
 */
const inquiry = (label: string, days: number): StateInput => ({
  label,
  progress: "handling",
  tone: "working",
  initial: "choosing",
  limit: workingLimit(days * day, { waits: [vet, handler], above: [supervise, firstReceiver], what: "核查答复" }),
  states: {
    choosing: {
      label: "待确定核查人",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(4, { waits: [vet], above: [supervise], what: "确定核查人" }),
      on: {
        choose: {
          label: "交给谁核查",
          target: "chosen",
          by: [vet],
          tone: "primary",
          key: "d",
          form: [
            {
              kind: "assignees",
              name: "to",
              label: "核查人（不能是被反映的一方）",
              required: true,
              tiers: bodies,
              help: "投诉、举报一律保密，核查人看不到是谁反映的",
            },
          ],
          effects: [
            { name: "offer", mode: "assign", field: "to" },
            { name: "stamp", fact: "dispatchedAt" },
          ],
          tells: [{ to: [offered], text: "请核查“{title}”（{place}），注意保密，不要打听反映人。" }],
          seenBy: "staff",
        },
      },
    },
    chosen: {
      label: "待核查人接手",
      tone: "waiting",
      waitsFor: [offered],
      limit: workingLimit(4, { waits: [offered], above: [vet], what: "接手核查" }),
      on: {
        take: {
          label: "接手核查",
          target: "looking",
          by: [offered],
          tone: "primary",
          key: "a",
          effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
          seenBy: "staff",
        },
        avoid: giveBack("choosing", [offered], [vet], "应当回避"),
      },
    },
    looking: {
      label: "核查中",
      waitsFor: [handler],
      on: {
        found: {
          label: "核查完了",
          target: "answering",
          by: [handler],
          tone: "primary",
          form: [
            { kind: "yes-no", name: "founded", label: "反映的情况属实吗", required: true, yes: "属实", no: "不属实" },
            words("核查到的情况和处理意见（反映人看不到原文）", true),
          ],
          effects: [{ name: "keep", field: "founded", fact: "founded" }],
          tells: [{ to: [vet], text: "“{title}”核查完了，请答复反映人：{form.words}" }],
          seenBy: "staff",
        },
        handlersNote,
      },
    },
    answering: {
      label: "待答复反映人",
      tone: "waiting",
      waitsFor: [vet],
      on: {
        answerReporter: {
          ...answerStep("答复反映人", [vet]),
          effects: [{ name: "keep", field: "words", fact: "outcome" }, ...completed],
          seenBy: "reporter",
        },
        lookAgain: {
          label: "再核查",
          target: "looking",
          by: [vet],
          form: [reason("还要查什么")],
          tells: [{ to: [handler], text: "“{title}”请再核查：{form.reason}" }],
          seenBy: "staff",
        },
      },
    },
  },
});

export const complaint = inquiry("投诉核查", 7);
export const report = inquiry("举报核查", 15);

export const suggestion: StateInput = {
  label: "建议研究中",
  progress: "handling",
  tone: "working",
  waitsFor: [vet],
  limit: workingLimit(10 * day, { waits: [vet], above: [supervise, firstReceiver], what: "研究答复建议" }),
  on: {
    adopt: {
      label: "采纳，派人去办",
      target: "help",
      by: [vet],
      tone: "primary",
      form: [words("怎么采纳，几时见效", true)],
      effects: [
        { name: "keep", field: "words", fact: "outcome" },
        { name: "set", fact: "adopted", value: true },
      ],
      tells: [{ to: [reporter], text: "您的建议“{title}”已采纳：{form.words}" }],
    },
    answerOnly: {
      ...answerStep("答复（不采纳或留作参考）", [vet]),
      effects: [
        { name: "keep", field: "words", fact: "outcome" },
        { name: "set", fact: "adopted", value: false },
        ...completed,
      ],
    },
  },
};
