import { describe, expect, it } from "vitest";
import { all, type Case, drop, found, put, rowsOf } from "./breaking.ts";

const help = "workflows.help";
const demand = `${help}.on.demand`;

const cases: readonly Case[] = [
  [
    "a timer that is none",
    put(`${demand}.effects.0.timer`, "nothing"),
    `${demand}.effects[0].timer timer-unknown`,
    `${help}.timers.demand timer-idle`,
  ],
  [
    "a stop of a timer that is none",
    put(`${help}.on.reply.effects.0.timer`, "nothing"),
    `${help}.on.reply.effects[0].timer timer-unknown`,
  ],
  ["days that may stay empty", put(`${demand}.form.0.required`, false), `${demand}.effects[0].field timer-days`],
  ["days that may be none", put(`${demand}.form.0.min`, 0), `${demand}.effects[0].field timer-days`],
  [
    "a timer that nothing starts",
    all(drop(demand), put(`${help}.timers.other`, { label: "别的" })),
    `${help}.timers.demand timer-idle`,
    `${help}.timers.other timer-idle`,
  ],
  [
    "a trigger that is not there",
    put(`${help}.timers.demand.triggers`, "gone"),
    `${help}.timers.demand.triggers timer-trigger`,
  ],
  [
    "a trigger that must be filled in",
    put(`${help}.timers.demand.triggers`, "note"),
    `${help}.timers.demand.triggers timer-trigger`,
  ],
  [
    "a text with a placeholder nothing fills",
    put(`${help}.timers.demand.late.text`, "{form.x}"),
    `${help}.timers.demand.late.text placeholder`,
  ],
  [
    "a timer told to a right no role holds",
    put(`${help}.timers.demand.late.to`, [{ right: "x.y" }]),
    `${help}.timers.demand.late.to[0].right right-unheld`,
  ],
];

describe("timers", () => {
  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });
});
