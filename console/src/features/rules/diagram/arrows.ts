/** Where a workflow's steps lead, as arrows between states: one for all steps that go the same way. */
import { outward, parentOf, resolveTarget, statesOf } from "@ginkgo/shared/pack/states.ts";
import type { Transition, Workflow } from "@ginkgo/shared/pack/workflow.ts";

export const start = "•start";

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** Taken by a button that leads on, by one that turns away, or by itself. */
  readonly tone: "primary" | "default" | "danger" | "itself";
}

const targetsOf = (step: Transition): string[] => [
  ...new Set([...step.branches.map(({ target }) => target), ...(step.target ? [step.target] : [])]),
];

const stepArrows = (workflow: Workflow, from: string): Arrow[] => {
  const state = statesOf(workflow).get(from)?.state;
  if (!state) return [];
  return Object.entries(state.on).flatMap(([name, step]) =>
    targetsOf(step).flatMap((target) => {
      const to = resolveTarget(workflow, from, target);
      if (to === undefined || to === from) return [];
      const byItself = state.limit?.triggers === name || state.whenSubCasesEnd === name;
      return [{ from, to, label: byItself ? `${step.label}（可自动）` : step.label, tone: step.tone }];
    }),
  );
};

const doneArrows = (workflow: Workflow, from: string): Arrow[] => {
  const done = statesOf(workflow).get(from)?.state.done;
  const to = done && resolveTarget(workflow, from, done.target);
  return to ? [{ from, to, label: "里面都结束后自动", tone: "itself" }] : [];
};

const beginnings = (workflow: Workflow): Arrow[] => {
  const first: Arrow = { from: start, to: workflow.initial, label: "", tone: "itself" };
  const unplaced = workflow.initialUnplaced;
  if (!unplaced || unplaced === workflow.initial) return [first];
  return [first, { from: start, to: unplaced, label: "还不知道是哪个社区", tone: "itself" }];
};

export const arrowsOf = (workflow: Workflow): Arrow[] => [
  ...beginnings(workflow),
  ...[...statesOf(workflow).keys()].flatMap((path) => [...stepArrows(workflow, path), ...doneArrows(workflow, path)]),
];

/**
 * Ends that several states lead to, such as a withdrawal: their arrows hide the way a case normally goes. They are shown
 * beside the others, without arrows, unless one asks for all.
 */
export const commonEnds = (workflow: Workflow, arrows: readonly Arrow[]): ReadonlySet<string> => {
  const ends = Object.entries(workflow.states).filter(([, { final, tone }]) => final && tone === "stopped");
  const reachedFrom = (path: string) => new Set(arrows.filter(({ to }) => to === path).map(({ from }) => from)).size;
  return new Set(ends.map(([name]) => name).filter((name) => reachedFrom(name) >= 2));
};

export interface LevelArrow {
  readonly from: string;
  readonly to: string;
  readonly lines: string[];
  tone: Arrow["tone"];
}

/** The child of `level` that is or holds the state; undefined if it lies outside. */
export const childAt = (level: string | undefined, path: string): string | undefined =>
  path === start ? (level === undefined ? start : undefined) : outward(path).find((one) => parentOf(one) === level);

const isBeside = (path: string, child: string) => path !== child;

/** Arrows between the children of one state (or of the workflow); those from or to what is nested say so. */
export const arrowsAt = (workflow: Workflow, arrows: readonly Arrow[], level: string | undefined): LevelArrow[] => {
  const found = new Map<string, LevelArrow>();
  const labelOf = (path: string) => statesOf(workflow).get(path)?.state.label ?? "";
  for (const arrow of arrows) {
    const [from, to] = [childAt(level, arrow.from), childAt(level, arrow.to)];
    if (!from || !to || from === to) continue;
    const line = isBeside(arrow.from, from) ? `${labelOf(arrow.from)}：${arrow.label}` : arrow.label;
    const key = `${from}→${to}`;
    const known = found.get(key);
    if (!known) found.set(key, { from, to, lines: line ? [line] : [], tone: arrow.tone });
    else {
      if (line && !known.lines.includes(line)) known.lines.push(line);
      if (arrow.tone === "primary") known.tone = "primary";
    }
  }
  return [...found.values()];
};
