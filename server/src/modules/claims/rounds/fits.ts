/** Without a round: who fits one need and why, which needs fit one ability. The same limits and the same worth as in a round. */
import type { FittingAbility, FittingNeed } from "@ginkgo/shared/api/matching.ts";
import type { Tx } from "../../../platform/db/database.ts";
import { notFound } from "../../../platform/problem.ts";
import { type Actor, may } from "../../authority/index.ts";
import { targetFor } from "../../matters/index.ts";
import { factsOf, metersOf, misfitOf } from "../matching/eligible.ts";
import { type Ability, defaultWeights, type Need } from "../matching/model.ts";
import { burdenOf, worthOf } from "../matching/value.ts";
import type { Claimable } from "../model.ts";
import { isOwner } from "../model.ts";
import { findClaimable } from "../repo.ts";
import type { RoundsDeps } from "./deps.ts";
import { type Ground, needOf, offersFrom, readNeeds, readOffers, registeredIn } from "./input.ts";
import type { Offer } from "./model.ts";
import { run } from "./running.ts";
import { needView, type Viewing } from "./views.ts";
import { barrierText, sentencesOf } from "./words.ts";

const mostShown = 50;
/** No budget stands against looking. */
const looking = { budget: 1000, maxMeters: null };

const worth = (need: Need, ability: Ability): number =>
  worthOf(need, ability, defaultWeights) - burdenOf(ability.load, defaultWeights);

const roundedMeters = (need: Need, ability: Ability): number | null => {
  const meters = metersOf(need, ability);
  return meters === null ? null : Math.round(meters);
};

/** Asked or refused is said beside it; it does not make it unfit. */
const unasked = (ability: Ability): Ability => ({ ...ability, refused: new Set() });

export const createFits = ({ db, clock, packs, forest }: RoundsDeps) => {
  const groundOf = async (actor: Actor): Promise<Ground & Viewing> => ({
    actor,
    pack: (await packs.current(actor.tenant)).pack,
    tree: await forest.tree(actor.tenant),
    now: clock.now(),
  });

  const isDesk = ({ actor, tree }: Viewing, { matter }: Claimable): boolean =>
    may(actor, run, targetFor(actor, matter), tree) ||
    may(actor, { right: "claim.edit" }, targetFor(actor, matter), tree);

  const statesOf = async (tx: Tx, needId: string): Promise<Map<string, FittingAbility["state"]>> => {
    const asked = await tx.sql
      .selectFrom("match_proposals")
      .select(["account_id", "body_id"])
      .where("tenant_id", "=", tx.tenant)
      .where("need_id", "=", needId)
      .where("status", "=", "proposed")
      .execute();
    const refused = await tx.sql
      .selectFrom("match_refusals")
      .select("claimant_id")
      .where("tenant_id", "=", tx.tenant)
      .where("need_id", "=", needId)
      .execute();
    const taken = await tx.sql
      .selectFrom("claims")
      .select("claimant_id")
      .where("tenant_id", "=", tx.tenant)
      .where("claimable_id", "=", needId)
      .where("open", "=", true)
      .execute();
    return new Map<string, FittingAbility["state"]>([
      ...asked.map((row) => [row.account_id ?? row.body_id ?? "", "asked"] as const),
      ...refused.map((row) => [row.claimant_id, "refused"] as const),
      ...taken.map((row) => [row.claimant_id, "taken"] as const),
    ]);
  };

  const fittingNeeds = async (
    tx: Tx,
    ground: Ground & Viewing,
    offer: Offer,
    nodeId: string,
  ): Promise<FittingNeed[]> => {
    const { needs, claimables } = await readNeeds(tx, ground, nodeId, looking);
    return needs
      .flatMap((need) => {
        const one = claimables.get(need.id);
        return one && !misfitOf(need, offer.ability) ? [{ need, one }] : [];
      })
      .sort((a, b) => worth(b.need, offer.ability) - worth(a.need, offer.ability) || (a.need.id < b.need.id ? -1 : 1))
      .slice(0, mostShown)
      .map(({ need, one }) => ({
        need: needView(ground, one),
        why: sentencesOf(ground.pack, factsOf(need, offer.ability)),
        meters: roundedMeters(need, offer.ability),
        free: one.detail.places - one.detail.taken,
      }));
  };

  return {
    need: async (actor: Actor, claimableId: string) => {
      const ground = await groundOf(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const one = await findClaimable(tx, claimableId);
        // Who registered with what is for staff.
        if (!one || !isDesk(ground, one)) throw notFound("这项需求");
        const need = needOf(ground, one, Math.max(1, one.detail.places - one.detail.taken), null);
        if (!need) return { items: [], others: [] };
        const community =
          ground.tree.enclosing(one.matter.subject.placeId, "community")?.id ?? one.matter.subject.placeId;
        const offers = await readOffers(tx, ground, community, looking);
        const states = await statesOf(tx, claimableId);
        const others = new Map<string, number>();
        const fitting = offers.filter(({ ability }) => {
          const why = misfitOf(need, unasked(ability));
          if (why) others.set(why.code, (others.get(why.code) ?? 0) + 1);
          return !why;
        });
        const items: FittingAbility[] = fitting
          .sort((a, b) => worth(need, b.ability) - worth(need, a.ability) || (a.ability.id < b.ability.id ? -1 : 1))
          .slice(0, mostShown)
          .map(({ ability, claimant, offerId, title }) => {
            const body = claimant.isBody ? ground.tree.get(claimant.id) : undefined;
            return {
              name: claimant.name,
              body: body ? { id: body.id, name: body.name, tier: body.tier } : null,
              offer: offerId === null ? null : { id: offerId, title: title ?? "" },
              account: claimant.isBody ? null : claimant.id,
              why: sentencesOf(ground.pack, factsOf(need, ability)),
              meters: roundedMeters(need, ability),
              state: states.get(claimant.id) ?? "free",
            };
          });
        return {
          items,
          others: [...others].sort((a, b) => b[1] - a[1]).map(([code, count]) => ({ why: barrierText(code), count })),
        };
      });
    },

    ability: async (actor: Actor, claimableId: string) => {
      const ground = await groundOf(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const one = await findClaimable(tx, claimableId);
        if (!one || !(isDesk(ground, one) || isOwner(actor, one.matter))) throw notFound("这项资源");
        const [offer] = await offersFrom(tx, ground, [], [one], looking);
        return { items: offer ? await fittingNeeds(tx, ground, offer, areaAround(ground, one)) : [] };
      });
    },

    mine: async (actor: Actor) => {
      const ground = await groundOf(actor);
      return db.inTenant(actor.tenant, async (tx) => {
        const person = await registeredIn(tx, ground.tree, actor.accountId);
        if (!person) return { registered: false, items: [] };
        const [offer] = await offersFrom(tx, ground, [person], [], looking);
        const items = offer ? await fittingNeeds(tx, ground, offer, person.communityId) : [];
        return { registered: true, items };
      });
    },
  };

  /** Its community; what belongs to a town or the county goes anywhere in it. */
  function areaAround({ tree }: Ground, { matter }: Claimable): string {
    const { placeId } = matter.subject;
    const node = tree.get(placeId);
    const community = tree.enclosing(placeId, "community")?.id;
    return community ?? (node && tree.as(node) === "body" ? (node.parentId ?? tree.root.id) : placeId);
  }
};
export type Fits = ReturnType<typeof createFits>;
