import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db/database.ts";
import { appendEvents } from "../../platform/events.ts";
import { forbidden } from "../../platform/problem.ts";
import { type Actor, may, scopeOf, type Tree } from "../authority/index.ts";
import { packSubject } from "./ids.ts";
import type { PackRegistry } from "./registry.ts";

/** What packs need to know of the tree: who stands above whom, and at the top. */
export type Ground = Tree & { readonly root: { readonly id: string; readonly tier: string } };

export interface PacksDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly registry: PackRegistry;
  readonly ground: (tenant: string) => Promise<Ground>;
  /** In the transaction that publishes: what has to be done later because of it. */
  readonly onPublish?: (tx: Tx) => void;
  /** After it has committed: this server drops what it keeps in memory (the others do so on `packsChannel`). */
  readonly changed: (tenant: string) => Promise<void>;
}

const rightNames = {
  "pack.read": "查看地方包",
  "pack.edit": "修改地方包",
  "pack.publish": "发布地方包",
} as const;
export type PackRight = keyof typeof rightNames;

/** The rules are the whole place's: every desk may read them, but only the right on the root changes them. */
export const mayPack = (actor: Actor, right: PackRight, ground: Ground): boolean =>
  right === "pack.read" ? scopeOf(actor, right).length > 0 : may(actor, { right }, { nodeId: ground.root.id }, ground);

export const mustPack = async ({ ground }: PacksDeps, actor: Actor, right: PackRight): Promise<Ground> => {
  const tree = await ground(actor.tenant);
  if (!mayPack(actor, right, tree)) throw forbidden(rightNames[right]);
  return tree;
};

export type PackEvent = "draft-saved" | "imported" | "draft-deleted" | "published" | "rolled-back";

export const recordPack = (
  tx: Tx,
  { clock }: PacksDeps,
  actor: Actor,
  seq: number,
  type: PackEvent,
  data: object,
): Promise<void> =>
  appendEvents(tx, [
    {
      subjectType: "pack",
      subjectId: packSubject(tx.tenant),
      seq,
      type,
      actor: { accountId: actor.accountId, name: actor.name },
      at: clock.now(),
      seenBy: "staff",
      data,
    },
  ]);
