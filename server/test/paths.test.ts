/** Every state of every workflow that ships is reached on the real server, by the shortest way there is. */
import { places } from "@ginkgo/packs/index.ts";
import { checkPack } from "@ginkgo/shared/pack/check.ts";
import { matterWorkflows } from "@ginkgo/shared/pack/matters.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { allSteps, effectsOf, statesOf, workflowOf } from "@ginkgo/shared/pack/states.ts";
import { describe, expect, it } from "vitest";
import { useApp } from "./app.ts";
import { createPlayer } from "./paths/play.ts";
import { type Way, waysThrough } from "./paths/search.ts";

const packOf = (input: unknown): Pack => {
  const checked = checkPack(input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.pack;
};

/** Nested ends are passed through, not stood in, where their parent goes on at once. */
const stoodIn = (pack: Pack, id: string): string[] =>
  [...statesOf(workflowOf(pack, id)).values()]
    .filter(({ path, state }) => !(state.final && path.includes(".")))
    .map(({ path }) => path);

describe.each(places)("the workflows of $pack.id", (place) => {
  const pack = packOf(place.pack);
  const world = useApp(place);
  const activeOf = async (caseId: string): Promise<readonly string[]> =>
    world.app.foundation.db.inTenant(place.pack.code, async (tx) => {
      const row = await tx.sql
        .selectFrom("cases")
        .select("active")
        .where("tenant_id", "=", tx.tenant)
        .where("id", "=", caseId)
        .executeTakeFirstOrThrow();
      return row.active;
    });

  const opened = new Set(
    Object.values(pack.workflows)
      .flatMap((workflow) => [...workflow.intake.effects, ...allSteps(workflow).flatMap(({ step }) => effectsOf(step))])
      .flatMap((effect) => (effect.name === "openSubCases" ? [effect.workflow] : [])),
  );

  /** Parts are walked through as cases of their own in the search; on the server they are ended with the case they belong to. */
  it.each(Object.keys(pack.workflows))("%s can be walked to every state", (id) => {
    const ways = waysThrough(pack, id, opened.has(id));
    expect(stoodIn(pack, id).filter((path) => !ways.has(path))).toEqual([]);
  });

  // Registrations, claims and the like are begun by modules of their own, each with its conditions; stories tell of them.
  it.each(Object.keys(pack.workflows).filter((id) => !opened.has(id) && !matterWorkflows(pack).has(id)))(
    "%s goes there on the real server",
    async (id) => {
      const play = createPlayer(world, place, pack);
      const failures: string[] = [];
      // A way that leads through a state is tested by the longer one.
      const ways = [...waysThrough(pack, id).values()];
      const longest = ways.filter((way) => !ways.some((other) => isPrefix(way, other)));
      for (const way of longest)
        try {
          const active = await activeOf(await play(way));
          if (!active.includes(`${id}:${way.to}`)) failures.push(`${way.to}: stands in ${active.join(", ")}`);
        } catch (error) {
          failures.push(`${way.to}: ${(error as Error).message}`);
        }
      expect(failures).toEqual([]);
    },
    60_000,
  );
});

const isPrefix = (way: Way, other: Way): boolean =>
  way !== other &&
  way.moves.length < other.moves.length &&
  way.category === other.category &&
  way.placed === other.placed &&
  JSON.stringify(way.intake) === JSON.stringify(other.intake) &&
  JSON.stringify(way.moves) === JSON.stringify(other.moves.slice(0, way.moves.length));
