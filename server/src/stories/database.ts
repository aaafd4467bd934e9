/** A database for stories alone: embedded in a folder of their own, or a new one on the PostgreSQL that is given. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { startEmbedded } from "../platform/db/embedded.ts";
import { migrate } from "../platform/db/migrate.ts";
import { type DatabaseUrls, provision } from "../platform/db/provision.ts";
import { prepareJobs } from "../platform/jobs/jobs.ts";

export interface StoryDatabase {
  readonly urls: DatabaseUrls;
  drop(): Promise<void>;
}

const migrations = fileURLToPath(new URL("../../migrations", import.meta.url));

const query = async (url: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};

/** The clock of stories is moved, which would ring the limits of real cases: never in a database that has any. */
const ownDatabase = async (given: string): Promise<{ url: string; drop: () => Promise<void> }> => {
  const name = `ginkgo_story_${randomBytes(6).toString("hex")}`;
  await query(given, `create database ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => query(given, `drop database if exists ${name} with (force)`) };
};

const embedded = async (folder: string): Promise<{ url: string; drop: () => Promise<void> }> => {
  const { url, stop } = await startEmbedded({
    folder: join(folder, "postgres"),
    password: randomBytes(12).toString("hex"),
    durable: false,
  });
  return { url, drop: stop };
};

export const openStoryDatabase = async (folder: string, given: string | undefined): Promise<StoryDatabase> => {
  const { url, drop } = given === undefined ? await embedded(folder) : await ownDatabase(given);
  try {
    const urls = await provision(url);
    await prepareJobs(urls.jobs);
    await migrate(urls.owner, migrations);
    return { urls, drop };
  } catch (error) {
    await drop();
    throw error;
  }
};
