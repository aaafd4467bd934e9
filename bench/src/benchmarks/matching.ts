/**
 * One round of matching for a whole county: 10,000 needs with 2,000 abilities. How long it takes, how far the round may be
 * from the best there is (proved by the relaxation's bound), and what it is worth beside first come, first served.
 */

import { readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { firstCome } from "@ginkgo/server/modules/claims/matching/firstCome.ts";
import { loadSolver } from "@ginkgo/server/modules/claims/matching/highs.ts";
import { defaultWeights } from "@ginkgo/server/modules/claims/matching/model.ts";
import { optimum } from "@ginkgo/server/modules/claims/matching/optimal.ts";
import { pairsOf } from "@ginkgo/server/modules/claims/matching/pairs.ts";
import { drawCounty } from "../matching/county.ts";
import type { Options } from "../options.ts";
import { type Result, round } from "../report.ts";

const needCount = 10_000;
const abilityCount = 2_000;
const seed = 20_261_122;
/** After so long the best that is known is taken, and how far it may be from the best there is is said. */
const mostSeconds = 300;
const mostNodes = 2_000;

/** The package does not export its own description. */
const solverVersion = (): string => {
  const text = readFileSync(new URL("../../../node_modules/highs/package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
};

/** Proposals each owner gets: the most, and the share that the busiest tenth has. */
const spread = (owners: readonly number[]) => {
  const each = [...Map.groupBy(owners, (owner) => owner).values()].map(({ length }) => length).sort((a, b) => b - a);
  const top = each.slice(0, Math.ceil(each.length / 10)).reduce((sum, one) => sum + one, 0);
  return {
    ownersAsked: each.length,
    most: each[0] ?? 0,
    shareOfBusiestTenth: round(top / Math.max(1, owners.length), 3),
  };
};

export const matching = async (options: Options): Promise<Result> => {
  const needs = options.limit ?? needCount;
  const county = drawCounty(seed, needs, Math.ceil((needs * abilityCount) / needCount));
  const highs = await loadSolver();
  const begun = performance.now();
  const pairs = pairsOf(county.needs, county.abilities, defaultWeights);
  const paired = performance.now();
  const clerk = firstCome(pairs, county.abilities, "best");
  const drawer = firstCome(pairs, county.abilities, "registered");
  const compared = performance.now();
  const effort = {
    mostNodes,
    secondsLeft: () => mostSeconds - (performance.now() - compared) / 1000,
    progress: () => {},
  };
  const best = optimum(highs, pairs, [clerk], effort);
  const solved = performance.now();

  const placesIn = (taken: readonly number[]) => taken.map((p) => pairs.list[p]?.owner ?? -1);
  const gain = (over: { value(): number }) => round((best.value / over.value() - 1) * 100, 2);
  return {
    // A round that is worth less than one done by hand would be a mistake of ours.
    ok: best.value >= clerk.value() && best.value >= drawer.value() && best.bound >= best.value,
    report: {
      sizes: {
        needs: county.needs.length,
        places: county.needs.reduce((sum, { places }) => sum + places, 0),
        abilities: county.abilities.length,
        owners: pairs.owners.length,
        eligiblePairs: pairs.list.length,
      },
      milliseconds: {
        eligibility: Math.round(paired - begun),
        optimisation: Math.round(solved - compared),
        total: Math.round(solved - compared + paired - begun),
      },
      optimum: {
        value: best.value,
        bound: best.bound,
        gapPercent: round(((best.bound - best.value) / best.bound) * 100, 4),
        proved: best.bound - best.value < 1,
        placesServed: best.taken.length,
        linearPrograms: best.programs,
        columns: best.columns,
        rulesFound: best.exclusions,
        ...spread(placesIn(best.taken)),
      },
      firstComeFirstServed: {
        byRegistration: {
          value: drawer.value(),
          placesServed: drawer.taken.length,
          gainPercent: gain(drawer),
          ...spread(placesIn(drawer.taken)),
        },
        byACarefulClerk: {
          value: clerk.value(),
          placesServed: clerk.taken.length,
          gainPercent: gain(clerk),
          ...spread(placesIn(clerk.taken)),
        },
      },
      memory: { peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) },
      machine: {
        cpu: cpus()[0]?.model ?? "unknown",
        cores: cpus().length,
        memoryGigabytes: round(totalmem() / 2 ** 30),
        node: process.version,
        highs: solverVersion(),
      },
    },
  };
};
