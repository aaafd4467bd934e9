/** The server's clock in the hand of a story. Limits that run out on the way do so at their own moment. */
import { sql } from "kysely";
import type { RunningApp } from "../app.ts";

export interface StoryClock {
  now(): Date;
  /** Straight there, backward too: a new story begins. */
  start(at: Date): void;
  moveTo(at: Date): Promise<void>;
  /** No limit of the tenant runs any more. */
  stopLimits(): Promise<void>;
}

interface Settable {
  now(): Date;
  set(to: Date): void;
}

export const clockOf = (app: RunningApp, tenant: string, clock: Settable): StoryClock => {
  const { db } = app.foundation;
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
    moveTo: async (at) => {
      for (let due = await nextDue(); due && due <= at; due = await nextDue()) {
        if (due > clock.now()) clock.set(due);
        await app.services.cases.alarms.sweep();
      }
      if (at > clock.now()) clock.set(at);
    },
    stopLimits: async () => {
      await db.inTenant(tenant, (tx) => tx.sql.deleteFrom("timers").where("tenant_id", "=", tenant).execute());
    },
  };
};
