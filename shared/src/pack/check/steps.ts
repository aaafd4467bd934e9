/** Steps as they meet each other: names and keys in one place, steps that happen by themselves, steps nobody ever sees. */
import { outward, statesOf } from "../states.ts";
import type { State, Transition, Workflow } from "../workflow.ts";
import { choices } from "./problem.ts";
import { innerNames } from "./states.ts";
import { eachEffect, eachState, eachStep, type FoundStep, type WorkflowCheck, workflowPath } from "./walk.ts";

const isOpen = (state: State): boolean => !state.final;

/** The innermost states at or below a path; those of a workflow's own steps: all that have not ended. */
const leavesBelow = (workflow: Workflow, above: string | undefined): string[] =>
  [...statesOf(workflow).values()]
    .filter(
      ({ path, state }) => innerNames(state).length === 0 && (above === undefined || outward(path).includes(above)),
    )
    .filter(({ path, state }) => isOpen(state) || path === above)
    .map(({ path }) => path);

const has = (on: Readonly<Record<string, Transition>>, name: string): boolean => Object.hasOwn(on, name);

/** Of several steps of one name the innermost counts; one that every inner state replaces is never there. */
const checkReplaced = (check: WorkflowCheck): void => {
  const { workflow, report } = check;
  for (const { path, name, from, step } of eachStep(check)) {
    const leaves = leavesBelow(workflow, from);
    const inner = (leaf: string) =>
      outward(leaf).slice(0, from === undefined ? undefined : outward(leaf).indexOf(from));
    const replaced = (leaf: string) =>
      inner(leaf).some((one) => has(statesOf(workflow).get(one)?.state.on ?? {}, name));
    if (leaves.length > 0 && leaves.every(replaced))
      report(
        path,
        "step-replaced",
        `“${step.label}”在每个里层状态都被同名操作代替，永远不会出现`,
        "删掉它，或者给里层的操作换个名字",
      );
  }
};

const stepNames = (state: State): string[] => [
  ...Object.keys(state.on),
  ...Object.values(state.states ?? {}).flatMap(stepNames),
];

/** One event goes to every part of a parallel state that knows its name, so the parts must use different ones. */
const checkParts = (check: WorkflowCheck): void => {
  for (const { path, state } of eachState(check)) {
    if (!state.parallel) continue;
    const regions = Object.entries(state.states ?? {});
    regions.forEach(([name, region], i) => {
      const others = regions.slice(0, i).flatMap(([, other]) => stepNames(other));
      for (const shared of new Set(stepNames(region).filter((one) => others.includes(one)))) {
        const why = `同时进行的两部分都有操作“${shared}”，会一起发生`;
        check.report(`${path}.states.${name}`, "parallel-step", why, "给其中一个换个名字");
      }
    });
  }
};

const keyedAround = (steps: readonly FoundStep[], leaf: string): FoundStep[] => {
  const found = new Map<string, FoundStep>();
  for (const from of [...outward(leaf), undefined])
    for (const one of steps) if (one.from === from && !found.has(one.name)) found.set(one.name, one);
  return [...found.values()].filter(({ step }) => step.key !== undefined);
};

const checkKeys = (check: WorkflowCheck): void => {
  const all = eachStep(check);
  const told = new Set<string>();
  const compare = (steps: readonly FoundStep[], clash: (one: FoundStep, other: FoundStep) => boolean) => {
    for (const [i, one] of steps.entries()) {
      const other = steps.slice(0, i).find((earlier) => earlier.step.key === one.step.key && clash(one, earlier));
      if (!other || told.has(one.path)) continue;
      told.add(one.path);
      const why = `快捷键“${one.step.key}”和“${other.step.label}”相同`;
      check.report(`${one.path}.key`, "key-twice", why, "换一个键");
    }
  };
  for (const leaf of leavesBelow(check.workflow, undefined)) compare(keyedAround(all, leaf), () => true);
  for (const { name, state } of eachState(check)) {
    if (!state.parallel) continue;
    const region = ({ from }: FoundStep) => from?.split(".")[name.split(".").length];
    const inside = all.filter(({ from, step }) => from?.startsWith(`${name}.`) && step.key !== undefined);
    compare(inside, (one, other) => region(one) !== region(other));
  }
};

const stepAt = (workflow: Workflow, path: string, name: string): Transition | undefined =>
  [...outward(path).map((one) => statesOf(workflow).get(one)?.state.on ?? {}), workflow.on].find((on) =>
    has(on, name),
  )?.[name];

/** What the clock or the last sub-case does has no answers and nobody who gives them. */
const checkByItself = (check: WorkflowCheck, path: string, from: string, name: string): void => {
  const { workflow, report } = check;
  const step = stepAt(workflow, from, name);
  if (!step) {
    const names = [...outward(from).flatMap((one) => Object.keys(statesOf(workflow).get(one)?.state.on ?? {}))];
    report(
      path,
      "trigger-unknown",
      `这里没有操作“${name}”`,
      `改成这里的操作：${choices([...names, ...Object.keys(workflow.on)])}`,
    );
    return;
  }
  const asked = step.form.find(({ required }) => required);
  if (asked)
    report(
      path,
      "trigger-form",
      `“${step.label}”要填“${asked.label}”，自动进行时没有人填`,
      "换一个不用填写的操作，或者去掉必填",
    );
  if (step.guards.some((guard) => guard.name === "answered"))
    report(path, "trigger-form", `“${step.label}”要看填写的内容，自动进行时没有人填`, "换一个不看填写内容的操作");
};

const checkTriggers = (check: WorkflowCheck): void => {
  const opens = eachEffect(check).some(({ effect }) => effect.name === "openSubCases");
  for (const { name, path, state } of eachState(check)) {
    if (state.limit?.triggers !== undefined) checkByItself(check, `${path}.limit.triggers`, name, state.limit.triggers);
    if (state.whenSubCasesEnd === undefined) continue;
    checkByItself(check, `${path}.whenSubCasesEnd`, name, state.whenSubCasesEnd);
    if (!opens)
      check.report(
        `${path}.whenSubCasesEnd`,
        "sub-cases-none",
        "这个流程从不开出子件",
        "用 openSubCases 开出子件，或者去掉这一行",
      );
  }
};

const checkBulk = (check: WorkflowCheck): void => {
  for (const { path, step } of eachStep(check))
    if (step.bulk && step.form.some(({ kind }) => kind === "case"))
      check.report(`${path}.bulk`, "bulk-case", "批量操作不能要求选另一件诉求", "去掉 bulk，或者去掉这个字段");
};

const checkProgress = ({ id, workflow, report }: WorkflowCheck): void => {
  const points = workflow.progress.map((one) => one.id);
  points.forEach((point, i) => {
    if (points.indexOf(point) < i)
      report(`${workflowPath(id)}.progress[${i}].id`, "progress-twice", `进度点“${point}”出现了两次`, "改成另一个名字");
  });
};

export const checkSteps = (check: WorkflowCheck): void => {
  for (const one of [checkReplaced, checkParts, checkKeys, checkTriggers, checkBulk, checkProgress]) one(check);
};
