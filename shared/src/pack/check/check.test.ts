import { describe, expect, it } from "vitest";
import { checkPack } from "../check.ts";
import { all, drop, found, put } from "./breaking.ts";
import { sample } from "./sample.ts";

const pathsIn = (value: unknown, above = ""): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value)
        .filter(([name]) => !name.includes("."))
        .flatMap(([name, inner]) => [`${above}${name}`, ...pathsIn(inner, `${above}${name}.`)])
    : [];

describe("the pack check", () => {
  it("finds nothing in a pack that is sound", () => {
    const checked = checkPack(sample);
    expect(checked.ok ? [] : checked.problems).toEqual([]);
  });

  it("finds everything at once, wherever it is", () => {
    const problems = found(
      all(
        put("tiers.grid.under", ["moon"]),
        put("workflows.help.states.vetting.on.dispatch.key", "n"),
        drop("workflows.mediation.states.deciding.limit"),
        put("metrics.teams.count.kind", "rocket"),
        put("participation.ranking", "on"),
      ),
    );
    expect(problems).toEqual(
      expect.arrayContaining([
        "tiers.grid.under[0] tier-unknown",
        "workflows.help.on.note.key key-twice",
        "workflows.mediation.states.deciding.limit limit-missing",
        "metrics.teams.count.kind metric-node-kind",
        "participation.ranking law-ranking",
      ]),
    );
  });

  it("says what is wrong and how to mend it, with the names there are", () => {
    const checked = checkPack({ ...sample, mainWorkflow: "helb" });
    expect(checked.ok ? [] : checked.problems).toContainEqual({
      path: "mainWorkflow",
      rule: "main-workflow",
      message: "没有“helb”这个流程",
      mend: "改成已有的流程：help、mediation、repairs、report",
    });
  });

  it("answers, and never fails, whatever stands at any place", () => {
    for (const path of pathsIn(sample))
      for (const value of ["constructor", undefined])
        expect(() => found(put(path, value)), `${path} = ${JSON.stringify(value)}`).not.toThrow();
  });
});
