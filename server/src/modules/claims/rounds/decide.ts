/** One round decided: the best there is under the hard limits, what first come, first served would have come to, and why some go without. */
import { factsOf, misfitOf } from "../matching/eligible.ts";
import { firstCome } from "../matching/firstCome.ts";
import { loadSolver } from "../matching/highs.ts";
import { type Ability, defaultWeights, type Need } from "../matching/model.ts";
import { optimum } from "../matching/optimal.ts";
import { pairsOf } from "../matching/pairs.ts";
import { createPlan } from "../matching/plan.ts";
import type { Barriers, Chosen, RoundInput, RoundResult, Unserved } from "./model.ts";

/** After these the best that is known is taken, and how far it may be from the best there is is said. */
const mostSeconds = 300;
const mostNodes = 2000;

/** Both with tidy windows, as the matching prepared them. */
const barriersOf = (need: Need, abilities: readonly Ability[]): { fitting: number; barriers: Barriers } => {
  const barriers: Record<string, number> = {};
  let fitting = 0;
  for (const ability of abilities) {
    const why = misfitOf(need, ability);
    if (why) barriers[why.code] = (barriers[why.code] ?? 0) + 1;
    else fitting++;
  }
  return { fitting, barriers };
};

export const decide = async (input: RoundInput, progress: (stage: string) => void): Promise<RoundResult> => {
  const begun = performance.now();
  progress("比对条件");
  const pairs = pairsOf(input.needs, input.abilities, defaultWeights);
  const careful = firstCome(pairs, input.abilities, "best");
  const baseline = firstCome(pairs, input.abilities, "registered");
  progress(`求解：${pairs.list.length} 个可行的搭配`);
  const effort = {
    mostNodes,
    secondsLeft: () => mostSeconds - (performance.now() - begun) / 1000,
    progress: () => {},
  };
  const best = optimum(await loadSolver(), pairs, [careful], effort);
  progress("整理结果");
  const plan = createPlan(pairs);
  const left = new Map(pairs.needs.map(({ id, places }) => [id, places]));
  const chosen: Chosen[] = [];
  for (const p of best.taken) {
    const pair = pairs.list[p];
    const [need, ability] = [pair && pairs.needs[pair.need], pair && pairs.abilities[pair.ability]];
    if (!need || !ability) continue;
    const value = plan.gainOf(p);
    plan.take(p);
    left.set(need.id, (left.get(need.id) ?? 0) - 1);
    chosen.push({ need: need.id, ability: ability.id, value, facts: factsOf(need, ability) });
  }
  const unserved: Unserved[] = pairs.needs.flatMap((need) => {
    const missing = left.get(need.id) ?? 0;
    return missing > 0 ? [{ need: need.id, missing, ...barriersOf(need, pairs.abilities) }] : [];
  });
  return {
    chosen,
    unserved,
    pairs: pairs.list.length,
    value: best.value,
    bound: best.bound,
    firstCome: { served: baseline.taken.length, value: baseline.value() },
    milliseconds: Math.round(performance.now() - begun),
  };
};
