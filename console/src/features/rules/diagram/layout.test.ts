import { statesOf } from "@ginkgo/shared/pack/states.ts";
import { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { describe, expect, it } from "vitest";
import { type Box, planOf } from "./layout.ts";

const desk = [{ right: "case.vet" }];
const step = (label: string, target?: string) => ({ label, by: desk, ...(target ? { target } : {}) });
const part = (label: string) => ({
  label,
  states: {
    open: { label: `${label}中`, on: { done: step("做完", "done") } },
    done: { label: `${label}完`, final: true },
  },
});

const workflow = Workflow.parse({
  label: "联合检查",
  progress: [
    { id: "a", label: "一" },
    { id: "b", label: "二" },
  ],
  initial: "vetting",
  states: {
    vetting: {
      label: "待审核",
      on: { accept: step("受理", "checks"), note: step("备注"), withdraw: step("撤回", "withdrawn") },
    },
    checks: {
      label: "检查中",
      parallel: true,
      states: { fire: part("消防"), water: part("供水") },
      done: { target: "closed" },
      on: { back: step("退回", "vetting"), withdraw: step("撤回", "withdrawn") },
    },
    closed: { label: "已办结", tone: "done", final: true },
    withdrawn: { label: "已撤回", tone: "stopped", final: true },
  },
});

const texts = { who: () => "社区受理员", limit: () => "2 个工作小时" };
const plan = planOf(workflow, texts, true);
const boxAt = (path: string): Box => {
  const box = plan.boxes.find((one) => one.path === path);
  if (!box) throw new Error(`no box for ${path}`);
  return box;
};
const isApart = (a: Box, b: Box) =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe("the diagram", () => {
  it("has a box for every state, inside the box of the state round it", () => {
    expect(plan.boxes.map(({ path }) => path).sort()).toEqual(["•start", ...statesOf(workflow).keys()].sort());
    for (const box of plan.boxes) {
      if (!box.parent) continue;
      const around = boxAt(box.parent);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(around.width);
      expect(box.y + box.height).toBeLessThanOrEqual(around.height);
    }
  });

  it("lets no two boxes of a level lie on each other", () => {
    for (const a of plan.boxes)
      for (const b of plan.boxes)
        if (a !== b && a.parent === b.parent) expect(isApart(a, b), `${a.path} and ${b.path}`).toBe(true);
  });

  it("puts parallel parts side by side, divided from the second on", () => {
    expect(boxAt("checks.fire")).toMatchObject({ kind: "first", y: boxAt("checks.water").y });
    expect(boxAt("checks.water")).toMatchObject({
      kind: "region",
      x: boxAt("checks.fire").x + boxAt("checks.fire").width,
    });
  });

  it("draws one arrow for each way, and none for a step that stays", () => {
    const ways = plan.lines.map(({ from, to, lines }) => `${from} → ${to} ${lines.join("/")}`.trim());
    expect(ways.sort()).toEqual(
      [
        "•start → vetting",
        "vetting → checks 受理",
        "vetting → withdrawn 撤回",
        "checks → vetting 退回",
        "checks → withdrawn 撤回",
        "checks → closed 里面都结束后自动",
        "checks.fire.open → checks.fire.done 做完",
        "checks.water.open → checks.water.done 做完",
      ].sort(),
    );
  });

  it("leaves out the arrows to ends that several states lead to, but not the ends", () => {
    const simple = planOf(workflow, texts, false);
    expect([...simple.loose]).toEqual(["withdrawn"]);
    expect(simple.lines.some(({ to }) => to === "withdrawn")).toBe(false);
    expect(simple.boxes.some(({ path }) => path === "withdrawn")).toBe(true);
  });
});
