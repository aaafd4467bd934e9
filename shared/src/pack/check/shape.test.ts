import { describe, expect, it } from "vitest";
import { checkPack } from "../check.ts";
import { add, all, type Case, drop, found, put, rowsOf } from "./breaking.ts";
import { sample } from "./sample.ts";

const vetting = "workflows.help.states.vetting";

const cases: readonly Case[] = [
  ["something missing", drop("name"), "name shape-missing"],
  ["a missing choice", drop("calendar.holidays"), "calendar.holidays shape-missing"],
  ["a wrong type", put("brand", 7), "brand shape-type"],
  ["a value that is none of those there are", put(`${vetting}.tone`, "happy"), `${vetting}.tone shape-value`],
  ["an unknown field", put(`${vetting}.limt`, {}), `${vetting}.limt shape-unknown`],
  ["a wrong pattern", put("accent", "red"), "accent shape-pattern"],
  ["a name that cannot be used", put("workflows.Bad Name", {}), "workflows.Bad Name shape-name"],
  ["an empty list of who may do it", put(`${vetting}.on.dispatch.by`, []), `${vetting}.on.dispatch.by shape-size`],
  [
    "a category's limit that is not positive",
    put("categories.0.limits.vetting", { hours: 0 }),
    "categories[0].limits.vetting.hours shape-size",
  ],
  ["too large a number", put("calendar.workdays.0", 9), "calendar.workdays[0] shape-size"],
  [
    "an effect there is not",
    add(`${vetting}.on.dispatch.effects`, { name: "fly" }),
    `${vetting}.on.dispatch.effects[3].name shape-value`,
  ],
  ["a party there is not", put(`${vetting}.waitsFor.0`, { party: "king" }), `${vetting}.waitsFor[0].party shape-value`],
  [
    "someone who is named in no known way",
    put(`${vetting}.waitsFor.0`, { rihgt: "x" }),
    `${vetting}.waitsFor[0] shape-union`,
  ],
];

describe("the shape of a pack", () => {
  it.each(rowsOf(cases))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });

  it("finds what is wrong in several places at once", () => {
    expect(found(all(drop("name"), put("accent", "red"), put("words", [])))).toEqual([
      "name shape-missing",
      "accent shape-pattern",
      "words shape-type",
    ]);
  });

  it("is told in words that can be acted on", () => {
    const checked = checkPack({ ...sample, name: undefined, accent: "red", kinds: [], mainWorkflow: 3 });
    expect(checked.ok ? [] : checked.problems.map(({ message, mend }) => `${message}｜${mend}`)).toEqual([
      "缺少“name”｜补上，应当是文字",
      '"red" 的写法不对｜写六位小写颜色值，如 #2f6f5e',
      "这里不能是空的｜至少写一项内容",
      "3 的类型不对｜改成文字",
    ]);
  });

  it("does not fail on what is no pack at all", () => {
    for (const input of [undefined, null, 7, "pack", []]) expect(checkPack(input).ok).toBe(false);
  });
});
