/** People and bodies that something can be assigned to. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

const accounts = (tx: Tx) =>
  tx.sql
    .selectFrom("accounts as a")
    .innerJoin("persons as p", (join) =>
      join.onRef("p.tenant_id", "=", "a.tenant_id").onRef("p.id", "=", "a.person_id"),
    )
    .where("a.tenant_id", "=", tx.tenant)
    .where("a.status", "=", "active");

export const findAccountName = async (tx: Tx, id: string): Promise<string | undefined> =>
  (await accounts(tx).select("p.name").where("a.id", "=", id).executeTakeFirst())?.name;

const speakingRoles = (pack: Pack): string[] =>
  Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes("case.lead"));

/** Whoever has spoken for the body longest. */
export const speakerFor = (
  tx: Tx,
  pack: Pack,
  bodyId: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> =>
  accounts(tx)
    .innerJoin("role_grants as g", (join) =>
      join.onRef("g.tenant_id", "=", "a.tenant_id").onRef("g.account_id", "=", "a.id"),
    )
    .select(["a.id", "p.name"])
    .where("g.node_id", "=", bodyId)
    .where("g.until", "is", null)
    .where("g.role", "=", sql<string>`any(${speakingRoles(pack)}::text[])`)
    .orderBy("g.since")
    .orderBy("g.id")
    .executeTakeFirst();

const mostPeople = 20;

/** People who are registered now, by a piece of their name. */
export const assignablePeople = (
  tx: Tx,
  words: string,
): Promise<{ readonly id: string; readonly name: string; readonly homeId: string | null }[]> =>
  accounts(tx)
    .select(["a.id", "p.name", "p.home_id as homeId"])
    .where("p.name", "ilike", `%${words.replace(/[\\%_]/g, "\\$&")}%`)
    .where(
      sql<boolean>`exists (select 1 from registrations r where r.tenant_id = a.tenant_id and r.account_id = a.id and r.active)`,
    )
    .orderBy("p.name")
    .orderBy("a.id")
    .limit(mostPeople)
    .execute();
