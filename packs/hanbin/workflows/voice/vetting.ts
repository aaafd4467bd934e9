/** 审核: which path it goes is read off its kind; six diversions, each with its reason and an address. */
import type { StateInput, TransitionInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../../base/endings.ts";
import { workingLimit } from "../../../base/limits.ts";
import { placing } from "../../../base/placing.ts";
import { ask, day, place, reason, reporter, review, supervise, vet, withdraw, words } from "../../../base/steps.ts";

const kind = (id: string) => [{ name: "kind" as const, anyOf: [id] }];

const accept: TransitionInput = {
  label: "受理",
  target: "help",
  branches: [
    { guards: kind("consult"), target: "consult" },
    { guards: kind("complaint"), target: "complaint" },
    { guards: kind("report"), target: "report" },
    { guards: kind("suggestion"), target: "suggestion" },
  ],
  by: [vet],
  tone: "primary",
  key: "a",
  bulk: true,
  form: [{ kind: "category", name: "category", label: "类别（需要更正时选择）" }],
  effects: [
    { name: "recategorise", field: "category" },
    { name: "keepActor", fact: "firstReceiver" },
    { name: "judge", fact: "vettedInTime" },
    { name: "stamp", fact: "acceptedAt" },
  ],
  tells: [{ to: [reporter], text: "您反映的“{title}”已受理，由{actor}首接负责到底。" }],
};

/** Why it is not taken, the state that stands for it, and what that state says. */
const diversions = [
  { why: "emergency", state: "toEmergency", label: "应拨打 110、119、120 等紧急电话", ends: "已引导拨打紧急电话" },
  { why: "legal", state: "toLegal", label: "应通过诉讼、仲裁、信访等法定途径", ends: "已引导走法定途径" },
  { why: "repeated", state: "repeated", label: "重复反映且没有新情况", ends: "重复反映，见上次答复" },
  { why: "privacy", state: "keptPrivate", label: "涉及国家秘密、商业秘密或个人隐私", ends: "涉密涉私，已引导当面反映" },
  { why: "remit", state: "toOthers", label: "不属于街道社区职责范围", ends: "已引导到负责单位" },
  { why: "unlawful", state: "unlawful", label: "违反法律法规或公序良俗", ends: "依法不予受理" },
] as const;

const divert = (by: TransitionInput["by"]): TransitionInput => ({
  label: "分流（不受理）",
  target: "toOthers",
  branches: diversions.map(({ why, state }) => ({
    guards: [{ name: "answered", field: "why", value: why }],
    target: state,
  })),
  by,
  tone: "danger",
  key: "x",
  form: [
    {
      kind: "choice",
      name: "why",
      label: "原因",
      required: true,
      options: diversions.map(({ why, label }) => ({ value: why, label })),
    },
    reason("向居民说明理由"),
    { kind: "item", name: "goTo", label: "可以去哪里办", required: true, list: "elsewhere" },
  ],
  effects: [{ name: "keep", field: "why", fact: "refusal" }, closedAt],
  tells: [{ to: [reporter], text: "您反映的“{title}”未受理：{form.reason} 您可以去：{form.goTo}" }],
});

const contest: TransitionInput = {
  label: "我有异议",
  target: "contested",
  by: [reporter],
  guards: [
    { name: "within", fact: "closedAt", days: 7 },
    { name: "lacks", fact: "contestedAt" },
  ],
  form: [words("为什么认为应当受理", true)],
  effects: [
    { name: "stamp", fact: "contestedAt" },
    { name: "clear", fact: "closedAt" },
  ],
  tells: [{ to: [review], text: "居民对“{title}”未受理有异议，请复核：{form.words}" }],
};

export const vetting: StateInput = {
  label: "待审核",
  progress: "submitted",
  tone: "waiting",
  waitsFor: [vet],
  limit: workingLimit(2, { waits: [vet], above: [supervise], what: "审核" }),
  on: {
    accept,
    divert: divert([vet]),
    merge: {
      label: "并入已有诉求",
      target: "merged",
      by: [vet],
      key: "m",
      form: [
        { kind: "case", name: "into", label: "并入哪一件", required: true },
        { kind: "text", name: "reason", label: "说明", maxLength: 300 },
      ],
      effects: [{ name: "merge", field: "into" }, closedAt],
      tells: [{ to: [reporter], text: "“{title}”与邻居反映的是同一件事，已合并办理，每一步都会通知您。" }],
    },
    ask: ask("asked", [vet]),
    passOn: {
      label: "不属本社区",
      target: "placing",
      by: [vet],
      form: [reason("为什么不属于本社区，应当由谁负责")],
      tells: [{ to: [place], text: "{actor}认为“{title}”不属本社区：{form.reason}" }],
    },
    withdraw,
  },
};

/** Where it came without a community; the subdistrict may divert it at once. */
export const placingOrDiverting: StateInput = (() => {
  const { on: { refuse: _, ...on } = {}, ...state } = placing("vetting", "submitted");
  return { ...state, on: { ...on, divert: divert([place]) } };
})();

export const diverted: Record<string, StateInput> = Object.fromEntries(
  diversions.map(({ state, ends }) => [state, ended(ends, "submitted", "stopped", { contest })]),
);

export const contested: StateInput = {
  label: "受理异议复核中",
  progress: "submitted",
  tone: "waiting",
  waitsFor: [review],
  limit: workingLimit(2 * day, { waits: [review], above: [place], what: "复核受理异议" }),
  on: {
    takeUp: {
      label: "应当受理",
      target: "vetting",
      by: [review],
      tone: "primary",
      form: [reason("复核意见")],
      effects: [{ name: "clear", fact: "refusal" }],
      tells: [{ to: [vet, reporter], text: "“{title}”经复核应当受理：{form.reason}" }],
    },
    stand: {
      label: "维持不受理",
      target: "notTaken",
      by: [review],
      form: [
        reason("向居民说明依据"),
        { kind: "item", name: "goTo", label: "可以去哪里办", required: true, list: "elsewhere" },
      ],
      effects: [closedAt],
      tells: [{ to: [reporter], text: "“{title}”经复核仍不受理：{form.reason} 您可以去：{form.goTo}" }],
    },
  },
};
