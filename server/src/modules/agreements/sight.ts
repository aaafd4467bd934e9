/** What someone may see of an agreement, a meeting or an item: the same rule as in the lists, for one. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Tx } from "../../platform/db/database.ts";
import { type Actor, may } from "../authority/index.ts";
import { type Sight, sightOf } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import type { Item } from "./items-repo.ts";
import { attendsMeeting } from "./meetings-repo.ts";
import { type Agreement, asParty, edit, read, speaksFor } from "./model.ts";
import { findAgreement } from "./repo.ts";

export interface Viewing {
  readonly actor: Actor;
  readonly tree: Tree;
  readonly now: Date;
}

/** `pack`: the one the agreement began under. */
export const sightOfAgreement = (viewing: Viewing, pack: Pack, one: Agreement): Sight | undefined =>
  sightOf(viewing.actor, asParty(viewing.actor, one), viewing.tree, workflowOf(pack, one.matter.subject.workflow));

export const mayEdit = ({ actor, tree }: Viewing, nodeId: string): boolean =>
  may(actor, { right: edit }, { nodeId }, tree);
export const mayRead = ({ actor, tree }: Viewing, nodeId: string): boolean =>
  may(actor, { right: read }, { nodeId }, tree);

/** Whether it is theirs to do: their own, that of a body they speak for, or of a place they act for. */
export const owes = (viewing: Viewing, { ownerId, ownerNodeId }: Item): boolean =>
  ownerId === viewing.actor.accountId ||
  speaksFor(viewing.actor, ownerNodeId) ||
  (ownerNodeId !== null && mayEdit(viewing, ownerNodeId));

export const seesItem = async (
  tx: Tx,
  viewing: Viewing,
  packAt: (version: number) => Promise<Pack>,
  item: Item,
): Promise<boolean> => {
  if (mayRead(viewing, item.nodeId)) return true;
  // What nobody has agreed to yet is seen with the draft alone.
  if (item.state !== "planned" && owes(viewing, item)) return true;
  if (item.source.type === "meeting") return attendsMeeting(tx, viewing.actor, item.source.id);
  const agreement = await findAgreement(tx, item.source.id);
  return (
    agreement !== undefined &&
    sightOfAgreement(viewing, await packAt(agreement.matter.packVersion), agreement) !== undefined
  );
};
