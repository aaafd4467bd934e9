import { Pack, type PackInput } from "@ginkgo/shared/pack/schema.ts";
import { describe, expect, it } from "vitest";
import { testland } from "../../../test/fixture-pack.ts";
import type { Actor } from "../authority/index.ts";
import { viewOf } from "./view.ts";

const main = testland.workflows.order as PackInput["workflows"][string];

const pack = Pack.parse({
  ...testland,
  categories: [...testland.categories, { id: "task", label: "交办", group: "交办", description: "", workflow: "task" }],
  workflows: {
    order: { ...main, marks: [{ fact: "late", label: "超期", tone: "danger" }] },
    task: {
      ...main,
      label: "交办",
      starts: [{ right: "case.dispatch" }],
      states: {
        ...main.states,
        working: {
          ...main.states.working,
          label: "办理",
          states: { asking: { label: "询问" }, doing: { label: "处理", tone: "waiting" } },
        },
      },
    },
  },
  lists: { elsewhere: { label: "其他渠道", items: [{ id: "hall", label: "政务大厅" }] } },
} satisfies PackInput);

const actor = (...rights: string[]): Actor => ({
  tenant: "t",
  accountId: "a",
  sessionId: "s",
  name: "某人",
  homeId: null,
  grants: rights.length > 0 ? [{ id: "g", role: "r", nodeId: "n", rights: new Set(rights) }] : [],
});

describe("the pack as screens see it", () => {
  it("marks what the actor may begin nowhere", () => {
    const resident = viewOf(pack, 3, actor());
    expect(resident.workflows.map(({ id, mayStart }) => [id, mayStart])).toEqual([
      ["order", true],
      ["task", false],
    ]);
    const task = resident.categories.find(({ id }) => id === "task");
    expect(task).toMatchObject({ workflow: "task", mayStart: false });
    expect(resident.categories.filter(({ workflow }) => workflow === "order").every(({ mayStart }) => mayStart)).toBe(
      true,
    );
    expect(viewOf(pack, 3, actor("case.dispatch")).workflows.every(({ mayStart }) => mayStart)).toBe(true);
    expect(viewOf(pack, 3, actor("case.read")).workflows[1]?.mayStart).toBe(false);
  });

  it("says what everyone may begin, what is asked for it, and what only begins as a part", () => {
    const task = pack.workflows.task;
    if (!task) throw new Error("the pack has it");
    const asked = { kind: "date", name: "until", label: "几时办完", required: true } as const;
    const offered = [{ party: "offered" }] as const;
    const initial = task.states[task.initial];
    if (!initial) throw new Error("it begins somewhere");
    const part = { ...task, states: { ...task.states, [task.initial]: { ...initial, waitsFor: [...offered] } } };
    const workflows = { ...pack.workflows, task: { ...task, intake: { ...task.intake, form: [asked] } }, part };
    const view = viewOf({ ...pack, workflows }, 3, actor("case.dispatch"));
    expect(view.workflows.map(({ id, open, mayStart }) => [id, open, mayStart])).toEqual([
      ["order", true, true],
      ["task", false, true],
      ["part", false, false],
    ]);
    expect(view.workflows.map(({ intake }) => intake)).toEqual([[], [asked], []]);
  });

  it("lists the states of every workflow, nested ones with the colour of what they stand in", () => {
    const { states } = viewOf(pack, 3, actor());
    expect(states.find(({ id }) => id === "order:submitted")).toEqual({
      id: "order:submitted",
      label: "待派单",
      tone: "waiting",
      workflow: "order",
    });
    expect(states.find(({ id }) => id === "task:working.asking")).toMatchObject({ label: "询问", tone: "working" });
    expect(states.find(({ id }) => id === "task:working.doing")).toMatchObject({ label: "处理", tone: "waiting" });
    expect(new Set(states.map(({ id }) => id)).size).toBe(states.length);
  });

  it("brings lists, marks and the main workflow's progress", () => {
    const view = viewOf(pack, 3, actor());
    expect(view.lists).toEqual([{ id: "elsewhere", label: "其他渠道", items: [{ id: "hall", label: "政务大厅" }] }]);
    expect(view.marks).toEqual([{ workflow: "order", fact: "late", label: "超期", tone: "danger" }]);
    expect(view.progress.map(({ id }) => id)).toEqual(["submitted", "working", "done"]);
  });
});
