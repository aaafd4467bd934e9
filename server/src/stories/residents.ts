/** Invented people who live where stories play, because the data has few residents. */
import type { Story } from "@ginkgo/packs/story.ts";
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import type { Ground } from "./ground.ts";
import { residentParts } from "./parts.ts";

/** A story and a node it plays at. */
export interface Setting {
  readonly story: Story;
  readonly at: string;
  /** How often it is told in all, at full size. */
  readonly of?: number;
}

const surnames = [..."王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗"];
const givenNames = "安宁 秀兰 建华 桂芳 志强 玉珍 海燕 文博 晓梅 立新 春生 淑琴 永平 翠英 国栋 丽萍".split(" ");

/** Range of telephone numbers that no place's data uses. */
const phoneOf = (number: number): string => `198${String(number).padStart(8, "0")}`;
const nameOf = (number: number): string =>
  `${surnames[number % surnames.length]}${givenNames[Math.floor(number / surnames.length) % givenNames.length]}`;

const castByPhone = (settings: readonly Setting[]): ReadonlySet<string> =>
  new Set(
    settings.flatMap(({ story }) => Object.values(story.cast).flatMap((part) => ("phone" in part ? [part.phone] : []))),
  );

/** As many as the stories at a node need and its homes lack. */
export const inventResidents = (ground: Ground, settings: readonly Setting[]): PersonFile[] => {
  const named = castByPhone(settings);
  const needed = new Map<string, number>();
  for (const { story, at, of } of settings) needed.set(at, Math.max(needed.get(at) ?? 0, residentParts(story, of)));
  const invented: PersonFile[] = [];
  for (const [at, count] of needed) {
    const home = ground.node(at)?.key;
    if (home === undefined) continue;
    const there = ground.residents(home).filter(({ phone }) => !named.has(phone)).length;
    for (let i = there; i < count; i++) {
      const number = invented.length + 1;
      invented.push({ key: `resident-${number}`, name: nameOf(number), phone: phoneOf(number), posts: [], home });
    }
  }
  return invented;
};
