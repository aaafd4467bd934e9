/** The only SQL of accounts, sessions, codes and roles. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import type { FailureState } from "./model.ts";

export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly phone_sealed: Buffer | null;
  readonly password_hash: string | null;
  readonly status: string;
  readonly failed_count: number;
  readonly locked_until: Date | null;
  readonly version: number;
  readonly home_id: string | null;
}

export interface GrantRow {
  readonly id: string;
  readonly account_id: string;
  readonly role: string;
  readonly node_id: string;
  readonly title: string | null;
  readonly since: Date;
}

const accountColumns = [
  "a.id",
  "p.name",
  "p.phone_sealed",
  "a.password_hash",
  "a.status",
  "a.failed_count",
  "a.locked_until",
  "a.version",
  "p.home_id",
] as const;

const accounts = (tx: Tx) =>
  tx.sql
    .selectFrom("accounts as a")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .where("a.tenant_id", "=", tx.tenant);

export const findByPhone = (tx: Tx, phoneIndex: Buffer): Promise<AccountRow | undefined> =>
  accounts(tx).select(accountColumns).where("p.phone_index", "=", phoneIndex).executeTakeFirst();

export const findAccount = (tx: Tx, id: string): Promise<AccountRow | undefined> =>
  accounts(tx).select(accountColumns).where("a.id", "=", id).executeTakeFirst();

export const grantsOf = (tx: Tx, accountIds: readonly string[]): Promise<GrantRow[]> =>
  tx.sql
    .selectFrom("role_grants")
    .select(["id", "account_id", "role", "node_id", "title", "since"])
    .where("tenant_id", "=", tx.tenant)
    .where("account_id", "=", sql<string>`any(${[...accountIds]}::uuid[])`)
    .where("until", "is", null)
    .orderBy("since")
    .orderBy("id")
    .execute();

export interface NewAccount {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly phoneSealed: Buffer;
  readonly phoneIndex: Buffer;
  readonly passwordHash: string | null;
  readonly homeId: string | null;
  readonly at: Date;
}

export const insertAccounts = async (tx: Tx, rows: readonly NewAccount[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.sql
    .insertInto("persons")
    .values(
      rows.map((row) => ({
        tenant_id: tx.tenant,
        id: row.personId,
        name: row.name,
        phone_sealed: row.phoneSealed,
        phone_index: row.phoneIndex,
        home_id: row.homeId,
        created_at: row.at,
      })),
    )
    .execute();
  await tx.sql
    .insertInto("accounts")
    .values(
      rows.map((row) => ({
        tenant_id: tx.tenant,
        id: row.id,
        person_id: row.personId,
        password_hash: row.passwordHash,
        created_at: row.at,
      })),
    )
    .execute();
};

export interface NewGrant {
  readonly id: string;
  readonly accountId: string;
  readonly role: string;
  readonly nodeId: string;
  readonly title: string | null;
  readonly grantedBy: string | null;
  readonly at: Date;
}

export const insertGrants = async (tx: Tx, rows: readonly NewGrant[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.sql
    .insertInto("role_grants")
    .values(
      rows.map((row) => ({
        tenant_id: tx.tenant,
        id: row.id,
        account_id: row.accountId,
        role: row.role,
        node_id: row.nodeId,
        title: row.title,
        granted_by: row.grantedBy,
        since: row.at,
      })),
    )
    .execute();
};

export const endGrant = async (
  tx: Tx,
  accountId: string,
  grantId: string,
  at: Date,
): Promise<{ role: string; node_id: string } | undefined> =>
  tx.sql
    .updateTable("role_grants")
    .set({ until: at })
    .where("tenant_id", "=", tx.tenant)
    .where("account_id", "=", accountId)
    .where("id", "=", grantId)
    .where("until", "is", null)
    .returning(["role", "node_id"])
    .executeTakeFirst();

export const saveFailure = async (tx: Tx, accountId: string, state: FailureState): Promise<void> => {
  await tx.sql
    .updateTable("accounts")
    .set({ failed_count: state.failedCount, locked_until: state.lockedUntil })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", accountId)
    .execute();
};

export const savePassword = async (tx: Tx, accountId: string, passwordHash: string): Promise<void> => {
  await tx.sql
    .updateTable("accounts")
    .set({ password_hash: passwordHash, failed_count: 0, locked_until: null })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", accountId)
    .execute();
};

/** Answers the new version, or nothing when somebody else was quicker. */
export const updateAccount = async (
  tx: Tx,
  id: string,
  version: number,
  status: "active" | "disabled" | undefined,
): Promise<number | undefined> => {
  const row = await tx.sql
    .updateTable("accounts")
    .set({ version: version + 1, ...(status ? { status } : {}) })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return row?.version;
};

export const nextVersion = async (tx: Tx, id: string): Promise<number> => {
  const row = await tx.sql
    .updateTable("accounts")
    .set({ version: sql`version + 1` })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .returning("version")
    .executeTakeFirstOrThrow();
  return row.version;
};

export const updatePerson = async (
  tx: Tx,
  accountId: string,
  change: { name?: string; home_id?: string | null },
): Promise<void> => {
  if (Object.keys(change).length === 0) return;
  await tx.sql
    .updateTable("persons")
    .set(change)
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", (eb) =>
      eb.selectFrom("accounts").select("person_id").where("tenant_id", "=", tx.tenant).where("id", "=", accountId),
    )
    .execute();
};

export interface AccountSearch {
  /** Paths of the nodes in scope; an account is found by a role or a home below one of them. */
  readonly under: readonly string[];
  readonly name?: string | undefined;
  readonly phoneIndex?: Buffer | undefined;
  readonly role?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

export const searchAccounts = (tx: Tx, search: AccountSearch): Promise<AccountRow[]> => {
  const inScope = sql<boolean>`n.path operator(public.<@) any(${[...search.under]}::ltree[])`;
  let query = accounts(tx)
    .select(accountColumns)
    .where((eb) => {
      const held = eb.exists(
        eb
          .selectFrom("role_grants as g")
          .innerJoin("nodes as n", (join) =>
            join.onRef("n.tenant_id", "=", "g.tenant_id").onRef("n.id", "=", "g.node_id"),
          )
          .select("g.id")
          .where("g.tenant_id", "=", tx.tenant)
          .whereRef("g.account_id", "=", "a.id")
          .where("g.until", "is", null)
          .where(inScope)
          .$if(search.role !== undefined, (q) => q.where("g.role", "=", search.role ?? "")),
      );
      if (search.role !== undefined) return held;
      const lives = eb.exists(
        eb
          .selectFrom("nodes as n")
          .select("n.id")
          .where("n.tenant_id", "=", tx.tenant)
          .whereRef("n.id", "=", "p.home_id")
          .where(inScope),
      );
      return eb.or([held, lives]);
    });
  if (search.name !== undefined) query = query.where("p.name", "like", `%${search.name.replace(/[\\%_]/g, "\\$&")}%`);
  if (search.phoneIndex) query = query.where("p.phone_index", "=", search.phoneIndex);
  if (search.after) query = query.where("a.id", ">", search.after);
  return query.orderBy("a.id").limit(search.limit).execute();
};

/** Roles and homes on a node that is merged go on at the one it is merged into. */
export const moveHolders = async (tx: Tx, fromId: string, intoId: string, at: Date): Promise<void> => {
  // Who holds the same role at both keeps one of them.
  await sql`update role_grants g set until = ${at} where g.tenant_id = ${tx.tenant} and g.node_id = ${fromId} and g.until is null
    and exists (select 1 from role_grants o where o.tenant_id = g.tenant_id and o.account_id = g.account_id and o.role = g.role and o.node_id = ${intoId} and o.until is null)`.execute(
    tx.sql,
  );
  await tx.sql
    .updateTable("role_grants")
    .set({ node_id: intoId })
    .where("tenant_id", "=", tx.tenant)
    .where("node_id", "=", fromId)
    .where("until", "is", null)
    .execute();
  await tx.sql
    .updateTable("persons")
    .set({ home_id: intoId })
    .where("tenant_id", "=", tx.tenant)
    .where("home_id", "=", fromId)
    .execute();
};

export const pathsOf = async (tx: Tx, nodeIds: readonly string[]): Promise<string[]> => {
  const rows = await tx.sql
    .selectFrom("nodes")
    .select("path")
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", sql<string>`any(${[...nodeIds]}::uuid[])`)
    .execute();
  return rows.map(({ path }) => path);
};
