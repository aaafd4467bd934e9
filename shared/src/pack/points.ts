/**
 * What a place gives points for, and what can be had for them. Voluntary, private, only ever added for what a volunteer did,
 * and no input to any assessment: `check/points.ts` sees to what the law says of them.
 */
import { z } from "zod";

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** Where a deed is recognised: in the community where the person lives, and in the unit they did it for. */
export const RecognisedSide = z.enum(["home", "unit"]);
export type RecognisedSide = z.infer<typeof RecognisedSide>;

/** Who says that it was done: whoever needed it, a desk, or the record itself (checked in and out). */
export const ConfirmedBy = z.enum(["owner", "desk", "record"]);
export type ConfirmedBy = z.infer<typeof ConfirmedBy>;

export const PointCeilings = z.strictObject({
  perDay: z.int().optional(),
  perMonth: z.int().optional(),
  perYear: z.int().optional(),
});
export type PointCeilings = z.infer<typeof PointCeilings>;

export const PointRule = z.strictObject({
  id: Id,
  label: z.string().min(1),
  /** The deed that earns: `claim` of some kinds at the step `confirm`. Without kinds all of them. */
  on: z.strictObject({
    type: z.string().min(1),
    kinds: z.array(z.string()).min(1).optional(),
    step: z.string().min(1),
  }),
  /** For the deed, or for each hour the record shows: one of the two. */
  points: z.int().optional(),
  perHour: z.int().optional(),
  /** The most that this rule gives one person. */
  ceilings: PointCeilings.optional(),
  recognised: z.array(RecognisedSide).default(["home"]),
  confirmedBy: ConfirmedBy,
});
export type PointRule = z.infer<typeof PointRule>;

export const PointShop = z.strictObject({
  label: z.string().min(1).default("积分兑换"),
  /** How long something stays put aside before it goes back on the shelf. */
  holdDays: z.int().positive().max(90).default(7),
});
export type PointShop = z.infer<typeof PointShop>;

export const PointRules = z.strictObject({
  label: z.string().min(1).default("志愿积分"),
  rules: z.array(PointRule).min(1),
  shop: PointShop.optional(),
});
export type PointRules = z.infer<typeof PointRules>;
export type PointRulesInput = z.input<typeof PointRules>;

export interface DeedKey {
  readonly type: string;
  readonly kind: string;
  readonly step: string;
}

/** The one rule a deed falls under; the check lets no two rules claim the same deed. */
export const ruleFor = ({ rules }: PointRules, { type, kind, step }: DeedKey): PointRule | undefined =>
  rules.find(({ on }) => on.type === type && on.step === step && (on.kinds?.includes(kind) ?? true));

/** Whole points for whole work: minutes that do not make up a point give none. */
export const worthOf = (rule: PointRule, minutes: number | null): number =>
  rule.points ?? Math.floor(((rule.perHour ?? 0) * Math.max(0, minutes ?? 0)) / 60);

const confirmedWords: { readonly [C in ConfirmedBy]: string } = {
  owner: "由需要帮助的一方确认",
  desk: "由社区（村）确认",
  record: "按签到签退的记录计算",
};

const sideWords: { readonly [S in RecognisedSide]: string } = { home: "居住地社区", unit: "所在单位" };

const ceilingText = ({ perDay, perMonth, perYear }: PointCeilings): string[] =>
  (
    [
      ["每天", perDay],
      ["每月", perMonth],
      ["每年", perYear],
    ] as const
  ).flatMap(([span, most]) => (most === undefined ? [] : [`${span}最多 ${most} 分`]));

/** The rule in a sentence, the same on every screen. */
export const ruleText = (rule: PointRule): string =>
  [
    rule.points === undefined ? `每小时 ${rule.perHour} 分` : `每次 ${rule.points} 分`,
    ...ceilingText(rule.ceilings ?? {}),
    confirmedWords[rule.confirmedBy],
    `${rule.recognised.map((side) => sideWords[side]).join("和")}${rule.recognised.length > 1 ? "都" : ""}认可`,
  ].join("，");
