/**
 * What units and a community agree to do together. One side draws it up, each party agrees, it is in force until its last
 * day; once a year the place looks at what was kept.
 *
 * @example
 * export const { agreements, agreementWorkflows } = agreementsOf({ answerDays: 5, reviewMonths: 6 });
 */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { StateInput, TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { ended } from "./endings.ts";
import { calendarLimit, workingLimit } from "./limits.ts";
import { day, lead, reason, reporter, words } from "./steps.ts";

const keeper = { right: "agreement.edit" } as const;

export interface AgreementPlan {
  /** What the place calls it. */
  readonly label?: string;
  /** Working days in which the parties answer. */
  readonly answerDays?: number;
  /** Months after which the place looks at what has been kept. */
  readonly reviewMonths?: number;
  /** Days before its end at which both sides are reminded, the longest first. */
  readonly remindDays?: number[];
  /** Days before an item is due at which whoever owes it is reminded, the longest first. */
  readonly itemDays?: number[];
  /** Only the place draws agreements up; units answer. */
  readonly placeOnly?: boolean;
}

const terminate: TransitionInput = {
  label: "提前终止",
  target: "terminated",
  by: [keeper, lead],
  tone: "danger",
  confirm: "终止以后不能恢复，没有完成的事项不再提醒，确定吗？",
  form: [reason("为什么提前终止", ["双方协商一致", "单位职能或人员变动", "一方没有履行"])],
  effects: [
    { name: "keep", field: "reason", fact: "terminatedFor" },
    { name: "stamp", fact: "terminatedAt" },
  ],
  tells: [{ to: [keeper, reporter], text: "共建协议“{title}”提前终止：{form.reason}" }],
};

const drafting = (answerDays: number): StateInput => ({
  label: "起草中",
  progress: "draft",
  tone: "waiting",
  waitsFor: [reporter],
  limit: workingLimit(20 * day, { waits: [reporter], what: "起草完成" }),
  on: {
    send: {
      label: "发给各方确认",
      target: "asked",
      by: [reporter, keeper],
      tone: "primary",
      key: "s",
      confirm: `发出以后各方在 ${answerDays} 个工作日内确认，要修改得先退回起草。现在发出吗？`,
      tells: [{ to: [keeper], text: "共建协议“{title}”请确认。" }],
    },
    drop: {
      label: "作废",
      target: "dropped",
      by: [reporter, keeper],
      tone: "danger",
      confirm: "作废以后不能恢复，确定吗？",
    },
  },
});

const asked = (answerDays: number): StateInput => ({
  label: "各方确认中",
  progress: "asked",
  tone: "waiting",
  waitsFor: [keeper],
  limit: workingLimit(answerDays * day, { waits: [keeper], what: "各方确认" }),
  on: {
    agreed: {
      label: "各方都已同意，协议生效",
      target: "running",
      by: [keeper],
      guards: [{ name: "atLeast", fact: "allAgreed", min: 1 }],
      effects: [{ name: "stamp", fact: "agreedAt" }],
      tells: [{ to: [keeper, reporter], text: "共建协议“{title}”各方都已同意，开始履行。" }],
    },
    sendBack: {
      label: "退回修改",
      target: "draft",
      by: [keeper, lead, reporter],
      form: [reason("哪里要改")],
      effects: [{ name: "count", fact: "sentBack" }],
      tells: [{ to: [reporter, keeper], text: "共建协议“{title}”退回修改：{form.reason}" }],
    },
    drop: {
      label: "不再签订",
      target: "dropped",
      by: [keeper, lead, reporter],
      tone: "danger",
      form: [reason("为什么不签了")],
      tells: [{ to: [reporter, keeper], text: "共建协议“{title}”不再签订：{form.reason}" }],
    },
  },
});

const running = (reviewMonths: number): StateInput => ({
  label: "履行中",
  progress: "running",
  tone: "working",
  waitsFor: [keeper],
  limit: calendarLimit(reviewMonths * 30 * 24, { waits: [keeper], what: "登记履行情况" }),
  on: {
    review: {
      label: "登记履行情况",
      target: "running",
      by: [keeper],
      form: [
        {
          kind: "choice",
          name: "kept",
          label: "履行得怎么样",
          required: true,
          options: [
            { value: "well", label: "好" },
            { value: "fair", label: "一般" },
            { value: "poor", label: "没有履行" },
          ],
        },
        words("具体情况", true),
        { kind: "photos", name: "photos", label: "照片", min: 0, max: 9 },
      ],
      effects: [
        { name: "keep", field: "kept", fact: "kept" },
        { name: "count", fact: "reviews" },
      ],
    },
    over: {
      label: "协议到期",
      target: "over",
      branches: [{ guards: [{ name: "atLeast", fact: "renewals", min: 1 }], target: "renewed" }],
      by: [keeper],
      guards: [{ name: "atLeast", fact: "termOver", min: 1 }],
      tells: [{ to: [keeper, reporter], text: "共建协议“{title}”到期。" }],
    },
    terminate,
  },
});

const workflowOf = (plan: AgreementPlan): WorkflowInput => {
  const { label = "共建协议书", answerDays = 10, reviewMonths = 12, placeOnly = false } = plan;
  return {
    label,
    description: "社区和单位约定一起做的事：谁在什么时候做什么。各方都同意才生效，到期前提醒续签。",
    ...(placeOnly ? { starts: [keeper] } : {}),
    marks: [{ fact: "sentBack", label: "退回过", tone: "warning" }],
    shows: [
      { fact: "agreedAt", label: "生效时间" },
      { fact: "kept", label: "最近一次履行情况" },
      { fact: "terminatedFor", label: "终止原因" },
    ],
    progress: [
      { id: "draft", label: "起草" },
      { id: "asked", label: "各方确认" },
      { id: "running", label: "履行" },
      { id: "over", label: "到期" },
    ],
    initial: "draft",
    states: {
      draft: drafting(answerDays),
      asked: asked(answerDays),
      running: running(reviewMonths),
      over: ended("已到期", "over", "done"),
      renewed: ended("已续签", "over", "done"),
      terminated: ended("已终止", "running"),
      dropped: ended("已作废", "draft"),
    },
  };
};

export const agreementsOf = (
  plan: AgreementPlan = {},
): {
  readonly agreements: NonNullable<PackInput["agreements"]>;
  readonly agreementWorkflows: Record<string, WorkflowInput>;
} => ({
  agreements: {
    workflow: "agreement",
    inForce: ["running"],
    agreed: "agreed",
    over: "over",
    ...(plan.remindDays ? { remindDays: plan.remindDays } : {}),
    ...(plan.itemDays ? { itemDays: plan.itemDays } : {}),
  },
  agreementWorkflows: { agreement: workflowOf(plan) },
});
