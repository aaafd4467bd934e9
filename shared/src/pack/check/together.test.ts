import { describe, expect, it } from "vitest";
import { add, all, type Case, drop, found, put, rowsOf } from "./breaking.ts";

const share = "workflows.repairs.states.planning.on.share";
const opening = `${share}.effects.0`;
const at = `${share}.effects[0]`;
const mediation = "workflows.mediation";
const help = "workflows.help";

const cases: readonly Case[] = [
  [
    "sub-cases in a workflow that is none",
    put(`${opening}.workflow`, "nowhere"),
    `${at}.workflow sub-case-workflow`,
    "workflows.report.states.given.on.accept.by party-never",
    "workflows.report.states.given.waitsFor party-never",
  ],
  [
    "sub-cases of a category of another workflow",
    put(`${opening}.category`, "water"),
    `${at}.category sub-case-category`,
  ],
  [
    "sub-cases to what is no body",
    put(`${opening}.field`, "words"),
    `${at}.field field-kind`,
    `${share}.form[0] field-unread`,
  ],
  ["sub-cases whose words are no text", put(`${opening}.words`, "to"), `${at}.words field-kind`],
  [
    "sub-cases that do not wait for their body",
    put("workflows.report.states.given.waitsFor", [{ right: "case.call" }]),
    `${at}.workflow sub-case-start`,
  ],
  [
    "sub-cases that ask something at their beginning",
    put("workflows.report.intake", {
      form: [{ kind: "text", name: "more", label: "还有", required: true }],
      effects: [{ name: "keep", field: "more", fact: "more" }],
    }),
    `${at}.workflow sub-case-intake`,
  ],
  [
    "workflows that open each other for ever",
    put("workflows.report.states.doing.on.share", {
      label: "再分",
      by: [{ party: "handler" }],
      form: [
        { kind: "assignees", name: "to", label: "谁", required: true, many: true, tiers: ["team"] },
        { kind: "text", name: "words", label: "什么", required: true },
      ],
      effects: [{ name: "openSubCases", field: "to", workflow: "report", category: "piece", words: "words" }],
    }),
    "workflows.report sub-cases-endless",
  ],
  [
    "a part that has no name",
    put(`${mediation}.states.gathering.on.inviteLawyer.effects.0.as`, "judge"),
    `${mediation}.states.gathering.on.inviteLawyer.effects[0].as part-unknown`,
    `${mediation}.parts.lawyer part-unused`,
  ],
  ["a part nobody is invited for", put(`${mediation}.parts.judge`, "法官"), `${mediation}.parts.judge part-unused`],
  [
    "waiting for parts where nobody is invited",
    add("workflows.report.states.doing.on.finish.guards", { name: "partsDone" }),
    "workflows.report.states.doing.on.finish.guards[0] parts-none",
  ],
  [
    "waiting for sub-cases where none are opened",
    add("workflows.report.states.doing.on.finish.guards", { name: "subCasesEnded" }),
    "workflows.report.states.doing.on.finish.guards[0] sub-cases-none",
  ],
  [
    "publishing without saying what",
    drop(`${help}.publication`),
    `${help}.states.closed.on.publish.effects[0] publication-missing`,
  ],
  [
    "saying what is published without ever doing it",
    put(`${help}.states.closed.on.publish.effects`, []),
    `${help}.publication publication-never`,
  ],
  [
    "waiting for a handler where nobody takes",
    put("workflows.report.states.given.on.accept.effects", []),
    "workflows.report.states.doing.on.finish.by party-never",
    "workflows.report.states.doing.waitsFor party-never",
  ],
  [
    "waiting for whom it is offered where nothing is",
    put("workflows.repairs.states.planning.waitsFor", [{ party: "offered" }]),
    "workflows.repairs.states.planning.waitsFor party-never",
  ],
  [
    "a step of those invited where nobody is",
    put("workflows.report.states.doing.on.join", { label: "来帮", by: [{ party: "invited" }] }),
    "workflows.report.states.doing.on.join.by party-never",
  ],
];

describe("working together", () => {
  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });

  it("finds a circle of several workflows at each of them", () => {
    const change = all(
      put("workflows.report.states.doing.on.share", {
        label: "再分",
        by: [{ party: "handler" }],
        form: [
          { kind: "assignees", name: "to", label: "谁", required: true, many: true, tiers: ["team"] },
          { kind: "text", name: "words", label: "什么", required: true },
        ],
        effects: [{ name: "openSubCases", field: "to", workflow: "repairs", category: "works", words: "words" }],
      }),
      put("workflows.repairs.states.planning.waitsFor", [{ party: "offered" }]),
    );
    expect(found(change)).toEqual(["workflows.repairs sub-cases-endless", "workflows.report sub-cases-endless"]);
  });
});
