/** Messages as cases: their words, cut where the contract ends, and a category by a few words. */
import { readFileSync } from "node:fs";
import { readCsv } from "./csv.ts";

const maxWords = 2000;

export interface Message {
  readonly words: string;
  readonly category: string;
}

const categories: readonly (readonly [string, RegExp])[] = [
  ["danger", /燃气泄漏|高空坠|电线裸露|消防通道|坍塌|爆炸/],
  ["utilities", /停水|停电|供暖|暖气|自来水|水压|天然气|电费|水费/],
  ["parking", /停车|车位|堵车|公交|地铁|道路|红绿灯|充电桩|马路/],
  ["sanitation", /垃圾|污水|臭味|油烟|灰尘|扬尘|绿化|环境|污染/],
  ["neighbours", /噪音|噪声|扰民|邻居|楼上|广场舞/],
  ["property", /物业|业主|电梯|业委会|开发商|房产证/],
  ["children", /学校|幼儿园|入学|学生|老师|培训|教育/],
  ["safety", /诈骗|非法|违法|派出所|治安|传销|合同/],
  ["policy", /医保|社保|公积金|补贴|政策|户口|退休|低保/],
  ["elderly", /老人|残疾|养老/],
  ["repairs", /维修|漏水|下水道|路灯/],
  ["agency", /办理|代办|证明/],
];

/** Never between the halves of a character. */
const cut = (text: string): string => {
  const short = text.slice(0, maxWords);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
};

export const readMessages = (file: string, limit: number | undefined): { messages: Message[]; cut: number } => {
  const rows = readCsv(readFileSync(file, "utf8"), ["title", "detail"]);
  let cutCount = 0;
  const messages = rows.slice(0, limit).map(({ title, detail }) => {
    const whole = `${title.trim()}\n${detail.trim()}`.trim();
    if (whole.length > maxWords) cutCount++;
    return { words: cut(whole), category: categories.find(([, pattern]) => pattern.test(whole))?.[0] ?? "other" };
  });
  return { messages, cut: cutCount };
};
