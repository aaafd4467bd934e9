/** Filters people keep under a name. */
import type { SavedFilter } from "@ginkgo/shared/api/cases.ts";
import type { z } from "zod";
import type { Database } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";

type Saved = z.infer<typeof SavedFilter>;

export const createFilters = (db: Database) => ({
  list: (actor: Actor): Promise<Saved[]> =>
    db.inTenant(actor.tenant, (tx) =>
      tx.sql
        .selectFrom("saved_filters")
        .select(["id", "name", "filter"])
        .where("tenant_id", "=", actor.tenant)
        .where("account_id", "=", actor.accountId)
        .orderBy("id")
        .limit(100)
        .execute(),
    ),

  save: (actor: Actor, name: string, filter: Saved["filter"]): Promise<Saved> =>
    db.inTenant(actor.tenant, (tx) =>
      tx.sql
        .insertInto("saved_filters")
        .values({
          tenant_id: actor.tenant,
          id: newId(),
          account_id: actor.accountId,
          name,
          filter: JSON.stringify(filter),
        })
        .onConflict((conflict) =>
          conflict.columns(["tenant_id", "account_id", "name"]).doUpdateSet({ filter: JSON.stringify(filter) }),
        )
        .returning(["id", "name", "filter"])
        .executeTakeFirstOrThrow(),
    ),

  remove: async (actor: Actor, id: string): Promise<void> => {
    const result = await db.inTenant(actor.tenant, (tx) =>
      tx.sql
        .deleteFrom("saved_filters")
        .where("tenant_id", "=", actor.tenant)
        .where("account_id", "=", actor.accountId)
        .where("id", "=", id)
        .executeTakeFirst(),
    );
    if (result.numDeletedRows === 0n) throw notFound("这个筛选");
  },
});
