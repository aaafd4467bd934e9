/**
 * Walks through every configuration a case of a workflow can come to, with the very chart the engine runs. Guards may hold
 * or not, so each way a step can go is tried: its own target, and each of its branches.
 */
import { statePath } from "@ginkgo/shared/pack/check/walk.ts";
import type { PackProblem } from "@ginkgo/shared/pack/check.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import { activeOf, allSteps, isEnded, leavesOf, stateAt, statesOf, stepsAt } from "@ginkgo/shared/pack/states.ts";
import type { Guard, Transition, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import { fromTransition } from "xstate";
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from "xstate/graph";
import { type Holds, type Move, move } from "./statechart.ts";

type Leaves = readonly string[];

/** One step taken one way; branch -1 is its own target. */
interface Way {
  readonly type: string;
  readonly branch: number;
}

export interface PathStep {
  readonly action: string;
  readonly branch: number;
  /** Fields that must be filled in. */
  readonly asks: readonly Field[];
  /** Answers that lead this way and no other. */
  readonly answers: Readonly<Record<string, string | boolean | number>>;
}

export interface StatePath {
  readonly to: string;
  /** Whether the case must begin with its community known. */
  readonly placed: boolean;
  readonly steps: readonly PathStep[];
}

export interface Explored {
  readonly states: number;
  readonly steps: number;
  readonly configurations: number;
  /** Steps of the longest of the shortest paths. */
  readonly longest: number;
  readonly problems: readonly PackProblem[];
}

/** More moves than any sensible workflow has: parallel parts multiply. */
const mostMoves = 200_000;

const guardsOf = (step: Transition, branch: number): readonly Guard[] => [
  ...step.guards,
  ...(step.branches[branch]?.guards ?? []),
];

/** Lets exactly the guards of the chosen way hold. */
const only = (step: Transition, branch: number): Holds => {
  const wanted = guardsOf(step, branch);
  return (guards) => guards.length === wanted.length && guards.every((guard, i) => guard === wanted[i]);
};

const waysAt = (workflow: Workflow, leaves: Leaves): Way[] =>
  stepsAt(workflow, leaves).flatMap(({ name, step }) => [
    { type: name, branch: -1 },
    ...step.branches.map((_branch, branch) => ({ type: name, branch })),
  ]);

const stepNamed = (workflow: Workflow, leaves: Leaves, name: string): Transition => {
  const found = stepsAt(workflow, leaves).find((one) => one.name === name);
  if (!found) throw new Error(`no step "${name}" at ${leaves.join(", ")}`);
  return found.step;
};

const take = (workflow: Workflow, leaves: Leaves, { type, branch }: Way): Move => {
  const moved = move(workflow, leaves, type, only(stepNamed(workflow, leaves, type), branch));
  if (!moved.happenings.some((one) => one.type === "took" && one.name === type && one.branch === branch))
    throw new Error(`the chart does not take "${type}" (way ${branch}) at ${leaves.join(", ")}`);
  return moved;
};

const logicOf = (workflow: Workflow, start: string) =>
  fromTransition((leaves: Leaves, way: Way) => take(workflow, leaves, way).leaves, leavesOf(workflow, start) as Leaves);

const optionsOf = (workflow: Workflow) => ({
  events: ({ context }: { context: Leaves }) => waysAt(workflow, context),
  serializeState: ({ context }: { context: Leaves }) => context.join(" "),
  serializeEvent: ({ type, branch }: Way) => `${type} ${branch}`,
  limit: mostMoves,
});

/** Where a case may begin, the placed one first. */
const startsOf = (workflow: Workflow): { start: string; placed: boolean }[] => [
  { start: workflow.initial, placed: true },
  ...(workflow.initialUnplaced ? [{ start: workflow.initialUnplaced, placed: false }] : []),
];

const pathStep = (workflow: Workflow, leaves: Leaves, { type, branch }: Way): PathStep => {
  const step = stepNamed(workflow, leaves, type);
  const answered = guardsOf(step, branch).flatMap((guard) => (guard.name === "answered" ? [guard] : []));
  return {
    action: type,
    branch,
    asks: step.form.filter(({ required }) => required),
    answers: Object.fromEntries(answered.map(({ field, value }) => [field, value])),
  };
};

const pathsFrom = (workflow: Workflow, start: string, placed: boolean): { leaves: Leaves; path: StatePath }[] =>
  getShortestPaths(logicOf(workflow, start), optionsOf(workflow)).map(({ state, steps }) => ({
    leaves: state.context,
    path: {
      to: "",
      placed,
      // XState writes each step as an event and the configuration after it; the first stands for the beginning.
      steps: steps.slice(1).map(({ event }, i) => pathStep(workflow, steps[i]?.state.context ?? [], event)),
    },
  }));

/** The shortest way to every state a case can stand in, outer states included; ends it only passes through are not among them. */
export const pathsOf = (workflow: Workflow): StatePath[] => {
  const all = startsOf(workflow).flatMap(({ start, placed }) => pathsFrom(workflow, start, placed));
  const best = new Map<string, StatePath>();
  for (const { leaves, path } of all)
    for (const to of activeOf(leaves)) {
      const known = best.get(to);
      if (!known || path.steps.length < known.steps.length) best.set(to, { ...path, to });
    }
  return [...statesOf(workflow).keys()].flatMap((to) => best.get(to) ?? []);
};

interface Edge {
  readonly from: string;
  readonly to: string;
}

interface Graph {
  readonly configurations: Map<string, Leaves>;
  readonly edges: Edge[];
  /** Every state a case stands in or passes through. */
  readonly reached: Set<string>;
}

const graphOf = (workflow: Workflow): Graph => {
  const configurations = new Map<string, Leaves>();
  const edges: Edge[] = [];
  const reached = new Set<string>();
  for (const { start } of startsOf(workflow)) {
    const map = getAdjacencyMap(logicOf(workflow, start), optionsOf(workflow));
    for (const { state } of Object.values(map)) configurations.set(state.context.join(" "), state.context);
    for (const { state, event, nextState } of adjacencyMapToArray(map)) {
      edges.push({ from: state.context.join(" "), to: nextState.context.join(" ") });
      for (const one of take(workflow, state.context, event).happenings)
        if (one.type === "entered") reached.add(one.path);
    }
  }
  for (const path of [...configurations.values()].flatMap(activeOf)) reached.add(path);
  return { configurations, edges, reached };
};

/** The configurations from which a case can come to its end. */
const endingIn = (workflow: Workflow, configurations: ReadonlyMap<string, Leaves>, edges: readonly Edge[]) => {
  const into = Map.groupBy(edges, ({ to }) => to);
  const ends = new Set<string>();
  const queue = [...configurations].filter(([, leaves]) => isEnded(workflow, leaves)).map(([key]) => key);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (ends.has(key)) continue;
    ends.add(key);
    queue.push(...(into.get(key) ?? []).map(({ from }) => from));
  }
  return ends;
};

const problemsOf = (id: string, workflow: Workflow): { configurations: number; problems: PackProblem[] } => {
  const { configurations, edges, reached } = graphOf(workflow);
  const unreached = [...statesOf(workflow).keys()].filter((path) => !reached.has(path));
  const ends = endingIn(workflow, configurations, edges);
  const stuck = [...configurations].filter(([key]) => !ends.has(key)).map(([, leaves]) => leaves);
  return {
    configurations: configurations.size,
    problems: [
      ...unreached.map((path) => ({
        path: statePath(id, path),
        rule: "explored-unreachable",
        message: `走遍所有操作也到不了“${stateAt(workflow, path).label}”`,
        mend: "加一个通到这里的操作，或者删掉它",
      })),
      ...stuck.map((leaves) => ({
        path: statePath(id, leaves[0] ?? ""),
        rule: "explored-no-end",
        message: `到了“${leaves.map((leaf) => stateAt(workflow, leaf).label).join("／")}”就再也走不到结束`,
        mend: "加一个最终通向结束状态的操作",
      })),
    ],
  };
};

/** Explores a workflow that has passed the checks of the pack. */
export const explore = (id: string, workflow: Workflow): Explored => {
  const { configurations, problems } = problemsOf(id, workflow);
  return {
    states: statesOf(workflow).size,
    steps: allSteps(workflow).length,
    configurations,
    longest: Math.max(0, ...pathsOf(workflow).map(({ steps }) => steps.length)),
    problems,
  };
};
