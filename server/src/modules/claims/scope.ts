/** Which claimables and claims someone's lists may contain, as SQL conditions on `matters m`. */
import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../authority/index.ts";
import { deskCondition, either, ownCondition } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import { bodiesOf } from "./model.ts";

export type Condition = RawBuilder<boolean>;

/** The actor and the bodies they speak for: under whose names claims are kept. */
export const claimantsFor = (actor: Actor): string[] => [actor.accountId, ...bodiesOf(actor)];

const claimedCondition = (actor: Actor): Condition =>
  sql<boolean>`exists (select 1 from claims k where k.tenant_id = m.tenant_id and k.claimable_id = m.id and k.claimant_id = any(${claimantsFor(actor)}::uuid[]))`;

/** A thing is laid open only once it can be claimed; until then `visibility` keeps it among those concerned. */
export const claimableCondition = (actor: Actor, tree: Tree, registered: boolean): Condition =>
  either([
    deskCondition(actor, tree, "claimable"),
    ownCondition(actor),
    registered
      ? sql<boolean>`m.visibility in ('public', 'place', 'registered')`
      : sql<boolean>`m.visibility in ('public', 'place')`,
    claimedCondition(actor),
  ]);

const anyOf = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`;

/** Claims of the actor, or of a body they speak for. */
export const mineCondition = (actor: Actor): Condition => {
  const bodies = bodiesOf(actor);
  const own = sql<boolean>`m.holder_id = ${actor.accountId}`;
  return bodies.length === 0 ? own : sql<boolean>`(${own} or m.body_id = ${anyOf(bodies)})`;
};

/** Claims on what the actor, or a body they speak for, put up. */
export const receivedCondition = (actor: Actor): Condition => {
  const bodies = bodiesOf(actor);
  const own = sql<boolean>`m.owner_id = ${actor.accountId}`;
  return bodies.length === 0 ? own : sql<boolean>`(${own} or m.owner_body_id = ${anyOf(bodies)})`;
};
