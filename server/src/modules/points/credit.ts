/** What other modules may ask of points: to credit what a volunteer did, and to take that back. Never how many anyone has. */
import { ruleFor } from "@ginkgo/shared/pack/points.ts";
import type { Tx } from "../../platform/db/database.ts";
import { newId } from "../../platform/ids.ts";
import type { Tree } from "../org/index.ts";
import type { PointsDeps } from "./deps.ts";
import {
  type Booking,
  type Deed,
  type Doer,
  earning,
  earns,
  issuedAccount,
  opposite,
  pointRulesOf,
  type Recognition,
} from "./model.ts";
import { type Booked, book, earnedAround, findBySource, isBooked } from "./repo/ledger.ts";
import { lockMember } from "./repo/members.ts";

export interface PointsPort {
  /** In the caller's transaction. Answers how many points this deed brought just now: none if it earns none or has been paid. */
  credit(tx: Tx, deed: Deed): Promise<number>;
  /** As `credit`, for many people at once; they are locked in one order, whoever else books for the same people. */
  creditAll(tx: Tx, deeds: readonly Deed[]): Promise<number>;
  /** Books the opposite of what the deed brought; nothing if it brought nothing or has been taken back. */
  reverse(tx: Tx, sourceKey: string, reason: string, actor: Doer): Promise<number>;
}

/** A home is recognised as its community: the sum of one building would say what one person did. */
export const communityOf = (tree: Tree, homeId: string | null): string | null =>
  homeId ? (tree.enclosing(homeId, "community")?.id ?? null) : null;

export const createCredit = ({ clock, packs, forest }: Pick<PointsDeps, "clock" | "packs" | "forest">) => {
  const bookOnce = async (tx: Tx, booking: Booking): Promise<number> =>
    (await book(tx, booking)) ? booking.points : 0;

  const recognitionsOf = (tree: Tree, deed: Deed, sides: readonly string[]): Recognition[] => {
    const home = communityOf(tree, deed.homeId);
    const all: (Recognition | undefined)[] = [
      home ? { side: "home", nodeId: home } : undefined,
      deed.unitId ? { side: "unit", nodeId: deed.unitId } : undefined,
    ];
    return all.filter((one) => one !== undefined).filter(({ side }) => sides.includes(side));
  };

  const credit = async (tx: Tx, deed: Deed): Promise<number> => {
    const { pack } = await packs.current(tx.tenant);
    const rules = pointRulesOf(pack);
    const rule = rules && ruleFor(rules, deed);
    if (!rule) return 0;
    // Nobody thanks themselves; what a record counts is confirmed by the record, whoever closes it.
    if (rule.confirmedBy !== "record" && deed.actor.accountId === deed.accountId) return 0;
    const member = await lockMember(tx, deed.accountId);
    if (!earns(member, deed.at) || (await isBooked(tx, "earn", deed.sourceKey))) return 0;
    const points = earning(rule, deed.minutes, await earnedAround(tx, deed.accountId, rule.id, deed.at));
    if (points === 0) return 0;
    return bookOnce(tx, {
      id: newId(),
      at: clock.now(),
      doneAt: deed.at,
      kind: "earn",
      accountId: deed.accountId,
      nodeId: deed.nodeId,
      rule: rule.id,
      subjectType: deed.type,
      subjectId: deed.subjectId,
      sourceKey: deed.sourceKey,
      reverses: null,
      words: deed.words,
      actor: deed.actor,
      points,
      against: issuedAccount(rule.id),
      recognised: recognitionsOf(await forest.tree(tx.tenant), deed, rule.recognised),
    });
  };

  /** The one thing that may leave a balance below zero: what was given by mistake may have been spent. */
  const takeBack = async (tx: Tx, was: Booked, reason: string, actor: Doer): Promise<number> => {
    await lockMember(tx, was.accountId);
    return bookOnce(tx, opposite(was, { id: newId(), at: clock.now(), kind: "reverse", words: reason, actor }));
  };

  const port: PointsPort = {
    credit,
    creditAll: async (tx, deeds) => {
      let sum = 0;
      for (const deed of deeds.toSorted((a, b) => (a.accountId < b.accountId ? -1 : 1))) sum += await credit(tx, deed);
      return sum;
    },
    reverse: async (tx, sourceKey, reason, actor) => {
      const was = await findBySource(tx, "earn", sourceKey);
      return was ? takeBack(tx, was, reason, actor) : 0;
    },
  };
  return { port, takeBack };
};
export type Credit = ReturnType<typeof createCredit>;
