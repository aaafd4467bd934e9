/** What stood there before and what stands there now, in words. */
import type { PackChangeView } from "@ginkgo/shared/api/pack.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Duration } from "@ginkgo/shared/pack/workflow.ts";
import { durationWords } from "../words/duration.ts";
import { partyWords, rolesWith } from "../words/who.ts";

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => value !== null && typeof value === "object" && !Array.isArray(value);

const isDuration = (value: Bag): boolean =>
  Object.keys(value).length === 1 && (typeof value.workingHours === "number" || typeof value.hours === "number");
/** In a draft someone is working on. */
const isEmptied = (value: Bag): boolean => value.workingHours === null || value.hours === null;

const named = (pack: Pack, id: string): string | undefined =>
  pack.roles[id]?.label ??
  pack.tiers[id]?.label ??
  pack.categories.find((one) => one.id === id)?.label ??
  pack.workflows[id]?.label;

const textOf = (value: string, path: string, pack: Pack): string =>
  /\.(grants|on|under|tiers|workflow)$|^mainWorkflow$/.test(path) ? (named(pack, value) ?? value) : value;

const bagWords = (value: Bag, path: string, pack: Pack): string | undefined => {
  if (isDuration(value)) return durationWords(value as Duration, pack.calendar);
  if (isEmptied(value)) return "（没有填写）";
  if (typeof value.text === "string") return `“${value.text}”`;
  if (typeof value.right === "string") return rolesWith(pack, value.right).join("、") || value.right;
  if (typeof value.party === "string") return partyWords[value.party as keyof typeof partyWords] ?? value.party;
  if (isBag(value.within)) return bagWords(value.within, path, pack);
  return typeof value.label === "string" ? `“${value.label}”` : undefined;
};

/** Undefined: only its data say what it is. */
export const valueWords = (value: unknown, path: string, pack: Pack): string | undefined => {
  if (value === undefined || value === null || value === "") return "（空）";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return textOf(value, path, pack);
  if (isBag(value)) return bagWords(value, path, pack);
  if (!Array.isArray(value)) return undefined;
  if (value.length === 0) return "（没有）";
  const words = value.map((one) => valueWords(one, path, pack));
  return words.every((one) => one !== undefined) ? words.join("、") : undefined;
};

export const areaWords: Readonly<Record<PackChangeView["area"], string>> = {
  words: "名称和用语",
  categories: "类别",
  limits: "时限",
  roles: "角色",
  forms: "填写内容",
  workflow: "流程",
  lists: "清单",
  figures: "统计口径",
  tiers: "层级",
  other: "其他",
};
