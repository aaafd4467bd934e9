/** Names behind accounts, and the record that someone asked for one. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/db/database.ts";

export const namesOf = async (tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom("accounts as a")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .select(["a.id", "p.name"])
    .where("a.tenant_id", "=", tx.tenant)
    .where("a.id", "=", sql<string>`any(${[...new Set(accountIds)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

export const disclose = async (
  tx: Tx,
  one: {
    readonly id: string;
    readonly at: Date;
    readonly actor: { readonly accountId: string; readonly name: string };
    readonly subjectId: string;
    readonly reason: string;
  },
): Promise<void> => {
  await tx.sql
    .insertInto("disclosures")
    .values({
      tenant_id: tx.tenant,
      id: one.id,
      at: one.at,
      account_id: one.actor.accountId,
      account_name: one.actor.name,
      subject_type: "point-booking",
      subject_id: one.subjectId,
      what: "name",
      reason: one.reason,
    })
    .execute();
};
