/** How states hang together: names resolve, nested and parallel states end properly, waiting states have a limit. */
import { outward, resolveTarget, statesOf } from "../states.ts";
import type { State } from "../workflow.ts";
import { choices } from "./problem.ts";
import { eachState, eachStep, type FoundState, type WorkflowCheck, workflowPath } from "./walk.ts";

export const innerNames = (state: State): string[] => Object.keys(state.states ?? {});

const checkTargets = (check: WorkflowCheck): void => {
  const { workflow, report } = check;
  const names = [...statesOf(workflow).keys()];
  const needs = (path: string, from: string | undefined, target: string | undefined) => {
    if (target !== undefined && resolveTarget(workflow, from, target) === undefined)
      report(path, "target-unknown", `没有“${target}”这个状态`, `改成已有的状态：${choices(names)}`);
  };
  for (const { path, from, step } of eachStep(check)) {
    needs(`${path}.target`, from, step.target);
    step.branches.forEach(({ target }, i) => {
      needs(`${path}.branches[${i}].target`, from, target);
    });
  }
  for (const { path, name, state } of eachState(check)) needs(`${path}.done.target`, name, state.done?.target);
};

const checkBeginnings = (check: WorkflowCheck): void => {
  const { id, workflow, report } = check;
  const states = statesOf(workflow);
  for (const field of ["initial", "initialUnplaced"] as const) {
    const name = workflow[field];
    if (name === undefined) continue;
    const path = `${workflowPath(id)}.${field}`;
    if (!states.has(name))
      report(
        path,
        "initial-unknown",
        `没有“${name}”这个状态`,
        `改成已有的状态：${choices(Object.keys(workflow.states))}`,
      );
    else if (states.get(name)?.state.final)
      report(path, "initial-final", `“${name}”一开始就结束了`, "从一个还没有结束的状态开始");
  }
  for (const { path, state } of eachState(check)) {
    const inner = innerNames(state);
    const begun = state.parallel ? undefined : state.states?.[state.initial ?? inner[0] ?? ""];
    if (begun?.final)
      report(
        `${path}.initial`,
        "initial-final",
        `里层一开始就在“${begun.label}”，已经结束`,
        "从一个还没有结束的里层状态开始",
      );
    if (state.initial === undefined) continue;
    if (inner.length === 0 || state.parallel)
      report(`${path}.initial`, "initial-unused", "这里不需要 initial", "只有里层状态依次进行时才写 initial");
    else if (!inner.includes(state.initial))
      report(
        `${path}.initial`,
        "initial-unknown",
        `里层没有“${state.initial}”这个状态`,
        `改成里层的状态：${choices(inner)}`,
      );
  }
};

const endsInside = (state: State): boolean => Object.values(state.states ?? {}).some(({ final }) => final);

const checkParallel = ({ path, state }: FoundState, { report }: WorkflowCheck): void => {
  if (!state.parallel) return;
  if (innerNames(state).length < 2)
    report(`${path}.parallel`, "parallel-single", "同时进行的部分不到两个", "至少写两个里层状态，或者去掉 parallel");
  for (const [name, region] of Object.entries(state.states ?? {}))
    if (state.done && !endsInside(region))
      report(
        `${path}.states.${name}`,
        "parallel-endless",
        "这一部分没有结束，外层的 done 永远等不到",
        "在这一部分里加一个 final 状态",
      );
};

const checkDone = ({ path, state }: FoundState, { report }: WorkflowCheck): void => {
  if (!state.done || state.parallel || endsInside(state)) return;
  report(`${path}.done`, "done-never", "里层没有结束状态，done 永远不会发生", "给里层加一个 final 状态，或者去掉 done");
};

/** A nested end is for the state round it: it says `done`, or it is one part of a parallel state that says it. */
const checkNestedFinal = ({ path, name, state, parent }: FoundState, { workflow, report }: WorkflowCheck): void => {
  if (!state.final || parent === undefined) return;
  const states = statesOf(workflow);
  const around = states.get(parent);
  const outer = around?.parent === undefined ? undefined : states.get(around.parent)?.state;
  if (around?.state.parallel)
    report(path, "final-nested", `同时进行的部分“${name}”不能一开始就结束`, "在这一部分里分出进行中和结束两个状态");
  else if (!around?.state.done && !(outer?.parallel && outer.done))
    report(path, "final-nested", "里层结束之后没有下一步", "给外层状态写 done，说明结束后到哪里去");
  if (Object.keys(state.on).length > 0)
    report(`${path}.on`, "final-nested-steps", "里层的结束状态里不能再有操作", "把操作移到外层状态");
};

const checkFinal = ({ path, state }: FoundState, { report }: WorkflowCheck): void => {
  if (!state.final) return;
  if (state.limit) report(`${path}.limit`, "final-limit", "结束状态不应当有时限", "去掉 limit");
  if (innerNames(state).length > 0)
    report(`${path}.states`, "final-inner", "结束状态里不能再有里层状态", "去掉 states，或者去掉 final");
};

/** Itself or a state round it. */
const around = ({ workflow }: WorkflowCheck, name: string, says: (state: State) => boolean): boolean =>
  outward(name).some((path) => says(statesOf(workflow).get(path)?.state as State));

const checkWaiting = ({ path, name, state }: FoundState, check: WorkflowCheck): void => {
  if (state.final || innerNames(state).length > 0) return;
  if (!around(check, name, ({ waitsFor }) => waitsFor.length > 0))
    check.report(`${path}.waitsFor`, "waits-for", `“${state.label}”没有说轮到谁办`, "写上 waitsFor");
  if (!around(check, name, ({ limit }) => limit !== undefined))
    check.report(`${path}.limit`, "limit-missing", `“${state.label}”没有时限`, "给它或外层状态写上 limit");
};

const checkStanding = ({ path, state, parent }: FoundState, { workflow, report }: WorkflowCheck): void => {
  const points = workflow.progress.map(({ id }) => id);
  if (state.progress !== undefined && !points.includes(state.progress))
    report(
      `${path}.progress`,
      "progress-unknown",
      `进度线上没有“${state.progress}”`,
      `改成其中之一：${choices(points)}`,
    );
  if (parent !== undefined) return;
  if (state.progress === undefined)
    report(
      `${path}.progress`,
      "progress-missing",
      `“${state.label}”没有说在进度线的哪一点`,
      `写上其中之一：${choices(points)}`,
    );
  if (state.tone === undefined)
    report(`${path}.tone`, "tone-missing", `“${state.label}”没有 tone`, "写上 waiting、working、done、stopped 之一");
};

const checkLimit = ({ path, state: { limit } }: FoundState, { report }: WorkflowCheck): void => {
  if (!limit) return;
  if (limit.warn && !limit.warnBefore)
    report(`${path}.limit.warn`, "warn-never", "没有 warnBefore，提醒永远不会发出", "写上提前多久提醒");
  const { warnBefore, within } = limit;
  if (!warnBefore) return;
  // Working time never runs faster than the clock, so only this way of mixing them can be judged.
  const before = "workingHours" in warnBefore ? warnBefore.workingHours : warnBefore.hours;
  const most = "workingHours" in within ? within.workingHours : within.hours;
  if (!("hours" in warnBefore && "workingHours" in within) && before >= most)
    report(`${path}.limit.warnBefore`, "warn-too-early", "提醒的提前量不比时限短", "让 warnBefore 比 within 短");
};

export const checkStates = (check: WorkflowCheck): void => {
  checkTargets(check);
  checkBeginnings(check);
  for (const found of eachState(check))
    for (const one of [checkParallel, checkDone, checkNestedFinal, checkFinal, checkWaiting, checkStanding, checkLimit])
      one(found, check);
  const { id, workflow, report } = check;
  if (!Object.values(workflow.states).some(({ final }) => final))
    report(`${workflowPath(id)}.states`, "final-missing", "这个流程没有结束状态", "至少给一个最外层状态写 final: true");
};
