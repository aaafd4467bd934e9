/** When two nodes become one, registrations go on at the one that stays, unless there is one like it already. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

export const moveRegistrations = async (tx: Tx, from: string, into: string): Promise<void> => {
  await sql`update registrations r set node_id = ${into}
    where r.tenant_id = ${tx.tenant} and r.node_id = ${from} and not r.ended and not exists (
      select 1 from registrations o where o.tenant_id = r.tenant_id and o.node_id = ${into} and not o.ended
        and o.kind = r.kind and (o.account_id = r.account_id or o.body_id = r.body_id))`.execute(tx.sql);
  await sql`update registrations r set body_id = ${into}
    where r.tenant_id = ${tx.tenant} and r.body_id = ${from} and not r.ended and not exists (
      select 1 from registrations o where o.tenant_id = r.tenant_id and o.body_id = ${into} and not o.ended
        and o.kind = r.kind and o.node_id = r.node_id)`.execute(tx.sql);
  await tx.sql
    .updateTable("registrations")
    .set({ community_id: into })
    .where("tenant_id", "=", tx.tenant)
    .where("community_id", "=", from)
    .where("ended", "=", false)
    .execute();
};
