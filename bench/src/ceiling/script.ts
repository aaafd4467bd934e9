/**
 * Turns recordings into one pgbench script: the same statements, prepared once per connection, with the same values.
 * Ids, numbers and keys are counted up by pgbench itself; every connection takes words, people and places from a
 * recording of its own, so that not all of them lock the same rows. What the server sends as several statements in one
 * string becomes a pipeline: one round trip as well, and prepared, which is kinder to pgbench than to the server.
 */
import { alike, type FreshKind, type Piece, pieceOf, type Recorded, type Token } from "./shape.ts";
import { quote, splitStatements, textOf } from "./sql.ts";

export interface Script {
  readonly text: string;
  /** For `-D`: values that are the same in all recordings are parameters as well, as they are on the server. */
  readonly constants: ReadonlyMap<string, string>;
  /** What differs between the recordings: a name, and its text in each of them. */
  readonly materials: ReadonlyMap<string, readonly string[]>;
  /** Whose photo each recording shows. */
  readonly photoOwners: readonly string[];
}

/** Numbers of cases that pgbench has written begin with this. */
export const numberPrefix = (run: number): string => `PB${run}-`;

/**
 * Materials stand in a table that the server's role may read; a connection fetches its own once, before its first
 * piece.
 */
export const materialTable = "bench_materials";

/** The last two digits tell apart what one piece makes; a photo's are these. */
const photoDigits = 99;
const counted = (run: string, n: string, client: string, digits: number): string =>
  `((${run} * 1000000 + ${n}) * 1000 + ${client}) * 100 + ${digits}`;
const asUuid = (number: string): string => `lpad(${number}::text, 32, '0')::uuid`;

/** The id of the n-th photo of a pgbench connection; the same expression fills the table beforehand. */
export const photoIdSql = (run: string, client: string, n: string): string =>
  asUuid(`(${counted(`${run}::bigint`, n, client, photoDigits)})`);

const freshSql: Record<FreshKind, (name: string) => string> = {
  id: (name) => asUuid(`:${name}`),
  photo: (name) => asUuid(`:${name}`),
  key: (name) => `${asUuid(`:${name}`)}::text`,
  no: (name) => `('PB' || :run::text || '-' || lpad(:${name}::text, 16, '0'))`,
};

const castOf = (text: string): string => {
  if (/^\{"?[0-9a-f]{8}-[0-9a-f-]{27}"?[,}]/.test(text)) return "::uuid[]";
  return /^[{[].*[\]}]$/s.test(text) ? "::jsonb" : "";
};

interface Names {
  constant(text: string): string;
  material(texts: readonly string[]): string;
}

const createNames = () => {
  const constants = new Map<string, string>();
  const materials = new Map<string, readonly string[]>();
  const known = new Map<string, string>();
  const named = (prefix: string, key: string, keep: (name: string) => void): string => {
    let name = known.get(key);
    if (!name) {
      name = `${prefix}${known.size}`;
      known.set(key, name);
      keep(name);
    }
    return `:${name}`;
  };
  const names: Names = {
    constant: (text) => named("v", JSON.stringify(text), (name) => constants.set(name, text)),
    material: (texts) => named("m", JSON.stringify(texts), (name) => materials.set(name, texts)),
  };
  return { names, constants, materials };
};

/** One value or literal of all recordings as an expression. */
const expression = (all: readonly (readonly Token[])[], names: Names, same: (text: string) => string): string => {
  const first = all[0] ?? [];
  const textAt = (i: number): string[] => all.map((tokens) => (tokens[i] as { text: string } | undefined)?.text ?? "");
  const sqlOf = (token: Token, i: number): string => {
    if ("fresh" in token) return freshSql[token.kind](token.fresh);
    const texts = textAt(i);
    return texts.every((text) => text === texts[0]) ? same(token.text) : names.material(texts);
  };
  const [only] = first;
  if (!only) return same("");
  if (first.length === 1) return sqlOf(only, 0);
  const whole = first.map((token) => ("fresh" in token ? "00000000-0000-7000-8000-000000000000" : token.text)).join("");
  return `(${first.map((token, i) => `${sqlOf(token, i)}::text`).join(" || ")})${castOf(whole)}`;
};

const writeStatement = (pieces: readonly Piece[], index: number, names: Names): string[] => {
  const statements = pieces.map(({ statements: all }) => all[index] ?? { sql: "", values: [] });
  const value = (number: number): string => {
    const texts = statements.map(({ values }) => textOf(values[number - 1]));
    // Null in one recording is null in all of them, or they would not be alike.
    if (texts[0] === null) return "null";
    return expression(
      texts.map((text, i) => pieces[i]?.tokens(text ?? "") ?? []),
      names,
      names.constant,
    );
  };
  const several = statements.map(({ sql }) => splitStatements(sql));
  return (several[0] ?? []).map((parts, s) => {
    const written = parts.map((part, p) => {
      if ("code" in part) return part.code.replace(/\$(\d+)/g, (_all, number: string) => value(Number(number)));
      const literals = several
        .map((one) => one[s]?.[p])
        .map((other) => (other && "literal" in other ? other.literal : ""));
      return expression(
        literals.map((literal, i) => pieces[i]?.tokens(literal) ?? []),
        names,
        quote,
      );
    });
    return `${written.join("").replaceAll("::jsonb::json", "::json").trim()};`;
  });
};

const counters = (pieces: readonly Piece[]): string[] => {
  const [piece] = pieces;
  const found = new Map<string, FreshKind>();
  for (const { sql, values } of piece?.statements ?? [])
    for (const text of [sql, ...values.map((value) => textOf(value) ?? "")])
      for (const token of piece?.tokens(text) ?? []) if ("fresh" in token) found.set(token.fresh, token.kind);
  return [...found].map(
    ([name, kind], i) => `\\set ${name} ${counted(":run", ":n", ":client_id", kind === "photo" ? photoDigits : i)}`,
  );
};

/** Fetched once: a piece of work of its own for each connection. */
const fetchMaterials = (
  script: string,
  materials: ReadonlyMap<string, readonly string[]>,
  pieces: number,
): string[] => {
  if (materials.size === 0) return [];
  const columns = [...materials.keys()].map((name) => `max(value) filter (where name = '${name}') as ${name}`);
  return [
    "\\if :n = 0",
    `select ${columns.join(", ")} from ${materialTable} where script = '${script}' and piece = mod(:client_id::int, ${pieces})`,
    "\\gset",
    "\\endif",
  ];
};

export const makeScript = (name: string, recordings: readonly Recorded[]): Script => {
  const pieces = alike(recordings.map(pieceOf));
  const { names, constants, materials } = createNames();
  const work = (pieces[0]?.statements ?? []).flatMap((_one, index) => {
    const lines = writeStatement(pieces, index, names);
    return lines.length > 1 ? ["\\startpipeline", ...lines, "\\endpipeline"] : lines;
  });
  const text = [
    ...fetchMaterials(name, materials, pieces.length),
    "\\set n :n + 1",
    ...counters(pieces),
    ...work,
    "",
  ].join("\n");
  return {
    text,
    constants: new Map(constants),
    materials,
    photoOwners: pieces.flatMap(({ photo }) => photo?.ownerId ?? []),
  };
};
