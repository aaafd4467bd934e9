/** When two nodes become one, what is open goes on at the one that stays. */
import { sql } from "kysely";
import type { Tx } from "../../platform/db/database.ts";

export const moveMatters = async (tx: Tx, from: string, into: string): Promise<void> => {
  await sql`update matters set
      place_id = case when place_id = ${from} then ${into}::uuid else place_id end,
      area_id = case when area_id = ${from} then ${into}::uuid else area_id end,
      owner_body_id = case when owner_body_id = ${from} then ${into}::uuid else owner_body_id end,
      body_id = case when body_id = ${from} then ${into}::uuid else body_id end,
      unit_id = case when unit_id = ${from} then ${into}::uuid else unit_id end
    where tenant_id = ${tx.tenant} and not ended
      and ${from}::uuid in (place_id, area_id, owner_body_id, body_id, unit_id)`.execute(tx.sql);
};
