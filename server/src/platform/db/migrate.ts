/** Plain SQL files, numbered, forward only, each in a transaction. An older build refuses a newer database. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[\w-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), "utf8");
      return { name, sql, hash: createHash("sha256").update(sql).digest("hex") };
    });

const apply = async (client: pg.Client, migration: Migration) => {
  await client.query("begin");
  try {
    await client.query(migration.sql);
    await client.query("insert into migrations (name, hash) values ($1, $2)", [migration.name, migration.hash]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${migration.name} failed and changed nothing: ${(error as Error).message}`);
  }
};

/** Returns the names of what was applied now. Servers that start together take turns. */
export const migrate = async (ownerUrl: string, folder: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7162)");
    await client.query(
      "create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())",
    );
    const { rows } = await client.query<{ name: string; hash: string }>("select name, hash from migrations");
    const applied = new Map(rows.map((row) => [row.name, row.hash]));
    const known = readMigrations(folder);
    for (const name of applied.keys())
      if (!known.some((one) => one.name === name))
        throw new Error(`the database is newer than this build: it has migration ${name}`);
    const pending: string[] = [];
    for (const migration of known) {
      const hash = applied.get(migration.name);
      if (hash !== undefined && hash !== migration.hash)
        throw new Error(`migration ${migration.name} was changed after it was applied`);
      if (hash !== undefined) continue;
      await apply(client, migration);
      pending.push(migration.name);
    }
    return pending;
  } finally {
    await client.end();
  }
};
