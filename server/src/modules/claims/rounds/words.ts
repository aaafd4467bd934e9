/** Why something fits, and why not, in sentences for people. */
import { addDays, dayOf, dayWords, minutesAt, timeOf } from "@ginkgo/shared/day.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Fact, Misfit } from "../matching/eligible.ts";
import type { Window } from "../matching/model.ts";
import { type Barriers, isMark } from "./model.ts";

const sameMeters = 50;
const nearMeters = 1500;

const metersText = (meters: number): string =>
  meters < 1000 ? `${Math.max(10, Math.round(meters / 10) * 10)} 米` : `${(meters / 1000).toFixed(1)} 公里`;

export const skillText = (pack: Pack, skills: readonly string[]): string =>
  skills
    .filter((skill) => !isMark(skill))
    .map((skill) => pack.skills.find(({ id }) => id === skill)?.label ?? skill)
    .join("、");

const windowText = ({ start, end }: Window): string => {
  const [from, to] = [new Date(start), new Date(end)];
  const sameDay = dayOf(from) === dayOf(to) || (minutesAt(to) === 0 && dayOf(to) === addDays(dayOf(from), 1));
  const until = minutesAt(to) === 0 ? "24:00" : timeOf(minutesAt(to));
  return sameDay
    ? `${dayWords(dayOf(from))}${timeOf(minutesAt(from))}–${until}`
    : `${dayWords(dayOf(from))}至${dayWords(dayOf(to))}`;
};

const sentenceOf = (pack: Pack, fact: Fact): string => {
  switch (fact.kind) {
    case "skills": {
      const labels = skillText(pack, fact.skills);
      return labels ? `会${labels}，正是这件事要的` : "";
    }
    case "distance":
      // Where only the community is known, its middle stands for both: no more is said than that.
      if (fact.meters < sameMeters) return "就在附近";
      return fact.meters < nearMeters
        ? `离得近，大约 ${metersText(fact.meters)}`
        : `距离大约 ${metersText(fact.meters)}`;
    case "remote":
      return "不用到现场";
    case "time": {
      const [first, ...more] = fact.windows ?? [];
      if (fact.windows === null) return "时间可以商量";
      if (!first) return "";
      return `时间对得上：${windowText(first)}${more.length > 0 ? " 等" : ""}`;
    }
    case "age":
      return fact.age === "various" ? "单位可以派年龄合适的人" : "年龄符合要求";
    case "health":
      return "身体条件符合要求";
    case "load":
      return fact.count === 0 ? "最近没有别的任务" : `最近一个月承担了 ${fact.count} 件，还有余力`;
  }
};

export const sentencesOf = (pack: Pack, facts: readonly Fact[]): string[] =>
  facts.map((fact) => sentenceOf(pack, fact)).filter(Boolean);

const barrierWords: { readonly [C in Misfit["code"]]: string } = {
  "own-need": "是自己发布的",
  refused: "已经承担、正在问，或者拒绝过这件事",
  "taken-up": "手上的任务已满",
  skills: "没有登记需要的技能，或者不在可认领的范围",
  age: "年龄不符合，或者没有登记出生年份",
  health: "身体条件不符合",
  "home-unknown": "不知道住在哪里，算不出远近",
  "too-far": "离得太远",
  "no-time": "时间对不上",
};

export const barrierText = (code: string): string =>
  Object.hasOwn(barrierWords, code) ? barrierWords[code as Misfit["code"]] : "不符合要求";

/** What stood most in the way. */
export const unservedText = (fitting: number, barriers: Barriers): string => {
  if (fitting > 0) return `合适的有 ${fitting} 个，但都安排了更合适的事，或者这一周的邀请已经够多。`;
  const sorted = Object.entries(barriers).sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0));
  if (sorted.length === 0) return "这里还没有人登记能做什么，也没有单位提供资源。";
  const shown = sorted.slice(0, 2).map(([code, count]) => `${count} 个${barrierText(code)}`);
  return `没有合适的：${shown.join("，")}。`;
};
