import type { TreePlan } from "./plan.ts";
import { at, type Random, randomFor } from "./random.ts";

// All names below are invented; any likeness to a real compound, street or person is chance.

/** Words for compounds that suit any county. */
export const commonWords: readonly string[] = (
  "锦绣 金桂 世纪 阳光 和谐 祥和 安泰 康乐 幸福 惠民 丰泽 龙泉 凤凰 紫薇 玉兰 海棠 丁香 百合 枫林 翠竹 绿洲 碧水 清泉 文昌 文博 学府 " +
  "书香 翰林 崇德 厚德 明德 尚德 仁和 永安 永兴 永康 长乐 长安 太和 瑞祥 瑞景 瑞丰 吉祥 如意 福临 福瑞 福泰 禄安 华庭 华泰 新华 " +
  "新世纪 新时代 时代 盛世 盛景 天和 天泽 天润 润泽 润丰 金色 金泰 金水 金源 银河 星河 星光 朝阳 旭日 晨光 东方 东湖 南苑 南湖 西湖 " +
  "北辰 湖滨 河畔 观澜 听雨 听松 望岳 景秀 景泰 雅居 雅兰 御景 名仕 名都 帝景 凯旋 滨河 水岸 田园 桃源 梧桐 槐荫 柳岸 荷塘"
).split(" ");
const COMPOUND_ENDINGS = ["花园", "花园", "家园", "家园", "苑", "苑", "小区", "小区", "公寓", "新村", "府", "城"];
const FAMILY_YARDS =
  "粮站 水管站 农机厂 棉纺厂 面粉厂 供销社 运输公司 机械厂 化肥厂 印刷厂 百货公司 林业站 水泥厂 建筑公司 砖瓦厂 食品厂";

/** Unique names; the family yards of old work units come between the newer compounds. */
export function compoundNames({ compoundWords, seed }: TreePlan, count: number): string[] {
  const random = randomFor(`compound names${seed}`);
  const yards = FAMILY_YARDS.split(" ")
    .map((unit) => `${unit}家属院`)
    .slice(0, Math.round(count / 8));
  const [first, ...words] = compoundWords;
  const newer = count - 1 - yards.length;
  const modern = new Set(words.map((word) => word + random.pick(COMPOUND_ENDINGS)));
  // More compounds than words: a word comes again, with another ending.
  while (modern.size < newer) modern.add(random.pick(words) + random.pick(COMPOUND_ENDINGS));
  return [`${first}花园`, ...random.shuffled([...yards, ...[...modern].slice(0, Math.max(newer, 0))])];
}

/** People say 小区 after almost any compound that has no such word of its own. */
export function compoundAlias(name: string): string | undefined {
  return /(花园|家园|苑)$/.test(name) ? `${name}小区` : undefined;
}

/** Streets for a community that names none. */
export function streetsOf(short: string): string[] {
  const word = short.replace(/[路街巷]$/, "");
  return [`${word}路`, `${word}街`, `${word}东巷`, `${word}西巷`];
}

/** Street addresses for one community: house numbers rise along each street, so none comes twice. */
export function addresses(short: string, streets: readonly string[], count: number): string[] {
  const random = randomFor(`addresses ${short}`);
  const last = streets.map(() => random.whole(1, 12));
  return Array.from({ length: count }, (_, index) => {
    // Consecutive compounds are neighbours, so they share a street.
    const street = Math.floor((index * streets.length) / count);
    const number = at(last, street);
    last[street] = number + random.whole(2, 17);
    return `${at(streets, street)}${number}号`;
  });
}

const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 10 → 十, 21 → 二十一; enough for fewer than a hundred grids. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = at(DIGITS, value % 10);
  if (tens === 0) return ones;
  return `${tens === 1 ? "" : at(DIGITS, tens)}十${ones}`;
}

const SURNAMES =
  "王李张刘陈杨赵黄周吴徐孙马朱郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚钟崔谭陆石屈雒";
const MALE_FIRST = "建志文永新宏海卫世红广振兴向";
const MALE_SECOND = "军平民峰斌锋辉利社龙刚安明林生";
const FEMALE_FIRST = "秀玉春小晓雪丽桂艳红淑亚改彩";
const FEMALE_SECOND = "英兰芳萍霞梅娟莉琴侠玲绒婷利燕";

/** Invented personal names, each used once so that a demonstration never shows two people as one. */
export function personNames(seed: string): () => string {
  const random = randomFor(`person names${seed}`);
  const used = new Set<string>();
  return () => {
    for (;;) {
      const name = personName(random);
      if (used.has(name)) continue;
      used.add(name);
      return name;
    }
  };
}

function personName(random: Random): string {
  const surname = random.pick([...SURNAMES]);
  const woman = random.next() < 0.5;
  const first = random.pick([...(woman ? FEMALE_FIRST : MALE_FIRST)]);
  const second = random.pick([...(woman ? FEMALE_SECOND : MALE_SECOND)]);
  return surname + first + second;
}
