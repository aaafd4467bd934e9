/** For the tests of the checks: the invented county's pack with one thing changed, and what is then found. */
import { checkPack } from "../check.ts";
import type { PackInput } from "../schema.ts";
import { sample } from "./sample.ts";

type Change = (pack: unknown) => void;
type Holder = Record<string, unknown>;

/** The object that holds the last name of a dotted path; numbers count in lists. */
const holderOf = (pack: unknown, path: string): [Holder, string] => {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const holder = names.reduce<unknown>((one, name) => (one as Holder | undefined)?.[name], pack);
  if (typeof holder !== "object" || holder === null) throw new Error(`the pack has nothing at ${path}`);
  return [holder as Holder, last];
};

/** Puts a value there; a function is given what was there before. */
export const put =
  (path: string, value: unknown): Change =>
  (pack) => {
    const [holder, name] = holderOf(pack, path);
    holder[name] = typeof value === "function" ? value(holder[name]) : value;
  };

export const drop =
  (path: string): Change =>
  (pack) => {
    const [holder, name] = holderOf(pack, path);
    if (!(name in holder)) throw new Error(`the pack has nothing at ${path}`);
    delete holder[name];
  };

/** Adds to the end of a list, which is made if there is none. */
export const add = (path: string, ...items: unknown[]): Change =>
  put(path, (list: unknown[] = []) => [...list, ...items]);

export const all =
  (...changes: readonly Change[]): Change =>
  (pack) => {
    for (const change of changes) change(pack);
  };

/** `path rule` of everything found after the change. */
export const found = (change: Change, whole: PackInput = sample): string[] => {
  const pack = structuredClone(whole);
  change(pack);
  const checked = checkPack(pack);
  return checked.ok ? [] : checked.problems.map(({ path, rule }) => `${path} ${rule}`);
};

/** What is broken, how, and exactly what must be found. */
export type Case = readonly [what: string, change: Change, ...found: string[]];

/** For a table of tests. */
export const rowsOf = (cases: readonly Case[]) =>
  cases.map(([what, change, ...problems]) => ({ what, change, problems: problems.toSorted() }));
