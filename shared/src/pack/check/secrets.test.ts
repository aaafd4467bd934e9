import { describe, expect, it } from "vitest";
import { all, type Case, found, put, rowsOf } from "./breaking.ts";

const refuse = "workflows.help.states.vetting.on.refuse";
const finish = "workflows.help.states.vetting.on.dispatch";
const told = (seenBy: string, ...to: object[]) => all(put(`${refuse}.seenBy`, seenBy), put(`${refuse}.tells.0.to`, to));
const vet = { right: "case.vet" };
const reporter = { party: "reporter" };
const offered = { party: "offered" };
const at = `${refuse}.tells[0].to`;

const cases: readonly Case[] = [
  ["staff's words told to the reporter", told("staff", vet, reporter), `${at}[1] secret-told`],
  ["a desk's words told to those who work on it", told("desk", offered), `${at}[0] secret-told`],
  ["the handlers' words told to a desk", told("handlers", vet), `${at}[0] secret-told`],
  ["words for the reporter told to those who work on it", told("reporter", reporter, offered), `${at}[1] secret-told`],
  ["words for everyone told to anyone", told("everyone", vet, reporter, offered)],
  ["words that quote no answer", all(told("desk", offered), put(`${refuse}.tells.0.text`, "“{title}”有变化。"))],
  [
    "a record for the handlers that the page shows",
    all(
      put(`${finish}.seenBy`, "handlers"),
      put(`${finish}.tells`, []),
      put("workflows.help.shows", [{ fact: "secret", label: "记录" }]),
      put(`${finish}.form`, (form: object[]) => [...form, { kind: "text", name: "secret", label: "记录" }]),
      put(`${finish}.effects`, (effects: object[]) => [...effects, { name: "keep", field: "secret", fact: "secret" }]),
    ),
    `${finish}.effects[3].fact secret-shown`,
  ],
];

describe("what only some may read", () => {
  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });
});
