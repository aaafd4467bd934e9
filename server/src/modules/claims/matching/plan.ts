/** Proposals put together one by one, never against a limit: for the baseline, and to mend what the solver leaves in pieces. */
import type { Pairs } from "./pairs.ts";
import { canDoInTurn, type Job } from "./times.ts";
import { burdenOf, firstWorth } from "./value.ts";

export interface Plan {
  /** Whether this pair can still be proposed beside all that were taken. */
  readonly canTake: (pair: number) => boolean;
  /** What the total gains by it. */
  readonly gainOf: (pair: number) => number;
  readonly take: (pair: number) => void;
  readonly taken: readonly number[];
  readonly value: () => number;
}

export const createPlan = ({ needs, abilities, owners, list, weights, jobOf }: Pairs): Plan => {
  const placesLeft = needs.map(({ places }) => places);
  const firstLeft = needs.map((need) => firstWorth(need, weights));
  const capacityLeft = abilities.map(({ capacity }) => capacity);
  const heldBy: { needs: Set<number>; jobs: Job[] }[] = owners.map(() => ({ needs: new Set(), jobs: [] }));
  const taken: number[] = [];
  let value = 0;

  const gainOf = (p: number): number => {
    const pair = list[p];
    const owner = owners[pair?.owner ?? -1];
    if (!pair || !owner) return 0;
    const burden = burdenOf(owner.load + (heldBy[pair.owner]?.needs.size ?? 0), weights);
    return pair.worth + (firstLeft[pair.need] ?? 0) - burden;
  };

  const canTake = (p: number): boolean => {
    const pair = list[p];
    const [owner, held] = [pair && owners[pair.owner], pair && heldBy[pair.owner]];
    if (!pair || !owner || !held) return false;
    if ((placesLeft[pair.need] ?? 0) < 1 || (capacityLeft[pair.ability] ?? 0) < 1) return false;
    if (held.needs.size >= owner.most || held.needs.has(pair.need)) return false;
    return !owner.oneAtATime || canDoInTurn([...held.jobs, jobOf(p)]);
  };

  const take = (p: number): void => {
    const pair = list[p];
    const held = pair && heldBy[pair.owner];
    if (!held || !canTake(p)) throw new Error(`matching: pair ${p} cannot be taken`);
    value += gainOf(p);
    placesLeft[pair.need] = (placesLeft[pair.need] ?? 0) - 1;
    firstLeft[pair.need] = 0;
    capacityLeft[pair.ability] = (capacityLeft[pair.ability] ?? 0) - 1;
    held.needs.add(pair.need);
    held.jobs.push(jobOf(p));
    taken.push(p);
  };

  return { canTake, gainOf, take, taken, value: () => value };
};
