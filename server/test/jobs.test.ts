/** A server that stops hands its jobs back: none is lost, none done twice, none stays locked for the hours until it counts as dead. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startJobs } from "../src/platform/jobs/jobs.ts";
import { createLog } from "../src/platform/log.ts";
import { useDatabase } from "./database.ts";

const database = useDatabase();
const log = createLog("silent", false);
let client: pg.Client;
beforeAll(async () => {
  client = new pg.Client({ connectionString: database.urls.jobs });
  await client.connect();
});
afterAll(() => client.end());

const add = (count: number) =>
  client.query(
    "select graphile_worker.add_job('count', json_build_object('n', n), max_attempts => 25) from generate_series(1, $1::int) n",
    [count],
  );
const queue = async () => {
  const { rows } = await client.query<{ left: number; locked: number }>(
    "select count(*)::int as left, count(locked_at)::int as locked from graphile_worker.jobs",
  );
  return rows[0] ?? { left: -1, locked: -1 };
};

it("in the middle of many", async () => {
  const done = new Map<number, number>();
  const tasks = {
    count: async ({ n }: { n: number }) => {
      await sleep(2);
      done.set(n, (done.get(n) ?? 0) + 1);
    },
  };
  await add(400);
  for (let i = 0; i < 4; i++) {
    const jobs = await startJobs(database.urls.jobs, tasks as never, [], log);
    await sleep(60);
    await jobs.stop();
    const { left, locked } = await queue();
    expect(locked).toBe(0);
    expect(done.size + left).toBe(400);
  }
  const jobs = await startJobs(database.urls.jobs, tasks as never, [], log);
  for (let i = 0; i < 400 && (await queue()).left > 0; i++) await sleep(25);
  await jobs.stop();
  expect(done.size).toBe(400);
  expect([...done.values()].every((times) => times === 1)).toBe(true);
});

it("and waits for the one that is being done", async () => {
  let finished = false;
  const started = Promise.withResolvers<void>();
  const tasks = {
    count: async () => {
      started.resolve();
      await sleep(300);
      finished = true;
    },
  };
  await add(1);
  const jobs = await startJobs(database.urls.jobs, tasks, [], log);
  await started.promise;
  await jobs.stop();
  expect(finished).toBe(true);
  expect(await queue()).toEqual({ left: 0, locked: 0 });
});
