import { describe, expect, it } from "vitest";
import { begin, edit, redo, undo } from "./history.ts";
import { freeName, getAt, keysOf, pathText, setAt, swapped } from "./paths.ts";
import { placeOf, placeWords } from "./problems.ts";

const content = {
  name: "测试县",
  mainWorkflow: "order",
  categories: [
    { id: "road", label: "道路破损", limits: {} },
    { id: "noise", label: "噪声", limits: { vetting: { hours: 1 } } },
  ],
  workflows: {
    order: {
      label: "点单",
      states: {
        vetting: {
          label: "待审核",
          limit: { within: { workingHours: 2 } },
          on: { accept: { label: "受理", form: [] } },
        },
        handling: { label: "办理中", states: { asking: { label: "询问" } } },
      },
    },
  },
};

describe("changing one place of a draft", () => {
  it("leaves everything else the same object, and the order of members as it was", () => {
    const next = setAt(content, ["categories", 1, "label"], "噪音") as typeof content;
    expect(next.categories[1]).toEqual({ ...content.categories[1], label: "噪音" });
    expect(next.categories[0]).toBe(content.categories[0]);
    expect(next.workflows).toBe(content.workflows);
    expect(Object.keys(next)).toEqual(Object.keys(content));
  });

  it("makes what was not there and takes away what becomes undefined", () => {
    const limit = ["categories", 0, "limits", "handling.asking"] as const;
    const made = setAt(content, limit, { hours: 2 });
    expect(getAt(made, limit)).toEqual({ hours: 2 });
    expect(setAt(made, limit, undefined)).toEqual(content);
  });

  it("stands a draft of any shape", () => {
    expect(getAt({ categories: 3 }, ["categories", 0, "label"])).toBeUndefined();
    expect(setAt({ roles: null }, ["roles", "desk"], { label: "台" })).toEqual({ roles: { desk: { label: "台" } } });
  });

  it("reads and writes paths as the check writes them", () => {
    const text = "categories[1].limits.vetting.hours";
    expect(pathText(keysOf(text))).toBe(text);
    expect(keysOf(text)).toEqual(["categories", 1, "limits", "vetting", "hours"]);
  });

  it("moves within the list only, and finds free names", () => {
    expect(swapped(["a", "b"], 0, 1)).toEqual(["b", "a"]);
    expect(swapped(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(freeName("own-", ["own-1", "own-3"])).toBe("own-2");
  });
});

describe("taking changes back", () => {
  it("takes back what was typed in one field in one go, other fields one by one", () => {
    let history = begin("");
    history = edit(history, "a", "label", 0);
    history = edit(history, "ab", "label", 500);
    history = edit(history, "abc", "label", 3_000);
    history = edit(history, "abcd", "help", 3_100);
    expect([undo(history).now, undo(undo(history)).now, undo(undo(undo(history))).now]).toEqual(["abc", "ab", ""]);
    expect(redo(undo(history)).now).toBe("abcd");
    expect(undo(begin("x")).now).toBe("x");
  });

  it("forgets what was taken back once something else is written", () => {
    const history = edit(undo(edit(begin("a"), "b", "f", 0)), "c", "f", 1);
    expect(redo(history).now).toBe("c");
  });
});

describe("a problem's place", () => {
  it.each([
    ["categories[1].limits.vetting", { part: "categories", item: "1" }, "类别“噪声”在“待审核”的时限"],
    [
      "workflows.order.states.vetting.limit.within.workingHours",
      { part: "workflows", item: "vetting" },
      "“待审核”的时限",
    ],
    [
      "workflows.order.states.handling.states.asking.label",
      { part: "workflows", item: "handling.asking" },
      "“办理中”“询问”的名称",
    ],
    ["workflows.order.intake.form[0]", { part: "workflows", item: "@intake" }, "流程“点单”"],
    ["workflows.order.label", { part: "workflows", item: "@general" }, "流程“点单”的名称"],
    ["metrics.all.definition", { part: "figures", item: "metrics:all" }, "统计项“all”的定义"],
  ])("of %s is found and named", (path, place, words) => {
    expect(Object.fromEntries(placeOf(path) ?? [])).toMatchObject({ ...place, at: path });
    expect(placeWords(path, content)).toContain(words);
  });

  it("is nowhere on the page for what only a file can change", () => {
    expect(placeOf("tiers.team.under")).toBeNull();
    expect(placeOf("")).toBeNull();
  });
});
