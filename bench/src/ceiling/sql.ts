/** Recorded SQL taken apart into literals and the rest, and put together again for pgbench. */

export type Part = { readonly literal: string } | { readonly code: string };

/** Reads the literal that begins at `start` (its quote); answers its text and where it ends. */
const readLiteral = (sql: string, start: number, escapes: boolean): { text: string; end: number } => {
  let text = "";
  for (let i = start + 1; i < sql.length; i++) {
    const character = sql[i] ?? "";
    if (character === "'" && sql[i + 1] === "'") text += sql[++i];
    else if (character === "'") return { text, end: i + 1 };
    else if (escapes && character === "\\") {
      const next = sql[++i] ?? "";
      // pg writes no other escape than the doubled backslash.
      if (next !== "\\") throw new Error(`an escape pgbench's script cannot take over: \\${next}`);
      text += "\\";
    } else text += character;
  }
  throw new Error(`a literal does not end: ${sql.slice(start, start + 60)}`);
};

export const partsOf = (sql: string): Part[] => {
  const parts: Part[] = [];
  let code = "";
  for (let i = 0; i < sql.length; ) {
    const escapes = sql[i] === "E" && sql[i + 1] === "'" && !/\w/.test(sql[i - 1] ?? "");
    if (sql[i] === "'" || escapes) {
      parts.push({ code });
      code = "";
      const { text, end } = readLiteral(sql, escapes ? i + 1 : i, escapes);
      parts.push({ literal: text });
      i = end;
    } else code += sql[i++];
  }
  return [...parts, { code }];
};

/** Several statements in one string, each by itself. */
export const splitStatements = (sql: string): Part[][] => {
  const statements: Part[][] = [[]];
  for (const part of partsOf(sql)) {
    if ("literal" in part) {
      statements.at(-1)?.push(part);
      continue;
    }
    for (const [i, code] of part.code.split(";").entries()) {
      if (i > 0) statements.push([]);
      statements.at(-1)?.push({ code: i > 0 ? code.trimStart() : code });
    }
  }
  return statements.filter((parts) => parts.some((part) => "literal" in part || part.code.trim() !== ""));
};

/** pgbench takes every `:name` for a variable, even inside a literal, so a colon is written as its number. */
export const quote = (text: string): string => {
  const doubled = text.replaceAll("'", "''");
  if (!/[\\:]/.test(doubled)) return `'${doubled}'`;
  return `E'${doubled.replaceAll("\\", "\\\\").replaceAll(":", "\\x3a")}'`;
};

const arrayText = (list: readonly unknown[]): string =>
  `{${list.map((one) => (one === null ? "null" : `"${String(one).replace(/[\\"]/g, "\\$&")}"`)).join(",")}}`;

/** A value as node-postgres sends it: text, or nothing for null. */
export const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString("hex")}`;
  if (Array.isArray(value)) return arrayText(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};
