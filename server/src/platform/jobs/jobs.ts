/** Durable jobs: added inside a transaction, run after it has committed, tried again until they succeed. */

import { setTimeout as sleep } from "node:timers/promises";
import {
  type LogFunctionFactory,
  makeWorkerUtils,
  parseCronItems,
  type Runner,
  run,
  type TaskList,
  Logger as WorkerLogger,
} from "graphile-worker";
import pg from "pg";
import type { Log } from "../log.ts";

export type Jobs = Readonly<Record<string, (payload: never) => Promise<void>>>;

export interface CronJob {
  readonly task: string;
  /** crontab pattern, such as `* * * * *`. */
  readonly match: string;
}

/** The server's role may add jobs and nothing else; the queue belongs to the role that runs them. */
const enqueueSql = `
create or replace function jobs.enqueue(task text, payload json, job_key text, run_at timestamptz) returns void
language sql security definer set search_path = graphile_worker, pg_temp as $$
  select graphile_worker.add_job(task, payload, run_at => coalesce(run_at, now()), job_key => job_key, max_attempts => 25);
$$;
grant usage on schema jobs to ginkgo_app;
grant execute on function jobs.enqueue to ginkgo_app;
`;

/** Installs or upgrades the queue's own schema. */
export const prepareJobs = async (jobsUrl: string): Promise<void> => {
  const pool = new pg.Pool({ connectionString: jobsUrl, max: 1 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    const utils = await makeWorkerUtils({ pgPool: pool, logger: quiet });
    await utils.migrate();
    await utils.release();
    await pool.query(`begin; select pg_advisory_xact_lock(7163); ${enqueueSql}; commit`);
  } finally {
    await pool.end();
  }
};

const quietFactory: LogFunctionFactory = () => () => {};
const quiet = new WorkerLogger(quietFactory);

const logTo = (log: Log) =>
  new WorkerLogger(() => (level, message, meta) => {
    if (level === "error" || level === "warning") log.warn({ meta: meta?.failure ?? undefined }, message);
    else log.trace(message);
  });

export interface RunningJobs {
  stop(): Promise<void>;
}

export const startJobs = async (
  jobsUrl: string,
  tasks: Jobs,
  cron: readonly CronJob[],
  log: Log,
): Promise<RunningJobs> => {
  const pool = new pg.Pool({ connectionString: jobsUrl, max: 6 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const taskList: TaskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, async (payload: unknown) => task(payload as never)]),
  );
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 4,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList,
    parsedCronItems: parseCronItems(cron.map(({ task, match }) => ({ task, match }))),
    logger: logTo(log),
  });
  return {
    stop: async () => {
      await runner.stop();
      // The runner may still be waiting to hand a finished job back; ended now, it would stay locked for hours.
      for (let i = 0; i < 100 && (pool.waitingCount > 0 || pool.idleCount < pool.totalCount); i++) await sleep(50);
      await pool.end();
    },
  };
};
