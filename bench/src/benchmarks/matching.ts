/**
 * One round of matching for a whole county: 10,000 needs with 2,000 abilities. How long it takes, how far the round may be
 * from the best there is, and what it is worth beside first come, first served.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { metersOf } from "@ginkgo/server/modules/claims/matching/eligible.ts";
import { firstCome } from "@ginkgo/server/modules/claims/matching/firstCome.ts";
import { loadSolver } from "@ginkgo/server/modules/claims/matching/highs.ts";
import { defaultWeights } from "@ginkgo/server/modules/claims/matching/model.ts";
import { type Optimum, optimum } from "@ginkgo/server/modules/claims/matching/optimal.ts";
import { type Pairs, pairsOf } from "@ginkgo/server/modules/claims/matching/pairs.ts";
import { drawCounty } from "../matching/county.ts";
import { type Outcome, outcomeOf } from "../matching/outcome.ts";
import type { Options } from "../options.ts";
import { progress } from "../progress.ts";
import { type Result, round } from "../report.ts";
import { describeHardware } from "../setup/machine.ts";

const needCount = 10_000;
const abilityCount = 2_000;
const usualSeed = 20_261_122;
/** After so long the best that is known is taken, and its gap reported. */
const mostSeconds = 60;

/** The package does not export its own description. */
const solverVersion = (): string => {
  const text = readFileSync(new URL("../../../node_modules/highs/package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};

/** A type and not an interface: it goes into the report as it is. */
type Spent = { readonly wall: number; readonly processor: number };

/** The processor's time hardly depends on who else is busy. */
const timed = <T>(what: string, work: () => T): { readonly result: T; readonly spent: Spent } => {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  progress(what);
  return {
    result,
    spent: { wall: Math.round(performance.now() - begun), processor: Math.round((user + system) / 1000) },
  };
};

const named = ({ list, needs, abilities }: Pairs, { taken }: Optimum): string =>
  taken
    .map((p) => `${needs[list[p]?.need ?? -1]?.id} ${abilities[list[p]?.ability ?? -1]?.id}`)
    .sort()
    .join();

export const matching = async (options: Options): Promise<Result> => {
  const seed = options.seed ?? usualSeed;
  const count = options.limit ?? needCount;
  const { needs, abilities } = drawCounty(seed, count, Math.ceil((count * abilityCount) / needCount));
  const highs = await loadSolver();
  const pairing = timed("the pairs that fit are known", () => pairsOf(needs, abilities, defaultWeights));
  const pairs = pairing.result;
  const registered = firstCome(pairs, abilities, "registered");
  const careful = firstCome(pairs, abilities, "best");
  const solve = (some: Pairs): Optimum => {
    const begun = performance.now();
    const secondsLeft = () => mostSeconds - (performance.now() - begun) / 1000;
    return optimum(highs, some, [], { secondsLeft, progress: () => {} });
  };
  const optimising = timed("the round is decided", () => solve(pairs));
  const best = optimising.result;
  const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  const turned = pairsOf(needs.toReversed(), abilities.toReversed(), defaultWeights);
  const sameInAnyOrder = named(turned, solve(turned)) === named(pairs, best);
  progress("the same once more, with both lists turned round");

  const meters = (p: number): number | null => {
    const [need, ability] = [pairs.needs[pairs.list[p]?.need ?? -1], pairs.abilities[pairs.list[p]?.ability ?? -1]];
    return need && ability ? metersOf(need, ability) : null;
  };
  const decided = outcomeOf(pairs, best.taken, meters);
  const byRegistration = outcomeOf(pairs, registered.taken, meters);
  const byCarefulClerk = outcomeOf(pairs, careful.taken, meters);
  const gainOver = (other: Outcome) => ({
    valuePercent: round((decided.value / Math.max(1, other.value) - 1) * 100, 2),
    needs: decided.needs - other.needs,
    needsPercent: round((decided.needs / Math.max(1, other.needs) - 1) * 100, 2),
  });
  const proved = best.bound === best.value;
  const isBetter = best.value >= byRegistration.value && best.value >= byCarefulClerk.value;
  return {
    // Out of time, where it stops depends on the clock.
    ok: decided.value === best.value && isBetter && best.bound >= best.value && (sameInAnyOrder || !proved),
    report: {
      machine: { ...describeHardware(), highs: solverVersion() },
      settings: { seed, mostSeconds },
      sizes: {
        needs: pairs.needs.length,
        places: pairs.needs.reduce((sum, { places }) => sum + places, 0),
        abilities: pairs.abilities.length,
        owners: pairs.owners.length,
        proposalsAtMost: pairs.owners.reduce((sum, { most }) => sum + most, 0),
        eligiblePairs: pairs.list.length,
        needsThatNobodyFits: pairs.needs.length - new Set(pairs.list.map(({ need }) => need)).size,
      },
      milliseconds: {
        eligibility: pairing.spent,
        optimisation: optimising.spent,
        total: pairing.spent.wall + optimising.spent.wall,
      },
      memory: { peakMegabytes },
      optimum: {
        bound: best.bound,
        gapPercent: round(((best.bound - best.value) / Math.max(1, best.bound)) * 100, 4),
        proved,
        programs: best.programs,
        columns: best.columns,
        rules: best.exclusions,
        sameInAnyOrder,
      },
      round: decided.report,
      firstComeFirstServed: {
        byRegistration: { gain: gainOver(byRegistration), ...byRegistration.report },
        byACarefulClerk: { gain: gainOver(byCarefulClerk), ...byCarefulClerk.report },
      },
    },
  };
};
