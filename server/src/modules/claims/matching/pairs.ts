/**
 * Everything a round is decided on, prepared once: both lists in the order of their ids, so that the order in which the
 * database returned them decides nothing, and every pair that keeps the hard limits.
 */
import { misfitOf } from "./eligible.ts";
import { type Ability, type Need, tidyAbility, tidyNeed, type Weights } from "./model.ts";
import { findNeeds } from "./nearby.ts";
import { type Job, mostInTurn, overlaps } from "./times.ts";
import { worthOf } from "./value.ts";

/** Whoever is asked: a person or a unit with all its abilities. */
export interface Owner {
  readonly id: string;
  readonly abilities: readonly number[];
  /** How many proposals it can get at most. */
  readonly most: number;
  readonly oneAtATime: boolean;
  readonly load: number;
}

/** A pair that fits. Its number is its position in `Pairs.list`, where pairs stand by owner, then ability, then need. */
export interface Pair {
  readonly need: number;
  readonly ability: number;
  readonly owner: number;
  readonly worth: number;
}

export interface Pairs {
  readonly needs: readonly Need[];
  readonly abilities: readonly Ability[];
  readonly owners: readonly Owner[];
  readonly list: readonly Pair[];
  /** Owner o has the pairs from `ofOwner[o]` up to `ofOwner[o + 1]`. */
  readonly ofOwner: Int32Array;
  readonly weights: Weights;
  readonly jobOf: (pair: number) => Job;
}

export const pairsOfOwner = ({ ofOwner }: Pairs, owner: number): number[] => {
  const from = ofOwner[owner] ?? 0;
  return Array.from({ length: (ofOwner[owner + 1] ?? from) - from }, (_, k) => from + k);
};

/** Not by language: the same everywhere. */
export const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const refuseDoubles = (what: string, sorted: readonly { readonly id: string }[]): void => {
  for (const [i, { id }] of sorted.entries())
    if (sorted[i + 1]?.id === id) throw new Error(`matching: ${what} ${id} is there twice`);
};

/** Abilities of one owner are together: what one of them says of its owner counts for all, the strictest word of each. */
const ownersOf = (abilities: readonly Ability[]): { owners: Owner[]; abilities: Ability[] } => {
  const groups = Map.groupBy(abilities, ({ owner }) => owner);
  const sorted = [...groups].map(([id, offers]) => ({ id, offers })).sort(byId);
  const owners: Owner[] = [];
  const together: Ability[] = [];
  for (const { id, offers } of sorted) {
    const oneAtATime = offers.some((offer) => offer.oneAtATime);
    const left = Math.min(...offers.map((offer) => offer.notificationsLeft));
    const room = offers.reduce((sum, { capacity }) => sum + capacity, 0);
    const load = Math.max(...offers.map((offer) => offer.load));
    const refused = new Set(offers.flatMap((offer) => [...offer.refused]));
    owners.push({
      id,
      abilities: offers.map((_, k) => together.length + k),
      most: Math.min(left, room, oneAtATime ? mostInTurn : Number.POSITIVE_INFINITY),
      oneAtATime,
      load,
    });
    for (const offer of offers) together.push({ ...offer, load, oneAtATime, refused });
  }
  return { owners, abilities: together };
};

export const pairsOf = (allNeeds: readonly Need[], allAbilities: readonly Ability[], weights: Weights): Pairs => {
  const needs = allNeeds.map(tidyNeed).sort(byId);
  const sortedAbilities = allAbilities.map(tidyAbility).sort(byId);
  refuseDoubles("need", needs);
  refuseDoubles("ability", sortedAbilities);
  const { owners, abilities } = ownersOf(sortedAbilities);
  const candidatesOf = findNeeds(needs, abilities);
  const list: Pair[] = [];
  const ofOwner = new Int32Array(owners.length + 1);
  for (const [o, owner] of owners.entries()) {
    if (owner.most > 0)
      for (const a of owner.abilities) {
        const ability = abilities[a];
        if (!ability) continue;
        for (const n of candidatesOf(ability)) {
          const need = needs[n];
          if (!need || need.places < 1 || misfitOf(need, ability)) continue;
          list.push({ need: n, ability: a, owner: o, worth: worthOf(need, ability, weights) });
        }
      }
    ofOwner[o + 1] = list.length;
  }
  const jobOf = (p: number): Job => {
    const pair = list[p];
    const [need, ability] = [pair && needs[pair.need], pair && abilities[pair.ability]];
    if (!need || !ability) return { occasions: null, minutes: 0 };
    return { occasions: overlaps(need.windows, ability.windows, need.minutes), minutes: need.minutes };
  };
  return { needs, abilities, owners, list, ofOwner, weights, jobOf };
};
