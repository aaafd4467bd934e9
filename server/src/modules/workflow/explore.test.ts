import { sample } from "@ginkgo/shared/pack/check/sample.ts";
import { checkPack } from "@ginkgo/shared/pack/check.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, leavesOf, statesOf, stepsAt } from "@ginkgo/shared/pack/states.ts";
import { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { describe, expect, it } from "vitest";
import { explore, pathsOf } from "./explore.ts";
import { move } from "./statechart.ts";

const pack = (): Pack => {
  const checked = checkPack(sample);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.pack;
};
const workflows = Object.entries(pack().workflows);
const named = (id: string): Workflow => {
  const found = pack().workflows[id];
  if (!found) throw new Error(`no workflow ${id}`);
  return found;
};

const waiting = { waitsFor: [{ party: "reporter" }], progress: "a", tone: "waiting", limit: { within: { hours: 1 } } };
const step = (target: string, guards: object[] = []) => ({
  label: target,
  by: [{ party: "reporter" }],
  target,
  guards,
});
const small = (states: object): Workflow =>
  Workflow.parse({
    label: "小流程",
    progress: [
      { id: "a", label: "一" },
      { id: "b", label: "二" },
    ],
    initial: "begun",
    states: { ...states, over: { label: "结束", progress: "b", tone: "done", final: true } },
  });

describe("exploring a workflow", () => {
  it.each(workflows)("comes to every state of %s and from everywhere to its end", (id, workflow) => {
    const explored = explore(id, workflow);
    expect(explored.problems).toEqual([]);
    const passed = ["handling.finished"];
    const standing = [...statesOf(workflow).keys()].filter((path) => !passed.includes(path));
    expect(pathsOf(workflow).map(({ to }) => to)).toEqual(standing);
  });

  it("counts what there is, parallel parts in every combination", () => {
    // gathering, deciding, settled; of two parts with two states each all but both ended, which is left at once.
    expect(explore("mediation", named("mediation"))).toMatchObject({ states: 10, steps: 8, configurations: 6 });
  });

  it.each(workflows)("finds paths of %s that the chart really goes", (_id, workflow) => {
    for (const { to, placed, steps } of pathsOf(workflow)) {
      let leaves: readonly string[] = leavesOf(
        workflow,
        placed ? workflow.initial : (workflow.initialUnplaced ?? workflow.initial),
      );
      for (const { action, branch } of steps) {
        const own = stepsAt(workflow, leaves).find(({ name }) => name === action)?.step;
        const wanted = own?.branches[branch]?.guards ?? [];
        leaves = move(workflow, leaves, action, (guards) =>
          branch < 0 ? guards.length === own?.guards.length : wanted.every((guard) => guards.includes(guard)),
        ).leaves;
      }
      expect(activeOf(leaves)).toContain(to);
    }
  });

  it("says what a path's steps ask for and which answers lead there", () => {
    const paths = pathsOf(named("help"));
    expect(paths.find(({ to }) => to === "placing")).toMatchObject({ placed: false, steps: [] });
    const toDispatched = paths.find(({ to }) => to === "dispatched");
    expect(toDispatched?.steps.map(({ action, asks }) => [action, asks.map(({ name }) => name)])).toEqual([
      ["dispatch", ["to"]],
    ]);
    const again = small({
      begun: {
        ...waiting,
        label: "开始",
        on: {
          judge: {
            ...step("over"),
            form: [{ kind: "yes-no", name: "again", label: "再来", required: true }],
            branches: [{ guards: [{ name: "answered", field: "again", value: true }], target: "more" }],
          },
        },
      },
      more: { ...waiting, label: "再来", on: { stop: step("over") } },
    });
    expect(pathsOf(again).find(({ to }) => to === "more")?.steps).toMatchObject([
      { action: "judge", branch: 0, answers: { again: true } },
    ]);
  });

  it("finds a configuration without a way to the end", () => {
    // The parts only begin anew, and nothing leads out of them.
    const part = (name: string) => ({
      label: name,
      initial: "open",
      states: { open: { ...waiting, label: "进行", on: { [name]: step("open") } } },
    });
    const stuck = small({
      begun: { ...waiting, label: "开始", on: { go: step("both"), skip: step("over") } },
      both: {
        label: "同时",
        progress: "a",
        tone: "working",
        parallel: true,
        states: { one: part("one"), two: part("two") },
      },
    });
    expect(explore("stuck", stuck).problems).toMatchObject([
      { rule: "explored-no-end", path: "workflows.stuck.states.both.states.one.states.open" },
    ]);
  });

  it("finds a state that no step leads to", () => {
    const lost = small({
      begun: { ...waiting, label: "开始", on: { go: step("over") } },
      lost: { ...waiting, label: "没人来", on: { go: step("over") } },
    });
    expect(explore("lost", lost).problems).toMatchObject([
      { rule: "explored-unreachable", path: "workflows.lost.states.lost" },
    ]);
  });
});
