/** Reading a workflow's tree of states. A path names a state from the root: `handling.asking`. Pure; both sides use it. */
import type { Pack } from "./schema.ts";
import type { Effect, Guard, Limit, State, Timer, Tone, Transition, Workflow } from "./workflow.ts";

export interface PlacedState {
  readonly path: string;
  readonly state: State;
  /** Undefined for a state at the root. */
  readonly parent: string | undefined;
}

export const parentOf = (path: string): string | undefined => {
  const dot = path.lastIndexOf(".");
  return dot < 0 ? undefined : path.slice(0, dot);
};

const join = (parent: string | undefined, name: string): string => (parent === undefined ? name : `${parent}.${name}`);

const walk = (states: Readonly<Record<string, State>>, parent: string | undefined): PlacedState[] =>
  Object.entries(states).flatMap(([name, state]) => {
    const path = join(parent, name);
    return [{ path, state, parent }, ...walk(state.states ?? {}, path)];
  });

const walked = new WeakMap<Workflow, ReadonlyMap<string, PlacedState>>();

/** Every state by its path, a parent before what is nested in it, in the pack's order. */
export const statesOf = (workflow: Workflow): ReadonlyMap<string, PlacedState> => {
  let states = walked.get(workflow);
  if (!states) {
    states = new Map(walk(workflow.states, undefined).map((placed) => [placed.path, placed]));
    walked.set(workflow, states);
  }
  return states;
};

export const stateAt = (workflow: Workflow, path: string): State => {
  const placed = statesOf(workflow).get(path);
  if (!placed) throw new Error(`the workflow has no state "${path}"`);
  return placed.state;
};

/** The state and all it is nested in, itself first. */
export const outward = (path: string): string[] => {
  const paths: string[] = [];
  for (let at: string | undefined = path; at !== undefined; at = parentOf(at)) paths.push(at);
  return paths;
};

/** Every active state of a configuration given by its leaves: a parent before what is nested in it. */
export const activeOf = (leaves: readonly string[]): string[] => [
  ...new Set(leaves.flatMap((leaf) => outward(leaf).reverse())),
];

/** The state a target names, seen from the state the step belongs to: a sibling first, then a path from the root. */
export const resolveTarget = (workflow: Workflow, from: string | undefined, target: string): string | undefined => {
  const states = statesOf(workflow);
  if (from !== undefined) {
    const sibling = join(parentOf(from), target);
    if (states.has(sibling)) return sibling;
    const inner = join(from, target);
    if (states.has(inner)) return inner;
  }
  return states.has(target) ? target : undefined;
};

/** Where a case stands on entering a state: the state itself, or the innermost ones it begins in. */
export const leavesOf = (workflow: Workflow, path: string): string[] => {
  const state = stateAt(workflow, path);
  const names = Object.keys(state.states ?? {});
  if (names.length === 0) return [path];
  if (state.parallel) return names.flatMap((name) => leavesOf(workflow, join(path, name)));
  return leavesOf(workflow, join(path, state.initial ?? names[0] ?? ""));
};

export interface PlacedStep {
  readonly name: string;
  readonly step: Transition;
  /** The state the step belongs to; undefined for the workflow's own steps. */
  readonly from: string | undefined;
}

const placedSteps = (on: Readonly<Record<string, Transition>>, from: string | undefined): PlacedStep[] =>
  Object.entries(on).map(([name, step]) => ({ name, step, from }));

/** All steps there are in a workflow: its own, then those of its states in the pack's order. */
export const allSteps = (workflow: Workflow): PlacedStep[] => [
  ...placedSteps(workflow.on, undefined),
  ...[...statesOf(workflow).values()].flatMap(({ path, state }) => placedSteps(state.on, path)),
];

/** What may have to hold, and what may happen, whichever way the step goes. */
export const guardsOf = ({ guards, branches }: Transition): Guard[] => [
  ...guards,
  ...branches.flatMap((branch) => branch.guards),
];
export const effectsOf = ({ effects, branches }: Transition): Effect[] => [
  ...effects,
  ...branches.flatMap((branch) => branch.effects),
];

/** The case is over when it stands in a final state at the root; nested final states only end their part. */
export const isEnded = (workflow: Workflow, leaves: readonly string[]): boolean =>
  leaves.every((leaf) => {
    const top = outward(leaf).at(-1) ?? leaf;
    return stateAt(workflow, top).final;
  });

/**
 * The steps there are in a configuration: inner states before outer ones, and those of the workflow itself last. A name
 * stands for one step only: the innermost.
 */
export const stepsAt = (workflow: Workflow, leaves: readonly string[]): PlacedStep[] => {
  const found = new Map<string, PlacedStep>();
  const add = (on: Readonly<Record<string, Transition>>, from: string | undefined) => {
    for (const placed of placedSteps(on, from)) if (!found.has(placed.name)) found.set(placed.name, placed);
  };
  for (const path of activeOf(leaves).reverse()) add(stateAt(workflow, path).on, path);
  if (!isEnded(workflow, leaves)) add(workflow.on, undefined);
  return [...found.values()];
};

/** How a timer of the workflow is named among a case's clocks; no state's path looks like it. */
export const timerKey = (name: string): string => `@${name}`;
export const isTimerKey = (key: string): boolean => key.startsWith("@");

export interface Timed {
  readonly label: string;
  readonly limit: Timer | Limit | undefined;
}

/** What a clock belongs to: a state with its limit, or a timer. */
export const timedAt = (workflow: Workflow, key: string): Timed => {
  if (!isTimerKey(key)) {
    const { label, limit } = stateAt(workflow, key);
    return { label, limit };
  }
  const name = key.slice(1);
  const timer = Object.hasOwn(workflow.timers, name) ? workflow.timers[name] : undefined;
  if (!timer) throw new Error(`the workflow has no timer "${name}"`);
  return { label: timer.label, limit: timer };
};

const toneOrder: readonly Tone[] = ["waiting", "working", "done", "stopped"];

export interface Standing {
  /** "办理中", or "消防检查／环保检查" where several run at once. */
  readonly label: string;
  readonly progress: string;
  readonly tone: Tone;
}

const inherited = <T>(workflow: Workflow, leaf: string, read: (state: State) => T | undefined): T | undefined => {
  for (const path of outward(leaf)) {
    const value = read(stateAt(workflow, path));
    if (value !== undefined) return value;
  }
  return undefined;
};

/** What a configuration is called, where it stands on the progress line (the least advanced part) and how it is coloured. */
export const standingOf = (workflow: Workflow, leaves: readonly string[]): Standing => {
  const open = leaves.filter((leaf) => !stateAt(workflow, leaf).final);
  const shown = open.length > 0 ? open : leaves;
  const points = workflow.progress.map(({ id }) => id);
  const progress = shown
    .map((leaf) => inherited(workflow, leaf, (state) => state.progress) ?? points[0] ?? "")
    .sort((a, b) => points.indexOf(a) - points.indexOf(b))[0];
  const tone = shown
    .map((leaf) => inherited(workflow, leaf, (state) => state.tone) ?? "working")
    .sort((a, b) => toneOrder.indexOf(a) - toneOrder.indexOf(b))[0];
  return {
    label: shown.map((leaf) => stateAt(workflow, leaf).label).join("／"),
    progress: progress ?? "",
    tone: tone ?? "working",
  };
};

/** The workflow a case of that category goes. */
export const workflowOfCategory = (pack: Pack, category: string): string =>
  pack.categories.find(({ id }) => id === category)?.workflow ?? pack.mainWorkflow;

export const workflowOf = (pack: Pack, id: string): Workflow => {
  const workflow = Object.hasOwn(pack.workflows, id) ? pack.workflows[id] : undefined;
  if (!workflow) throw new Error(`the pack has no workflow "${id}"`);
  return workflow;
};
