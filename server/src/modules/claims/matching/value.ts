/** What a proposal is worth. One measure for lists, for the round and for what it is compared with. */
import { metersOf } from "./eligible.ts";
import type { Ability, Need, Weights } from "./model.ts";

const nearnessOf = (meters: number | null, { near, nearMeters }: Weights): number =>
  meters === null ? near : Math.round((near * nearMeters) / (nearMeters + meters));

/** Of having anyone help at all, on top of what each place is worth. */
export const firstWorth = ({ helped }: Need, { first }: Weights): number => (helped ? 0 : first);

/** Of filling one place of this need with this ability, whoever else is asked: a whole number. */
export const worthOf = (need: Need, ability: Ability, weights: Weights): number =>
  weights.served +
  weights.urgency * Math.min(Math.max(0, Math.floor(need.urgency)), weights.urgencyLevels) +
  weights.waiting * Math.min(Math.max(0, Math.floor(need.waitingDays)), weights.waitingDays) +
  nearnessOf(metersOf(need, ability), weights);

/** What is taken off when an owner who has taken on so much is asked once more: never less than the time before. */
export const burdenOf = (load: number, { fairness, fairnessMost }: Weights): number =>
  Math.min(fairness * load, fairnessMost);
