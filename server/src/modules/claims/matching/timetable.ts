/**
 * What one person can do in turn. All sets that can be done span a polytope; where shares lie outside of it, the rule that
 * separates them best is found by turns: a small linear program weighs, and a search looks for a set that can be done
 * although these weights forbid it.
 *
 * First of kinds: needs that are possible at the same times and take equally long are of one kind, and what counts is how
 * many of each. Such a rule holds for all needs of these kinds at once. But it knows nothing of single needs, of which each
 * is there once; so where it finds nothing, single needs are weighed.
 */
import type { Highs } from "highs";
import { type Pairs, pairsOfOwner } from "./pairs.ts";
import { canDoInTurn, isHarder, type Job } from "./times.ts";

/** The shares of these pairs, each times its weight, add up to so much at most; weights and limit are whole numbers. */
export interface Exclusion {
  readonly members: readonly number[];
  readonly weights: readonly number[];
  readonly atMost: number;
}

export interface Share {
  readonly pair: number;
  readonly share: number;
}

/** The rule of this person that these shares break most, if they break one clearly. */
export type Timetable = (shares: readonly Share[], clearly: number) => Exclusion | undefined;

interface Kind {
  readonly key: string;
  readonly job: Job;
  readonly pairs: number[];
}

/** A search that takes longer is given up: the bound stays a little higher than it need be, and is right. */
const mostSteps = 20_000;
const mostTurns = 200;
/** What weights may come to at most, a little more than 1 for the rounding. */
const limit = 1 + 1e-6;
/** A rule is written with whole weights, and this or less on its other side. */
const mostWhole = 60;

const keyOf = ({ occasions, minutes }: Job): string =>
  `${minutes}:${occasions?.map(({ start, end }) => `${start}-${end}`).join()}`;

const kindsOf = (pairs: Pairs, owner: number): Kind[] => {
  const kinds = new Map<string, Kind>();
  for (const p of pairsOfOwner(pairs, owner)) {
    const job = pairs.jobOf(p);
    if (job.occasions === null) continue;
    const key = keyOf(job);
    const kind = kinds.get(key);
    if (kind) kind.pairs.push(p);
    else kinds.set(key, { key, job, pairs: [p] });
  }
  return [...kinds.values()];
};

/** Items by their position, each as often as it is taken. */
type Choice = readonly number[];

/** Weights times how much there is of each. */
const comesTo = (weights: readonly number[], sums: readonly number[]): number =>
  weights.reduce((sum, weight, k) => sum + weight * (sums[k] ?? 0), 0);

interface Items {
  /** How much of each the shares take. */
  readonly sums: readonly number[];
  /** Whether each is there once, or as often as one likes. */
  readonly single: boolean;
  readonly most: number;
  readonly isPossible: (choice: Choice) => boolean;
}

/** One that can be done although it weighs too much. Null: there is none. Undefined: the search takes too long. */
const counterexample = (weights: readonly number[], items: Items): Choice | null | undefined => {
  const { most, single, isPossible } = items;
  const order = weights.map((weight, k) => ({ weight, k })).sort((a, b) => b.weight - a.weight || a.k - b.k);
  let steps = 0;
  const extend = (choice: Choice, weight: number, from: number): Choice | null | undefined => {
    if (weight > limit) return choice;
    for (let i = from; i < order.length && choice.length < most; i++) {
      const next = order[i];
      if (!next || weight + (most - choice.length) * next.weight <= limit) return null;
      if (++steps > mostSteps) return undefined;
      const more = [...choice, next.k];
      const found = isPossible(more) ? extend(more, weight + next.weight, single ? i + 1 : i) : null;
      if (found !== null) return found;
    }
    return null;
  };
  const found = extend([], 0, 0);
  if (!found) return found;
  // With all that can still be added it says more.
  let full = found;
  for (const { k } of order)
    while (full.length < most && !(single && full.includes(k)) && isPossible([...full, k])) full = [...full, k];
  return full;
};

/** Weights with which nothing that can be done comes to more than 1, and the shares to as much as they can. */
const weigh = (highs: Highs, items: Items): readonly number[] | undefined => {
  const { sums } = items;
  const program = {
    numCols: sums.length,
    numRows: 0,
    colCost: sums.map((sum) => -sum),
    colLower: sums.map(() => 0),
    colUpper: sums.map(() => 1),
    rowLower: [],
    rowUpper: [],
    matrix: { format: "csr", numRows: 0, numCols: sums.length, starts: [0], indices: [], values: [] },
  } as const;
  return highs.withModel(program, (model) => {
    model.options.set({ output_flag: false, presolve: "off" });
    for (let turn = 0; turn < mostTurns; turn++) {
      model.run();
      const weights = [...model.getSolution().colValue].map((weight) => Math.max(0, weight));
      if (comesTo(weights, sums) <= limit) return undefined;
      const found = counterexample(weights, items);
      if (found === undefined) return undefined;
      if (found === null) return weights;
      const indices = [...new Set(found)];
      model.addRow(-highs.infinity, 1, {
        indices,
        values: indices.map((k) => found.filter((one) => one === k).length),
      });
    }
    return undefined;
  });
};

interface Whole {
  readonly weights: readonly number[];
  readonly atMost: number;
}

/**
 * Whole weights close to these. What can be done comes to less than `atMost` + 1 with them, so to `atMost` at most: a rule
 * may get weaker, never wrong; and with crooked weights the solver's own roundings have been seen to lose the best round.
 */
const wholeOf = (weights: readonly number[], sums: readonly number[]): Whole => {
  const rules = Array.from({ length: mostWhole }, (_, k): Whole => {
    const atMost = k + 1;
    return { weights: weights.map((weight) => Math.floor(weight * atMost + 1e-4)), atMost };
  });
  const reached = (rule: Whole) => comesTo(rule.weights, sums) / rule.atMost;
  return rules.reduce((a, b) => (reached(b) > reached(a) + 1e-6 ? b : a));
};

export const createTimetable = (highs: Highs, pairs: Pairs, owner: number): Timetable => {
  const kinds = kindsOf(pairs, owner);
  const kindOf = new Map(kinds.flatMap((kind) => kind.pairs.map((p) => [p, kind])));
  const most = pairs.owners[owner]?.most ?? 0;
  const known = new Map<string, boolean>();

  const canDo = (some: readonly Kind[]): boolean => {
    const key = some
      .map((kind) => kind.key)
      .sort()
      .join(";");
    const answer = known.get(key) ?? canDoInTurn(some.map(({ job }) => job));
    known.set(key, answer);
    return answer;
  };

  const brokenRule = (items: Items, clearly: number): Whole | undefined => {
    const weights = weigh(highs, items);
    const whole = weights && wholeOf(weights, items.sums);
    return whole && comesTo(whole.weights, items.sums) > whole.atMost * (1 + clearly) ? whole : undefined;
  };

  /** Kinds that are harder to fit in than one with a weight have at least that weight. */
  const ruleOfKinds = (shares: readonly Share[], clearly: number): Exclusion | undefined => {
    const totals = new Map<Kind, number>();
    for (const { pair, share } of shares) {
      const kind = kindOf.get(pair);
      if (kind) totals.set(kind, (totals.get(kind) ?? 0) + share);
    }
    const [used, sums] = [[...totals.keys()], [...totals.values()]];
    const isPossible = (choice: Choice) => canDo(choice.flatMap((k) => used[k] ?? []));
    const whole = brokenRule({ sums, single: false, most, isPossible }, clearly);
    if (!whole) return undefined;
    const rule: { pair: number; weight: number }[] = [];
    for (const kind of kinds) {
      const weight = Math.max(
        ...used.map((one, k) => (one === kind || isHarder(kind.job, one.job) ? (whole.weights[k] ?? 0) : 0)),
      );
      if (weight > 0) rule.push(...kind.pairs.map((pair) => ({ pair, weight })));
    }
    const members = rule.map(({ pair }) => pair);
    return { members, weights: rule.map(({ weight }) => weight), atMost: whole.atMost };
  };

  /** The most that can still be done of these beside one more. */
  const heaviestBeside = (used: readonly Kind[], weights: readonly number[], kind: Kind): number => {
    let best = 0;
    const extend = (some: readonly Kind[], weight: number, from: number): void => {
      best = Math.max(best, weight);
      for (let i = from; i < used.length && some.length < most; i++) {
        const next = used[i];
        if (next && (weights[i] ?? 0) > 0 && canDo([...some, next]))
          extend([...some, next], weight + (weights[i] ?? 0), i + 1);
      }
    };
    extend([kind], 0, 0);
    return best;
  };

  /** Others that leave less room for these take up the difference, if only one of them is possible at a time. */
  const ruleOfSingles = (shares: readonly Share[], clearly: number): Exclusion | undefined => {
    const timed = shares.filter(({ pair }) => kindOf.has(pair));
    const used = timed.flatMap(({ pair }) => kindOf.get(pair) ?? []);
    const sums = timed.map(({ share }) => share);
    const members = timed.map(({ pair }) => pair);
    const needs = members.map((pair) => pairs.list[pair]?.need);
    const isPossible = (choice: Choice) =>
      new Set(choice.map((k) => needs[k])).size === choice.length && canDo(choice.flatMap((k) => used[k] ?? []));
    const whole = brokenRule({ sums, single: true, most, isPossible }, clearly);
    if (!whole) return undefined;
    const { weights, atMost } = whole;
    const others: { pair: number; weight: number; kind: Kind }[] = [];
    for (const kind of kinds) {
      if (used.every((one, k) => weights[k] === 0 || canDo([one, kind]))) continue;
      if (others.some((other) => canDo([other.kind, kind]))) continue;
      const weight = atMost - heaviestBeside(used, weights, kind);
      if (weight <= 0) continue;
      // Two of a kind may be possible together: then only one of them can be in the rule.
      const some = kind.pairs.filter((pair) => !members.includes(pair));
      for (const pair of canDo([kind, kind]) ? some.slice(0, 1) : some) others.push({ pair, weight, kind });
    }
    return {
      members: [...members, ...others.map(({ pair }) => pair)],
      weights: [...weights, ...others.map(({ weight }) => weight)],
      atMost,
    };
  };

  return (shares, clearly) => {
    const jobs = shares.flatMap(({ pair }) => kindOf.get(pair)?.job ?? []);
    if (jobs.length < 2 || (jobs.length <= most && canDoInTurn(jobs))) return undefined;
    return ruleOfKinds(shares, clearly) ?? ruleOfSingles(shares, clearly);
  };
};
