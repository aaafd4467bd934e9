/** Who takes part. */
import type { Tx } from "../../../platform/db/database.ts";

export interface Member {
  readonly accountId: string;
  readonly joinedAt: Date;
  readonly leftAt: Date | null;
  readonly ranked: boolean;
  readonly balance: number;
  readonly version: number;
}

const columns = ["account_id", "joined_at", "left_at", "ranked", "balance", "version"] as const;

const memberOf = (row: {
  account_id: string;
  joined_at: Date;
  left_at: Date | null;
  ranked: boolean;
  balance: number;
  version: number;
}): Member => ({
  accountId: row.account_id,
  joinedAt: row.joined_at,
  leftAt: row.left_at,
  ranked: row.ranked,
  balance: row.balance,
  version: row.version,
});

const select = (tx: Tx, accountId: string) =>
  tx.sql
    .selectFrom("point_members")
    .select(columns)
    .where("tenant_id", "=", tx.tenant)
    .where("account_id", "=", accountId);

export const findMember = async (tx: Tx, accountId: string): Promise<Member | undefined> => {
  const row = await select(tx, accountId).executeTakeFirst();
  return row && memberOf(row);
};

/** Bookings of one person take turns: their balance and their ceilings hold until this transaction ends. */
export const lockMember = async (tx: Tx, accountId: string): Promise<Member | undefined> => {
  const row = await select(tx, accountId).forUpdate().executeTakeFirst();
  return row && memberOf(row);
};

export const insertMember = async (tx: Tx, accountId: string, at: Date, ranked: boolean): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto("point_members")
    .values({ tenant_id: tx.tenant, account_id: accountId, joined_at: at, ranked })
    .onConflict((conflict) => conflict.columns(["tenant_id", "account_id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
};

export const saveMember = async (
  tx: Tx,
  member: Member,
  change: { readonly joinedAt?: Date; readonly leftAt?: Date | null; readonly ranked?: boolean },
): Promise<void> => {
  await tx.sql
    .updateTable("point_members")
    .set({
      ...(change.joinedAt === undefined ? {} : { joined_at: change.joinedAt }),
      ...(change.leftAt === undefined ? {} : { left_at: change.leftAt }),
      ...(change.ranked === undefined ? {} : { ranked: change.ranked }),
      version: member.version + 1,
    })
    .where("tenant_id", "=", tx.tenant)
    .where("account_id", "=", member.accountId)
    .execute();
};

/** Where someone lives now. */
export const homeOf = async (tx: Tx, accountId: string): Promise<string | null> => {
  const row = await tx.sql
    .selectFrom("accounts as a")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .select("p.home_id")
    .where("a.tenant_id", "=", tx.tenant)
    .where("a.id", "=", accountId)
    .executeTakeFirst();
  return row?.home_id ?? null;
};
