/**
 * Mediation of a dispute between people: someone leads, others take part in a named part (police, judge, lawyer, unit), what
 * is said stays with those who mediate, and whether the agreement was kept is looked at afterwards.
 */
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "./endings.ts";
import { joint, whenPartsDone, withoutParts } from "./joint.ts";
import { calendarLimit, workingLimit } from "./limits.ts";
import { placing } from "./placing.ts";
import {
  assist,
  day,
  deskNote,
  dispatched,
  type FieldInput,
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
  supervision,
  supervisionMark,
  supervisionTimers,
  vet,
  withdraw,
  words,
} from "./steps.ts";

/** May lead a mediation oneself, without being asked. */
export const mediate = { right: "mediation.lead" } as const;

export interface MediationPlan {
  readonly label: string;
  readonly description: string;
  /** Tiers of bodies that can be asked to lead. */
  readonly leads: string[];
  /** Parts that others play, and the tiers they come from. */
  readonly parts: Readonly<Record<string, { readonly label: string; readonly tiers: string[] }>>;
  /** Working days from taking it over until an agreement. */
  readonly days: number;
}

const tellInvited = { to: [invited], text: "请您参加调解：{title}（{place}）。" };

const confidentialRecord = (label: string, name = "record"): Record<string, TransitionInput> => ({
  [name]: { label, by: [handler], form: [words("记录（只有调解人员看得到）", true)], seenBy: "handlers" },
});

const fail: TransitionInput = {
  label: "调解不成",
  target: "failed",
  by: [lead],
  tone: "danger",
  form: [
    reason("为什么没有谈成"),
    { kind: "item", name: "goTo", label: "可以去哪里解决", required: true, list: "elsewhere" },
  ],
  effects: [{ name: "set", fact: "result", value: "failed" }, closedAt],
  tells: [{ to: [reporter], text: "“{title}”没有谈成，您可以继续通过法定途径解决：{form.goTo}" }],
};

const agree: TransitionInput = {
  label: "达成协议",
  target: "agreed",
  by: [lead],
  tone: "primary",
  key: "c",
  form: [
    words("协议内容，谁在什么时候做什么", true),
    { kind: "number", name: "people", label: "涉及多少人", unit: "人", required: true, min: 2, max: 5000 },
  ],
  effects: [
    { name: "keep", field: "words", fact: "agreement" },
    { name: "keep", field: "people", fact: "people" },
    { name: "set", fact: "result", value: "agreed" },
    { name: "stamp", fact: "mediatedAt" },
    { name: "judge", fact: "doneInTime" },
  ],
  tells: [{ to: [reporter], text: "“{title}”达成了协议。我们会回访双方是否做到。" }],
};

const applied = (inviteForm: FieldInput[], invites: TransitionInput["effects"], tiers: string[]): StateInput => ({
  label: "待安排调解",
  progress: "applied",
  tone: "waiting",
  waitsFor: [vet],
  limit: workingLimit(4, { waits: [vet], above: [supervise], what: "安排调解" }),
  on: {
    arrange: {
      label: "请人主持",
      target: "called",
      by: [vet],
      tone: "primary",
      key: "d",
      form: [
        { kind: "assignees", name: "to", label: "谁来主持", required: true, tiers },
        ...inviteForm,
        { kind: "text", name: "hint", label: "交代", maxLength: 300, multiline: true },
      ],
      effects: [{ name: "offer", mode: "assign", field: "to" }, ...(invites ?? []), dispatched],
      tells: [
        { to: [offered], text: "请您主持调解：{title}（{place}），请在 {due} 前接手。" },
        tellInvited,
        { to: [reporter], text: "“{title}”已安排调解，会有人与您联系。" },
      ],
      seenBy: "staff",
    },
    takeUp: {
      label: "我来主持",
      target: "mediating",
      by: [mediate],
      key: "a",
      form: inviteForm,
      effects: [{ name: "take" }, ...(invites ?? []), dispatched, { name: "judge", fact: "tookInTime" }],
      tells: [tellInvited, { to: [reporter], text: "{actor}来主持调解“{title}”，会与您联系。" }],
    },
    refuse,
    withdraw,
  },
});

const called: StateInput = {
  label: "待主持人接手",
  progress: "applied",
  tone: "waiting",
  waitsFor: [offered],
  limit: workingLimit(day, { waits: [offered], above: [vet], what: "接手调解" }),
  on: {
    take: {
      label: "接手主持",
      target: "mediating",
      by: [offered],
      tone: "primary",
      key: "a",
      effects: [{ name: "take" }, { name: "judge", fact: "tookInTime" }],
      tells: [{ to: [reporter, vet], text: "{actor}接手调解“{title}”。" }],
    },
    return: {
      label: "不适合主持",
      target: "applied",
      by: [offered],
      tone: "danger",
      form: [reason("原因（例如与一方有亲属关系）", ["与一方有亲属关系，应当回避", "需要专业人员主持"])],
      effects: [{ name: "release" }],
      tells: [{ to: [vet], text: "{actor}不能主持“{title}”：{form.reason}" }],
      seenBy: "staff",
    },
    withdraw,
  },
};

const mediating = (plan: MediationPlan): StateInput => ({
  label: "调解中",
  progress: "mediating",
  tone: "working",
  initial: "hearing",
  on: { ...joint("handlers"), ...confidentialRecord("调解笔录"), fail, withdraw },
  states: {
    hearing: {
      label: "分头听取双方",
      waitsFor: [lead],
      limit: workingLimit((plan.days / 3) * day, { waits: [lead], above: [vet], what: "听取双方意见" }),
      on: {
        heard: {
          label: "双方都听过了，约面谈",
          target: "talking",
          by: [lead],
          tone: "primary",
          key: "n",
          form: [{ kind: "date", name: "on", label: "哪天面谈", required: true }, words("在哪里、请谁到场", true)],
          effects: [{ name: "keep", field: "on", fact: "talkOn" }],
          tells: [{ to: [reporter, assist], text: "“{title}”约好面谈：{form.words}" }],
        },
      },
    },
    talking: {
      label: "面对面调解",
      waitsFor: [lead],
      limit: workingLimit(plan.days * day, { waits: [lead], above: [vet, supervise], what: "谈出结果" }),
      on: { agree: whenPartsDone(agree), agreeWithout: withoutParts(agree, "达成协议（有人未到场）") },
    },
  },
});

const kept: TransitionInput = {
  label: "回访：做到了",
  target: "settled",
  by: [lead, vet],
  tone: "primary",
  form: [words("回访情况", true)],
  effects: [{ name: "set", fact: "solved", value: true }, closedAt],
  seenBy: "staff",
};

const agreed: StateInput = {
  label: "协议履行中",
  progress: "agreed",
  tone: "working",
  waitsFor: [lead],
  limit: calendarLimit(30 * 24, { waits: [lead], above: [vet], what: "回访履行情况" }),
  on: {
    kept,
    confirm: {
      ...rate,
      label: "确认是否做到",
      target: "settled",
      branches: [
        {
          guards: [{ name: "answered", field: "solved", value: false }],
          target: "mediating.talking",
          effects: [
            { name: "clear", fact: "closedAt" },
            { name: "clear", fact: "mediatedAt" },
            { name: "clear", fact: "result" },
            { name: "count", fact: "unsolved" },
          ],
        },
      ],
      effects: [...(rate.effects ?? []), closedAt],
      tells: [{ to: [lead], text: "当事人评价了“{title}”的调解：{form.stars} {form.words}" }],
    },
    broken: {
      label: "回访：没有做到",
      target: "mediating.talking",
      by: [lead, vet],
      form: [reason("哪一条没有做到")],
      effects: [
        { name: "clear", fact: "mediatedAt" },
        { name: "clear", fact: "result" },
        { name: "count", fact: "unsolved" },
      ],
      tells: [{ to: [reporter, lead], text: "“{title}”的协议没有做到，再谈一次：{form.reason}" }],
    },
  },
};

export const mediation = (plan: MediationPlan): WorkflowInput => {
  const parts = Object.entries(plan.parts);
  const inviteForm = parts.map(
    ([name, { label, tiers }]): FieldInput => ({ kind: "assignees", name, label: `请${label}参加`, tiers, many: true }),
  );
  const invites = parts.map(([name]) => ({ name: "invite", field: name, as: name }) as const);
  return {
    label: plan.label,
    description: plan.description,
    parts: Object.fromEntries(parts.map(([name, { label }]) => [name, label])),
    timers: supervisionTimers,
    on: { note, deskNote, ...supervision },
    marks: [supervisionMark, { fact: "unsolved", label: "再次调解", tone: "warning" }],
    shows: [
      { fact: "talkOn", label: "面谈日期" },
      { fact: "people", label: "涉及人数" },
    ],
    progress: [
      { id: "applied", label: "已申请" },
      { id: "mediating", label: "调解中" },
      { id: "agreed", label: "已达成协议" },
      { id: "settled", label: "已了结" },
    ],
    initial: "applied",
    initialUnplaced: "placing",
    states: {
      placing: placing("applied", "applied"),
      applied: applied(inviteForm, invites, plan.leads),
      called,
      mediating: mediating(plan),
      agreed,
      settled: ended("协议已履行", "settled", "done"),
      failed: ended("调解不成，已告知去处", "mediating"),
      refused: ended("未受理", "applied"),
      withdrawn: ended("已撤回", "applied"),
    },
  };
};
