/** Which needs an ability has to be compared with: by the rarest skill they ask for and by distance, not all with all. */
import Flatbush from "flatbush";
import type { Ability, Need } from "./model.ts";

const metersPerDegree = 111_195;
/** A box drawn with flat arithmetic must not lose whoever stands exactly on the limit. */
const margin = 1.001;

/** Needs that are looked for by the same skill, as positions in the list. */
interface Group {
  readonly all: readonly number[];
  /** Where nobody has to come, distance says nothing. */
  readonly placeless: readonly number[];
  readonly placed: readonly number[];
  readonly index: Flatbush | undefined;
  /** Nobody comes from farther than this. */
  readonly farthest: number;
}

const groupOf = (needs: readonly Need[], all: readonly number[]): Group => {
  const members = all.flatMap((i) => (needs[i] ? [{ i, need: needs[i] }] : []));
  const placed = members.flatMap(({ i, need: { place, maxMeters } }) =>
    place ? [{ i, place, maxMeters: maxMeters ?? Number.POSITIVE_INFINITY }] : [],
  );
  const index = placed.length > 0 ? new Flatbush(placed.length) : undefined;
  for (const { place } of placed) index?.add(place[0], place[1]);
  index?.finish();
  return {
    all,
    placeless: members.flatMap(({ i, need }) => (need.place ? [] : [i])),
    placed: placed.map(({ i }) => i),
    index,
    farthest: placed.reduce((most, { maxMeters }) => Math.max(most, maxMeters), 0),
  };
};

const within = ({ all, placed, placeless, index, farthest }: Group, { home, reach }: Ability): readonly number[] => {
  const meters = Math.min(reach ?? Number.POSITIVE_INFINITY, farthest);
  if (home === null || !Number.isFinite(meters)) return all;
  const [lng, lat] = home;
  const high = (meters / metersPerDegree) * margin;
  const wide = high / Math.max(0.01, Math.cos((Math.min(89, Math.abs(lat) + high) * Math.PI) / 180));
  const found = index?.search(lng - wide, lat - high, lng + wide, lat + high) ?? [];
  return [...placeless, ...found.map((k) => placed[k] ?? 0)];
};

/** No skill has this name: under it stand the needs that ask for none. */
const none = "";

/** Positions of the needs that an ability may fit, in order; those left out it certainly does not. */
export const findNeeds = (
  needs: readonly Need[],
  abilities: readonly Ability[],
): ((ability: Ability) => readonly number[]) => {
  const holders = new Map<string, number>();
  for (const { skills } of abilities)
    for (const skill of new Set(skills)) holders.set(skill, (holders.get(skill) ?? 0) + 1);
  const rarity = (skill: string) => holders.get(skill) ?? 0;
  const members = new Map<string, number[]>();
  for (const [i, { skills }] of needs.entries()) {
    const key = skills.reduce((a, b) => (a === none || rarity(b) < rarity(a) ? b : a), none);
    const group = members.get(key);
    if (group) group.push(i);
    else members.set(key, [i]);
  }
  const groups = new Map([...members].map(([key, all]) => [key, groupOf(needs, all)]));
  return (ability) =>
    [...new Set([...ability.skills, none])]
      .flatMap((key) => {
        const group = groups.get(key);
        return group ? within(group, ability) : [];
      })
      .sort((a, b) => a - b);
};
