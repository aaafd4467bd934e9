/** The module put together: moving matters on, reading them, telling of them, their clocks. */
import type { MatterSummary, MatterView } from "@ginkgo/shared/api/matters.ts";
import { workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { Tx } from "../../platform/db/database.ts";
import type { Call } from "../../platform/http/call.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { createAlarms } from "./alarms.ts";
import type { MattersDeps } from "./deps.ts";
import { type Matter, type Sight, sightOf } from "./model.ts";
import { createMoving } from "./moving.ts";
import { eventsOf, findMatter, lockMatter } from "./repo.ts";
import { createTelling } from "./telling.ts";
import { type MatterViewing, summaryOf, viewOf } from "./view.ts";

export const createMatters = (deps: MattersDeps) => {
  const { db, clock, packs, forest, files } = deps;
  const moving = createMoving(deps);

  const viewingFor = async (actor: Actor, packVersion: number): Promise<MatterViewing> => ({
    actor,
    tree: await forest.tree(actor.tenant),
    pack: await packs.at(actor.tenant, packVersion),
    now: clock.now(),
  });

  const sightFor = (viewing: MatterViewing, one: Matter): Sight | undefined =>
    sightOf(viewing.actor, one, viewing.tree, workflowOf(viewing.pack, one.subject.workflow));

  /** Refuses alike what is not there and what is not for this actor. */
  const see = async (actor: Actor, one: Matter | undefined, what = "这件事项") => {
    if (!one) throw notFound(what);
    const viewing = await viewingFor(actor, one.packVersion);
    const sight = sightFor(viewing, one);
    if (!sight) throw notFound(what);
    return { one, sight, viewing };
  };

  const viewIn = async (tx: Tx, actor: Actor, one: Matter, atLeast?: Sight): Promise<MatterView> => {
    const viewing = await viewingFor(actor, one.packVersion);
    const sight = sightFor(viewing, one) ?? atLeast;
    if (!sight) throw notFound("这件事项");
    const stored = (await files.ofSubjects(tx, [one.id])).get(one.id) ?? [];
    return viewOf(viewing, one, sight, await eventsOf(tx, one.id), new Map(stored.map((file) => [file.id, file])));
  };

  return {
    moving,
    telling: createTelling(deps),
    alarms: createAlarms(deps, moving),
    see,
    viewIn,

    /** Lines of a list; those the actor may not see at all are left out. */
    summaries: async (actor: Actor, all: readonly Matter[]): Promise<MatterSummary[]> => {
      const lines: MatterSummary[] = [];
      for (const one of all) {
        const viewing = await viewingFor(actor, one.packVersion);
        const sight = sightFor(viewing, one);
        if (sight) lines.push(summaryOf(viewing, one, sight));
      }
      return lines;
    },

    view: (actor: Actor, id: string): Promise<MatterView> =>
      db.inTenant(actor.tenant, async (tx) => viewIn(tx, actor, (await see(actor, await findMatter(tx, id))).one)),

    act: async (
      call: Call<Actor>,
      input: { matterId: string; action: string; version: number; data: Readonly<Record<string, unknown>> },
    ): Promise<MatterView> => {
      const { actor } = call;
      const { id, sight } = await db.once(actor.tenant, call.request, async (tx) => {
        const found = await see(actor, await lockMatter(tx, input.matterId));
        const after = await moving.act(tx, actor, found.one, input.action, input.data, input.version);
        return { id: after.id, sight: found.sight };
      });
      return db.inTenant(actor.tenant, async (tx) => {
        const one = await findMatter(tx, id);
        if (!one) throw notFound("这件事项");
        return viewIn(tx, actor, one, sight);
      });
    },
  };
};
export type Matters = ReturnType<typeof createMatters>;
