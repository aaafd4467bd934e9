/** What has been put aside under a code, and what became of it. */
import { randomInt } from "node:crypto";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";
import type { Cursor } from "../../../platform/paging.ts";
import type { Period } from "../period.ts";

export interface RedemptionRow {
  readonly id: string;
  readonly goods_id: string;
  readonly goods_name: string;
  readonly node_id: string;
  readonly account_id: string;
  readonly points: number;
  readonly code: string;
  readonly status: "reserved" | "handed" | "cancelled" | "expired";
  readonly reserved_at: Date;
  readonly expires_at: Date;
  readonly ended_at: Date | null;
  readonly ended_name: string | null;
  readonly reason: string | null;
  readonly version: number;
}

const columns = [
  "id",
  "goods_id",
  "goods_name",
  "node_id",
  "account_id",
  "points",
  "code",
  "status",
  "reserved_at",
  "expires_at",
  "ended_at",
  "ended_name",
  "reason",
  "version",
] as const;

const redemptions = (tx: Tx) =>
  tx.sql.selectFrom("redemptions as r").select(columns).where("r.tenant_id", "=", tx.tenant);

export type Condition = RawBuilder<boolean>;

/** Newest first. */
export const listRedemptions = async (
  tx: Tx,
  conditions: readonly Condition[],
  page: { readonly after?: Cursor | undefined; readonly limit: number },
): Promise<RedemptionRow[]> => {
  let select = redemptions(tx);
  for (const condition of conditions) select = select.where(condition);
  if (page.after)
    select = select.where(
      sql<boolean>`(r.reserved_at, r.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`,
    );
  return (await select
    .orderBy("r.reserved_at", "desc")
    .orderBy("r.id", "desc")
    .limit(page.limit)
    .execute()) as RedemptionRow[];
};

export const lockRedemption = async (tx: Tx, id: string): Promise<RedemptionRow | undefined> =>
  (await redemptions(tx).where("r.id", "=", id).forUpdate().executeTakeFirst()) as RedemptionRow | undefined;

/** The one that is put aside under this code. */
export const lockByCode = async (tx: Tx, code: string): Promise<RedemptionRow | undefined> =>
  (await redemptions(tx)
    .where("r.code", "=", code)
    .where("r.status", "=", "reserved")
    .forUpdate()
    .executeTakeFirst()) as RedemptionRow | undefined;

/** One that should have been fetched by now and that nobody else is working on. */
export const lockExpired = async (tx: Tx, now: Date, except: readonly string[]): Promise<RedemptionRow | undefined> =>
  (await redemptions(tx)
    .where("r.status", "=", "reserved")
    .where("r.expires_at", "<=", now)
    .where(sql<boolean>`r.id <> all(${[...except]}::uuid[])`)
    .orderBy("r.expires_at")
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()) as RedemptionRow | undefined;

export type NewRedemption = Pick<
  RedemptionRow,
  "id" | "goods_id" | "goods_name" | "node_id" | "account_id" | "points" | "reserved_at" | "expires_at"
>;

const tries = 5;

/** Under a code that no other one waiting in the place has. */
export const insertRedemption = async (tx: Tx, row: NewRedemption): Promise<void> => {
  for (let i = 0; i < tries; i++) {
    const code = String(randomInt(100_000_000)).padStart(8, "0");
    const { rows } = await sql<{ id: string }>`
      insert into redemptions (tenant_id, id, goods_id, goods_name, node_id, account_id, points, code, status, reserved_at, expires_at)
      values (${tx.tenant}, ${row.id}, ${row.goods_id}, ${row.goods_name}, ${row.node_id}, ${row.account_id}, ${row.points}, ${code},
        'reserved', ${row.reserved_at}, ${row.expires_at})
      on conflict (tenant_id, code) where status = 'reserved' do nothing returning id`.execute(tx.sql);
    if (rows.length > 0) return;
  }
  throw new Error("no code is free");
};

export const endRedemption = async (
  tx: Tx,
  { id, version }: RedemptionRow,
  change: {
    readonly status: "handed" | "cancelled" | "expired";
    readonly at: Date;
    readonly by: string;
    readonly reason: string | null;
  },
): Promise<void> => {
  await tx.sql
    .updateTable("redemptions")
    .set({
      status: change.status,
      ended_at: change.at,
      ended_name: change.by,
      reason: change.reason,
      version: version + 1,
    })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

/** How many of it someone has, put aside or handed over. */
export const countHad = async (tx: Tx, goodsId: string, accountId: string, { from, to }: Period): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from redemptions
    where tenant_id = ${tx.tenant} and goods_id = ${goodsId} and account_id = ${accountId}
      and reserved_at >= ${from} and reserved_at < ${to} and status in ('reserved', 'handed')`.execute(tx.sql);
  return rows[0]?.count ?? 0;
};

/** A shop goes with its node when that is merged into another: goods, and what still waits to be fetched. */
export const moveShop = async (tx: Tx, from: string, into: string): Promise<void> => {
  for (const table of ["point_goods", "redemptions", "point_requests"] as const)
    await tx.sql
      .updateTable(table)
      .set({ node_id: into })
      .where("tenant_id", "=", tx.tenant)
      .where("node_id", "=", from)
      .execute();
};
