/** What the tree needs to know and do when a node with cases is merged or closed. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

const any = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/** Open cases at these nodes, or in the hands of these bodies. */
export const countOpenCases = async (tx: Tx, nodeIds: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from cases c where c.tenant_id = ${tx.tenant} and not c.ended and (
      c.place_id = ${any(nodeIds)} or c.area_id = ${any(nodeIds)}
      or exists (select 1 from case_workers w where w.tenant_id = c.tenant_id and w.case_id = c.id and (w.who_id = ${any(nodeIds)} or w.body_id = ${any(nodeIds)})))`.execute(
    tx.sql,
  );
  return rows[0]?.count ?? 0;
};

/** A case offered to both is offered to the one that is left once. */
const dropDoubles = async (tx: Tx, fromId: string, intoId: string): Promise<void> => {
  await sql`
    delete from case_workers w where w.tenant_id = ${tx.tenant} and w.who_id = ${fromId}
      and exists (select 1 from case_workers o where o.tenant_id = w.tenant_id and o.case_id = w.case_id and o.relation = w.relation and o.who_id = ${intoId})
      and exists (select 1 from cases c where c.tenant_id = w.tenant_id and c.id = w.case_id and not c.ended)`.execute(
    tx.sql,
  );
};

/** Open cases follow the node into which theirs is merged; ended ones keep the place they had. */
export const moveOpenCases = async (tx: Tx, fromId: string, intoId: string): Promise<void> => {
  for (const column of ["place_id", "area_id", "community_id"] as const)
    await tx.sql
      .updateTable("cases")
      .set({ [column]: intoId })
      .where("tenant_id", "=", tx.tenant)
      .where("ended", "=", false)
      .where(column, "=", fromId)
      .execute();
  await dropDoubles(tx, fromId, intoId);
  for (const column of ["who_id", "body_id"] as const)
    await tx.sql
      .updateTable("case_workers")
      .set({ [column]: intoId })
      .where("tenant_id", "=", tx.tenant)
      .where(column, "=", fromId)
      .where("case_id", "in", (eb) =>
        eb.selectFrom("cases").select("id").where("tenant_id", "=", tx.tenant).where("ended", "=", false),
      )
      .execute();
};
