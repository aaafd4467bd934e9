/** To which unit a person's matter belongs, and whether the unit may see it: that hangs on the person's consent alone. */
import type { Tx } from "../../platform/db/database.ts";

/** Of one matter; whoever calls says with `keepFacts` that it changed. */
export const saveUnit = async (tx: Tx, id: string, unitId: string | null, unitSees: boolean): Promise<void> => {
  await tx.sql
    .updateTable("matters")
    .set({ unit_id: unitId, unit_sees: unitSees })
    .where("tenant_id", "=", tx.tenant)
    .where("id", "=", id)
    .execute();
};

/** Of everything the person did as one of the unit's people, what has ended included. */
export const setUnitSight = async (tx: Tx, accountId: string, unitId: string, unitSees: boolean): Promise<void> => {
  await tx.sql
    .updateTable("matters")
    .set({ unit_sees: unitSees })
    .where("tenant_id", "=", tx.tenant)
    .where("holder_id", "=", accountId)
    .where("unit_id", "=", unitId)
    .where("unit_sees", "!=", unitSees)
    .execute();
};
