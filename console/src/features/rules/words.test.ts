import { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { describe, expect, it } from "vitest";
import { durationWords } from "./words/duration.ts";
import { factWords } from "./words/facts.ts";

const calendar = {
  hours: [
    ["08:30", "12:00"],
    ["14:00", "18:00"],
  ] as [string, string][],
};

describe("a length of time", () => {
  it.each([
    [{ workingHours: 2 }, "2 个工作小时"],
    [{ workingHours: 0.5 }, "30 分钟（工作时间）"],
    [{ workingHours: 37.5 }, "5 个工作日"],
    [{ workingHours: 8 }, "8 个工作小时"],
    [{ hours: 72 }, "3 个自然日"],
    [{ hours: 30 }, "30 小时（不分昼夜）"],
    [{ hours: 0.25 }, "15 分钟（不分昼夜）"],
  ])("%j is %s", (duration, words) => {
    expect(durationWords(duration, calendar)).toBe(words);
  });
});

describe("a fact", () => {
  const workflow = Workflow.parse({
    label: "点单",
    progress: [
      { id: "a", label: "一" },
      { id: "b", label: "二" },
    ],
    initial: "open",
    shows: [{ fact: "people", label: "涉及人数" }],
    states: {
      open: {
        label: "待办",
        on: {
          end: {
            label: "办结",
            target: "closed",
            by: [{ right: "case.vet" }],
            form: [{ kind: "text", name: "how", label: "怎么办的" }],
            effects: [{ name: "keep", field: "how", fact: "method" }],
          },
        },
      },
      closed: { label: "已办结", final: true },
    },
  });
  it.each([
    ["people", "涉及人数"],
    ["method", "怎么办的"],
    ["closedAt", "结束时间"],
    ["something", "something"],
  ])("%s is called %s", (fact, words) => {
    expect(factWords(workflow, fact)).toBe(words);
  });
});
