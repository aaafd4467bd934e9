/** Accounts that others name: who is put down for something must be there. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";
import { invalid } from "../../platform/problem.ts";

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly homeId: string | null;
}

/** Active accounts among these. */
export const accountsNamed = async (tx: Tx, ids: readonly string[]): Promise<Map<string, Named>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql
    .selectFrom("accounts as a")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .select(["a.id", "p.name", "p.home_id"])
    .where("a.tenant_id", "=", tx.tenant)
    .where("a.status", "=", "active")
    .where("a.id", "=", sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name, home_id }) => [id, { id, name, homeId: home_id }]));
};

/** In the order given, each once; whoever is not there is refused. */
export const requireAccounts = async (tx: Tx, ids: readonly string[], path: string): Promise<Named[]> => {
  const known = await accountsNamed(tx, ids);
  return [...new Set(ids)].map((id) => {
    const one = known.get(id);
    if (!one) throw invalid(path, "有人员不存在或已停用，请重新选择。");
    return one;
  });
};
