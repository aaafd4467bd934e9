/**
 * A county as one round of matching sees it: most people in the county town and a score of smaller towns, skills of which a
 * few are common and many are rare, people free on some half days of two weeks, units with several hands on working days.
 * Drawn from a fixed seed; nobody in it is real.
 */
import type { Ability, Need, Window } from "@ginkgo/server/modules/claims/matching/model.ts";
import { createRandom, pick, type Random } from "../load/words.ts";

export interface County {
  readonly needs: readonly Need[];
  readonly abilities: readonly Ability[];
}

type Position = [number, number];

const hour = 3_600_000;
const day = 24 * hour;
/** A Monday, midnight in China. */
const monday = Date.UTC(2026, 10, 22, 16);
const days = 14;

const centre: Position = [108, 34];
const degreesPerMeter = 1 / 111_195;

const at = ([lng, lat]: Position, east: number, north: number): Position => [
  lng + (east * degreesPerMeter) / Math.cos((lat * Math.PI) / 180),
  lat + north * degreesPerMeter,
];

const gaussian = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

const whole = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

/** Chances as weights: `pickBy(random, [["often", 9], ["seldom", 1]])`. */
const pickBy = <T>(random: Random, chances: readonly (readonly [T, number])[]): T => {
  let left = random() * chances.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [one, weight] of chances) {
    left -= weight;
    if (left < 0) return one;
  }
  throw new Error("no chances");
};

/** Where people live: 40 in 100 in the county town, the others in and around the smaller towns. */
const createHomes = (random: Random): (() => Position) => {
  const towns = Array.from({ length: 20 }, () => at(centre, gaussian(random) * 11_000, gaussian(random) * 9_000));
  const villages = Array.from({ length: 180 }, () => {
    const town = pick(random, towns);
    return at(town, gaussian(random) * 3_000, gaussian(random) * 3_000);
  });
  return () => {
    const [middle, spread] = pickBy<[Position, number]>(random, [
      [[centre, 1_800], 40],
      [[pick(random, towns), 900], 25],
      [[pick(random, villages), 500], 35],
    ]);
    return at(middle, gaussian(random) * spread, gaussian(random) * spread);
  };
};

/** The k-th skill is asked for and offered 1/k as often as the first: company for the old is common, sign language is not. */
const skills = Array.from({ length: 24 }, (_, k) => [`skill-${String(k + 1).padStart(2, "0")}`, 1 / (k + 1)] as const);

const someSkills = (random: Random, count: number): string[] => {
  const some = new Set<string>();
  while (some.size < count) some.add(pickBy(random, skills));
  return [...some];
};

/** Morning, afternoon, evening: from, to. */
const halfDays: readonly (readonly [number, number])[] = [
  [8, 12],
  [14, 18],
  [19, 21],
];

const halfDay = (random: Random): Window => {
  const start = monday + whole(random, 0, days - 1) * day;
  const [from, to] = pickBy(
    random,
    halfDays.map((one, k) => [one, k < 2 ? 4 : 2] as const),
  );
  return { start: start + from * hour, end: start + to * hour };
};

const halfDaysOf = (random: Random, count: number): Window[] => Array.from({ length: count }, () => halfDay(random));

const workingHours: readonly Window[] = Array.from({ length: days }, (_, d) => monday + d * day)
  .filter((_, d) => d % 7 < 5)
  .flatMap((start) =>
    halfDays.slice(0, 2).map(([from, to]) => ({ start: start + from * hour, end: start + to * hour })),
  );

const windowsOfNeed = (random: Random, minutes: number): Window[] | null => {
  const kind = pickBy(random, [
    ["any", 30],
    ["some", 50],
    ["fixed", 20],
  ]);
  if (kind === "any") return null;
  if (kind === "some") return halfDaysOf(random, whole(random, 1, 3));
  const { start, end } = halfDay(random);
  const latest = Math.max(0, Math.floor((end - start) / (hour / 2)) - minutes / 30);
  const from = start + whole(random, 0, latest) * (hour / 2);
  return [{ start: from, end: from + minutes * 60_000 }];
};

const needOf = (random: Random, id: string, home: () => Position): Need => {
  const minutes = pickBy(random, [
    [30, 2],
    [60, 4],
    [90, 2],
    [120, 2],
  ]);
  const aged = random() < 0.15;
  return {
    id,
    owner: null,
    skills: someSkills(
      random,
      pickBy(random, [
        [0, 25],
        [1, 60],
        [2, 15],
      ]),
    ),
    windows: windowsOfNeed(random, minutes),
    minutes,
    place: random() < 0.03 ? null : home(),
    maxMeters: pickBy(random, [
      [null, 5],
      [2_000, 1],
      [5_000, 2],
      [10_000, 2],
    ]),
    places: pickBy(random, [
      [1, 80],
      [2, 12],
      [3, 5],
      [6, 3],
    ]),
    minAge: aged ? 18 : null,
    maxAge: aged ? pick(random, [55, 60, 65]) : null,
    demands: pickBy<string[]>(random, [
      [[], 82],
      [["heavy"], 12],
      [["heights"], 2],
      [["infants"], 4],
    ]),
    urgency: pickBy(random, [
      [0, 60],
      [1, 25],
      [2, 10],
      [3, 5],
    ]),
    waitingDays: -12 * Math.log(1 - random()),
  };
};

const fitness = (random: Random, age: number): string[] => {
  const fit: string[] = [];
  if (random() < (age < 55 ? 0.7 : 0.2)) fit.push("heavy");
  if (random() < (age < 50 ? 0.3 : 0.05)) fit.push("heights");
  if (random() < 0.4) fit.push("infants");
  return fit;
};

/** What is the same for all abilities of one owner. */
const personOf = (random: Random, home: Position): Omit<Ability, "id" | "owner" | "skills" | "capacity"> => {
  const age = Math.round(16 + 60 * random());
  return {
    windows: random() < 0.1 ? null : halfDaysOf(random, whole(random, 2, 9)),
    home,
    reach: pickBy(random, [
      [1_000, 2],
      [2_000, 3],
      [3_000, 3],
      [5_000, 2],
      [15_000, 1],
    ]),
    oneAtATime: true,
    age,
    fitFor: fitness(random, age),
    load: Math.floor(-2 * Math.log(1 - random()) * (random() < 0.1 ? 4 : 1)),
    notificationsLeft: pickBy(random, [
      [1, 2],
      [2, 3],
      [3, 3],
      [5, 2],
    ]),
    refused: new Set(),
  };
};

const unitOf = (random: Random, home: Position): Omit<Ability, "id" | "owner" | "skills" | "capacity"> => ({
  windows: workingHours,
  home,
  reach: pick(random, [5_000, 10_000, 20_000, null]),
  oneAtATime: false,
  age: "various",
  fitFor: ["heavy", "infants", ...(random() < 0.3 ? ["heights"] : [])],
  load: Math.floor(-4 * Math.log(1 - random())),
  notificationsLeft: whole(random, 3, 8),
  refused: new Set(),
});

const number = (i: number): string => String(i + 1).padStart(6, "0");

export const drawCounty = (seed: number, needCount: number, abilityCount: number): County => {
  const random = createRandom(seed);
  const home = createHomes(random);
  const needs = Array.from({ length: needCount }, (_, i) => needOf(random, `need-${number(i)}`, home));
  const abilities: Ability[] = [];
  for (let o = 0; abilities.length < abilityCount; o++) {
    const isUnit = random() < 0.13;
    const same = isUnit ? unitOf(random, home()) : personOf(random, home());
    const refused = new Set(Array.from({ length: whole(random, 0, 4) }, () => pick(random, needs).id));
    // A few offer two different things at different times.
    for (let k = random() < 0.12 ? 2 : 1; k > 0 && abilities.length < abilityCount; k--)
      abilities.push({
        ...same,
        id: `ability-${number(abilities.length)}`,
        owner: `owner-${number(o)}`,
        skills: someSkills(random, isUnit ? whole(random, 1, 5) : whole(random, 0, 3)),
        capacity: isUnit
          ? whole(random, 2, 5)
          : pickBy(random, [
              [1, 4],
              [2, 3],
              [3, 2],
              [4, 1],
              [5, 1],
            ]),
        refused,
      });
  }
  return { needs, abilities };
};
