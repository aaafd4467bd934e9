/**
 * What steps of things and of claims mean for each other: a claim that came to nothing frees its place, one that was carried
 * through counts, the last of them fulfils the thing; a thing that is withdrawn calls its claims off. In the same
 * transaction, except that claims are called off one by one afterwards.
 */

import { dayOf } from "@ginkgo/shared/day.ts";
import type { ClaimableKind } from "@ginkgo/shared/pack/participation.ts";
import type { Tx } from "../../platform/db/database.ts";
import { Refusal } from "../../platform/problem.ts";
import { findMatter, lockMatter, type Matter, type Moved } from "../matters/index.ts";
import type { ClaimsDeps } from "./deps.ts";
import { type Detail, holdsPlace, isCarriedThrough, isPast, kindOf, standsOpen } from "./model.ts";
import {
  detailIn,
  hasOpenClaim,
  holdThing,
  movePlaces,
  openClaimsOn,
  pastUntil,
  saveClaimOpen,
  saveOpen,
} from "./repo.ts";

export const callOffTask = "claims.callOff";

/** What the engine keeps among a thing's facts, for guards and figures. */
export const factsOf = ({ places, taken, carriedThrough }: Pick<Detail, "places" | "taken" | "carriedThrough">) => ({
  places,
  taken,
  carriedThrough,
});

export const createFollowing = ({ db, clock, packs, matters, log }: ClaimsDeps) => {
  const { moving } = matters;

  const kindFor = async (tx: Tx, one: Matter): Promise<ClaimableKind | undefined> =>
    kindOf(await packs.at(tx.tenant, one.packVersion), one.kind);

  /** All that was claimed has been carried through, and no more can be claimed. */
  const isFulfilled = ({ places, taken, carriedThrough, open }: Detail): boolean =>
    carriedThrough > 0 && (carriedThrough === places || (!open && carriedThrough === taken));

  const fulfil = async (tx: Tx, thing: Matter, detail: Detail): Promise<void> => {
    const step = (await kindFor(tx, thing))?.fulfilled;
    if (step && !thing.ended && isFulfilled(detail)) await moving.actByItself(tx, thing, step, factsOf(detail));
  };

  const onClaim = async (tx: Tx, { before, after }: Moved): Promise<void> => {
    const thingId = after.parentId;
    if (thingId === null) return;
    if (before.ended && !after.ended && after.holder) {
      const claimant = after.holder.bodyId ?? after.holder.id;
      if (await hasOpenClaim(tx, thingId, [claimant]))
        throw new Refusal("conflict", "同一项已有一个正在进行的认领，不能再恢复这一个。");
    }
    const taken = Number(holdsPlace(after)) - Number(holdsPlace(before));
    const carried = Number(isCarriedThrough(after)) - Number(isCarriedThrough(before));
    if (before.ended !== after.ended) await saveClaimOpen(tx, after.id, !after.ended);
    if (taken === 0 && carried === 0) return;
    await holdThing(tx, thingId);
    const detail = await movePlaces(tx, thingId, taken, carried);
    if (!detail) throw new Refusal("already-taken", "名额已被别人认领，不能再恢复这个认领。");
    const thing = await findMatter(tx, thingId);
    if (!thing) return;
    await moving.noteFacts(tx, thing, factsOf(detail));
    await fulfil(tx, thing, detail);
  };

  /** It is laid open with its first opening; what is taken back before anyone claimed it is its owner's again. */
  const visibilityOf = (kind: ClaimableKind, thing: Matter, open: boolean, detail: Detail): Matter["visibility"] => {
    if (open) return kind.visibility;
    if (thing.ended) return thing.tone === "stopped" ? "parties" : thing.visibility;
    return detail.taken === 0 ? "parties" : thing.visibility;
  };

  const onThing = async (tx: Tx, { before, after, form }: Moved): Promise<void> => {
    const kind = await kindFor(tx, after);
    const detail = await detailIn(tx, after.id);
    if (!kind || !detail) return;
    const stands = standsOpen(kind, after);
    const opens = stands && !standsOpen(kind, before);
    // Opened again after its last day, it has a new one or none.
    const given = opens && typeof form.until === "string" ? form.until : detail.until;
    const until = opens && isPast({ until: given }, clock.now()) ? null : given;
    const open = stands && !isPast({ until }, clock.now());
    if (open !== detail.open || until !== detail.until) await saveOpen(tx, after.id, open, until);
    const visibility = visibilityOf(kind, after, stands, detail);
    if (visibility !== after.visibility) await moving.describe(tx, after, { visibility });
    if (after.ended && !before.ended && after.tone === "stopped" && kind.calledOff)
      tx.enqueue(callOffTask, { tenant: tx.tenant, claimableId: after.id });
    if (!after.ended && !open) await fulfil(tx, after, { ...detail, open });
  };

  const expire = (tenant: string, id: string): Promise<void> =>
    db.inTenant(tenant, async (tx) => {
      const thing = await lockMatter(tx, id);
      const detail = await detailIn(tx, id);
      if (!thing || !detail?.open || !isPast(detail, clock.now())) return;
      const step = (await kindFor(tx, thing))?.expires;
      // With no step for it, or none where it stands, it only cannot be claimed any more.
      await saveOpen(tx, id, false);
      if (step) await moving.actByItself(tx, thing, step, factsOf(detail));
    });

  moving.listen(async (tx, moved) => {
    if (moved.after.type === "claim") await onClaim(tx, moved);
    else if (moved.after.type === "claimable") await onThing(tx, moved);
  });

  const atOnce = 200;

  return {
    /** Job: things whose last day has passed, each in its own transaction. Answers how many. */
    sweep: async (): Promise<number> => {
      let expired = 0;
      for (const { tenant } of await packs.tenants()) {
        const ids = await db.inTenant(tenant, (tx) => pastUntil(tx, dayOf(clock.now()), atOnce));
        for (const id of ids)
          try {
            await expire(tenant, id);
            expired++;
          } catch (error) {
            log.error({ err: error, matterId: id }, "something could not expire; trying again later");
          }
      }
      return expired;
    },

    /** Job: every claim on a thing that was withdrawn ends, and whoever held it is told. */
    callOff: async ({
      tenant,
      claimableId,
    }: {
      readonly tenant: string;
      readonly claimableId: string;
    }): Promise<void> => {
      const ids = await db.inTenant(tenant, (tx) => openClaimsOn(tx, claimableId));
      for (const id of ids)
        await db.inTenant(tenant, async (tx) => {
          const claim = await lockMatter(tx, id);
          const step = claim && (await kindFor(tx, claim))?.calledOff;
          if (claim && step && !claim.ended) await moving.actByItself(tx, claim, step);
        });
    },
  };
};
export type Following = ReturnType<typeof createFollowing>;
