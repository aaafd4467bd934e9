import { z } from "zod";
import { CaseSummary } from "./cases.ts";
import { Id, NodeRef, Paging, pageOf } from "./common.ts";
import { endpoint } from "./contract.ts";
import { MatterSummary } from "./matters.ts";

/** Below this many cases a rate says little: it is marked, and nothing is ranked by it. */
export const smallBelow = 10;

/** One decimal, the same on screens and in sheets. What is not all or nothing never reads as 100% or 0%. */
export const percentText = (value: number | null): string => {
  if (value === null) return "—";
  const rounded = Math.round(value * 1000) / 10;
  const kept = value > 0 && value < 1 ? Math.min(99.9, Math.max(0.1, rounded)) : rounded;
  return `${kept.toFixed(1)}%`;
};

export const FigureGrouping = z.enum(["none", "node", "day", "week", "month", "category", "handler"]);
export type FigureGrouping = z.infer<typeof FigureGrouping>;

/** Which cases are looked at: days in the county's time zone by when a case was submitted, `to` not included. */
export const FigureFilter = z.object({
  /** Absent: the actor's own topmost node with the right to figures. */
  under: Id.optional(),
  /** Absent: the current year. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  category: z.string().max(60).optional(),
  /** Who leads the case. */
  handler: Id.optional(),
});
export type FigureFilter = z.infer<typeof FigureFilter>;

export const FigureQuery = FigureFilter.extend({ by: FigureGrouping.default("none") });

/** What is counted and how, in the pack's words. `nodes` and `posts` are counted as they are now, whatever the period. */
export const FigureDefinition = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  definition: z.string(),
  what: z.enum(["cases", "sum", "matters", "records", "nodes", "posts"]),
});
export type FigureDefinition = z.infer<typeof FigureDefinition>;

const Named = z.object({ id: z.string(), label: z.string() });

export const RateDefinition = z.object({
  id: z.string(),
  label: z.string(),
  definition: z.string(),
  /** Metrics: a rate is the share of `of` that is also in `counts`; cases in one of `excludes` are left out of both. */
  counts: z.string(),
  of: z.string(),
  excludes: z.array(Named),
});
export type RateDefinition = z.infer<typeof RateDefinition>;

export const RateValue = z.object({
  numerator: z.int(),
  denominator: z.int(),
  /** Numerator by denominator; null without any. */
  value: z.number().nullable(),
  /** By metric: the cases that were left out. */
  excluded: z.record(z.string(), z.int()),
  small: z.boolean(),
});
export type RateValue = z.infer<typeof RateValue>;

export const FigureValues = z.object({
  /** By metric. `nodes` and `posts` are there only for nodes, not for days, categories or persons. */
  values: z.record(z.string(), z.number()),
  rates: z.record(z.string(), RateValue),
});
export type FigureValues = z.infer<typeof FigureValues>;

export const FigureRow = FigureValues.extend({
  /** A node's id or `here`, the first day of a week or month, a category, an account or `nobody`. */
  key: z.string(),
  label: z.string(),
  nodeId: Id.nullable(),
  /** A zone: its cases are counted in the areas it covers as well. */
  overlaps: z.boolean(),
});
export type FigureRow = z.infer<typeof FigureRow>;

export const Figures = z.object({
  node: NodeRef,
  /** The topmost nodes whose figures this actor may read. */
  nodes: z.array(NodeRef),
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  by: FigureGrouping,
  definitions: z.array(FigureDefinition),
  rates: z.array(RateDefinition),
  /** What the place assesses by. */
  indicators: z.array(Named.extend({ metric: z.string().nullable(), rate: z.string().nullable() })),
  rows: z.array(FigureRow),
  /** Of all cases looked at, each once; not the sum of the rows. */
  totals: FigureValues,
  /** Definitions have just changed and older cases are still being counted by them. */
  recounting: z.boolean(),
});
export type Figures = z.infer<typeof Figures>;

/** Which number is opened: a metric, or a part of a rate. `key` with `by` narrows it to one row. */
export const FigureCasesQuery = FigureQuery.extend({
  ...Paging.shape,
  key: z.string().max(60).optional(),
  metric: z.string().max(60).optional(),
  rate: z.string().max(60).optional(),
  part: z.enum(["numerator", "denominator", "excluded"]).default("denominator"),
  /** For `excluded`: the metric by which they are left out; all of the rate's when absent. */
  without: z.string().max(60).optional(),
});

/** Which number of matters is opened; `key` with `by` narrows it to one row. */
export const FigureMattersQuery = FigureFilter.omit({ category: true, handler: true }).extend({
  ...Paging.shape,
  by: z.enum(["none", "node", "day", "week", "month"]).default("none"),
  key: z.string().max(60).optional(),
  metric: z.string().max(60),
});

export const figuresApi = {
  figures: endpoint({
    method: "GET",
    path: "/figures",
    summary: "Figures of a place by the definitions of its pack: metrics, and rates with what they leave out",
    access: "signed-in",
    query: FigureQuery,
    output: Figures,
  }),
  cases: endpoint({
    method: "GET",
    path: "/figures/cases",
    summary: "The cases behind one number, as far as the actor may read them",
    access: "signed-in",
    query: FigureCasesQuery,
    output: pageOf(CaseSummary),
  }),
  matters: endpoint({
    method: "GET",
    path: "/figures/matters",
    summary: "The registrations, claims, activities … behind one number, as far as the actor may read them",
    access: "signed-in",
    query: FigureMattersQuery,
    output: pageOf(MatterSummary),
  }),
};
