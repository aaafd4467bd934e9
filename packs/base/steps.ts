/** Steps that recur in several places' workflows, and the words they share. */
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import type { z } from "zod";

export type FieldInput = z.input<typeof Field>;

export const reporter = { party: "reporter" } as const;
export const handler = { party: "handler" } as const;
export const lead = { party: "lead" } as const;
export const assist = { party: "assist" } as const;
export const invited = { party: "invited" } as const;
export const offered = { party: "offered" } as const;
export const vet = { right: "case.vet" } as const;
export const dispatch = { right: "case.dispatch" } as const;
export const place = { right: "case.place" } as const;
export const supervise = { right: "case.supervise" } as const;
export const followUp = { right: "case.followUp" } as const;
export const review = { right: "case.review" } as const;
/** First receiver: the desk that took the case in answers for it until it is done (首接负责). */
export const firstReceiver = { fact: "firstReceiver" } as const;

/** One working day of the office calendar. */
export const day = 7.5;

export const reason = (label: string, suggestions?: string[]): FieldInput => ({
  kind: "text",
  name: "reason",
  label,
  required: true,
  multiline: true,
  maxLength: 500,
  suggestions,
});
export const words = (label: string, required = false): FieldInput => ({
  kind: "text",
  name: "words",
  label,
  required,
  multiline: true,
  maxLength: 1000,
});
export const photos = (label: string, min = 0): FieldInput => ({
  kind: "photos",
  name: "photos",
  label,
  required: min > 0,
  min,
  max: 9,
});

export const bodyTiers = ["team", "grid", "property", "unit", "department", "village"];

export const note: TransitionInput = {
  label: "内部备注",
  by: [vet, dispatch, handler, supervise],
  form: [words("备注（居民看不到）", true)],
  seenBy: "staff",
};

/** Only desks read it: what to keep in mind about the people, what was agreed by telephone. */
export const deskNote: TransitionInput = {
  label: "受理备注",
  by: [vet, dispatch, supervise, place],
  form: [words("备注（只有受理部门看得到）", true)],
  seenBy: "desk",
};

/** 督办: a superior asks for an account; the handlers see it on the case until they have answered. */
export const supervision: Record<string, TransitionInput> = {
  supervise: {
    label: "督办",
    by: [supervise],
    key: "u",
    guards: [{ name: "lacks", fact: "supervisedAt" }],
    form: [
      words("督办要求", true),
      { kind: "number", name: "days", label: "几个工作日内回复", required: true, min: 1, max: 10 },
    ],
    effects: [
      { name: "stamp", fact: "supervisedAt" },
      // Several levels and a zone may supervise; the answer goes to the one who did.
      { name: "keepActor", fact: "supervisor" },
      { name: "keep", field: "words", fact: "supervision" },
      { name: "count", fact: "supervisions" },
      { name: "startTimer", timer: "supervision", field: "days" },
    ],
    tells: [
      {
        to: [handler, offered, dispatch, vet],
        text: "{actor}督办“{title}”，请在 {form.days} 个工作日内回复：{form.words}",
      },
    ],
    seenBy: "staff",
  },
  answerSupervision: {
    label: "回复督办",
    by: [handler, offered, dispatch, vet],
    tone: "primary",
    guards: [{ name: "has", fact: "supervisedAt" }],
    form: [words("办到哪一步、什么时候办完", true), photos("照片")],
    effects: [
      { name: "clear", fact: "supervisedAt" },
      { name: "clear", fact: "supervision" },
      { name: "clear", fact: "supervisor" },
      { name: "stopTimer", timer: "supervision" },
    ],
    tells: [{ to: [supervise, { fact: "supervisor" }], text: "{actor}回复了“{title}”的督办：{form.words}" }],
    seenBy: "staff",
  },
};

/** The answer is owed by the day the superior named, whatever the case waits for. */
export const supervisionTimers: NonNullable<WorkflowInput["timers"]> = {
  supervision: {
    label: "回复督办",
    warnBefore: { workingHours: 4 },
    warn: { to: [handler, offered, dispatch], text: "“{title}”的督办即将到期，请在 {due} 前回复。" },
    late: {
      to: [handler, offered, dispatch, supervise, { fact: "supervisor" }],
      text: "“{title}”的督办到期没有回复。",
    },
  },
};

export const supervisionMark = { fact: "supervisedAt", label: "督办中", tone: "danger" } as const;

export const withdraw: TransitionInput = {
  label: "撤回诉求",
  target: "withdrawn",
  by: [reporter],
  confirm: "撤回后不再办理，确定撤回吗？",
  tone: "danger",
  effects: [{ name: "stamp", fact: "closedAt" }],
};

export const refuse: TransitionInput = {
  label: "不予受理",
  target: "refused",
  by: [vet],
  tone: "danger",
  key: "x",
  form: [
    {
      kind: "choice",
      name: "why",
      label: "原因",
      required: true,
      options: [
        { value: "emergency", label: "应拨打 110、119、120 等紧急电话" },
        { value: "legal", label: "应通过诉讼、仲裁、信访等法定途径" },
        { value: "repeated", label: "重复反映且没有新情况" },
        { value: "privacy", label: "涉及国家秘密、商业秘密或个人隐私" },
        { value: "remit", label: "不属于社区职责范围" },
        { value: "unlawful", label: "违反法律法规或公序良俗" },
      ],
    },
    reason("向居民说明理由"),
    { kind: "item", name: "goTo", label: "可以去哪里办", required: true, list: "elsewhere" },
  ],
  effects: [
    { name: "keep", field: "why", fact: "refusal" },
    { name: "stamp", fact: "closedAt" },
  ],
  tells: [{ to: [reporter], text: "您的诉求“{title}”未予受理：{form.reason} 您可以去：{form.goTo}" }],
};

/** 异议复核: a body says an order is not its to do; a superior decides, and whoever received it first stays responsible until then. */
export const objection = (target: string): TransitionInput => ({
  label: "对派单有异议",
  target,
  by: [offered],
  guards: [{ name: "lacks", fact: "objectionDecided" }],
  form: [reason("为什么不属于本单位职责，依据是什么，应当由谁办")],
  effects: [
    { name: "keepActor", fact: "objector" },
    { name: "count", fact: "objections" },
  ],
  tells: [{ to: [review], text: "{actor}对“{title}”的派单有异议，请复核：{form.reason}" }],
  seenBy: "staff",
});
export const objectionDecisions = (again: string, back: string): Record<string, TransitionInput> => ({
  uphold: {
    label: "异议成立，重新派单",
    target: again,
    by: [review],
    tone: "primary",
    form: [reason("复核意见，应当由谁办")],
    effects: [{ name: "release" }, { name: "clear", fact: "objector" }],
    tells: [{ to: [dispatch, { fact: "objector" }], text: "“{title}”的异议成立：{form.reason}" }],
    seenBy: "staff",
  },
  reject: {
    label: "异议不成立，仍由其办理",
    target: back,
    by: [review],
    form: [reason("复核意见和依据")],
    effects: [{ name: "set", fact: "objectionDecided", value: true }],
    tells: [{ to: [offered], text: "“{title}”的异议不成立，请接单办理：{form.reason}" }],
    seenBy: "staff",
  },
});

export const ask = (target: string, by: TransitionInput["by"]): TransitionInput => ({
  label: "请居民补充",
  target,
  by,
  form: [words("需要居民补充什么", true)],
  effects: [{ name: "pauseClock" }],
  tells: [{ to: [reporter], text: "关于“{title}”，请您补充：{form.words}" }],
});

export const answer = (target: string, tell: TransitionInput["by"]): TransitionInput => ({
  label: "补充说明",
  target,
  by: [reporter],
  tone: "primary",
  form: [words("补充内容", true), photos("补充照片")],
  effects: [{ name: "resumeClock" }],
  tells: [{ to: tell, text: "居民已补充“{title}”：{form.words}" }],
});

export const noAnswer = (target: string, by: TransitionInput["by"]): TransitionInput => ({
  label: "不再等待，继续办理",
  target,
  by,
  effects: [{ name: "resumeClock" }],
});

const handOver: TransitionInput = { label: "派单", target: "assigned", by: [dispatch], tone: "primary" };
const offerTold: TransitionInput["tells"] = [
  { to: [offered], text: "有新的派单：{title}（{place}），请在 {due} 前接单。" },
  { to: [reporter], text: "您的诉求“{title}”已派出，等待接单。" },
];

export const dispatched = { name: "stamp", fact: "dispatchedAt" } as const;

export const dispatchSteps: Record<string, TransitionInput> = {
  dispatch: {
    ...handOver,
    key: "d",
    bulk: true,
    form: [
      { kind: "assignees", name: "to", label: "派给", required: true, tiers: bodyTiers },
      { kind: "text", name: "hint", label: "交代", maxLength: 300, multiline: true },
    ],
    effects: [{ name: "offer", mode: "assign", field: "to" }, dispatched],
    tells: offerTold,
  },
  offerToSome: {
    ...handOver,
    label: "抢单",
    tone: "default",
    key: "g",
    form: [{ kind: "assignees", name: "to", label: "可以抢单的队伍", required: true, many: true, tiers: bodyTiers }],
    effects: [{ name: "offer", mode: "grab", field: "to" }, dispatched],
    tells: offerTold,
  },
  openToAll: {
    ...handOver,
    label: "全员可接",
    tone: "default",
    key: "o",
    confirm: "本社区所有队伍和网格员都会收到，确定发布吗？",
    effects: [{ name: "offer", mode: "open" }, dispatched],
    tells: offerTold,
  },
};

export const rate: TransitionInput = {
  label: "评价",
  by: [reporter],
  tone: "primary",
  form: [
    { kind: "yes-no", name: "solved", label: "问题解决了吗", required: true, yes: "已解决", no: "没有解决" },
    { kind: "stars", name: "stars", label: "满意程度", required: true },
    words("想说的话"),
    photos("照片"),
  ],
  effects: [
    { name: "keep", field: "stars", fact: "stars" },
    { name: "keep", field: "solved", fact: "solved" },
  ],
};

export const call: TransitionInput = {
  label: "电话回访",
  by: [followUp],
  key: "f",
  form: [
    {
      kind: "choice",
      name: "reached",
      label: "接通情况",
      required: true,
      options: [
        { value: "yes", label: "已接通" },
        { value: "no", label: "未接通" },
        { value: "refused", label: "不愿接受回访" },
      ],
    },
    { kind: "yes-no", name: "solved", label: "居民认为解决了吗", required: false, yes: "已解决", no: "没有解决" },
    words("回访记录", true),
  ],
  effects: [
    { name: "count", fact: "followUps" },
    { name: "keep", field: "reached", fact: "reached" },
    { name: "keep", field: "solved", fact: "solved" },
  ],
  seenBy: "staff",
};
