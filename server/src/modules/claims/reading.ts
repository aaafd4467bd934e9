/** Reading claimables and claims: lists, the map, one with all that belongs to it. */
import type { ClaimableView, ClaimSummary, ClaimView } from "@ginkgo/shared/api/claims.ts";
import { activeOf, stateAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Tx } from "../../platform/db/database.ts";
import { notFound } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import { findByCode, type Matter, matterOf, type Sight, targetFor } from "../matters/index.ts";
import type { ClaimsDeps } from "./deps.ts";
import type { Ground } from "./filter.ts";
import {
  type ClaimableQuery,
  type ClaimQuery,
  claimablePoints,
  claimsOn,
  countsFor,
  findClaim,
  listClaimables,
  listClaims,
} from "./list.ts";
import { bodiesOf, type Claimable, fitnessOf, isFree, isOwner, isPast, kindOf } from "./model.ts";
import { assignablePeople } from "./people.ts";
import { claimedAmong, findClaimable } from "./repo.ts";
import { type ClaimRow, selectClaimables } from "./rows.ts";
import { claimableCondition, claimantsFor } from "./scope.ts";
import { detailView, type From, ownView, summaryView, thingRef } from "./views.ts";

const thingName = "这一项";

export const createReading = ({ db, clock, packs, forest, matters, registry }: ClaimsDeps) => {
  const groundIn = async (tx: Tx, actor: Actor): Promise<Ground> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    pack: (await packs.current(actor.tenant)).pack,
    now: clock.now(),
    registered: (await registry.of(tx, actor.accountId)) !== undefined,
  });

  /** One that the actor may see; whoever has claimed it goes on seeing it. Refuses alike what is not there. */
  const thing = async (tx: Tx, actor: Actor, id: string): Promise<{ thing: Claimable; sight: Sight }> => {
    const one = await findClaimable(tx, id);
    if (!one) throw notFound(thingName);
    const claimed = (await claimedAmong(tx, [id], claimantsFor(actor))).size > 0;
    const ground = await groundIn(tx, actor);
    const seen = await selectClaimables(tx)
      .where("m.id", "=", id)
      .where(claimableCondition(actor, ground.tree, ground.registered))
      .executeTakeFirst();
    if (!seen && !claimed) {
      // Whoever's move it is may see it by another right than that of reading lists.
      return {
        thing: one,
        sight: (await matters.see(actor, one.matter.visibility === "parties" ? one.matter : undefined, thingName))
          .sight,
      };
    }
    const sight = await matters.see(actor, one.matter, thingName).then(
      (found) => found.sight,
      (): Sight => "passer-by",
    );
    return { thing: one, sight };
  };

  /** Which parts of it this actor may change now. */
  const editable = async (actor: Actor, { matter, detail }: Claimable): Promise<ClaimableView["mayEdit"]> => {
    if (matter.ended) return "nothing";
    const tree = await forest.tree(actor.tenant);
    const desk = may(actor, { right: "claim.edit" }, targetFor(actor, matter), tree);
    if (!desk && !isOwner(actor, matter)) return "nothing";
    if (detail.open || detail.taken > 0) return "places";
    const workflow = workflowOf(await packs.at(actor.tenant, matter.packVersion), matter.subject.workflow);
    const awaited = activeOf(matter.subject.leaves).flatMap((path) => stateAt(workflow, path).waitsFor);
    return desk || awaited.some((by) => "party" in by && by.party === "reporter") ? "all" : "nothing";
  };

  const claimingFor = async (tx: Tx, actor: Actor, one: Claimable): Promise<ClaimableView["claiming"]> => {
    const { matter, detail } = one;
    const pack = await packs.at(tx.tenant, matter.packVersion);
    const kind = kindOf(pack, matter.kind);
    const not = (why: string) => ({ self: false, bodies: [], why, confirms: [] });
    if (!kind || matter.ended) return not("已经结束。");
    if (!detail.open) return not("现在不能认领。");
    if (isPast(detail, clock.now())) return not("认领的最后期限已过。");
    if (!isFree(detail, clock.now())) return not("名额已满。");
    const tree = await forest.tree(tx.tenant);
    const known = await registry.of(tx, actor.accountId);
    const own = isOwner(actor, matter);
    const selfKind =
      kind.claimants.includes("anyone") || (kind.claimants.includes("registered") && known !== undefined);
    const speaks = kind.claimants.includes("unit") ? bodiesOf(actor).filter((id) => id !== matter.owner.bodyId) : [];
    const claimedBodies: string[] = [];
    for (const id of speaks) if ((await claimedAmong(tx, [matter.id], [id])).size > 0) claimedBodies.push(id);
    const claimedSelf = (await claimedAmong(tx, [matter.id], [actor.accountId])).size > 0;
    const fitness = fitnessOf(detail, known, pack, clock.now());
    const self = selfKind && !own && !claimedSelf && fitness.barred === undefined;
    const bodies = speaks.flatMap((id) => {
      const node = claimedBodies.includes(id) ? undefined : tree.get(id);
      return node?.status === "active" ? [{ id, name: node.name, tier: node.tier }] : [];
    });
    if (self || bodies.length > 0)
      return {
        self,
        bodies,
        why: null,
        confirms: self ? [...fitness.confirms] : [...fitnessOf(detail, undefined, pack, clock.now()).confirms],
      };
    if (claimedSelf || claimedBodies.length > 0) return not("您已经认领了这一项。");
    if (own) return not("这是您自己发布的。");
    if (selfKind && fitness.barred) return not(fitness.barred);
    if (kind.claimants.includes("registered")) return not("这一类由已报到的党员、单位认领，请先到社区报到。");
    return not("这一类由单位认领，请由单位经办人认领。");
  };

  const claimSummaries = async (actor: Actor, rows: readonly ClaimRow[]): Promise<ClaimSummary[]> => {
    const byId = new Map(rows.map((row) => [row.id, row]));
    const pack = (await packs.current(actor.tenant)).pack;
    const lines = await matters.summaries(actor, rows.map(matterOf));
    return lines.flatMap((line) => {
      const row = byId.get(line.id);
      if (!row) return [];
      const ref = { id: row.claimable_id, code: row.thing_code, title: row.thing_title };
      return [{ ...line, claimable: thingRef(pack, row.kind, ref) }];
    });
  };

  const lines = async (tx: Tx, ground: Ground, found: readonly Claimable[], from: From) => {
    const { actor, pack, now } = ground;
    const claimed = await claimedAmong(
      tx,
      found.map(({ matter }) => matter.id),
      claimantsFor(actor),
    );
    // The list's own condition has decided that each may be seen, if only in passing.
    const seen = await matters.summaries(
      actor,
      found.map(({ matter }) => (matter.visibility === "parties" && claimed.has(matter.id) ? opened(matter) : matter)),
    );
    const byId = new Map(found.map((one) => [one.matter.id, one]));
    return seen.flatMap((line) => {
      const one = byId.get(line.id);
      return one ? [summaryView(pack, line, one, now, from, claimed.has(line.id))] : [];
    });
  };

  return {
    thing,
    editable,

    list: (actor: Actor, query: ClaimableQuery) =>
      db.inTenant(actor.tenant, async (tx) => {
        const ground = await groundIn(tx, actor);
        const { items, nextCursor } = await listClaimables(tx, ground, query);
        return { items: await lines(tx, ground, items, query), nextCursor };
      }),

    map: (actor: Actor, filter: Parameters<typeof claimablePoints>[2]) =>
      db.inTenant(actor.tenant, async (tx) => {
        const ground = await groundIn(tx, actor);
        const { points, more } = await claimablePoints(tx, ground, filter);
        return {
          points: points.map(({ matter, detail }) => ({
            id: matter.id,
            kind: matter.kind,
            title: matter.title,
            lng: detail.lng ?? 0,
            lat: detail.lat ?? 0,
            free: detail.places - detail.taken,
            open: isFree(detail, ground.now),
          })),
          more,
        };
      }),

    counts: (actor: Actor) => db.inTenant(actor.tenant, async (tx) => countsFor(tx, await groundIn(tx, actor))),

    claimable: (actor: Actor, input: { readonly claimableId: string } & From): Promise<ClaimableView> =>
      db.inTenant(actor.tenant, async (tx) => {
        const found = await thing(tx, actor, input.claimableId);
        const { matter } = found.thing;
        const ground = await groundIn(tx, actor);
        const pack = await packs.at(tx.tenant, matter.packVersion);
        const rows = await claimsOn(tx, ground, matter.id, found.sight === "desk" || isOwner(actor, matter));
        const mine = await claimedAmong(tx, [matter.id], claimantsFor(actor));
        const kind = kindOf(pack, matter.kind);
        const desk = may(actor, { right: "claim.edit" }, targetFor(actor, matter), ground.tree);
        return {
          ...(await matters.viewIn(tx, actor, matter, found.sight)),
          ...ownView(pack, found.thing, ground.now, input, mine.has(matter.id)),
          addressPublic: found.thing.detail.addressPublic,
          claiming: await claimingFor(tx, actor, found.thing),
          mayEdit: await editable(actor, found.thing),
          mayAssign: desk && kind?.proposed !== undefined && isFree(found.thing.detail, ground.now),
          claims: await claimSummaries(actor, rows),
        };
      }),

    byCode: (actor: Actor, code: string) =>
      db.inTenant(actor.tenant, async (tx) => {
        const found = await findByCode(tx, code);
        if (found?.type !== "claimable") throw notFound(thingName);
        return { id: (await thing(tx, actor, found.id)).thing.matter.id };
      }),

    claims: (actor: Actor, query: ClaimQuery) =>
      db.inTenant(actor.tenant, async (tx) => {
        const { items, nextCursor } = await listClaims(tx, await groundIn(tx, actor), query);
        return { items: await claimSummaries(actor, items), nextCursor };
      }),

    claim: (actor: Actor, id: string): Promise<ClaimView> =>
      db.inTenant(actor.tenant, async (tx) => {
        const row = await findClaim(tx, id);
        const { one } = await matters.see(actor, row ? matterOf(row) : undefined, "这个认领");
        const about = row ? await findClaimable(tx, row.claimable_id) : undefined;
        if (!row || !about) throw notFound("这个认领");
        const pack = await packs.at(tx.tenant, one.packVersion);
        const { words, startsAt, endsAt, lng, lat, address } = detailView(pack, one.kind, about.detail, clock.now());
        const confirmed = one.subject.facts.confirmed;
        return {
          ...(await matters.viewIn(tx, actor, one)),
          claimable: { ...thingRef(pack, one.kind, about.matter), words, startsAt, endsAt, lng, lat, address },
          confirmed: Array.isArray(confirmed) ? confirmed.map(String) : [],
        };
      }),

    assignees: (actor: Actor, { claimableId, q }: { readonly claimableId: string; readonly q: string }) =>
      db.inTenant(actor.tenant, async (tx) => {
        const { matter } = (await thing(tx, actor, claimableId)).thing;
        const tree = await forest.tree(actor.tenant);
        const pack = await packs.at(tx.tenant, matter.packVersion);
        if (!may(actor, { right: "claim.edit" }, targetFor(actor, matter), tree)) throw notFound(thingName);
        const claimants = kindOf(pack, matter.kind)?.claimants ?? [];
        const words = q.trim();
        const people = claimants.some((one) => one !== "unit") ? await assignablePeople(tx, words) : [];
        const bodies =
          claimants.includes("unit") && words !== ""
            ? tree.search(words, 20, (node) => node.status === "active" && tree.as(node) === "body")
            : [];
        return {
          people: people.map(({ id, name, homeId }) => ({ id, name, place: homeId ? tree.trail(homeId) : "" })),
          bodies: bodies.map(({ id, name }) => ({ id, name, place: tree.trail(id) })),
        };
      }),
  };
};
export type Reading = ReturnType<typeof createReading>;

/** As whoever claimed it may see it after it was taken back: what was open to them, and no person. */
const opened = (matter: Matter): Matter => ({ ...matter, visibility: "place" });
