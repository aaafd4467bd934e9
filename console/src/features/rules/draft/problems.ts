/** What a problem of the draft is called and where on the page it can be mended. */
import type { PackProblemView } from "@ginkgo/shared/api/pack.ts";
import { labelOf, type Segment } from "@ginkgo/shared/pack/diff-label.ts";
import { getAt, isBag, type Key, keysOf, type Path } from "./paths.ts";

export const parts = [
  { id: "words", label: "名称和用语" },
  { id: "categories", label: "类别" },
  { id: "workflows", label: "流程、时限和填写内容" },
  { id: "roles", label: "角色" },
  { id: "lists", label: "清单" },
  { id: "figures", label: "统计口径" },
] as const;
export type PartId = (typeof parts)[number]["id"];

const partByRoot: Readonly<Record<string, PartId>> = {
  name: "words",
  brand: "words",
  accent: "words",
  words: "words",
  categories: "categories",
  workflows: "workflows",
  roles: "roles",
  lists: "lists",
  metrics: "figures",
  rates: "figures",
};

/** Of the list of states: the workflow itself, its intake, the steps of every state; else a state by its path. */
export const generalItem = "@general";
export const intakeItem = "@intake";
export const commonItem = "@common";

const workflowItem = (keys: Path): string => {
  if (keys[0] === "intake") return intakeItem;
  if (keys[0] === "on") return commonItem;
  const names: string[] = [];
  for (let i = 0; keys[i] === "states" && keys[i + 1] !== undefined; i += 2) names.push(String(keys[i + 1]));
  return names.join(".") || generalItem;
};

/** Rates stand in a list, metrics have names. */
export const figureItem = (collection: Key | undefined, key: Key): string => `${collection}:${key}`;

/** Search parameters of the place where it is edited; null: only by importing a file. */
export const placeOf = (path: string): URLSearchParams | null => {
  const keys = keysOf(path);
  const part = partByRoot[String(keys[0] ?? "")];
  if (!part) return null;
  const place = new URLSearchParams({ part });
  if (part === "workflows") {
    if (keys[1] !== undefined) place.set("workflow", String(keys[1]));
    place.set("item", workflowItem(keys.slice(2)));
  } else if (part === "figures" && keys[1] !== undefined) place.set("item", figureItem(keys[0], keys[1]));
  else if (part !== "words" && keys[1] !== undefined) place.set("item", String(keys[1]));
  place.set("at", path);
  return place;
};

export const partOf = (path: string): PartId | undefined => partByRoot[String(keysOf(path)[0] ?? "")];

const idOf = (value: unknown): string | undefined => {
  if (!isBag(value)) return undefined;
  for (const by of ["id", "name", "value"]) if (typeof value[by] === "string") return value[by];
  return undefined;
};

const segmentsOf = (content: unknown, keys: Path): Segment[] =>
  keys.map((key, i) => {
    if (typeof key === "string") return { key, inList: false };
    return { key: idOf(getAt(content, keys.slice(0, i + 1))) ?? `第 ${key + 1} 项`, inList: true };
  });

/** The unit of a limit is no place of its own. */
const units: readonly unknown[] = ["workingHours", "hours"];
const spokenKeys = (keys: Path): Path =>
  keys[0] !== "calendar" && units.includes(keys.at(-1)) ? keys.slice(0, -1) : keys;

export const placeWords = (path: string, content: unknown): string => {
  const words = labelOf(segmentsOf(content, spokenKeys(keysOf(path))), content, content);
  return words === "" ? "整个规则" : words;
};

/** The check speaks of data; of an emptied field one says that it is empty. */
export const problemWords = ({ message, mend, rule }: PackProblemView): string => {
  if (rule === "shape-type" && message.startsWith("null ")) return "还没有填写";
  return mend ? `${message}。${mend}。` : message;
};
