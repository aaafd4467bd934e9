/** For tests: needs and abilities drawn at random, small enough that every possible round can be looked at. */
import fc from "fast-check";
import type { Ability, Need, Window } from "./model.ts";

const quarter = 900_000;
const skill = fc.constantFrom("hair", "wiring", "law");

/** Few and short: so that much clashes. */
const windows = fc.option(
  fc.array(
    fc
      .record({ from: fc.integer({ min: 0, max: 10 }), length: fc.integer({ min: 0, max: 6 }) })
      .map(({ from, length }): Window => ({ start: from * 2 * quarter, end: (from + length) * 2 * quarter })),
    { minLength: 1, maxLength: 3 },
  ),
  { freq: 5 },
);

/** A kilometre is 0.009 degrees. */
const position = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([x, y]): [number, number] => [108 + x * 0.004, 34 + y * 0.004]);
const meters = fc.option(fc.integer({ min: 500, max: 6000 }), { freq: 2 });

const need = (id: string): fc.Arbitrary<Need> =>
  fc.record({
    id: fc.constant(id),
    owner: fc.option(fc.constantFrom("owner-0", "owner-1"), { freq: 1 }),
    skills: fc.uniqueArray(skill, { maxLength: 1 }),
    windows,
    minutes: fc.constantFrom(30, 60, 90, 120),
    place: fc.option(position, { freq: 9 }),
    maxMeters: meters,
    places: fc.integer({ min: 1, max: 3 }),
    helped: fc.option(fc.boolean(), { nil: undefined }),
    minAge: fc.option(fc.constantFrom(18, 30), { freq: 1 }),
    maxAge: fc.option(fc.constantFrom(55, 65), { freq: 1 }),
    demands: fc.uniqueArray(fc.constant("heavy"), { maxLength: 1 }),
    urgency: fc.integer({ min: 0, max: 7 }),
    waitingDays: fc.double({ min: 0, max: 90, noNaN: true }),
  });

const ability = (id: string, owners: number): fc.Arbitrary<Ability> =>
  fc.record({
    id: fc.constant(id),
    owner: fc.integer({ min: 0, max: owners - 1 }).map((o) => `owner-${o}`),
    skills: fc.uniqueArray(skill, { minLength: 1, maxLength: 3 }),
    windows,
    home: fc.option(position, { freq: 9 }),
    reach: meters,
    capacity: fc.integer({ min: 0, max: 4 }),
    oneAtATime: fc.boolean(),
    age: fc.constantFrom(20, 40, 60, "various" as const, null),
    fitFor: fc.constantFrom<readonly string[]>(["heavy"], []),
    load: fc.integer({ min: 0, max: 12 }),
    notificationsLeft: fc.integer({ min: 0, max: 5 }),
    refused: fc.uniqueArray(fc.constantFrom("need-0", "need-1"), { maxLength: 1 }).map((some) => new Set(some)),
  });

export interface Scene {
  readonly needs: readonly Need[];
  readonly abilities: readonly Ability[];
}

export const scene = (mostNeeds: number, mostAbilities: number, owners: number): fc.Arbitrary<Scene> =>
  fc.record({
    needs: fc
      .integer({ min: 0, max: mostNeeds })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => need(`need-${i}`)))),
    abilities: fc
      .integer({ min: 0, max: mostAbilities })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => ability(`ability-${i}`, owners)))),
  });

/** One person who fits everything, if only there were time: what is hard about it is the timetable. */
export const busyScene: fc.Arbitrary<Scene> = scene(7, 2, 2).map(({ needs, abilities }) => ({
  needs: needs.map((one) => ({
    ...one,
    owner: null,
    skills: [],
    place: null,
    minAge: null,
    maxAge: null,
    demands: [],
  })),
  abilities: abilities.map((one) => ({
    ...one,
    oneAtATime: true,
    capacity: 4,
    notificationsLeft: 5,
    refused: new Set<string>(),
  })),
}));

/** Somebody with three hours, and more to do than that; several needs are alike. */
export const tightScene: fc.Arbitrary<Scene> = fc.record({
  needs: fc
    .array(
      fc.record({
        from: fc.constantFrom(0, 0, 0, 2, 4),
        length: fc.constantFrom(12, 12, 12, 8, 6),
        minutes: fc.constantFrom(45, 60, 60, 75, 90),
        urgency: fc.integer({ min: 0, max: 3 }),
      }),
      { minLength: 4, maxLength: 7 },
    )
    .map((drawn) =>
      drawn.map(
        ({ from, length, minutes, urgency }, i): Need => ({
          id: `need-${i}`,
          owner: null,
          skills: [],
          windows: [{ start: from * quarter, end: (from + length) * quarter }],
          minutes,
          place: null,
          maxMeters: null,
          places: 1,
          minAge: null,
          maxAge: null,
          demands: [],
          urgency,
          waitingDays: 0,
        }),
      ),
    ),
  abilities: ability("ability-0", 1).map((one) => [
    {
      ...one,
      windows: [{ start: 0, end: 12 * quarter }],
      oneAtATime: true,
      capacity: 5,
      notificationsLeft: 5,
      refused: new Set<string>(),
    },
  ]),
});
