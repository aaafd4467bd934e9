/** Readable case numbers, reserved in blocks: intake never queues behind one row. A restart leaves a gap, never a double. */
import { sql } from "kysely";
import type { Database, Tx } from "../../platform/db/database.ts";

const blockSize = 20;

/** Reserves the next block of numbers of a day. */
const reserveNumbers = async (tx: Tx, day: string, count: number): Promise<number> => {
  const row = await tx.sql
    .insertInto("case_numbers")
    .values({ tenant_id: tx.tenant, day, next: 1 + count })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "day"]).doUpdateSet({ next: sql`case_numbers.next + ${count}` }),
    )
    .returning("next")
    .executeTakeFirstOrThrow();
  return row.next - count;
};

interface Block {
  next: number;
  end: number;
}

export const createNumbers = (db: Database) => {
  const blocks = new Map<string, Block>();
  const pending = new Map<string, Promise<void>>();

  const refill = async (tenant: string, day: string, key: string) => {
    const first = await db.inTenant(tenant, (tx) => reserveNumbers(tx, day, blockSize));
    blocks.set(key, { next: first, end: first + blockSize });
  };

  /** The next number of that tenant's day. */
  return async (tenant: string, day: string): Promise<number> => {
    const key = `${tenant}/${day}`;
    for (;;) {
      const block = blocks.get(key);
      if (block && block.next < block.end) return block.next++;
      // One refill at a time; the others wait for it and look again.
      let refilling = pending.get(key);
      if (!refilling) {
        for (const old of blocks.keys()) if (old.startsWith(`${tenant}/`) && old < key) blocks.delete(old);
        refilling = refill(tenant, day, key).finally(() => pending.delete(key));
        pending.set(key, refilling);
      }
      await refilling;
    }
  };
};
export type Numbers = ReturnType<typeof createNumbers>;
