/**
 * A pack's workflow as an XState machine. XState decides what a statechart means: which step an event takes, where it leads,
 * what is left and entered, when nested parts are done. Guards, effects, entries and exits come out of it as plain data.
 */
import { resolveTarget, statesOf } from "@ginkgo/shared/pack/states.ts";
import type { Done, Guard, State, Transition, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { createMachine, transition } from "xstate";

/** What a guard may look at; built by the model, opaque to the chart. */
export type Holds = (guards: readonly Guard[]) => boolean;

/** What happened, in XState's order. `branch` is -1 for a step's own target. */
export type Happening =
  | { readonly type: "took"; readonly name: string; readonly from: string | undefined; readonly branch: number }
  | { readonly type: "done"; readonly path: string }
  | { readonly type: "left" | "entered"; readonly path: string };

const action = (happening: Happening) => ({ type: happening.type, params: happening });
/** Ids hold no dots: XState reads those as ways down. */
const idOf = (path: string): string => `at-${path.replaceAll(".", "-")}`;

const targetIn = (workflow: Workflow, from: string | undefined, target: string) => {
  const path = resolveTarget(workflow, from, target);
  if (path === undefined) throw new Error(`the workflow has no state "${target}" (from "${from ?? "the root"}")`);
  // A step that leads to the state it belongs to begins it anew, clock included.
  return { target: `#${idOf(path)}`, ...(path === from ? { reenter: true } : {}) };
};

const guarded = (guards: readonly Guard[]) => (guards.length > 0 ? { guard: { type: "all", params: { guards } } } : {});

const stepConfig = (workflow: Workflow, from: string | undefined, name: string, step: Transition) => {
  const took = (branch: number) => ({ actions: [action({ type: "took", name, from, branch })] });
  return [
    ...step.branches.map(({ target, guards }, i) => ({
      ...targetIn(workflow, from, target),
      ...guarded([...step.guards, ...guards]),
      ...took(i),
    })),
    { ...(step.target ? targetIn(workflow, from, step.target) : {}), ...guarded(step.guards), ...took(-1) },
  ];
};

const doneConfig = (workflow: Workflow, path: string, done: Done | undefined) =>
  done ? { onDone: { ...targetIn(workflow, path, done.target), actions: [action({ type: "done", path })] } } : {};

const stepsConfig = (workflow: Workflow, from: string | undefined, on: Readonly<Record<string, Transition>>) =>
  Object.fromEntries(Object.entries(on).map(([name, step]) => [name, stepConfig(workflow, from, name, step)]));

const stateConfig = (workflow: Workflow, path: string, state: State): object => {
  const inner = Object.entries(state.states ?? {});
  // A case may be opened again, so the chart itself never stops: a final state at the root is an ordinary one here.
  const nestedFinal = state.final && path.includes(".");
  return {
    id: idOf(path),
    ...(nestedFinal ? { type: "final" } : {}),
    entry: [action({ type: "entered", path })],
    exit: [action({ type: "left", path })],
    ...(inner.length > 0
      ? {
          ...(state.parallel ? { type: "parallel" } : { initial: state.initial ?? inner[0]?.[0] }),
          states: Object.fromEntries(inner.map(([name, one]) => [name, stateConfig(workflow, `${path}.${name}`, one)])),
          ...doneConfig(workflow, path, state.done),
        }
      : {}),
    // XState takes no steps from a nested end; the checks refuse them.
    ...(nestedFinal ? {} : { on: stepsConfig(workflow, path, state.on) }),
  };
};

const build = (workflow: Workflow) => {
  const machine = createMachine({
    id: "case",
    initial: workflow.initial.split(".")[0],
    states: Object.fromEntries(
      Object.entries(workflow.states).map(([path, state]) => [path, stateConfig(workflow, path, state)]),
    ),
    on: stepsConfig(workflow, undefined, workflow.on),
  } as never);
  return machine.provide({
    guards: {
      all: ({ context }: { context: { holds: Holds } }, params: { guards: readonly Guard[] }) =>
        context.holds(params.guards),
    },
  } as never);
};
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

/** Leaves as XState writes a configuration: `{ a: { b: {}, c: {} } }`. */
export const stateValueOf = (leaves: readonly string[]): Record<string, object> => {
  // Without a prototype: a state may be called `constructor`.
  const value: Record<string, object> = Object.create(null);
  for (const leaf of leaves) {
    let at = value;
    for (const name of leaf.split(".")) {
      at[name] ??= Object.create(null) as object;
      at = at[name] as Record<string, object>;
    }
  }
  return value;
};

const readLeaves = (value: unknown, above: string): string[] => {
  const under = (name: string) => (above === "" ? name : `${above}.${name}`);
  if (typeof value === "string") return [under(value)];
  return Object.entries(value as object).flatMap(([name, inner]) =>
    typeof inner === "object" && Object.keys(inner as object).length === 0
      ? [under(name)]
      : readLeaves(inner, under(name)),
  );
};

/** The innermost states of an XState value, in the workflow's own order. */
export const leavesIn = (workflow: Workflow, value: unknown): string[] => {
  const order = [...statesOf(workflow).keys()];
  return readLeaves(value, "").sort((a, b) => order.indexOf(a) - order.indexOf(b));
};

export interface Move {
  readonly leaves: readonly string[];
  readonly happenings: readonly Happening[];
}

/** What `event` does in this configuration. Nothing happened: there is no such step here, or a guard stands in the way. */
export const move = (workflow: Workflow, leaves: readonly string[], event: string, holds: Holds): Move => {
  const chart = chartOf(workflow);
  const snapshot = chart.resolveState({ value: stateValueOf(leaves), context: { holds } } as never);
  const [after, actions] = transition(chart, snapshot, { type: event } as never);
  return {
    leaves: leavesIn(workflow, (after as unknown as { value: unknown }).value),
    happenings: (actions as unknown as { params: Happening }[]).flatMap(({ params }) => params ?? []),
  };
};
