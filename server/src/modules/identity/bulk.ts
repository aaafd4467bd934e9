/** People who come in a sheet: found by their telephone number, or given an account they sign in to by a code. */
import { sql } from "kysely";
import type { Sealer } from "../../platform/crypto.ts";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { insertAccounts, type NewAccount } from "./repo.ts";

export interface KnownPerson {
  readonly accountId: string;
  readonly name: string;
  readonly active: boolean;
}

const atOnce = 500;

/** By telephone number; those without an account are left out. */
export const findPeople = async (
  tx: Tx,
  sealer: Sealer,
  phones: readonly string[],
): Promise<Map<string, KnownPerson>> => {
  const found = new Map<string, KnownPerson>();
  const unique = [...new Set(phones)];
  for (let i = 0; i < unique.length; i += atOnce) {
    const byIndex = new Map(
      unique.slice(i, i + atOnce).map((phone) => [sealer.index(phone).toString("hex"), phone] as const),
    );
    const rows = await tx.sql
      .selectFrom("persons as p")
      .innerJoin("accounts as a", (join) =>
        join.onRef("a.tenant_id", "=", "p.tenant_id").onRef("a.person_id", "=", "p.id"),
      )
      .select(["a.id", "p.name", "a.status", "p.phone_index"])
      .where("p.tenant_id", "=", tx.tenant)
      .where(
        "p.phone_index",
        "=",
        sql<Buffer>`any(${[...byIndex.keys()].map((hex) => Buffer.from(hex, "hex"))}::bytea[])`,
      )
      .execute();
    for (const row of rows) {
      const phone = byIndex.get(row.phone_index?.toString("hex") ?? "");
      if (phone) found.set(phone, { accountId: row.id, name: row.name, active: row.status === "active" });
    }
  }
  return found;
};

export interface NewPerson {
  readonly name: string;
  readonly phone: string;
  readonly homeId: string | null;
}

/** Adds those nobody has the telephone number of; answers their accounts by number. They sign in by a code. */
export const addPeople = async (
  tx: Tx,
  sealer: Sealer,
  at: Date,
  people: readonly NewPerson[],
): Promise<Map<string, string>> => {
  const added = new Map<string, string>();
  const rows: NewAccount[] = [];
  for (const { name, phone, homeId } of people) {
    if (added.has(phone)) continue;
    const id = newId();
    added.set(phone, id);
    rows.push({
      id,
      personId: newId(),
      name,
      phoneSealed: sealer.seal(phone),
      phoneIndex: sealer.index(phone),
      passwordHash: null,
      homeId,
      at,
    });
  }
  for (let i = 0; i < rows.length; i += atOnce) await insertAccounts(tx, rows.slice(i, i + atOnce));
  return added;
};
