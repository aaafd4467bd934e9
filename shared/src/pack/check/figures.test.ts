import { describe, expect, it } from "vitest";
import { add, type Case, found, put, rowsOf } from "./breaking.ts";

const waiting = "metrics.waiting.count.when";
const solved = "metrics.solved.count.when";

const cases: readonly Case[] = [
  ["a workflow that is none", put(`${solved}.0.anyOf`, ["nowhere"]), `${solved}[0].anyOf[0] metric-workflow`],
  ["a category that is none", put(`${waiting}.0.anyOf`, ["water", "fire"]), `${waiting}[0].anyOf[1] metric-category`],
  ["a kind that is none", put(`${waiting}.1.anyOf`, ["cry"]), `${waiting}[1].anyOf[0] metric-kind`],
  ["a state that is none", put(`${waiting}.2.anyOf`, ["asking"]), `${waiting}[2].anyOf[0] metric-state`],
  [
    "a state of a workflow that is not counted",
    put(`${waiting}.2.anyOf`, ["talking.visits"]),
    `${waiting}[2].anyOf[0] metric-state`,
  ],
  ["a fact nothing sets", put(`${solved}.1.fact`, "never"), `${solved}[1].fact fact-unset`],
  [
    "a fact that only a workflow sets which is not counted",
    put(`${solved}.1`, { name: "has", fact: "people" }),
    `${solved}[1].fact fact-unset`,
  ],
  ["a value the fact never has", put(`${solved}.1.value`, "yes"), `${solved}[1].value fact-value`],
  [
    "a comparison of what is no number",
    put(`${solved}.1`, { name: "atLeast", fact: "outcome", min: 2 }),
    `${solved}[1].fact fact-number`,
  ],
  ["a sum of what is no number", put("metrics.people.count.fact", "outcome"), "metrics.people.count.fact fact-number"],
  ["a sum of what nothing sets", put("metrics.people.count.fact", "never"), "metrics.people.count.fact fact-unset"],
  [
    "nodes of a tier that is none",
    put("metrics.teams.count.tiers", ["team", "moon"]),
    "metrics.teams.count.tiers[1] metric-tier",
  ],
  [
    "nodes of a kind that is none",
    put("metrics.teams.count.kind", "rocket"),
    "metrics.teams.count.kind metric-node-kind",
  ],
  ["posts of a role that is none", put("metrics.workers.count.role", "king"), "metrics.workers.count.role metric-role"],
  ["a rate of a metric that is none", put("rates.0.counts", "never"), "rates[0].counts rate-metric"],
  ["a rate among what are no cases", put("rates.0.of", "teams"), "rates[0].of rate-metric"],
  ["an exclusion that is no metric", put("rates.0.excludes", ["never"]), "rates[0].excludes[0] rate-metric"],
  [
    "a rate named twice",
    add("rates", { id: "resolution", label: "率", definition: "同上", counts: "solved", of: "asked-back" }),
    "rates[1].id rate-twice",
  ],
  [
    "an indicator of a metric that is none",
    put("indicators.1.source.metric", "never"),
    "indicators[1].source.metric indicator-metric",
  ],
  [
    "an indicator of a rate that is none",
    put("indicators.0.source.rate", "never"),
    "indicators[0].source.rate indicator-rate",
  ],
  [
    "an indicator named twice",
    add("indicators", { id: "solved", label: "再", source: { from: "metric", metric: "solved" } }),
    "indicators[2].id indicator-twice",
  ],
];

describe("the figures of a pack", () => {
  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });
});
