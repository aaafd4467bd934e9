import { sample } from "@ginkgo/shared/pack/check/sample.ts";
import { describe, expect, it } from "vitest";
import { packCheck } from "./pack-check.ts";

const broken = { ...structuredClone(sample), id: "broken", mainWorkflow: "nowhere" };
const places = [{ pack: sample }, { pack: broken }];

const run = async (...args: string[]) => {
  const printed: string[] = [];
  const errors: string[] = [];
  const code = await packCheck(places)(args, {
    print: (text) => printed.push(text),
    error: (text) => errors.push(text),
  });
  return { code, printed: printed.join("\n"), errors: errors.join("\n") };
};

describe("pack check", () => {
  it("prints how far each workflow of a sound pack was explored", async () => {
    const { code, printed } = await run(sample.id);
    expect(code).toBe(0);
    expect(printed).toContain("cloudbrook: 没有问题");
    expect(printed).toContain("流程 mediation（调解）：10 个状态，8 个操作，6 种站位，最远 4 步");
  });

  it("fails with path, words, mend and rule of each problem, over all packs when none is named", async () => {
    const { code, printed } = await run();
    expect(code).toBe(1);
    expect(printed).toContain("cloudbrook: 没有问题");
    expect(printed).toMatch(/broken: \d+ 个问题\n {2}\S+/);
    expect(printed).toContain(
      "mainWorkflow\n    没有“nowhere”这个流程。改成已有的流程：help、mediation、repairs、report。 [main-workflow]",
    );
  });

  it("prints the same as JSON", async () => {
    const { code, printed } = await run("broken", "--json");
    expect(code).toBe(1);
    const [report] = JSON.parse(printed);
    expect(report).toMatchObject({ id: "broken", workflows: [] });
    expect(report.problems).toContainEqual({
      path: "mainWorkflow",
      rule: "main-workflow",
      message: "没有“nowhere”这个流程",
      mend: "改成已有的流程：help、mediation、repairs、report",
    });
  });

  it("names the packs there are when asked for another", async () => {
    expect(await run("atlantis")).toEqual({
      code: 1,
      printed: "",
      errors: "没有“atlantis”这个地方包；现有：cloudbrook、broken",
    });
  });

  it("refuses what it does not understand", async () => {
    expect((await run("--jsn")).code).toBe(2);
    expect((await run("cloudbrook", "broken")).code).toBe(2);
  });
});
