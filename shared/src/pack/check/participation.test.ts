import { describe, expect, it } from "vitest";
import { add, type Case, drop, found, put, rowsOf } from "./breaking.ts";
import { takingPart } from "./sample-participation.ts";

const claimSteps = "workflows.claim.states.claimed.on.deliver";

const cases: readonly Case[] = [
  ["a skill named twice", add("skills", { id: "haircut", label: "剪发" }), "skills[1].id skill-twice"],
  [
    "registering with a tier there is not",
    put("registrations.member.with", ["commune"]),
    "registrations.member.with[0] participation-tier",
  ],
  [
    "registering with a body",
    put("registrations.member.with", ["team"]),
    "registrations.member.with[0] participation-tier-kind",
  ],
  [
    "a unit that is a place",
    put("registrations.member.units", ["community"]),
    "registrations.member.units[0] participation-tier-kind",
  ],
  ["units that are none", put("registrations.unit.units", []), "registrations.unit.units registration-units"],
  [
    "registered in a state there is not",
    put("registrations.member.active", ["here"]),
    "registrations.member.active[0] participation-state",
  ],
  [
    "open in a state there is not",
    put("claimables.need.open", ["ready"]),
    "claimables.need.open[0] participation-state",
  ],
  [
    "expiring by a step there is not",
    put("claimables.need.expires", "end"),
    "claimables.need.expires participation-step",
  ],
  [
    "fulfilled by a step there is not",
    put("claimables.need.fulfilled", "end"),
    "claimables.need.fulfilled participation-step",
  ],
  [
    "more places than at most",
    put("claimables.need.capacity", { usual: 5, most: 3 }),
    "claimables.need.capacity.usual claimable-capacity",
  ],
  [
    "a claim that goes a way there is not",
    put("claimables.need.claim", "climb"),
    "claimables.need.claim participation-workflow",
    "metrics.hours.count.sum fact-unset",
    "workflows.claim workflow-unused",
    // Nothing says any more that its holder is always there.
    "workflows.claim.states.claimed.on.deliver.by party-never",
    "workflows.claim.states.claimed.waitsFor party-never",
  ],
  [
    "a case that goes the way of a claim",
    put("categories.0.workflow", "claim"),
    "categories[0].workflow category-matter",
    "categories[0].limits.handling.working category-limit",
    "metrics.waiting.count.when[2].anyOf[0] metric-state",
    "workflows.help workflow-unused",
  ],
  [
    "handing a claim on as if it were a case",
    put(`${claimSteps}.effects`, [{ name: "release" }]),
    `${claimSteps}.effects[0] matter-effect`,
    `${claimSteps}.form[0] field-unread`,
    "metrics.hours.count.sum fact-unset",
  ],
  ["a party that only cases have", put(`${claimSteps}.by`, [{ party: "offered" }]), `${claimSteps}.by[0] matter-party`],
  [
    "a field that only cases have",
    add(`${claimSteps}.form`, { kind: "category", name: "category", label: "类别" }),
    `${claimSteps}.form[1].kind matter-field`,
    `${claimSteps}.form[1] field-unread`,
  ],
  [
    "a matter without a place",
    put("workflows.claim.initialUnplaced", "claimed"),
    "workflows.claim.initialUnplaced matter-unplaced",
  ],
  [
    "in force in a state there is not",
    put("agreements.inForce", ["signed"]),
    "agreements.inForce[0] participation-state",
  ],
  [
    "a right that nobody holds",
    put("roles.desk.rights", (rights: string[]) => rights.filter((one) => one !== "match.run")),
    "roles participation-right",
  ],
  [
    "counting a kind there is not",
    put("metrics.members.count.kinds", ["pupil"]),
    "metrics.members.count.kinds[0] metric-matter-kind",
    "metrics.members.count.when[0].anyOf[0] metric-state",
  ],
  [
    "counting by a category of cases",
    put("metrics.members.count.when", [{ name: "category", anyOf: ["water"] }]),
    "metrics.members.count.when[0] metric-matter",
  ],
  [
    "adding up and counting once together",
    put("metrics.hours.count.distinct", "holder"),
    "metrics.hours.count.distinct metric-matter",
  ],
];

describe("what people take part in", () => {
  it("is right as it stands", () => {
    expect(found(() => {}, takingPart)).toEqual([]);
  });

  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change, takingPart).toSorted()).toEqual(problems);
  });

  it("lets nobody be asked to register where there is no registering", () => {
    const without = { ...takingPart, metrics: {}, rates: [], indicators: [] };
    expect(found(drop("registrations"), without).toSorted()).toEqual(
      [
        "claimables.need.claimants claimable-registered",
        "workflows.registration workflow-unused",
        "workflows.registration.states.registered.waitsFor party-never",
      ].toSorted(),
    );
  });
});
