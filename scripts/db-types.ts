/** Writes server/src/platform/db/types.ts from a freshly migrated database; `--check` only compares. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { withTestCluster } from "../server/test/cluster.ts";

const target = fileURLToPath(new URL("../server/src/platform/db/types.ts", import.meta.url));

const typeOf: Record<string, string> = {
  text: "string",
  uuid: "string",
  ltree: "string",
  date: "string",
  int2: "number",
  int4: "number",
  int8: "number",
  float8: "number",
  bool: "boolean",
  bytea: "Buffer",
  jsonb: "Json",
  timestamptz: "Timestamp",
  _text: "string[]",
  _uuid: "string[]",
};

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly is_nullable: string;
  readonly column_default: string | null;
}

const pascal = (name: string) => name.replace(/(^|_)(\w)/g, (_all, _sep, letter: string) => letter.toUpperCase());

const lineOf = (column: Column): string => {
  const base = typeOf[column.udt_name];
  if (!base) throw new Error(`no TypeScript type for ${column.udt_name} (${column.table_name}.${column.column_name})`);
  const type = column.is_nullable === "YES" ? `${base} | null` : base;
  return `  ${column.column_name}: ${column.column_default === null ? type : `Generated<${type}>`};`;
};

const generate = async (ownerUrl: string): Promise<string> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<Column>(
    `select table_name, column_name, udt_name, is_nullable, column_default from information_schema.columns
     where table_schema = 'public' and table_name <> 'migrations' order by table_name, ordinal_position`,
  );
  await client.end();
  const tables = Map.groupBy(rows, (row) => row.table_name);
  const interfaces = [...tables].map(
    ([name, columns]) => `export interface ${pascal(name)} {\n${columns.map(lineOf).join("\n")}\n}\n`,
  );
  return `/** Generated from the migrated database by \`npm run db:types\`; do not edit. */
import type { ColumnType, JSONColumnType } from "kysely";

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;
// biome-ignore lint/suspicious/noExplicitAny: the shape of each document is known to its repository only.
type Json = JSONColumnType<any, string, string>;

${interfaces.join("\n")}
export interface DB {
${[...tables.keys()].map((name) => `  ${name}: ${pascal(name)};`).join("\n")}
}
`;
};

await withTestCluster(async ({ urls }) => {
  const text = await generate(urls.owner);
  if (!process.argv.includes("--check")) return writeFileSync(target, text);
  if (readFileSync(target, "utf8") !== text) throw new Error("db types are out of date: npm run db:types");
});
