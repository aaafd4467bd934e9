/**
 * The one place that answers "may this actor do this to that?". All authority is a role on a node and covers what lies
 * below it; a party is a relation to the very case. What is not granted here is refused.
 */
import type { Tier } from "@ginkgo/shared/pack/schema.ts";
import type { By } from "@ginkgo/shared/pack/workflow.ts";

/** What authority needs to know of a tree. */
export interface Tree {
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

/** What is to be acted on: a node, or a case with the people it concerns. */
export interface Target {
  readonly nodeId: string;
  readonly reporterId?: string;
  readonly handlerIds?: readonly string[];
  /** Bodies (or persons) the case has been offered to, and the bodies through which handlers took it. */
  readonly offeredIds?: readonly string[];
  readonly bodyIds?: readonly string[];
  /** Offered to everyone who may take cases there. */
  readonly openToAll?: boolean;
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

const isParty = (actor: Actor, party: Extract<By, { party: string }>["party"], target: Target, tree: Tree): boolean => {
  switch (party) {
    case "reporter":
      return target.reporterId === actor.accountId;
    case "handler":
      return (
        (target.handlerIds?.includes(actor.accountId) ?? false) || belongsTo(actor, "case.lead", target.bodyIds ?? [])
      );
    case "offered":
      return (
        (target.offeredIds?.includes(actor.accountId) ?? false) ||
        belongsTo(actor, "case.take", target.offeredIds ?? []) ||
        (target.openToAll === true && worksAround(actor, target.nodeId, tree))
      );
  }
};

/** May this actor, under any of these descriptions, act on that target? */
export const may = (actor: Actor, by: By | readonly By[], target: Target, tree: Tree): boolean =>
  (Array.isArray(by) ? (by as readonly By[]) : [by as By]).some((one) =>
    "right" in one ? holds(actor, one.right, target.nodeId, tree) : isParty(actor, one.party, target, tree),
  );

/** The nodes on which the actor holds a right: everything below them is in scope. */
export const scopeOf = (actor: Actor, right: string): readonly string[] =>
  actor.grants.filter((grant) => grant.rights.has(right)).map((grant) => grant.nodeId);
