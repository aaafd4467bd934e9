import fc from "fast-check";
import { expect, it } from "vitest";
import { movableClock } from "../../platform/clock.ts";
import { underNode } from "../cases/scope.ts";
import { useOrg } from "../org/harness.ts";
import { addCases, addPerson, countingLand, countingTree, type KnownCase, known } from "./harness.ts";
import { createInsights } from "./index.ts";

const setup = useOrg(countingLand, countingTree);
const clock = movableClock(new Date("2026-11-23T01:00:00Z"));

const places = [
  "county",
  "street",
  "east",
  "garden",
  "east-1",
  "east-2",
  "b1",
  "b3",
  "west",
  "court",
  "wb13",
  "town",
  "village",
];

const someCase = fc.record({
  place: fc.constantFrom(...places),
  day: fc.integer({ min: 10, max: 27 }),
  stars: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  reason: fc.option(fc.constant("重复"), { nil: undefined }),
  hours: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
});

/** Counted without the engine: from the very cases, one by one. */
const byHand = (cases: readonly KnownCase[]) => {
  const kept = cases.filter(({ facts }) => facts.stars !== undefined && facts.reason === undefined);
  return {
    received: cases.length,
    hours: cases.reduce((sum, { facts }) => sum + Number(facts.hours ?? 0), 0),
    good: kept.filter(({ facts }) => Number(facts.stars) >= 4).length,
    rated: kept.length,
  };
};

it("at every node the figures are those of the cases below it, and the places below add up to it", async () => {
  const { world } = setup;
  const { db, packs, tenant, id } = world;
  const list = async () => ({ items: [], nextCursor: null });
  const forest = { tree: () => world.tree() };
  const insights = createInsights({
    db,
    clock,
    packs,
    forest,
    cases: { under: underNode, list },
    matters: { list },
    records: {},
  });
  const reporter = await addPerson(db, tenant, "王居民");
  const tree = await world.tree();
  const all: KnownCase[] = [];
  const at = (under: string) => insights.figures(world.callOf("county", ["figures.read"]).actor, { by: "node", under });

  await fc.assert(
    fc.asyncProperty(fc.array(someCase, { minLength: 5, maxLength: 25 }), async (drawn) => {
      const fresh = drawn.map(({ place, day, ...facts }) => known(id, place, `2026-06-${day}T12:00:00+08:00`, facts));
      await addCases(db, tenant, reporter, fresh);
      all.push(...fresh);
      // The mark says that all is counted; these came without their metrics.
      await db.inTenant(tenant, (tx) => tx.sql.deleteFrom("figure_counts").execute());
      await insights.recount(tenant);
      for (const key of [...places, "zone"]) {
        const { totals, rows } = await at(id(key));
        const { received, hours, good, rated } = byHand(all.filter(({ place }) => tree.isUnder(place, id(key))));
        const rate = totals.rates.satisfaction;
        expect([key, totals.values.received, totals.values.hours, rate?.numerator, rate?.denominator]).toEqual([
          key,
          received,
          hours,
          good,
          rated,
        ]);
        const apart = rows.filter(({ overlaps }) => !overlaps);
        const added = apart.reduce((sum, { values }) => sum + (values.received ?? 0), 0);
        expect([key, added]).toEqual([key, received]);
      }
    }),
    { numRuns: 6 },
  );
});
