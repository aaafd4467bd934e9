/** What is free nearby, for whoever was too late. */
import type { Alternative } from "@ginkgo/shared/api/problem.ts";
import { sql } from "kysely";
import type { Actor } from "../authority/index.ts";
import type { ClaimsDeps } from "./deps.ts";
import { freeCondition, kindsOf } from "./filter.ts";
import { type Claimable, kindOf, metersBetween } from "./model.ts";
import { findClaimable } from "./repo.ts";
import { type ClaimableRow, claimableOf, selectClaimables } from "./rows.ts";
import { claimableCondition, claimantsFor } from "./scope.ts";
import { pinOf } from "./views.ts";

const most = 5;
/** The newest that are free; the nearest of these are offered. */
const looked = 300;

export const createNearby = ({ db, clock, packs, forest, registry }: ClaimsDeps) => ({
  /** Of the same kind first, then of the same list; the nearest first. */
  of: (actor: Actor, thingId: string): Promise<Alternative[]> =>
    db.inTenant(actor.tenant, async (tx) => {
      const wanted = await findClaimable(tx, thingId);
      if (!wanted) return [];
      const tree = await forest.tree(actor.tenant);
      const { pack } = await packs.current(actor.tenant);
      const registered = (await registry.of(tx, actor.accountId)) !== undefined;
      const list = kindOf(pack, wanted.matter.kind)?.list;
      const rows = await selectClaimables(tx)
        .where(claimableCondition(actor, tree, registered))
        .where(freeCondition(clock.now()))
        .where("m.id", "!=", thingId)
        .where("m.owner_id", "!=", actor.accountId)
        .where(sql<boolean>`m.kind = any(${list ? kindsOf(pack, list) : [wanted.matter.kind]}::text[])`)
        .where(
          sql<boolean>`not exists (select 1 from claims k where k.tenant_id = m.tenant_id and k.claimable_id = m.id and k.open and k.claimant_id = any(${claimantsFor(actor)}::uuid[]))`,
        )
        .orderBy("m.created_at", "desc")
        .orderBy("m.id", "desc")
        .limit(looked)
        .execute();
      const pin = ({ matter, detail }: Claimable) => {
        const at = tree.get(matter.subject.placeId)?.at;
        return pinOf(detail) ?? (at ? { lng: at[0], lat: at[1] } : undefined);
      };
      return rows
        .map((row) => claimableOf(row as ClaimableRow))
        .map((one) => ({
          one,
          meters: metersBetween(pin(wanted), pin(one)),
          same: one.matter.kind === wanted.matter.kind,
        }))
        .sort(
          (a, b) =>
            Number(b.same) - Number(a.same) ||
            (a.meters ?? Number.MAX_SAFE_INTEGER) - (b.meters ?? Number.MAX_SAFE_INTEGER),
        )
        .slice(0, most)
        .map(({ one, meters }) => ({
          id: one.matter.id,
          title: one.matter.title,
          place: tree.trail(one.matter.subject.placeId),
          meters,
          free: one.detail.places - one.detail.taken,
        }));
    }),
});
export type Nearby = ReturnType<typeof createNearby>;
