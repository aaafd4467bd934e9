/** What must hold of every round, whatever the needs and abilities; small ones are compared with every possible round. */
import fc from "fast-check";
import type { Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { factsOf } from "./eligible.ts";
import { type FirstBy, firstCome } from "./firstCome.ts";
import { loadSolver } from "./highs.ts";
import { type Ability, defaultWeights, type Need } from "./model.ts";
import { optimum } from "./optimal.ts";
import { type Pairs, pairsOf } from "./pairs.ts";
import { allRounds, breaches, worthOfAll } from "./referee.ts";
import { busyScene, type Scene, scene } from "./scenes.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadSolver();
});

const patient = { secondsLeft: () => 60, progress: () => {} };

interface Decided {
  readonly proposals: readonly { readonly need: string; readonly ability: string }[];
  readonly value: number;
  readonly bound: number;
  readonly pairs: Pairs;
}

const named = ({ list, needs, abilities }: Pairs, taken: readonly number[]) =>
  taken.flatMap((p) => {
    const pair = list[p];
    const [wanted, offered] = [pair && needs[pair.need], pair && abilities[pair.ability]];
    return wanted && offered ? [{ need: wanted.id, ability: offered.id }] : [];
  });

const decide = ({ needs, abilities }: Scene): Decided => {
  const pairs = pairsOf(needs, abilities, defaultWeights);
  const { taken, value, bound } = optimum(highs, pairs, [], patient);
  return { proposals: named(pairs, taken), value, bound, pairs };
};

describe("a round", () => {
  it("breaks no hard limit, and says its own value rightly", () => {
    fc.assert(
      fc.property(scene(8, 6, 4), (one) => {
        const { proposals, value } = decide(one);
        expect(breaches(one.needs, one.abilities, proposals)).toEqual([]);
        expect(worthOfAll(one.needs, one.abilities, proposals)).toBe(value);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["of all kinds", scene(5, 4, 3)],
    ["of people with little time", busyScene],
  ])("is worth as much as the best of all possible rounds: %s", (_, scenes) => {
    fc.assert(
      fc.property(scenes, (one) => {
        const best = Math.max(...allRounds(one.needs, one.abilities).map(({ value }) => value));
        const { value, bound } = decide(one);
        expect([value, bound]).toEqual([best, best]);
      }),
      { numRuns: 200 },
    );
  });

  it("is never worth less than first come, first served, which breaks no limit either", () => {
    fc.assert(
      fc.property(scene(8, 6, 4), fc.constantFrom<FirstBy>("registered", "best"), (one, by) => {
        const { pairs, value } = decide(one);
        const plan = firstCome(pairs, one.abilities, by);
        expect(breaches(one.needs, one.abilities, named(pairs, plan.taken))).toEqual([]);
        expect(worthOfAll(one.needs, one.abilities, named(pairs, plan.taken))).toBe(plan.value());
        expect(plan.value()).toBeLessThanOrEqual(value);
      }),
    );
  });

  it("is the same in whatever order needs and abilities come", () => {
    fc.assert(
      fc.property(scene(8, 6, 4), fc.integer(), (one, turn) => {
        const turned = <T>(some: readonly T[]) => some.map((_, i) => some.at((i + turn) % some.length) as T).reverse();
        const again = decide({ needs: turned(one.needs), abilities: turned(one.abilities) });
        expect(again.proposals).toEqual(decide(one).proposals);
      }),
    );
  });

  it("has reasons for every proposal, the time and the load among them", () => {
    fc.assert(
      fc.property(scene(8, 6, 4), (one) => {
        const { proposals, pairs } = decide(one);
        for (const proposal of proposals) {
          const wanted = pairs.needs.find(({ id }) => id === proposal.need);
          const offered = pairs.abilities.find(({ id }) => id === proposal.ability);
          if (!wanted || !offered) throw new Error("proposed what does not exist");
          const kinds = factsOf(wanted, offered).map(({ kind }) => kind);
          expect(kinds).toEqual(expect.arrayContaining(["time", "load"]));
          expect(kinds.includes("skills")).toBe(wanted.skills.length > 0);
        }
      }),
    );
  });

  it("takes what it knows when there is no time to look for better, and says how far off that may be", () => {
    fc.assert(
      fc.property(busyScene, ({ needs, abilities }) => {
        const pairs = pairsOf(needs, abilities, defaultWeights);
        const start = firstCome(pairs, abilities, "best");
        const hasty = optimum(highs, pairs, [start], { ...patient, secondsLeft: () => 0 });
        const best = Math.max(...allRounds(needs, abilities).map(({ value }) => value));
        expect(hasty.value).toBeGreaterThanOrEqual(start.value());
        expect(hasty.value).toBeLessThanOrEqual(best);
        expect(hasty.bound).toBeGreaterThanOrEqual(best);
        expect(breaches(needs, abilities, named(pairs, hasty.taken))).toEqual([]);
      }),
    );
  });
});

describe("who is asked", () => {
  const anywhere = {
    skills: [],
    windows: null,
    place: null,
    maxMeters: null,
    minAge: null,
    maxAge: null,
    demands: [],
    minutes: 60,
    urgency: 0,
    waitingDays: 0,
    places: 1,
    owner: null,
  };
  const willing = {
    skills: [],
    windows: null,
    home: null,
    reach: null,
    capacity: 3,
    oneAtATime: true,
    age: null,
    fitFor: [],
    load: 0,
    notificationsLeft: 3,
    refused: new Set<string>(),
  };
  const needs = Array.from({ length: 3 }, (_, i): Need => ({ ...anywhere, id: `need-${i}` }));

  it("is spread over all, rather than one being asked for everything", () => {
    const abilities = ["a", "b", "c"].map((id): Ability => ({ ...willing, id, owner: id }));
    const { proposals } = decide({ needs, abilities });
    expect(new Set(proposals.map((one) => one.ability)).size).toBe(3);
  });

  it("helps each of two needs before two help one, unless somebody helps there already", () => {
    const twice = { ...anywhere, id: "a", places: 2, urgency: 1 };
    const abilities = ["a", "b"].map((id): Ability => ({ ...willing, id, owner: id, capacity: 1 }));
    const served = (some: readonly Need[]) => decide({ needs: some, abilities }).proposals.map((one) => one.need);
    expect(served([twice, { ...anywhere, id: "b" }])).toEqual(["a", "b"]);
    expect(served([twice, { ...anywhere, id: "b", helped: true }])).toEqual(["a", "a"]);
  });

  it("is whoever has taken on less", () => {
    const abilities = [6, 0, 3].map((load, i): Ability => ({ ...willing, id: `a${i}`, owner: `a${i}`, load }));
    const { proposals } = decide({ needs: needs.slice(0, 1), abilities });
    expect(proposals.map((one) => one.ability)).toEqual(["a1"]);
  });

  it("is asked through one ability only what another of the same owner has not refused", () => {
    const refused = new Set(["need-0"]);
    const abilities: Ability[] = [
      { ...willing, id: "a", owner: "x", refused },
      { ...willing, id: "b", owner: "x" },
    ];
    const { proposals } = decide({ needs, abilities });
    expect(proposals.map((one) => one.need)).toEqual(["need-1", "need-2"]);
  });

  it("refuses lists in which one id is there twice: nobody could tell whom a proposal is for", () => {
    const [first] = needs;
    if (!first) throw new Error("no need");
    expect(() => decide({ needs: [first, first], abilities: [] })).toThrow(/need-0/);
  });
});
