/** What every service of activities stands on: an activity with its kind, and what the actor is to it. */
import type { ActivityKind } from "@ginkgo/shared/pack/activities.ts";
import { notFound } from "../../platform/problem.ts";
import { type Actor, may } from "../authority/index.ts";
import { isSide, type Sight } from "../matters/index.ts";
import type { Tree } from "../org/index.ts";
import type { ActivitiesDeps } from "./deps.ts";
import { kindOf } from "./model.ts";
import type { Activity } from "./rows.ts";

export const what = "这个活动";

export interface Seen {
  readonly activity: Activity;
  readonly kind: ActivityKind;
  readonly sight: Sight;
  readonly tree: Tree;
  /** Organises it, or its desk does: sees who comes, shows the code. */
  readonly organises: boolean;
  /** The desk that grants and corrects hours. */
  readonly desk: boolean;
}

export const createGround = ({ matters, packs, forest }: Pick<ActivitiesDeps, "matters" | "packs" | "forest">) => {
  /** Whoever has signed up goes on seeing what became of it. */
  const see = async (actor: Actor, activity: Activity | undefined, signedUp = false): Promise<Seen> => {
    if (!activity) throw notFound(what);
    const { matter } = activity;
    const pack = await packs.at(actor.tenant, matter.packVersion);
    const kind = kindOf(pack, matter.kind);
    if (!kind) throw notFound(what);
    const tree = await forest.tree(actor.tenant);
    let sight: Sight;
    try {
      sight = (await matters.see(actor, matter, what)).sight;
    } catch (error) {
      if (!signedUp) throw error;
      sight = "passer-by";
    }
    const desk = may(actor, { right: "activity.edit" }, { nodeId: matter.subject.placeId }, tree);
    return { activity, kind, sight, tree, desk, organises: desk || isSide(actor, matter.owner) };
  };

  /** For what only those who organise it may do: to all others it is not there. */
  const organising = async (actor: Actor, activity: Activity | undefined): Promise<Seen> => {
    const seen = await see(actor, activity);
    if (!seen.organises) throw notFound(what);
    return seen;
  };

  return { see, organising };
};
export type Ground = ReturnType<typeof createGround>;
