/**
 * The one place that answers "may this actor do this to that?". All authority is a role on a node and covers what lies
 * below it; a party is a relation to the very case. What is not granted here is refused.
 */
import type { Tier } from "@ginkgo/shared/pack/schema.ts";
import type { By, Party } from "@ginkgo/shared/pack/workflow.ts";

/** What authority needs to know of a tree. */
export interface Tree {
  /** Below it, or at or below a node that it covers as a zone: a role on a zone reaches into the towns it governs. */
  isUnder(id: string, above: string): boolean;
  enclosing(id: string, as: Tier["as"]): { readonly id: string } | undefined;
}

export interface Grant {
  readonly id: string;
  readonly role: string;
  readonly nodeId: string;
  readonly rights: ReadonlySet<string>;
}

export interface Actor {
  readonly tenant: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly homeId: string | null;
  readonly grants: readonly Grant[];
}

/** Someone a case concerns: a person or body it is offered to, or who handles it (and through which body). */
export interface Concerned {
  readonly id: string;
  readonly bodyId?: string;
  readonly part?: "assist";
}

/** What is to be acted on: a node, or a case with the people it concerns. */
export interface Target {
  readonly nodeId: string;
  readonly reporterId?: string;
  readonly handlers?: readonly Concerned[];
  /** Those with part `assist` have been invited and have not joined yet. */
  readonly offered?: readonly Concerned[];
  /** Offered to everyone who may take cases there. */
  readonly openToAll?: boolean;
  /** People kept by earlier steps are among these. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

const holds = (actor: Actor, right: string, nodeId: string, tree: Tree): boolean =>
  actor.grants.some((grant) => grant.rights.has(right) && tree.isUnder(nodeId, grant.nodeId));

/** Holds `right` on this very body, as its members do. */
const belongsTo = (actor: Actor, right: string, bodyIds: readonly string[]): boolean =>
  actor.grants.some((grant) => grant.rights.has(right) && bodyIds.includes(grant.nodeId));

/** A worker of the neighbourhood: their body or grid lies in the same community as the case, or above it. */
const worksAround = (actor: Actor, nodeId: string, tree: Tree): boolean => {
  const community = tree.enclosing(nodeId, "community")?.id ?? nodeId;
  return actor.grants.some(
    (grant) =>
      grant.rights.has("case.take") && (tree.isUnder(grant.nodeId, community) || tree.isUnder(community, grant.nodeId)),
  );
};

/** In the actor's own hands, or in those of a body the actor speaks for. */
const handles = (actor: Actor, handlers: readonly Concerned[]): boolean =>
  handlers.some(({ id }) => id === actor.accountId) ||
  belongsTo(
    actor,
    "case.lead",
    handlers.flatMap(({ bodyId }) => bodyId ?? []),
  );

const isOffered = (actor: Actor, offered: readonly Concerned[]): boolean =>
  offered.some(({ id }) => id === actor.accountId) ||
  belongsTo(
    actor,
    "case.take",
    offered.map(({ id }) => id),
  );

const isParty = (actor: Actor, party: Party, target: Target, tree: Tree): boolean => {
  const { handlers = [], offered = [] } = target;
  switch (party) {
    case "reporter":
      return target.reporterId === actor.accountId;
    case "handler":
      return handles(actor, handlers);
    case "lead":
      return handles(
        actor,
        handlers.filter(({ part }) => part !== "assist"),
      );
    case "assist":
      return handles(
        actor,
        handlers.filter(({ part }) => part === "assist"),
      );
    case "offered":
      return (
        isOffered(
          actor,
          offered.filter(({ part }) => part !== "assist"),
        ) ||
        (target.openToAll === true && worksAround(actor, target.nodeId, tree))
      );
    case "invited":
      return isOffered(
        actor,
        offered.filter(({ part }) => part === "assist"),
      );
  }
};

/** Whether an earlier step kept this very person under that name. */
const isNamed = (actor: Actor, fact: string, { facts }: Target): boolean => {
  const kept = facts?.[fact];
  return typeof kept === "object" && kept !== null && "id" in kept && kept.id === actor.accountId;
};

const isMeant = (actor: Actor, by: By, target: Target, tree: Tree): boolean => {
  if ("right" in by) return holds(actor, by.right, target.nodeId, tree);
  return "fact" in by ? isNamed(actor, by.fact, target) : isParty(actor, by.party, target, tree);
};

/** May this actor, under any of these descriptions, act on that target? */
export const may = (actor: Actor, by: By | readonly By[], target: Target, tree: Tree): boolean =>
  (Array.isArray(by) ? (by as readonly By[]) : [by as By]).some((one) => isMeant(actor, one, target, tree));

/** The nodes on which the actor holds a right: everything below them is in scope. */
export const scopeOf = (actor: Actor, right: string): readonly string[] =>
  actor.grants.filter((grant) => grant.rights.has(right)).map((grant) => grant.nodeId);
