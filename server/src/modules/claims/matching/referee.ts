/** For tests: the rules of a round written down a second time, as plainly as possible and sharing nothing with the first. */
import { type Ability, defaultWeights, type Need, type Weights, type Window } from "./model.ts";

interface Proposal {
  readonly need: string;
  readonly ability: string;
}

const quarter = 900_000;

const metersBetween = ([lng1, lat1]: readonly number[], [lng2, lat2]: readonly number[]): number => {
  const rad = (degrees = 0) => (degrees * Math.PI) / 180;
  const h =
    Math.sin(rad((lat2 ?? 0) - (lat1 ?? 0)) / 2) ** 2 +
    Math.cos(rad(lat1)) * Math.cos(rad(lat2)) * Math.sin(rad((lng2 ?? 0) - (lng1 ?? 0)) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(h));
};

/** Quarters of an hour, as all times of the tests are. */
const isFree = (windows: readonly Window[] | null, slot: number): boolean =>
  windows === null || windows.some(({ start, end }) => start <= slot * quarter && (slot + 1) * quarter <= end);

const slots = Array.from({ length: 68 }, (_, i) => i);

/** From which quarters on the whole of it can be done. */
const startsOf = (need: Need, ability: Ability): readonly number[] =>
  slots.filter((from) => {
    const length = need.minutes / 15;
    return Array.from({ length }, (_, i) => from + i).every(
      (slot) => isFree(need.windows, slot) && isFree(ability.windows, slot),
    );
  });

export const fits = (need: Need, ability: Ability, abilities: readonly Ability[]): boolean => {
  const own = abilities.filter(({ owner }) => owner === ability.owner);
  const { age } = ability;
  const [min, max] = [need.minAge ?? Number.NEGATIVE_INFINITY, need.maxAge ?? Number.POSITIVE_INFINITY];
  const limited = need.minAge !== null || need.maxAge !== null;
  const limit = Math.min(need.maxMeters ?? Number.POSITIVE_INFINITY, ability.reach ?? Number.POSITIVE_INFINITY);
  const meters = need.place && ability.home ? metersBetween(need.place, ability.home) : Number.POSITIVE_INFINITY;
  return (
    need.owner !== ability.owner &&
    own.every(({ refused }) => !refused.has(need.id)) &&
    need.skills.every((skill) => ability.skills.includes(skill)) &&
    need.demands.every((demand) => ability.fitFor.includes(demand)) &&
    (!limited || age === "various" || (age !== null && age >= min && age <= max)) &&
    (need.place === null || limit === Number.POSITIVE_INFINITY || meters <= limit) &&
    startsOf(need, ability).length > 0
  );
};

/** Every order of starts is tried. */
const canDoAll = (jobs: readonly { readonly starts: readonly number[]; readonly length: number }[]): boolean => {
  const place = (left: typeof jobs, taken: ReadonlySet<number>): boolean => {
    const [first, ...rest] = left;
    if (!first) return true;
    return first.starts.some((from) => {
      const mine = Array.from({ length: first.length }, (_, i) => from + i);
      return mine.every((slot) => !taken.has(slot)) && place(rest, new Set([...taken, ...mine]));
    });
  };
  return place(jobs, new Set());
};

const count = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;

/** What a round does that it must not. */
export const breaches = (
  needs: readonly Need[],
  abilities: readonly Ability[],
  proposals: readonly Proposal[],
): readonly string[] => {
  const found: string[] = [];
  const all = proposals.flatMap((one) => {
    const need = needs.find(({ id }) => id === one.need);
    const ability = abilities.find(({ id }) => id === one.ability);
    return need && ability ? [{ need, ability }] : [];
  });
  if (all.length < proposals.length) found.push("unknown need or ability");
  for (const { need, ability } of all)
    if (!fits(need, ability, abilities)) found.push(`${ability.id} does not fit ${need.id}`);
  for (const { id, places } of needs)
    if (count(all, (one) => one.need.id === id) > places) found.push(`${id} has too many`);
  for (const { id, capacity } of abilities)
    if (count(all, (one) => one.ability.id === id) > capacity) found.push(`${id} takes too much`);
  for (const owner of new Set(abilities.map((one) => one.owner))) {
    const own = abilities.filter((one) => one.owner === owner);
    const asked = all.filter((one) => one.ability.owner === owner);
    if (asked.length > Math.min(...own.map((one) => one.notificationsLeft))) found.push(`${owner} is asked too often`);
    if (new Set(asked.map((one) => one.need.id)).size < asked.length) found.push(`${owner} is asked twice`);
    // What is possible at any time finds its time outside of the tests' day.
    const timed = asked.filter(({ need, ability }) => need.windows !== null || ability.windows !== null);
    const jobs = timed.map(({ need, ability }) => ({ starts: startsOf(need, ability), length: need.minutes / 15 }));
    if (own.some((one) => one.oneAtATime) && !canDoAll(jobs)) found.push(`${owner} is in two places at once`);
  }
  return found;
};

export const worthOfAll = (
  needs: readonly Need[],
  abilities: readonly Ability[],
  proposals: readonly Proposal[],
  weights: Weights = defaultWeights,
): number => {
  let value = 0;
  const loads = new Map<string, number>();
  const helped = new Set(needs.filter((need) => need.helped).map(({ id }) => id));
  for (const { owner, load } of abilities) loads.set(owner, Math.max(load, loads.get(owner) ?? 0));
  for (const one of proposals) {
    const need = needs.find(({ id }) => id === one.need);
    const ability = abilities.find(({ id }) => id === one.ability);
    if (!need || !ability) continue;
    const meters = need.place && ability.home ? metersBetween(need.place, ability.home) : 0;
    const load = loads.get(ability.owner) ?? 0;
    loads.set(ability.owner, load + 1);
    value += weights.served + (helped.has(need.id) ? 0 : weights.first);
    helped.add(need.id);
    value += weights.urgency * Math.min(need.urgency, weights.urgencyLevels);
    value += weights.waiting * Math.min(Math.floor(need.waitingDays), weights.waitingDays);
    value += Math.round((weights.near * weights.nearMeters) / (weights.nearMeters + meters));
    value -= Math.min(weights.fairness * load, weights.fairnessMost);
  }
  return value;
};

/** Every possible round; only for a handful of needs and abilities. */
export const allRounds = (
  needs: readonly Need[],
  abilities: readonly Ability[],
): readonly { readonly proposals: readonly Proposal[]; readonly value: number }[] => {
  const possible = needs.flatMap((need) =>
    abilities
      .filter((ability) => fits(need, ability, abilities))
      .map((ability) => ({ need: need.id, ability: ability.id })),
  );
  const rounds: { proposals: readonly Proposal[]; value: number }[] = [];
  const extend = (proposals: readonly Proposal[], from: number): void => {
    rounds.push({ proposals, value: worthOfAll(needs, abilities, proposals) });
    for (const [i, next] of possible.entries()) {
      const more = [...proposals, next];
      if (i >= from && breaches(needs, abilities, more).length === 0) extend(more, i + 1);
    }
  };
  extend([], 0);
  return rounds;
};
