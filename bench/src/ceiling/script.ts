/**
 * Turns recorded exchanges into a pgbench script: the same statements with the same values, only what must be new in every
 * transaction (ids, numbers, keys, the photo) becomes a variable. What the server sends as several statements in one string
 * becomes a pipeline: one round trip as well, and prepared, which is kinder to pgbench than to the server.
 */
import type { Exchange, Statement } from "./record.ts";
import { lastingStatements } from "./record.ts";
import { type Part, quote, splitStatements, textOf } from "./sql.ts";

/** One recorded piece of work, with those of its values that must be new each time. */
export interface Recorded {
  readonly exchanges: readonly Exchange[];
  readonly startedAt: number;
  readonly no: string;
  readonly photo: { readonly id: string; readonly ownerId: string } | undefined;
}

export interface Script {
  readonly text: string;
  /** For `-D`: values that stay the same are parameters as well, as they are on the server. */
  readonly variables: ReadonlyMap<string, string>;
  /** Pieces of work in one pgbench transaction: several, so that one question for new ids serves them all. */
  readonly pieces: number;
}

/** Numbers of cases that pgbench has written begin with this. */
export const numberPrefix = (run: number): string => `PB${run}-`;

/** The id of the n-th photo of a pgbench client, as SQL; the same expression fills the table beforehand. */
export const photoIdSql = (run: string, client: string, n: string, piece: number): string =>
  `lpad(to_hex(((${run}::bigint * 1000 + ${client}::bigint) * 1000000 + ${n}::bigint) * 100 + ${piece}), 32, '0')::uuid`;

const uuid7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const madeAt = (id: string): number => Number.parseInt(id.replace("-", "").slice(0, 12), 16);

interface Fresh {
  readonly name: string;
  readonly sql: string;
}

/** Everything in the recording that was made by it, each with the variable and the expression that makes a new one. */
const freshOf = (
  { exchanges, startedAt, no, photo }: Recorded,
  statements: readonly Statement[],
  piece: number,
): Map<string, Fresh> => {
  const fresh = new Map<string, Fresh>();
  const add = (value: string, kind: string, sql: string) => {
    if (!fresh.has(value)) fresh.set(value, { name: `${kind}${fresh.size}_${piece}`, sql });
  };
  add(
    no,
    "no",
    `'${numberPrefix(0).replace("0-", "")}' || :run::text || '-' || :client_id::text || '-' || :n::text || '-${piece}'`,
  );
  if (photo) add(photo.id, "photo", photoIdSql(":run", ":client_id", ":n", piece));
  for (const { key } of exchanges) add(key, "key", "gen_random_uuid()");
  for (const { sql, values } of statements)
    for (const text of [sql, ...values.map((value) => textOf(value) ?? "")])
      for (const [id] of text.matchAll(uuid7)) if (madeAt(id) >= startedAt) add(id, "id", "uuidv7()");
  return fresh;
};

const isJson = (text: string): boolean => /^[{[]/.test(text) && /[\]}]$/.test(text) && !/^\{"[0-9a-f-]{36}"/.test(text);

/** A text as an expression: pieces that stay, joined by the variables for what is new. */
const expression = (text: string, fresh: ReadonlyMap<string, Fresh>): string => {
  const found = [...fresh.keys()].filter((value) => text.includes(value));
  if (found.length === 0) return quote(text);
  const whole = fresh.get(text);
  if (whole) return `:${whole.name}`;
  const pieces = text.split(new RegExp(`(${found.join("|")})`));
  const joined = pieces.filter(Boolean).map((piece) => {
    const variable = fresh.get(piece);
    return variable ? `:${variable.name}::text` : quote(piece);
  });
  const cast = isJson(text) ? "::jsonb" : /^\{"[0-9a-f-]{36}"/.test(text) ? "::uuid[]" : "";
  return `(${joined.join(" || ")})${cast}`;
};

export const makeScript = (recordings: readonly Recorded[]): Script => {
  const names = new Map<string, string>();
  const constant = (text: string): string => {
    let name = names.get(text);
    if (!name) {
      name = `v${names.size}`;
      names.set(text, name);
    }
    return `:${name}`;
  };
  const work: string[] = [];
  const made: string[] = [];

  const valueSql = (value: unknown, fresh: ReadonlyMap<string, Fresh>): string => {
    const text = textOf(value);
    if (text === null) return "null";
    const sql = expression(text, fresh);
    return sql === quote(text) ? constant(text) : sql;
  };
  const write = (parts: readonly Part[], values: readonly unknown[], fresh: ReadonlyMap<string, Fresh>): string =>
    `${parts
      .map((part) =>
        "literal" in part
          ? expression(part.literal, fresh)
          : part.code.replace(/\$(\d+)/g, (_all, number: string) => valueSql(values[Number(number) - 1], fresh)),
      )
      .join("")
      .replaceAll("::jsonb::json", "::json")
      .trim()};`;

  for (const [piece, recorded] of recordings.entries()) {
    const statements = lastingStatements(recorded.exchanges.flatMap((exchange) => exchange.statements));
    const fresh = freshOf(recorded, statements, piece);
    made.push(...[...fresh.values()].map(({ name, sql }) => `${sql} as ${name}`));
    for (const { sql, values } of statements) {
      const several = splitStatements(sql);
      const lines = several.map((parts) => write(parts, values, fresh));
      work.push(...(several.length > 1 ? ["\\startpipeline", ...lines, "\\endpipeline"] : lines));
    }
  }
  const variables = new Map([...names].map(([text, name]) => [name, text]));
  return {
    text: [`\\set n :n + 1`, `select ${made.join(", ")}`, "\\gset", ...work, ""].join("\n"),
    variables,
    pieces: recordings.length,
  };
};
