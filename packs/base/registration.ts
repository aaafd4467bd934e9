/**
 * 双报到: a unit's Party organisation registers where it stands, a member where they live. The community confirms, looks at it
 * again every year, and whoever registered may leave at any time.
 *
 *     workflows: { "unit-registration": registration({ label: "单位党组织报到" }), "member-registration": registration({ label: "在职党员报到" }) },
 *     registrations: {
 *       unit: unitRegistration({ with: ["community"], units: ["unit-branch"] }),
 *       member: memberRegistration({ with: ["community", "compound"], units: ["unit-branch"], feedback: "quarterly", unitSees: "records" }),
 *     },
 */
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import type { TransitionInput, WorkflowInput } from "@ginkgo/shared/pack/workflow.ts";
import { workingLimit } from "./limits.ts";
import { day, type FieldInput, lead, reason } from "./steps.ts";

type KindInput = NonNullable<PackInput["registrations"]>[string];

export interface RegistrationOptions {
  readonly label: string;
  readonly description?: string;
  /** Asked when one registers, beside place, unit and skills. */
  readonly asks?: FieldInput[];
  /** Working days in which the community confirms or refuses. */
  readonly confirmDays?: number;
  /** After so many days it is looked at again, and then within so many. */
  readonly reviewAfterDays?: number;
  readonly reviewWithinDays?: number;
  /** Days before that those concerned are reminded. */
  readonly remindDays?: number;
  /** The right that confirms and reviews. */
  readonly by?: string;
}

const stays = ["工作调动", "搬家", "身体原因", "已在别处报到"];

const leaving = (by: TransitionInput["by"]): Record<string, TransitionInput> => ({
  leave: {
    label: "退出报到",
    target: "left",
    by: [lead],
    tone: "danger",
    confirm: "退出后不再计入报到，记录仍保留；以后可以重新报到。",
    form: [reason("退出原因", stays)],
    effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
    tells: [{ to: by, text: "“{title}”已退出：{form.reason}" }],
  },
  move: {
    label: "转到别处",
    target: "moved",
    by: [...by, lead],
    form: [
      { kind: "text", name: "where", label: "转到哪里", required: true, maxLength: 60 },
      { kind: "text", name: "why", label: "说明", maxLength: 300, multiline: true },
    ],
    effects: [{ name: "keep", field: "where", fact: "movedTo" }],
    tells: [{ to: [...by, lead], text: "“{title}”已转到{form.where}。" }],
  },
  end: {
    label: "结束报到",
    target: "ended",
    by,
    tone: "danger",
    form: [reason("结束的原因", ["已不在本单位", "已不住在这里", "长期联系不上", "单位已撤销"])],
    effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
    tells: [{ to: [lead], text: "“{title}”已结束：{form.reason}" }],
  },
});

export const registration = ({
  label,
  description = "",
  asks = [],
  confirmDays = 5,
  reviewAfterDays = 365,
  reviewWithinDays = 30,
  remindDays = 30,
  by: right = "registration.edit",
}: RegistrationOptions): WorkflowInput => {
  const desk = [{ right }];
  return {
    label,
    description,
    intake: {
      form: asks,
      effects: asks.map(({ name }) => ({ name: "keep", field: name, fact: name }) as const),
    },
    progress: [
      { id: "requested", label: "申请报到" },
      { id: "active", label: "已报到" },
      { id: "over", label: "已结束" },
    ],
    initial: "requested",
    states: {
      requested: {
        label: "待社区确认",
        progress: "requested",
        tone: "waiting",
        waitsFor: desk,
        limit: workingLimit(confirmDays * day, { waits: desk, what: "确认报到" }),
        on: {
          confirm: {
            label: "确认报到",
            target: "active",
            by: desk,
            tone: "primary",
            key: "y",
            bulk: true,
            effects: [{ name: "stamp", fact: "confirmedAt" }],
            tells: [{ to: [lead], text: "“{title}”已由社区确认，欢迎参与社区的事。" }],
          },
          refuse: {
            label: "不予确认",
            target: "refused",
            by: desk,
            tone: "danger",
            form: [reason("不予确认的原因", ["不住在本社区", "单位不在本社区", "信息有误，请重新填写"])],
            effects: [{ name: "keep", field: "reason", fact: "endedBecause" }],
            tells: [{ to: [lead], text: "“{title}”没有得到确认：{form.reason}" }],
          },
          withdraw: {
            label: "撤回报到",
            target: "withdrawn",
            by: [lead],
            confirm: "撤回后社区不再确认，确定撤回吗？",
          },
        },
      },
      active: {
        label: "已报到",
        progress: "active",
        tone: "done",
        waitsFor: desk,
        limit: {
          within: { hours: reviewAfterDays * 24 },
          warnBefore: { hours: remindDays * 24 },
          warn: { to: [...desk, lead], text: "“{title}”将在 {due} 到复核期，请核对单位、住处和联系方式。" },
          triggers: "review",
        },
        on: {
          review: {
            label: "开始复核",
            target: "review",
            by: desk,
            effects: [{ name: "stamp", fact: "reviewBegunAt" }],
            tells: [{ to: [...desk, lead], text: "“{title}”到了复核期，请社区核对后确认。" }],
          },
          ...leaving(desk),
        },
      },
      review: {
        label: "待复核",
        progress: "active",
        tone: "waiting",
        waitsFor: desk,
        limit: {
          within: { hours: reviewWithinDays * 24 },
          warnBefore: { hours: (reviewWithinDays * 24) / 4 },
          warn: { to: desk, text: "“{title}”的复核将在 {due} 到期，过期自动结束。" },
          triggers: "lapse",
        },
        on: {
          renew: {
            label: "复核通过",
            target: "active",
            by: desk,
            tone: "primary",
            key: "y",
            bulk: true,
            effects: [
              { name: "stamp", fact: "reviewedAt" },
              { name: "count", fact: "reviews" },
            ],
            tells: [{ to: [lead], text: "“{title}”复核通过，继续有效。" }],
          },
          lapse: {
            label: "复核没有通过",
            target: "lapsed",
            by: desk,
            tone: "danger",
            confirm: "报到将结束，以后可以重新报到。",
            tells: [{ to: [...desk, lead], text: "“{title}”没有通过复核，已结束。" }],
          },
          ...leaving(desk),
        },
      },
      refused: { label: "未确认", progress: "over", tone: "stopped", final: true },
      withdrawn: { label: "已撤回", progress: "over", tone: "stopped", final: true },
      left: { label: "已退出", progress: "over", tone: "stopped", final: true },
      moved: { label: "已转出", progress: "over", tone: "stopped", final: true },
      ended: { label: "已结束", progress: "over", tone: "stopped", final: true },
      lapsed: { label: "复核未通过", progress: "over", tone: "stopped", final: true },
    },
    shows: [
      ...asks.map(({ name, label: words }) => ({ fact: name, label: words })),
      { fact: "confirmedAt", label: "确认时间" },
      { fact: "reviewedAt", label: "最近复核" },
      { fact: "endedBecause", label: "结束原因" },
      { fact: "movedTo", label: "转到" },
    ],
  };
};

type More = Partial<KindInput> & Pick<KindInput, "with">;

const life = { active: ["active", "review"], entered: "active" };

export const unitRegistration = (more: More): KindInput => ({
  label: "单位党组织报到",
  who: "unit",
  units: ["unit-branch"],
  workflow: "unit-registration",
  ...life,
  ...more,
});

export const memberRegistration = (more: More): KindInput => ({
  label: "在职党员报到",
  who: "person",
  units: ["unit-branch"],
  workflow: "member-registration",
  ...life,
  ...more,
});
