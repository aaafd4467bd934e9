/**
 * What a round is compared with: first come, first served. Needs in the order in which they arrived; each of their places
 * goes to the first who fits and is still free. Who is first?
 * - `registered`: abilities in the order in which they were handed over, which is how a list in a drawer is worked off;
 * - `best`: the one that is worth most at that moment, which is a careful clerk who sees everything but looks at one need
 *   at a time.
 */
import type { Ability } from "./model.ts";
import type { Pairs } from "./pairs.ts";
import { createPlan, type Plan } from "./plan.ts";

export type FirstBy = "registered" | "best";

/** `abilities` in the order of registration. */
export const firstCome = (pairs: Pairs, abilities: readonly Ability[], by: FirstBy): Plan => {
  const plan = createPlan(pairs);
  const turn = new Map(abilities.map(({ id }, i) => [id, i]));
  const turnOf = pairs.abilities.map(({ id }) => turn.get(id) ?? abilities.length);
  const ofNeed: number[][] = pairs.needs.map(() => []);
  for (const [p, { need }] of pairs.list.entries()) ofNeed[need]?.push(p);
  const inTurn = (p: number): number => turnOf[pairs.list[p]?.ability ?? -1] ?? 0;
  const arrivals = pairs.needs
    .map(({ waitingDays }, n) => ({ n, waitingDays }))
    .sort((a, b) => b.waitingDays - a.waitingDays || a.n - b.n);
  for (const { n } of arrivals) {
    const fitting = (ofNeed[n] ?? []).sort((a, b) => inTurn(a) - inTurn(b));
    for (let place = pairs.needs[n]?.places ?? 0; place > 0; place--) {
      const free = fitting.filter(plan.canTake);
      const first =
        by === "registered" ? free[0] : free.reduce((a, b) => (plan.gainOf(b) > plan.gainOf(a) ? b : a), free[0] ?? -1);
      if (first === undefined || first < 0) break;
      plan.take(first);
    }
  }
  return plan;
};
