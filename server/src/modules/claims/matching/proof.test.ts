/** What the proof of a round rests on, each part by itself: were it wrong, a round could be called the best that is not. */
import fc from "fast-check";
import type { Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { createExclusions, type Exclusion } from "./exclusions.ts";
import { loadSolver } from "./highs.ts";
import { defaultWeights } from "./model.ts";
import { type Pairs, pairsOf } from "./pairs.ts";
import { createPlan } from "./plan.ts";
import { boundOf, gainsOf, wholeBound } from "./prices.ts";
import { allRounds } from "./referee.ts";
import { relax } from "./relax.ts";
import { busyScene, type Scene, scene, tightScene } from "./scenes.ts";
import { search } from "./search.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadSolver();
});

const pairsIn = ({ needs, abilities }: Scene): Pairs => pairsOf(needs, abilities, defaultWeights);
const bestOf = ({ needs, abilities }: Scene): number =>
  Math.max(...allRounds(needs, abilities).map(({ value }) => value));
const someNumbers = (max: number) =>
  fc.array(fc.double({ min: 0, max, noNaN: true }), { minLength: 60, maxLength: 60 });
/** As solutions have them. */
const someShares = fc.array(fc.constantFrom(0, 0, 0.25, 0.5, 0.75, 1, 1), { minLength: 60, maxLength: 60 });
const effort = { secondsLeft: () => 60, progress: () => {} };

/** Rules that some shares break, whatever these have to do with a solution. */
const rulesFor = (pairs: Pairs, shares: readonly number[]): Exclusion[] =>
  createExclusions(
    highs,
    pairs,
  )(new Map(pairs.list.flatMap((_, p) => (shares[p % 60] ? [[p, shares[p % 60] ?? 0] as const] : []))));

const scenes: readonly (readonly [string, fc.Arbitrary<Scene>])[] = [
  ["of all kinds", scene(5, 4, 3)],
  ["of people with little time", busyScene],
  ["of somebody with more to do than time", tightScene],
];

describe.each(scenes)("%s", (_, some) => {
  it("a rule never forbids what is possible", () => {
    fc.assert(
      fc.property(some, someShares, (one, shares) => {
        const pairs = pairsIn(one);
        const rules = rulesFor(pairs, shares);
        // Crooked weights have made the solver lose the best round.
        expect(rules.every(({ weights, atMost }) => [...weights, atMost].every(Number.isInteger))).toBe(true);
        const numbers = new Map(
          pairs.list.map(({ need, ability }, p) => [`${pairs.needs[need]?.id} ${pairs.abilities[ability]?.id}`, p]),
        );
        for (const { proposals } of allRounds(one.needs, one.abilities)) {
          const taken = new Set(proposals.map(({ need, ability }) => numbers.get(`${need} ${ability}`)));
          for (const { members, weights, atMost } of rules) {
            const sum = members.reduce((all, p, k) => all + (taken.has(p) ? (weights[k] ?? 0) : 0), 0);
            expect(sum).toBeLessThanOrEqual(atMost);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("needs no trust in the solver: whatever the prices, no round is worth more than the bound", () => {
    fc.assert(
      fc.property(
        some,
        someNumbers(600),
        fc.constantFrom(0, 0.25),
        fc.constantFrom(0, 20, 50),
        someShares,
        (one, drawn, cheap, below, shares) => {
          const pairs = pairsIn(one);
          const exclusions = rulesFor(pairs, shares);
          const prices = {
            needs: Float64Array.from(pairs.needs, (_, i) => cheap * (drawn[i] ?? 0) - below),
            owners: Float64Array.from(pairs.owners, (_, i) => cheap * (drawn[i + 10] ?? 0)),
            abilities: Float64Array.from(pairs.abilities, (_, i) => cheap * (drawn[i + 20] ?? 0)),
            exclusions: Float64Array.from(exclusions, (_, i) => drawn[(i + 30) % 60] ?? 0),
          };
          const bound = boundOf(pairs, prices, exclusions, gainsOf(pairs, prices, exclusions));
          expect(bound).toBeGreaterThanOrEqual(bestOf(one) - 1e-6);
        },
      ),
    );
  });

  it("the search finds the best from a bound far above it, and never claims a lower one on the way", () => {
    fc.assert(
      fc.property(some, (one) => {
        const pairs = pairsIn(one);
        if (pairs.list.length === 0) return;
        // Without rules the bound is that of people who can be everywhere at once.
        const relaxed = relax(highs, pairs, () => [], effort);
        const brokenBy = createExclusions(highs, pairs);
        const best = bestOf(one);
        let known = { best: createPlan(pairs), exclusions: [] as readonly Exclusion[] };
        let bound = wholeBound(relaxed.bound);
        for (let width = 1; bound > known.best.value(); width *= 2) {
          const found = search(highs, pairs, brokenBy, relaxed, known, width, effort);
          expect(found.bound).toBeGreaterThanOrEqual(best);
          expect(found.gaveUp).toBe(false);
          known = found;
          bound = Math.min(bound, found.bound);
        }
        expect(known.best.value()).toBe(best);
      }),
    );
  });
});
