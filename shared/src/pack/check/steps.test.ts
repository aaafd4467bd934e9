import { describe, expect, it } from "vitest";
import { add, type Case, drop, found, put, rowsOf } from "./breaking.ts";

const help = "workflows.help";
const vetting = `${help}.states.vetting`;
const handling = `${help}.states.handling`;
const dispatched = `${help}.states.dispatched`;
const carrying = "workflows.repairs.states.carrying";
const talking = "workflows.mediation.states.talking";
const desk = [{ right: "case.vet" }];
const stay = { label: "记一笔", by: desk };

const cases: readonly Case[] = [
  [
    "an outer step that every inner state replaces",
    (pack) => {
      put(`${handling}.states.working.on.extend`, stay)(pack);
      put(`${handling}.states.asking.on.extend`, stay)(pack);
    },
    `${handling}.on.extend step-replaced`,
  ],
  [
    "a workflow's step that every state replaces",
    (pack) => {
      for (const state of ["given", "doing"]) put(`workflows.report.states.${state}.on.note`, stay)(pack);
      put("workflows.report.on", { note: stay })(pack);
    },
    "workflows.report.on.note step-replaced",
  ],
  [
    "one step name in two parts at once",
    put(`${talking}.states.visits.states.meeting.on.establish`, { ...stay }),
    `${talking}.states.visits parallel-step`,
  ],
  ["one key for two steps of a state", put(`${vetting}.on.refuse.key`, "d"), `${vetting}.on.refuse.key key-twice`],
  [
    "a key that a step of the whole workflow has",
    put(`${vetting}.on.refuse.key`, "n"),
    `${help}.on.note.key key-twice`,
  ],
  [
    "a key that a step of the state round it has",
    (pack) => {
      put(`${handling}.on.extend.key`, "e")(pack);
      put(`${handling}.states.working.on.ask.key`, "e")(pack);
    },
    `${handling}.on.extend.key key-twice`,
  ],
  [
    "one key in two parts at once",
    (pack) => {
      put(`${talking}.states.inquiry.states.looking.on.establish.key`, "e")(pack);
      put(`${talking}.states.visits.states.meeting.on.agree.key`, "e")(pack);
    },
    `${talking}.states.visits.states.meeting.on.agree.key key-twice`,
  ],
  [
    "a limit that triggers no step",
    put(`${dispatched}.limit.triggers`, "never"),
    `${dispatched}.limit.triggers trigger-unknown`,
  ],
  [
    "a limit that triggers a step with questions",
    add(`${dispatched}.on.takeBack.form`, { kind: "text", name: "why", label: "原因", required: true }),
    `${dispatched}.limit.triggers trigger-form`,
  ],
  [
    "a limit that triggers a step which looks at an answer",
    (pack) => {
      add(`${dispatched}.on.takeBack.form`, { kind: "yes-no", name: "sure", label: "确定" })(pack);
      put(`${dispatched}.on.takeBack.guards`, [{ name: "answered", field: "sure", value: true }])(pack);
    },
    `${dispatched}.limit.triggers trigger-form`,
  ],
  [
    "sub-cases that end in no step",
    put(`${carrying}.whenSubCasesEnd`, "never"),
    `${carrying}.whenSubCasesEnd trigger-unknown`,
  ],
  [
    "waiting for sub-cases where none are opened",
    put("workflows.report.states.doing.whenSubCasesEnd", "finish"),
    "workflows.report.states.doing.whenSubCasesEnd trigger-form",
    "workflows.report.states.doing.whenSubCasesEnd sub-cases-none",
  ],
  ["a bulk step that asks for a case", put(`${vetting}.on.merge.bulk`, true), `${vetting}.on.merge.bulk bulk-case`],
];

it("finds a needed field that the form lacks", () => {
  expect(found(put("workflows.help.on.reply.needsOneOf", ["words"]))).toEqual([
    "workflows.help.on.reply.needsOneOf[0] field-unknown",
  ]);
});

describe("the steps of a workflow", () => {
  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });

  it("lets an inner step have the name and the key of an outer one", () => {
    expect(found(put(`${vetting}.on.note`, { ...stay, key: "n" }))).toEqual([]);
    expect(found(put(`${handling}.states.working.on.extend`, stay))).toEqual([]);
  });

  it("lets the clock take a step of the state round it, or of the whole workflow", () => {
    const limit = { within: { hours: 1 }, triggers: "pause" };
    const inherit = (path: string) => (pack: unknown) => {
      put(`${path}.on.pause`, { ...stay })(pack);
      put(`${handling}.states.asking.limit`, limit)(pack);
    };
    expect(found(inherit(handling))).toEqual([]);
    expect(found(inherit(help))).toEqual([]);
    expect(found(drop(`${dispatched}.limit.triggers`))).toEqual([]);
  });
});
