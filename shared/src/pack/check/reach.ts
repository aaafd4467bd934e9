/**
 * Which states a case can come to, and whether it gets out of them. Reads the states as a graph in which every guard may
 * hold; the exploration of whole configurations is the engine's (modules/workflow/explore.ts).
 */
import { outward, parentOf, resolveTarget, statesOf } from "../states.ts";
import type { State, Transition, Workflow } from "../workflow.ts";
import { eachState, statePath, type WorkflowCheck } from "./walk.ts";

const join = (parent: string, name: string): string => `${parent}.${name}`;
const stateIn = (workflow: Workflow, path: string): State | undefined => statesOf(workflow).get(path)?.state;

const isEnd = (workflow: Workflow, path: string): boolean =>
  stateIn(workflow, outward(path).at(-1) ?? path)?.final === true;

/** Every state that is active on entering one, those beside it in parallel states included. Unknown names lead nowhere. */
const within = (workflow: Workflow, path: string): string[] => {
  const state = stateIn(workflow, path);
  if (!state) return [];
  const names = Object.keys(state.states ?? {});
  const begun = state.parallel ? names : [state.initial ?? names[0]].filter((name) => name !== undefined);
  return [path, ...begun.flatMap((name) => within(workflow, join(path, name)))];
};
const entered = (workflow: Workflow, path: string): string[] => {
  const above = outward(path).slice(1);
  const beside = above
    .filter((outer) => stateIn(workflow, outer)?.parallel)
    .flatMap((outer) => Object.keys(stateIn(workflow, outer)?.states ?? {}).map((name) => join(outer, name)))
    .filter((region) => !outward(path).includes(region));
  return [...above, ...within(workflow, path), ...beside.flatMap((region) => within(workflow, region))];
};

const targetsOf = (step: Transition): string[] => [
  ...(step.target ? [step.target] : []),
  ...step.branches.map(({ target }) => target),
];

const resolved = (workflow: Workflow, from: string | undefined, targets: readonly string[]): string[] =>
  targets.flatMap((target) => resolveTarget(workflow, from, target) ?? []);

/** Where the end of a part leads: the `done` of the state round it, or of the parallel state of which that is a part. */
const afterFinal = (workflow: Workflow, path: string): string[] => {
  const parent = parentOf(path);
  if (parent === undefined) return [];
  return [parent, parentOf(parent)].flatMap((outer) => {
    const done = outer === undefined ? undefined : stateIn(workflow, outer)?.done;
    return done ? resolved(workflow, outer, [done.target]) : [];
  });
};

/** The steps that can be taken at an innermost state, those of the states round it included: an inner name wins. */
export const stepsAround = (workflow: Workflow, leaf: string): { from: string | undefined; step: Transition }[] => {
  const found = new Map<string, { from: string | undefined; step: Transition }>();
  const add = (on: Readonly<Record<string, Transition>>, from: string | undefined) => {
    for (const [name, step] of Object.entries(on)) if (!found.has(name)) found.set(name, { from, step });
  };
  for (const path of outward(leaf)) {
    const state = stateIn(workflow, path);
    if (state && !(state.final && parentOf(path) !== undefined)) add(state.on, path);
  }
  if (!isEnd(workflow, leaf)) add(workflow.on, undefined);
  return [...found.values()];
};

const onward = (workflow: Workflow, leaf: string): string[] => [
  ...stepsAround(workflow, leaf).flatMap(({ from, step }) => resolved(workflow, from, targetsOf(step))),
  ...(stateIn(workflow, leaf)?.final ? afterFinal(workflow, leaf) : []),
];

const isLeaf = (workflow: Workflow, path: string): boolean =>
  Object.keys(stateIn(workflow, path)?.states ?? {}).length === 0;

/** Every state a case can come to from these. */
const reachedFrom = (workflow: Workflow, starts: readonly string[]): Set<string> => {
  const seen = new Set<string>();
  const queue = starts.flatMap((start) => entered(workflow, start));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (isLeaf(workflow, path)) queue.push(...onward(workflow, path).flatMap((next) => entered(workflow, next)));
  }
  return seen;
};

/** The innermost states from which a case can come to its end. */
const ending = (workflow: Workflow, leaves: readonly string[]): Set<string> => {
  const ends = new Set(leaves.filter((leaf) => isEnd(workflow, leaf)));
  for (let before = -1; before < ends.size; ) {
    before = ends.size;
    for (const leaf of leaves)
      if (onward(workflow, leaf).some((next) => entered(workflow, next).some((path) => ends.has(path)))) ends.add(leaf);
  }
  return ends;
};

/** Where the way out is missing: the states further on from which one comes back, or the very last one. */
const traps = (workflow: Workflow, stuck: readonly string[]): string[] => {
  const further = new Map(
    stuck.map((leaf) => [leaf, reachedFrom(workflow, onward(workflow, leaf))] satisfies [string, Set<string>]),
  );
  return stuck.filter((leaf) =>
    stuck.every((other) => !further.get(leaf)?.has(other) || other === leaf || further.get(other)?.has(leaf)),
  );
};

/** A name that is none is reported by itself; what follows from it is not. */
const hasUnknownName = (workflow: Workflow): boolean => {
  const states = statesOf(workflow);
  const unknown = (from: string | undefined, targets: readonly string[]) =>
    resolved(workflow, from, targets).length < targets.length;
  const inStates = [...states.values()].some(
    ({ path, state }) =>
      Object.values(state.on).some((step) => unknown(path, targetsOf(step))) ||
      (state.done !== undefined && unknown(path, [state.done.target])) ||
      (state.states !== undefined && state.initial !== undefined && !states.has(join(path, state.initial))),
  );
  return (
    inStates ||
    Object.values(workflow.on).some((step) => unknown(undefined, targetsOf(step))) ||
    beginningsOf(workflow).some((name) => !states.has(name))
  );
};

const beginningsOf = ({ initial, initialUnplaced }: Workflow): string[] => [
  initial,
  ...(initialUnplaced === undefined ? [] : [initialUnplaced]),
];

export const checkReach = (check: WorkflowCheck): void => {
  const { id, workflow, report } = check;
  if (hasUnknownName(workflow)) return;
  const reached = reachedFrom(workflow, beginningsOf(workflow));
  for (const { name, path, state } of eachState(check))
    if (!reached.has(name))
      report(path, "state-unreachable", `到不了“${state.label}”`, "加一个通到这里的操作，或者删掉它");
  if (!Object.values(workflow.states).some(({ final }) => final)) return;
  const leaves = [...statesOf(workflow).keys()].filter((path) => isLeaf(workflow, path));
  const ends = ending(workflow, leaves);
  const stuck = leaves.filter((leaf) => !ends.has(leaf));
  for (const leaf of traps(workflow, stuck)) {
    const label = stateIn(workflow, leaf)?.label;
    report(statePath(id, leaf), "no-way-to-end", `到了“${label}”就再也走不到结束`, "加一个最终通向结束状态的操作");
  }
};
