/**
 * What differs between two packs, as people speak of it: a category that came, a limit that is shorter. Things with an id
 * are matched by it wherever they stand; that they stand in another order is said once. Takes drafts that are not sound.
 */
import { type Area, areaOf, labelOf, pathText, type Segment } from "./diff-label.ts";

export interface PackChange {
  /** `workflows.order.states.handling.limit.within`, `categories[parking].label`. */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  readonly area: Area;
  /** The thing that has changed, in Chinese. */
  readonly label: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => value !== null && typeof value === "object" && !Array.isArray(value);

const isEqual = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => isEqual(one, b[i]));
  if (!isBag(a) || !isBag(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
};

/** Said as a whole: half of a duration or of a telling means nothing. */
const whole = new Set(["within", "warnBefore", "warn", "late", "count", "source", "done", "publication", "branches"]);

/** Records whose order is an order of buttons, menus or columns. */
const ordered = new Set(["workflows", "states", "on", "roles", "tiers", "lists", "metrics", "parts", "kinds"]);

const isWhole = (segments: readonly Segment[]): boolean =>
  whole.has(segments.at(-1)?.key ?? "") || segments.at(-2)?.key === "limits";

/** By what the things of a list are told apart: their id, or for the fields of a form their name. */
const keyOf = (segments: readonly Segment[], list: readonly unknown[]): string | undefined => {
  const key = segments.at(-1)?.key === "form" ? "name" : segments.at(-1)?.key === "options" ? "value" : "id";
  const keys = list.map((one) => (isBag(one) && typeof one[key] === "string" ? one[key] : undefined));
  return keys.every((one) => one !== undefined) && new Set(keys).size === keys.length ? key : undefined;
};

const asRecord = (list: readonly unknown[], key: string): Bag =>
  Object.fromEntries(list.map((one) => [String((one as Bag)[key]), one]));

interface Search {
  readonly before: unknown;
  readonly after: unknown;
  readonly found: PackChange[];
}

const report = (search: Search, segments: readonly Segment[], kind: PackChange["kind"], values: Partial<PackChange>) =>
  search.found.push({
    path: pathText(segments),
    kind,
    area: areaOf(segments),
    label: labelOf(segments, search.before, search.after),
    ...values,
  });

/** Keys in both, in the order of each: whether those that stayed have changed places. */
const reportOrder = (search: Search, segments: readonly Segment[], before: Bag, after: Bag) => {
  const kept = Object.keys(before).filter((key) => Object.hasOwn(after, key));
  const now = Object.keys(after).filter((key) => Object.hasOwn(before, key));
  if (kept.every((key, i) => key === now[i])) return;
  const label = `${labelOf(segments, search.before, search.after)}的先后顺序`;
  report(search, segments, "changed", { label, before: kept, after: now });
};

const compareMembers = (
  search: Search,
  segments: readonly Segment[],
  before: Bag,
  after: Bag,
  how: { readonly inList: boolean; readonly inOrder: boolean },
) => {
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const at = [...segments, { key, inList: how.inList }];
    if (!Object.hasOwn(after, key)) report(search, at, "removed", { before: before[key] });
    else if (!Object.hasOwn(before, key)) report(search, at, "added", { after: after[key] });
    else compare(search, at, before[key], after[key]);
  }
  if (how.inOrder) reportOrder(search, segments, before, after);
};

/** Lists of things that can be told apart, as records by what tells them apart. */
const matched = (segments: readonly Segment[], before: unknown, after: unknown): readonly [Bag, Bag] | undefined => {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const key = keyOf(segments, before);
  return key !== undefined && key === keyOf(segments, after)
    ? [asRecord(before, key), asRecord(after, key)]
    : undefined;
};

const compare = (search: Search, segments: readonly Segment[], before: unknown, after: unknown): void => {
  const lists = isWhole(segments) ? undefined : matched(segments, before, after);
  if (lists) compareMembers(search, segments, ...lists, { inList: true, inOrder: true });
  else if (isBag(before) && isBag(after) && !isWhole(segments)) {
    const inOrder = ordered.has(segments.at(-1)?.key ?? "");
    compareMembers(search, segments, before, after, { inList: false, inOrder });
  } else if (!isEqual(before, after)) report(search, segments, "changed", { before, after });
};

export const diffPacks = (before: unknown, after: unknown): PackChange[] => {
  const search: Search = { before, after, found: [] };
  compare(search, [], before, after);
  return search.found;
};
