/** Matters without I/O: their shape, and what someone is to one. */
import type { MatterType } from "@ginkgo/shared/pack/participation.ts";
import type { ParticipationRight } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, stateAt } from "@ginkgo/shared/pack/states.ts";
import type { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { type Actor, type Tree as Hierarchy, may, type Target } from "../authority/index.ts";
import type { Subject } from "../workflow/index.ts";

/** `registered`: for those who are registered somewhere; the module that keeps the thing shows it to them. */
export type Visibility = "public" | "place" | "registered" | "parties";

/** A person, and the body they act for. */
export interface Side {
  readonly id: string;
  readonly name: string;
  readonly bodyId: string | null;
}

export interface Matter {
  readonly id: string;
  readonly type: MatterType;
  readonly kind: string;
  readonly code: string;
  readonly title: string;
  readonly packVersion: number;
  readonly version: number;
  readonly subject: Subject;
  readonly tone: string;
  readonly ended: boolean;
  readonly visibility: Visibility;
  readonly owner: Side;
  /** Who registered, claimed or signed; nobody where the matter is its owner's alone. */
  readonly holder: Side | null;
  /** The unit a person belongs to. */
  readonly unitId: string | null;
  readonly unitSees: boolean;
  readonly parentId: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

/** Which right lets a desk read matters of a type. */
export const readRight: { readonly [T in MatterType]: ParticipationRight } = {
  registration: "registration.read",
  claimable: "claim.read",
  claim: "claim.read",
  agreement: "agreement.read",
  activity: "activity.read",
};

/** Who speaks for a body stands for whoever acted for it. */
const speaksFor = (actor: Actor, bodyId: string | null): boolean =>
  bodyId !== null && actor.grants.some(({ nodeId, rights }) => nodeId === bodyId && rights.has("case.lead"));

export const isSide = (actor: Actor, side: Side | null): boolean =>
  side !== null && (side.id === actor.accountId || speaksFor(actor, side.bodyId));

/** To a workflow the owner is the `reporter`, the holder the one who leads. */
export const targetFor = (actor: Actor, { subject, owner, holder }: Matter): Target => ({
  nodeId: subject.placeId,
  reporterId: isSide(actor, owner) ? actor.accountId : owner.id,
  handlers: holder ? [{ id: isSide(actor, holder) ? actor.accountId : holder.id }] : [],
  facts: subject.facts,
});

/**
 * How much of a matter someone sees. `desk`: all. `party`: their own, history included. `unit`: a record of one of its people
 * who agreed. `passer-by`: what is open to claim or to join, without persons.
 */
export type Sight = "desk" | "party" | "unit" | "passer-by";

export const sightOf = (
  actor: Actor,
  one: Matter,
  tree: Hierarchy,
  workflow: Workflow | undefined,
): Sight | undefined => {
  const target = targetFor(actor, one);
  if (may(actor, { right: readRight[one.type] }, target, tree)) return "desk";
  if (isSide(actor, one.owner) || isSide(actor, one.holder)) return "party";
  // Whoever's move it is must see it.
  const awaited = workflow ? activeOf(one.subject.leaves).flatMap((path) => stateAt(workflow, path).waitsFor) : [];
  if (awaited.some((by) => !("party" in by) && may(actor, by, target, tree))) return "desk";
  if (one.unitSees && speaksFor(actor, one.unitId)) return "unit";
  // Who is registered is known to the module that keeps the thing: it says itself that they see it.
  return one.visibility === "parties" || one.visibility === "registered" ? undefined : "passer-by";
};
