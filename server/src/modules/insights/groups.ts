/** By what figures are split: nothing, places, time, categories, or who leads the cases. */
import type { FigureGrouping } from "@ginkgo/shared/api/figures.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { sql } from "kysely";
import type { Tree, TreeNode } from "../org/index.ts";
import type { CasesPort } from "./deps.ts";
import { type Entry, type Grouping, type Row, slicesOf } from "./model.ts";
import { checkSteps, type Period, type Step, startOf, stepLabel, stepsOf, within } from "./period.ts";
import { byNode } from "./places.ts";
import { inCategory, ledBy, ledByNobody, submittedIn } from "./where.ts";

const nobody = "nobody";

const row = (key: string, label: string, entries: readonly Entry[] = []): Row => ({
  key,
  label,
  node: undefined,
  overlaps: false,
  slices: slicesOf(entries),
});

const together: Grouping = { key: sql`null`, byLead: false, rows: () => [], only: () => undefined };

const byTime = (step: Step, period: Period, now: Date): Grouping => {
  checkSteps(step, period);
  return {
    key: sql`date_trunc(${step}::text, c.submitted_at at time zone 'Asia/Shanghai')::date`,
    byLead: false,
    rows: (entries) => {
      const found = Map.groupBy(entries, ({ key }) => key ?? "");
      const steps = [...new Set([...stepsOf(step, period, now), ...found.keys()])].sort();
      return steps.map((start) => row(start, stepLabel(step, start), found.get(start)));
    },
    only: (key) => {
      const isStep = /^\d{4}-\d{2}-\d{2}$/.test(key) && !Number.isNaN(Date.parse(key)) && startOf(step, key) === key;
      return isStep ? submittedIn(within(step, key, period)) : undefined;
    },
  };
};

/** All of the pack's, in its order; then those of earlier versions that still have cases. */
const byCategory = ({ categories }: Pack, only: string | undefined): Grouping => ({
  key: sql`c.category`,
  byLead: false,
  rows: (entries) => {
    const found = Map.groupBy(entries, ({ key }) => key ?? "");
    const known = categories.filter(({ id }) => only === undefined || id === only);
    const former = [...found.keys()].filter((id) => !categories.some((one) => one.id === id)).sort();
    return [
      ...known.map(({ id, label }) => row(id, label, found.get(id))),
      ...former.map((id) => row(id, `${id}（已停用）`, found.get(id))),
    ];
  },
  only: inCategory,
});

/** By name, not by result: whoever has few cases would stand at the top or the bottom by chance. */
const byHandler = (tenant: string): Grouping => ({
  key: sql`w.who_id`,
  byLead: true,
  rows: (entries) => {
    const found = [...Map.groupBy(entries, ({ key }) => key)];
    const people = found
      .flatMap(([key, own]) => (key === null ? [] : [row(key, own[0]?.name ?? "", own)]))
      .sort((a, b) => a.label.localeCompare(b.label, "zh-CN") || a.key.localeCompare(b.key));
    const unled = found.find(([key]) => key === null)?.[1];
    return unled ? [...people, row(nobody, "还没有承办人", unled)] : people;
  },
  only: (key) => (key === nobody ? ledByNobody(tenant) : ledBy(tenant, key)),
});

export interface Ground {
  readonly tenant: string;
  readonly pack: Pack;
  readonly tree: Tree;
  readonly node: TreeNode;
  readonly period: Period;
  readonly category: string | undefined;
  readonly now: Date;
  readonly cases: CasesPort;
}

export const groupingOf = (by: FigureGrouping, ground: Ground): Grouping => {
  switch (by) {
    case "none":
      return together;
    case "node":
      return byNode(ground.tree, ground.node, ground.cases);
    case "day":
    case "week":
    case "month":
      return byTime(by, ground.period, ground.now);
    case "category":
      return byCategory(ground.pack, ground.category);
    case "handler":
      return byHandler(ground.tenant);
  }
};
