/**
 * 联调: the secretary leads; police, lawyer, elders and departments each have a part. Facts and both sides are heard at the
 * same time; what is recorded stays with those who mediate; whether the agreement is kept is looked at on a visit.
 */

import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { closedAt, ended } from "../../base/endings.ts";
import { joint, whenPartsDone, withoutParts } from "../../base/joint.ts";
import { calendarLimit, workingLimit } from "../../base/limits.ts";
import { placing } from "../../base/placing.ts";
import {
  type FieldInput,
  handler,
  invited,
  lead,
  reason,
  refuse,
  reporter,
  supervise,
  vet,
  withdraw,
  words,
} from "../../base/steps.ts";

const mediate = { right: "mediation.lead" } as const;

const parts = { police: "民警", lawyer: "律师", elder: "“五老”和治保主任", department: "职能部门" } as const;
const tiersOf: Record<keyof typeof parts, string[]> = {
  police: ["unit"],
  lawyer: ["unit"],
  elder: ["community", "village"],
  department: ["department", "enterprise"],
};
const names = Object.keys(parts) as (keyof typeof parts)[];
const inviteForm: FieldInput[] = names.map((name) => ({
  kind: "assignees",
  name,
  label: `请${parts[name]}参加`,
  tiers: tiersOf[name],
  many: true,
}));
const invites = names.map((name) => ({ name: "invite", field: name, as: name }) as const);
const tellInvited = { to: [invited], text: "请您参加联合调解：{title}（{place}），请尽快到场。" };

/** One of the things that go on at the same time until all are done. */
const strand = (step: string, label: string, waiting: string, done: string, asks: string): StateInput => ({
  label: waiting,
  initial: "open",
  states: {
    open: {
      label: waiting,
      waitsFor: [handler],
      limit: calendarLimit(48, { waits: [handler], above: [supervise], what: waiting.replace(/中$/, "") }),
      on: {
        [step]: {
          label,
          target: "done",
          by: [handler],
          tone: "primary",
          form: [words(asks, true)],
          tells: [{ to: [lead], text: `“{title}”：${done}。` }],
          seenBy: "handlers",
        },
      },
    },
    done: { label: done, final: true },
  },
});

const record: TransitionInput = {
  label: "联调记录",
  by: [handler],
  form: [words("记录（只有联调人员看得到）", true)],
  seenBy: "handlers",
};

const agree: TransitionInput = {
  label: "达成协议",
  target: "agreed",
  by: [lead],
  tone: "primary",
  key: "c",
  form: [
    words("协议内容：谁在什么时候做什么", true),
    { kind: "number", name: "people", label: "涉及多少人", unit: "人", required: true, min: 2, max: 5000 },
    { kind: "date", name: "until", label: "什么时候履行完", required: true },
  ],
  effects: [
    { name: "keep", field: "words", fact: "agreement" },
    { name: "keep", field: "people", fact: "people" },
    { name: "keep", field: "until", fact: "until" },
    { name: "stamp", fact: "agreedAt" },
    { name: "judge", fact: "doneInTime" },
  ],
  tells: [{ to: [reporter], text: "“{title}”达成了协议，{form.until} 前履行完；我们会上门回访。" }],
};

const negotiating: StateInput = {
  label: "联合调解中",
  progress: "mediating",
  tone: "working",
  waitsFor: [lead],
  limit: calendarLimit(96, { waits: [lead], above: [vet, supervise], what: "谈出结果" }),
  on: {
    ...joint("handlers"),
    record,
    session: {
      label: "开一次联调会",
      by: [lead],
      form: [words("到场的人、各方意见、下一步", true)],
      effects: [{ name: "count", fact: "sessions" }],
      seenBy: "handlers",
    },
    agree: whenPartsDone(agree),
    agreeWithout: withoutParts(agree, "达成协议（有人没有参加到底）"),
    fail: {
      label: "调解不成",
      target: "failed",
      by: [lead],
      tone: "danger",
      form: [
        reason("为什么没有谈成"),
        { kind: "item", name: "goTo", label: "可以去哪里解决", required: true, list: "elsewhere" },
      ],
      effects: [closedAt],
      tells: [{ to: [reporter], text: "“{title}”没有谈成，您可以通过法定途径解决：{form.goTo}" }],
    },
  },
};

const agreed: StateInput = {
  label: "协议履行中",
  progress: "agreed",
  tone: "working",
  waitsFor: [lead],
  limit: calendarLimit(30 * 24, { waits: [lead], above: [vet], what: "上门回访" }),
  on: {
    visit: {
      label: "上门回访",
      target: "closed",
      branches: [
        {
          guards: [{ name: "answered", field: "kept", value: false }],
          target: "negotiating",
          effects: [
            { name: "clear", fact: "agreedAt" },
            { name: "clear", fact: "people" },
            { name: "clear", fact: "closedAt" },
            { name: "clear", fact: "solved" },
            { name: "count", fact: "broken" },
          ],
        },
      ],
      by: [lead, vet],
      tone: "primary",
      form: [
        { kind: "yes-no", name: "kept", label: "协议做到了吗", required: true, yes: "做到了", no: "没有做到" },
        words("双方怎么说", true),
      ],
      effects: [{ name: "keep", field: "kept", fact: "solved" }, closedAt],
      tells: [{ to: [reporter], text: "“{title}”已回访：{form.words}" }],
      seenBy: "reporter",
    },
  },
};

export const jointMediation: WorkflowInput = {
  label: "矛盾联调",
  description: "书记主持，民警、律师、“五老”、部门各出一份力；谈话记录只有联调人员看得到；谈成以后上门回访。",
  parts: { ...parts },
  marks: [{ fact: "broken", label: "协议未履行", tone: "danger" }],
  shows: [
    { fact: "people", label: "涉及人数" },
    { fact: "sessions", label: "开过的联调会" },
    { fact: "until", label: "履行期限" },
  ],
  progress: [
    { id: "received", label: "受理" },
    { id: "mediating", label: "联调" },
    { id: "agreed", label: "达成协议" },
    { id: "closed", label: "回访了结" },
  ],
  initial: "received",
  initialUnplaced: "placing",
  states: {
    placing: placing("received", "received"),
    received: {
      label: "待受理",
      progress: "received",
      tone: "waiting",
      waitsFor: [vet],
      limit: workingLimit(2, { waits: [vet], above: [supervise], what: "受理" }),
      on: {
        accept: {
          label: "受理",
          target: "forming",
          by: [vet],
          tone: "primary",
          key: "a",
          effects: [
            { name: "judge", fact: "sortedInTime" },
            { name: "keepActor", fact: "firstReceiver" },
          ],
          tells: [
            { to: [mediate], text: "“{title}”需要联调，请在 {due} 前组建联调组。" },
            { to: [reporter], text: "“{title}”已受理，正在请人来调解。内容只有调解人员知道。" },
          ],
        },
        refuse,
        withdraw,
      },
    },
    forming: {
      label: "待组建联调组",
      progress: "received",
      tone: "waiting",
      waitsFor: [mediate],
      limit: workingLimit(4, { waits: [mediate], above: [supervise], what: "组建联调组" }),
      on: {
        convene: {
          label: "组建联调组",
          target: "hearing",
          by: [mediate],
          tone: "primary",
          key: "d",
          form: inviteForm,
          needsOneOf: inviteForm.map(({ name }) => name),
          effects: [{ name: "take" }, ...invites, { name: "stamp", fact: "dispatchedAt" }],
          tells: [tellInvited, { to: [reporter], text: "{actor}主持调解“{title}”，会与您联系。" }],
          seenBy: "staff",
        },
        withdraw,
      },
    },
    hearing: {
      label: "调查听取中",
      progress: "mediating",
      tone: "working",
      parallel: true,
      on: {
        ...joint("handlers"),
        record,
        inviteMore: {
          label: "再请人参加",
          by: [lead],
          form: inviteForm,
          needsOneOf: inviteForm.map(({ name }) => name),
          effects: invites,
          tells: [tellInvited],
          seenBy: "staff",
        },
        withdraw,
      },
      states: {
        facts: strand("factsFound", "查清事实", "调查核实中", "事实已查清", "查到了什么，凭什么"),
        oneSide: strand("heardOne", "听取申请一方", "听取申请一方中", "申请一方已谈", "对方要什么、底线在哪里"),
        otherSide: strand("heardOther", "听取另一方", "听取另一方中", "另一方已谈", "对方要什么、底线在哪里"),
      },
      done: {
        target: "negotiating",
        tells: [{ to: [lead], text: "“{title}”事实已查清，双方都已谈过，请主持联合调解。" }],
      },
    },
    negotiating,
    agreed,
    closed: ended("已了结", "closed", "done"),
    failed: ended("调解不成，已告知去处", "mediating"),
    refused: ended("未受理", "received"),
    withdrawn: ended("已撤回", "received"),
  },
};
