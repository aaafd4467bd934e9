/** Keyset paging: a cursor is the sort value and the id of the last row, opaque to the caller. */
import { invalid } from "./problem.ts";

export type Cursor = readonly [value: string | number | null, id: string];

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString("base64url");

export const readCursor = (text: string | undefined): Cursor | undefined => {
  if (!text) return undefined;
  try {
    const [value, id] = JSON.parse(Buffer.from(text, "base64url").toString()) as [unknown, unknown];
    const plain = value === null || typeof value === "number" || (typeof value === "string" && value.length <= 40);
    if (plain && typeof id === "string" && /^[0-9a-f-]{36}$/.test(id)) return [value, id];
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
