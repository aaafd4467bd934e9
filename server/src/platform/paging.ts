/** Keyset paging: a cursor is the sort value and the id of the last row, opaque to the caller. */
import { invalid } from "./problem.ts";

export type Cursor = readonly [value: string | number | null, id: string];

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

const isInstant = (value: unknown): boolean =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));

/** What a list is sorted by; a mark of a list sorted otherwise is none of this one's. */
const sortValues = {
  time: isInstant,
  /** Some have no limit: they come last. */
  due: (value: unknown) => value === "infinity" || isInstant(value),
  number: (value: unknown) => Number.isFinite(value),
  any: (value: unknown) =>
    value === null || Number.isFinite(value) || (typeof value === "string" && value.length <= 40),
} as const;

const isId = (id: unknown): id is string =>
  typeof id === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

export const readCursor = (text: string | undefined, sortedBy: keyof typeof sortValues = "any"): Cursor | undefined => {
  if (!text) return undefined;
  try {
    const [value, id] = JSON.parse(Buffer.from(text, "base64url").toString()) as [Cursor[0], unknown];
    if (sortValues[sortedBy](value) && isId(id)) return [value, id];
  } catch {
    // Falls through to the refusal.
  }
  throw invalid("cursor", "翻页标记无效，请从第一页重新打开。");
};

/** One row more than asked for was read: it only tells whether there is a further page. */
export const pageFrom = <T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => Cursor,
): { page: T[]; nextCursor: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last !== undefined ? writeCursor(cursorOf(last)) : null };
};
