/** Points: what the law says of them, and rules that can be worked with. */
import type { PointCeilings, PointRule, PointRules } from "../points.ts";
import type { Pack } from "../schema.ts";
import { checkPointDeed } from "./point-deeds.ts";
import { own, type Report, reportTwice } from "./problem.ts";

const formalism = "国办函〔2026〕12号（整治“指尖上的形式主义”）";

/** What must never be counted, under the names a pack might give it. */
const neverCounted: Readonly<Record<string, string>> = {
  "check-in": "打卡签到",
  "check-ins": "打卡签到",
  login: "登录",
  "sign-in": "登录",
  "online-time": "在线时长",
  "study-time": "学习时长",
  study: "学习时长",
  likes: "点赞",
  like: "点赞",
  "online-votes": "网络投票",
  vote: "网络投票",
  shares: "转发",
  share: "转发",
};

const checkVoluntary = ({ participation }: Pack, report: Report): void => {
  if (participation.points !== "opt-in")
    report(
      "participation.points",
      "law-points-voluntary",
      `有积分规则，却没有写明自愿参加：${formalism}要求积分自愿，本人不加入就不计`,
      '改成 "opt-in"，或者删掉 points',
    );
};

const checkDeed = (pack: Pack, rule: PointRule, path: string, report: Report): void => {
  const { on, label } = rule;
  const word = own(neverCounted, on.type);
  if (!word) checkPointDeed(pack, rule, path, report);
  else
    report(
      `${path}.on.type`,
      "law-points-deed",
      `“${label}”按${word}给积分：${formalism}不允许，积分只给志愿者做过的事`,
      "改成认领、活动、走访、巡逻这样的服务，或者删掉这一条",
    );
};

const amounts = ({ points, perHour, ceilings }: PointRule): readonly (readonly [string, number | undefined])[] => [
  ["points", points],
  ["perHour", perHour],
  ["ceilings.perDay", ceilings?.perDay],
  ["ceilings.perMonth", ceilings?.perMonth],
  ["ceilings.perYear", ceilings?.perYear],
];

/** Points are a thank-you: nothing that a person does or leaves undone takes any away. */
const checkPositive = (rule: PointRule, path: string, report: Report): void => {
  for (const [name, amount] of amounts(rule))
    if (amount !== undefined && amount <= 0)
      report(
        `${path}.${name}`,
        "law-points-positive",
        `“${rule.label}”写了 ${amount}：积分只增加，不用来扣分`,
        "写一个大于 0 的整数",
      );
};

const checkAmount = ({ label, points, perHour }: PointRule, path: string, report: Report): void => {
  if ((points === undefined) === (perHour === undefined))
    report(
      path,
      "point-amount",
      points === undefined ? `“${label}”没有写给多少积分` : `“${label}”既写了每次多少，又写了每小时多少`,
      "points（每次）和 perHour（每小时）写一个",
    );
};

const spans = ["perDay", "perMonth", "perYear"] as const satisfies readonly (keyof PointCeilings)[];
const spanWords = { perDay: "每天", perMonth: "每月", perYear: "每年" } as const;

const checkCeilings = ({ label, points, perHour, ceilings }: PointRule, path: string, report: Report): void => {
  const one = points ?? perHour ?? 0;
  let below: { readonly span: (typeof spans)[number]; readonly most: number } | undefined;
  for (const span of spans) {
    const most = ceilings?.[span];
    if (most === undefined) continue;
    if (most < one)
      report(
        `${path}.ceilings.${span}`,
        "point-ceiling-small",
        `“${label}”${spanWords[span]}最多 ${most} 分，一次就有 ${one} 分`,
        "上限不低于一次的积分",
      );
    if (below && most < below.most)
      report(
        `${path}.ceilings.${span}`,
        "point-ceiling-order",
        `“${label}”${spanWords[span]}的上限比${spanWords[below.span]}的还低`,
        "从天到月到年，上限逐级不降低",
      );
    below = { span, most };
  }
};

const checkRecognised = ({ label, recognised }: PointRule, path: string, report: Report): void => {
  if (recognised.length === 0)
    report(
      `${path}.recognised`,
      "point-recognised",
      `“${label}”哪里都不认可`,
      '写上 "home"（居住地社区）、"unit"（单位），或者两个都写',
    );
  if (new Set(recognised).size < recognised.length)
    report(
      `${path}.recognised`,
      "point-recognised-twice",
      `“${label}”在同一处认可了两次，积分会被算两遍`,
      "同一处只写一次",
    );
};

const overlap = (one: PointRule, other: PointRule): boolean =>
  one.on.type === other.on.type &&
  one.on.step === other.on.step &&
  (one.on.kinds === undefined ||
    other.on.kinds === undefined ||
    one.on.kinds.some((kind) => other.on.kinds?.includes(kind)));

/** A deed is paid once: two rules for it would leave to chance which. */
const checkOverlap = ({ rules }: PointRules, report: Report): void => {
  rules.forEach((rule, i) => {
    const earlier = rules.slice(0, i).find((other) => overlap(other, rule));
    if (earlier)
      report(
        `points.rules[${i}].on`,
        "point-overlap",
        `“${rule.label}”和“${earlier.label}”说的是同一件事`,
        "用 kinds 分开，或者合成一条",
      );
  });
};

const checkRanking = ({ participation }: Pack, report: Report): void => {
  if (participation.ranking === "opt-in" && participation.points === "off")
    report("participation.ranking", "point-ranking", "没有积分，却有积分榜", '改成 "off"，或者把 points 改成 "opt-in"');
};

export const checkPoints = (pack: Pack, report: Report): void => {
  checkRanking(pack, report);
  const { points } = pack;
  if (!points) return;
  checkVoluntary(pack, report);
  const ids = points.rules.map(({ id }) => id);
  reportTwice(ids, "point-rule-twice", "积分规则", (i) => `points.rules[${i}].id`, report);
  points.rules.forEach((rule, i) => {
    checkDeed(pack, rule, `points.rules[${i}]`, report);
    for (const check of [checkPositive, checkAmount, checkCeilings, checkRecognised])
      check(rule, `points.rules[${i}]`, report);
  });
  checkOverlap(points, report);
};
