/**
 * The round as a linear program in HiGHS, with as many of the pairs as have been put in so far.
 *
 * Every pair is a column between 0 and 1. Rows: places of a need, burden of an owner, capacity of an ability (where its
 * owner has others), exclusions. A need's row ties its pairs to columns for its first place and for its others, an owner's
 * row to columns that cost what the first, the second, … further proposal burdens. The first place is worth more than the
 * others and each burden costs no less than the one before, so they fill up in order by themselves.
 */
import type { Highs } from "highs";
import type { Exclusion } from "./exclusions.ts";
import type { Pairs } from "./pairs.ts";
import { type Prices, wholeBound } from "./prices.ts";
import { burdenOf, firstWorth } from "./value.ts";

export interface Solution {
  /** Pair → how much of it is taken, where that is anything. */
  readonly shares: ReadonlyMap<number, number>;
  readonly prices: Prices;
}

export interface WholeSolution {
  readonly shares: ReadonlyMap<number, number>;
  /** No choice among the pairs in the program is worth more. */
  readonly bound: number;
}

const nothing = 1e-7;

export const createMaster = (highs: Highs, pairs: Pairs) => {
  const { needs, abilities, owners, list, weights } = pairs;
  const ownScarcity = (a: number, most: number) => (abilities[a]?.capacity ?? 0) < most;
  const ruled = owners.flatMap(({ abilities: own, most }) => own.filter((a) => own.length > 1 && ownScarcity(a, most)));
  const ownerRow = needs.length;
  const abilityRow = new Map(ruled.map((a, k) => [a, ownerRow + owners.length + k]));
  const firstExclusion = ownerRow + owners.length + ruled.length;

  /** The columns that are there from the beginning. */
  const steps = [
    ...needs.flatMap((need, n) => [
      { row: n, cost: -firstWorth(need, weights), most: 1 },
      ...(need.places > 1 ? [{ row: n, cost: 0, most: need.places - 1 }] : []),
    ]),
    ...owners.flatMap(({ load, most }, o) =>
      Array.from({ length: most }, (_, k) => ({ row: ownerRow + o, cost: burdenOf(load + k, weights), most: 1 })),
    ),
  ];
  const model = highs.createModel({
    numCols: steps.length,
    numRows: firstExclusion,
    colCost: steps.map(({ cost }) => cost),
    colLower: new Float64Array(steps.length),
    colUpper: steps.map(({ most }) => most),
    // Of a need exactly so many places are filled as there are pairs: the first is paid for only if it is.
    rowLower: Float64Array.from({ length: firstExclusion }, (_, row) => (row < ownerRow ? 0 : -highs.infinity)),
    rowUpper: [...needs.map(() => 0), ...owners.map(() => 0), ...ruled.map((a) => abilities[a]?.capacity ?? 0)],
    matrix: {
      format: "csc",
      numRows: firstExclusion,
      numCols: steps.length,
      starts: Int32Array.from({ length: steps.length + 1 }, (_, k) => k),
      indices: steps.map(({ row }) => row),
      values: new Float64Array(steps.length).fill(-1),
    },
  });
  model.options.set({ output_flag: false });

  /** Column → pair, after those steps. */
  const columns: number[] = [];
  const columnOf = new Map<number, number>();
  const exclusions: Exclusion[] = [];
  const rulesOf = new Map<number, { readonly row: number; readonly weight: number }[]>();

  const add = (some: readonly number[]): void => {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const p of some) {
      const pair = list[p];
      if (!pair || columnOf.has(p)) throw new Error(`matching: pair ${p} is in the program already`);
      columnOf.set(p, steps.length + columns.length);
      columns.push(p);
      indices.push(pair.need, ownerRow + pair.owner);
      const row = abilityRow.get(pair.ability);
      if (row !== undefined) indices.push(row);
      while (values.length < indices.length) values.push(1);
      for (const { row: rule, weight } of rulesOf.get(p) ?? []) {
        indices.push(rule);
        values.push(weight);
      }
      starts.push(indices.length);
    }
    model.addCols({
      cost: Float64Array.from(some, (p) => -(list[p]?.worth ?? 0)),
      lower: new Float64Array(some.length),
      upper: new Float64Array(some.length).fill(1),
      matrix: {
        format: "csc",
        numRows: firstExclusion + exclusions.length,
        numCols: some.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
  };

  const exclude = (some: readonly Exclusion[]): void => {
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    for (const exclusion of some) {
      for (const [k, p] of exclusion.members.entries()) {
        const weight = exclusion.weights[k] ?? 0;
        const column = columnOf.get(p);
        if (column !== undefined) {
          indices.push(column);
          values.push(weight);
        }
        const rule = { row: firstExclusion + exclusions.length, weight };
        const rules = rulesOf.get(p);
        if (rules) rules.push(rule);
        else rulesOf.set(p, [rule]);
      }
      starts.push(indices.length);
      exclusions.push(exclusion);
    }
    model.addRows({
      lower: new Float64Array(some.length).fill(-highs.infinity),
      upper: Float64Array.from(some, ({ atMost }) => atMost),
      matrix: {
        format: "csr",
        numRows: some.length,
        numCols: steps.length + columns.length,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    });
  };

  const sharesOf = (values: Float64Array): Map<number, number> => {
    const shares = new Map<number, number>();
    for (const [k, p] of columns.entries()) {
      const share = values[steps.length + k] ?? 0;
      if (share > nothing) shares.set(p, share);
    }
    return shares;
  };

  const solve = (): Solution => {
    const { modelStatus } = model.run();
    if (modelStatus !== highs.constants.modelStatus.optimal)
      throw new Error(`matching: HiGHS ended with status ${modelStatus}`);
    const { colValue, rowDual } = model.getSolution();
    const price = (row: number) => Math.max(0, -(rowDual[row] ?? 0));
    return {
      shares: sharesOf(colValue),
      prices: {
        needs: Float64Array.from(needs, (_, n) => -(rowDual[n] ?? 0)),
        owners: Float64Array.from(owners, (_, o) => price(ownerRow + o)),
        abilities: Float64Array.from(abilities, (_, a) => price(abilityRow.get(a) ?? -1)),
        exclusions: Float64Array.from(exclusions, (_, k) => price(firstExclusion + k)),
      },
    };
  };

  /** With every pair either taken or not, `sure` ones taken. `start` keeps all rules. */
  const solveWhole = (sure: ReadonlySet<number>, start: readonly number[], seconds: number): WholeSolution => {
    const { integer } = highs.constants.variableType;
    const from = steps.length;
    model.changeColsIntegrality(
      { kind: "range", from, to: from + columns.length - 1 },
      new Int32Array(columns.length).fill(integer),
    );
    model.changeColsBounds(
      { kind: "range", from, to: from + columns.length - 1 },
      Float64Array.from(columns, (p) => (sure.has(p) ? 1 : 0)),
      new Float64Array(columns.length).fill(1),
    );
    // Values are whole: less than 1 from the bound is the optimum. With the usual tolerance a round was lost once.
    model.options.set({
      mip_rel_gap: 0,
      mip_abs_gap: 0.999,
      mip_feasibility_tolerance: 1e-9,
      time_limit: Math.max(0, seconds),
    });
    model.zeroAllClocks();
    const known = new Set(start);
    if (start.every((p) => columnOf.has(p)) && [...sure].every((p) => known.has(p)))
      model.setSolution({
        indices: Int32Array.from(columns, (_, k) => from + k),
        values: Float64Array.from(columns, (p) => (known.has(p) ? 1 : 0)),
      });
    const { modelStatus } = model.run();
    const { optimal, timeLimit, infeasible } = highs.constants.modelStatus;
    if (modelStatus === infeasible) return { shares: new Map(), bound: 0 };
    if (modelStatus !== optimal && modelStatus !== timeLimit)
      throw new Error(`matching: HiGHS ended with status ${modelStatus}`);
    return {
      // Out of time it may have found none.
      shares: model.info.get("primal_solution_status") === 2 ? sharesOf(model.getSolution().colValue) : new Map(),
      bound: wholeBound(-Number(model.info.get("mip_dual_bound"))),
    };
  };

  return {
    add,
    exclude,
    solve,
    solveWhole,
    has: (p: number) => columnOf.has(p),
    exclusions,
    dispose: () => model.dispose(),
  };
};

export type Master = ReturnType<typeof createMaster>;
