/** A pack's workflow as an XState machine: which state an event leads to. The machine is pure data; nothing runs in it. */
import type { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { createMachine, transition } from "xstate";

/** The engine has decided which branch holds; the chart says where that leads. */
type ChartEvent = { type: string; branch: number };

const byBranch =
  (wanted: number) =>
  ({ event }: { event: ChartEvent }) =>
    event.branch === wanted;

const configOf = (workflow: Workflow) => ({
  id: "case",
  initial: workflow.initial,
  states: Object.fromEntries(
    Object.entries(workflow.states).map(([name, state]) => [
      name,
      {
        ...(state.final ? { type: "final" as const } : {}),
        // A case may be opened again, so the chart itself never stops: what is final to the clock is an ordinary state here.
        ...(state.final && Object.keys(state.on).length > 0 ? { type: "atomic" as const } : {}),
        on: Object.fromEntries(
          Object.entries(state.on).map(([event, step]) => [
            event,
            [
              ...step.branches.map((branch, i) => ({ target: branch.target, guard: byBranch(i) })),
              ...(step.target ? [{ target: step.target }] : [{}]),
            ],
          ]),
        ),
      },
    ]),
  ),
});

const build = (workflow: Workflow) =>
  createMachine({ ...configOf(workflow), types: {} as { events: ChartEvent } } as never);
type Chart = ReturnType<typeof build>;

const charts = new WeakMap<Workflow, Chart>();

export const chartOf = (workflow: Workflow): Chart => {
  let chart = charts.get(workflow);
  if (!chart) {
    chart = build(workflow);
    charts.set(workflow, chart);
  }
  return chart;
};

/** The state after `event`, taking the branch with this index, or the transition's own target for -1. */
export const targetOf = (workflow: Workflow, state: string, event: string, branch: number): string => {
  const chart = chartOf(workflow);
  const [after] = transition(chart, chart.resolveState({ value: state } as never), { type: event, branch } as never);
  return (after as unknown as { value: string }).value;
};
