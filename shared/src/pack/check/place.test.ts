import { describe, expect, it } from "vitest";
import { add, all, type Case, found, put, rowsOf } from "./breaking.ts";

const rights = (role: string) => `roles.${role}.rights`;
const without = (right: string) => (rights: string[]) => rights.filter((one) => one !== right);

const ofThePlace: readonly Case[] = [
  ["an accent nobody can read on white", put("accent", "#e0b040"), "accent accent-contrast"],
  ["working hours that overlap", add("calendar.hours", ["17:00", "19:00"]), "calendar.hours[2] hours-order"],
  [
    "working hours that end before they begin",
    put("calendar.hours.0", ["12:00", "08:30"]),
    "calendar.hours[0] hours-order",
  ],
  ["a tier under one that is none", put("tiers.team.under", ["town", "moon"]), "tiers.team.under[1] tier-unknown"],
  [
    "a tier under one of the other tree",
    put("tiers.team.under", ["town", "branch"]),
    "tiers.team.under[1] tier-other-tree",
  ],
  ["two roots", put("tiers.county2", { label: "县", tree: "area", as: "root", under: [] }), "tiers tier-root"],
  ["no community", put("tiers.community.as", "other"), "tiers tier-community"],
  ["a second top of the area tree", put("tiers.zone.under", []), "tiers.zone.under tier-under"],
  [
    "a tier no root leads to",
    put("tiers.island", { label: "岛", tree: "area", as: "other", under: ["island"] }),
    "tiers.island tier-unreachable",
  ],
  ["a kind named twice", add("kinds", { id: "help", label: "帮助" }), "kinds[2].id kind-twice"],
  [
    "a device named twice",
    add("devices", { id: "smoke", label: "烟感二", kind: "smoke" }),
    "devices[1].id device-twice",
  ],
  [
    "a category named twice",
    add("categories", { id: "water", label: "水", group: "公用", description: "水" }),
    "categories[4].id category-twice",
  ],
  [
    "a category of a workflow that is none",
    add("categories", { id: "sky", label: "天", group: "公用", description: "天", workflow: "nowhere" }),
    "categories[4].workflow category-workflow",
  ],
  [
    "a category's limit for a state of another workflow",
    put("categories.1.limits", { vetting: { hours: 1 } }),
    "categories[1].limits.vetting category-limit",
  ],
  [
    "a category's limit for a state that has none",
    put("categories.0.limits", { closed: { hours: 1 } }),
    "categories[0].limits.closed category-limit",
  ],
  [
    "an item named twice",
    add("lists.elsewhere.items", { id: "hall", label: "大厅" }),
    "lists.elsewhere.items[1].id item-twice",
  ],
  ["a word with a placeholder nothing fills", put("words.newCase", "{who} 来了"), "words.newCase placeholder"],
  ["a workflow that no category goes", put("categories.1.workflow", "repairs"), "workflows.mediation workflow-unused"],
  [
    "a tier named as what every object inherits",
    put("tiers.team.under", ["town", "constructor"]),
    "tiers.team.under[1] tier-unknown",
  ],
];

const ofRoles: readonly Case[] = [
  ["a role on a tier that is none", put("roles.worker.on", ["grid", "moon"]), "roles.worker.on[1] role-tier"],
  [
    "a role nobody can hold",
    all(
      put("tiers.island", { label: "岛", tree: "area", as: "body", under: ["island"] }),
      put("roles.lead.on", ["island"]),
    ),
    "tiers.island tier-unreachable",
    "roles.lead.on role-unholdable",
    "roles.lead role-ungranted",
  ],
  ["a grant of a role that is none", add("roles.desk.grants", "king"), "roles.desk.grants[2] role-unknown"],
  [
    "a role nobody can give",
    put("roles.admin.grants", (grants: string[]) => grants.filter((one) => one !== "branch-secretary")),
    "roles.branch-secretary role-ungranted",
  ],
  [
    "a role that only those below it may give",
    all(
      put("roles.admin.grants", (grants: string[]) => grants.filter((one) => one !== "desk")),
      put("roles.lead.grants", ["desk"]),
    ),
    "roles.desk role-ungranted",
  ],
  ["a right of the engine nobody holds", put(rights("desk"), without("figures.read")), "roles engine-right"],
  [
    "a right of the engine held where it is of no use",
    all(
      put(rights("admin"), without("pack.edit")),
      add(rights("desk"), "pack.edit"),
      put("roles.desk.on", ["town", "community"]),
    ),
    "roles engine-right-tier",
  ],
  [
    "a step by a right no role holds",
    put("workflows.help.states.rating.on.close.by", [{ right: "case.close" }]),
    "workflows.help.states.rating.on.close.by[0].right right-unheld",
  ],
  [
    "a right held in the Party tree alone",
    all(put("workflows.report.starts", [{ right: "party.call" }]), put(rights("branch-secretary"), ["party.call"])),
    "workflows.report.starts[0].right right-unheld",
  ],
  [
    "a right held by teams alone, on which no case lies",
    all(put("workflows.report.starts", [{ right: "team.call" }]), add(rights("lead"), "team.call")),
    "workflows.report.starts[0].right right-unheld",
  ],
  [
    "a state that waits for those on the grid alone",
    all(
      put("workflows.repairs.states.planning.waitsFor", [{ right: "grid.plan" }]),
      add(rights("worker"), "grid.plan"),
    ),
    "workflows.repairs.states.planning.waitsFor[0].right right-too-low",
  ],
  [
    "a state that waits for a right no role holds",
    put("workflows.repairs.states.planning.waitsFor", [{ right: "case.plan" }]),
    "workflows.repairs.states.planning.waitsFor[0].right right-unheld",
  ],
  [
    "a telling to a right no role holds",
    put("workflows.help.states.vetting.limit.late.to", [{ right: "case.plan" }]),
    "workflows.help.states.vetting.limit.late.to[0].right right-unheld",
  ],
];

describe("the parts of a place", () => {
  it.each(rowsOf([...ofThePlace, ...ofRoles]))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });

  it("a main workflow that is none", () => {
    expect(found(put("mainWorkflow", "nowhere"))).toContain("mainWorkflow main-workflow");
  });
});
