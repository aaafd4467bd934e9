/** Needs and proposals as people see them. */
import type { Proposal, ProposedNeed } from "@ginkgo/shared/api/matching.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Actor } from "../../authority/index.ts";
import type { Tree } from "../../org/index.ts";
import { bodiesOf, type Claimable, fitnessOf, isFree, type Registered } from "../model.ts";
import type { ProposalRow } from "./repo.ts";
import { sentencesOf } from "./words.ts";

export interface Viewing {
  readonly actor: Actor;
  readonly pack: Pack;
  readonly tree: Tree;
  readonly now: Date;
}

export const needView = ({ pack, tree }: Viewing, { matter, detail }: Claimable): ProposedNeed => ({
  id: matter.id,
  title: matter.title,
  words: detail.words,
  kindLabel: pack.claimables[matter.kind]?.label ?? matter.kind,
  place: detail.address ?? tree.trail(matter.subject.placeId),
  startsAt: detail.startsAt?.toISOString() ?? null,
  endsAt: detail.endsAt?.toISOString() ?? null,
  until: detail.until,
});

export const isAsked = (actor: Actor, { accountId, bodyId }: Pick<ProposalRow, "accountId" | "bodyId">): boolean =>
  accountId === actor.accountId || (bodyId !== null && bodiesOf(actor).includes(bodyId));

export const proposalView = (
  viewing: Viewing,
  one: ProposalRow,
  need: Claimable,
  known: Registered | undefined,
): Proposal => {
  const { actor, pack, tree, now } = viewing;
  const body = one.bodyId === null ? undefined : tree.get(one.bodyId);
  const open = one.status === "proposed" && one.expiresAt > now;
  const mayAnswer = open && isAsked(actor, one) && isFree(need.detail, now);
  return {
    id: one.id,
    roundId: one.roundId,
    need: needView(viewing, need),
    who: { name: one.name, body: body ? { id: body.id, name: body.name, tier: body.tier } : null },
    why: sentencesOf(pack, one.facts),
    status: one.status === "proposed" && !open ? "expired" : one.status,
    createdAt: one.createdAt.toISOString(),
    expiresAt: one.expiresAt.toISOString(),
    answeredAt: one.answeredAt?.toISOString() ?? null,
    forGood: one.forGood,
    words: one.words,
    claimId: one.claimId,
    mayAnswer,
    confirms: mayAnswer ? [...fitnessOf(need.detail, one.bodyId === null ? known : undefined, pack, now).confirms] : [],
  };
};
