/** The server's clock in the hand of a story. Limits that run out on the way do so at their own moment. */
import { sql } from "kysely";
import type { RunningApp } from "../app.ts";
import { cronJobs, jobsOf } from "../services.ts";

export interface StoryClock {
  now(): Date;
  /** Straight there, backward too: a new story begins. */
  start(at: Date): void;
  /** `jobs`: what else the server does every few minutes is done too: activities begin, visits fall due. */
  moveTo(at: Date, jobs: boolean): Promise<void>;
  /** No limit of the tenant runs any more. */
  stopLimits(): Promise<void>;
}

interface Settable {
  now(): Date;
  set(to: Date): void;
}

/** What the server does every minute and tells nobody of: figures are counted as steps are taken, files are not swept. */
const leftAlone = /^(figures|files|idempotency|cases|matters)\./;

export const clockOf = (app: RunningApp, tenant: string, clock: Settable): StoryClock => {
  const { db } = app.foundation;
  const jobs = jobsOf(app.services, db, clock);
  const run = async (task: string): Promise<void> => {
    await (jobs as Readonly<Record<string, (payload: object) => Promise<void>>>)[task]?.({});
  };
  const often = cronJobs.filter(({ task, match }) => /^\*\S* \* \* \* \*$/.test(match) && !leftAlone.test(task));
  const nextDue = async (): Promise<Date | undefined> => {
    const row = await db.inTenant(tenant, (tx) =>
      tx.sql
        .selectFrom("timers")
        .select(sql<Date | null>`min(at)`.as("at"))
        .where("tenant_id", "=", tenant)
        .executeTakeFirst(),
    );
    return row?.at ?? undefined;
  };
  return {
    now: clock.now,
    start: clock.set,
    moveTo: async (at, withJobs) => {
      for (let due = await nextDue(); due && due <= at; due = await nextDue()) {
        if (due > clock.now()) clock.set(due);
        await run("cases.alarms");
        await run("matters.alarms");
      }
      if (at <= clock.now()) return;
      clock.set(at);
      if (!withJobs) return;
      for (const { task } of often) await run(task);
    },
    stopLimits: async () => {
      await db.inTenant(tenant, (tx) => tx.sql.deleteFrom("timers").where("tenant_id", "=", tenant).execute());
    },
  };
};
