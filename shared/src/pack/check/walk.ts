/** Everything in a workflow that a check looks at, each with its path in the pack. */
import type { Field } from "../form.ts";
import type { Pack } from "../schema.ts";
import { allSteps, type PlacedStep, statesOf } from "../states.ts";
import type { By, Effect, Guard, State, Telling, Workflow } from "../workflow.ts";
import type { Report } from "./problem.ts";

/** What every check of a workflow is given. */
export interface WorkflowCheck {
  readonly pack: Pack;
  readonly id: string;
  readonly workflow: Workflow;
  readonly report: Report;
}

type Named = Pick<WorkflowCheck, "id" | "workflow">;
type At<T> = T & { readonly path: string };

export const workflowPath = (id: string): string => `workflows.${id}`;
export const statePath = (id: string, path: string): string =>
  `${workflowPath(id)}.states.${path.replaceAll(".", ".states.")}`;

export type FoundState = At<{ readonly name: string; readonly state: State; readonly parent: string | undefined }>;

export const eachState = ({ id, workflow }: Named): FoundState[] =>
  [...statesOf(workflow).values()].map(({ path, state, parent }) => ({
    name: path,
    state,
    parent,
    path: statePath(id, path),
  }));

export type FoundStep = At<PlacedStep>;

export const eachStep = ({ id, workflow }: Named): FoundStep[] =>
  allSteps(workflow).map((placed) => {
    const { name, from } = placed;
    return { ...placed, path: `${from === undefined ? workflowPath(id) : statePath(id, from)}.on.${name}` };
  });

export type FoundForm = At<{ readonly form: readonly Field[] }>;

export const eachForm = (check: Named): FoundForm[] => [
  { path: `${workflowPath(check.id)}.intake.form`, form: check.workflow.intake.form },
  ...eachStep(check).map(({ path, step }) => ({ path: `${path}.form`, form: step.form })),
];

/** `form`: the answers at hand when it happens. What happens by itself has none. */
export type FoundEffect = At<{ readonly effect: Effect; readonly form: readonly Field[] }>;

const effectsIn = (path: string, effects: readonly Effect[], form: readonly Field[]): FoundEffect[] =>
  effects.map((effect, i) => ({ path: `${path}[${i}]`, effect, form }));

export const stepEffects = ({ path, step }: Pick<FoundStep, "path" | "step">): FoundEffect[] => [
  ...effectsIn(`${path}.effects`, step.effects, step.form),
  ...step.branches.flatMap(({ effects }, i) => effectsIn(`${path}.branches[${i}].effects`, effects, step.form)),
];

export const intakeEffects = ({ id, workflow: { intake } }: Named): FoundEffect[] =>
  effectsIn(`${workflowPath(id)}.intake.effects`, intake.effects, intake.form);

export const eachEffect = (check: Named): FoundEffect[] => [
  ...intakeEffects(check),
  ...eachStep(check).flatMap(stepEffects),
  ...eachState(check).flatMap(({ path, state }) => effectsIn(`${path}.done.effects`, state.done?.effects ?? [], [])),
];

export type FoundGuard = At<{ readonly guard: Guard; readonly form: readonly Field[] }>;

export const eachGuard = (check: Named): FoundGuard[] =>
  eachStep(check).flatMap(({ path, step }) => {
    const guardsIn = (where: string, guards: readonly Guard[]) =>
      guards.map((guard, i) => ({ path: `${where}[${i}]`, guard, form: step.form }));
    return [
      ...guardsIn(`${path}.guards`, step.guards),
      ...step.branches.flatMap(({ guards }, i) => guardsIn(`${path}.branches[${i}].guards`, guards)),
    ];
  });

export type FoundTelling = At<{ readonly telling: Telling; readonly form: readonly Field[] }>;

export const eachTelling = (check: Named): FoundTelling[] => [
  ...eachStep(check).flatMap(({ path, step }) =>
    step.tells.map((telling, i) => ({ path: `${path}.tells[${i}]`, telling, form: step.form })),
  ),
  ...Object.entries(check.workflow.timers).flatMap(([name, { warn, late }]) => {
    const path = `${workflowPath(check.id)}.timers.${name}`;
    return [
      ...(warn ? [{ path: `${path}.warn`, telling: warn, form: [] }] : []),
      ...(late ? [{ path: `${path}.late`, telling: late, form: [] }] : []),
    ];
  }),
  ...eachState(check).flatMap(({ path, state }) => [
    ...(state.limit?.warn ? [{ path: `${path}.limit.warn`, telling: state.limit.warn, form: [] }] : []),
    ...(state.limit?.late ? [{ path: `${path}.limit.late`, telling: state.limit.late, form: [] }] : []),
    ...(state.done?.tells ?? []).map((telling, i) => ({ path: `${path}.done.tells[${i}]`, telling, form: [] })),
  ]),
];

export type FoundBy = At<{ readonly by: By }>;

/** Everyone who is named: who may begin, who may take a step, whose move it is, who is told. */
export const eachBy = (check: Named): FoundBy[] => {
  const among = (path: string, all: readonly By[]) => all.map((by, i) => ({ path: `${path}[${i}]`, by }));
  return [
    ...among(`${workflowPath(check.id)}.starts`, check.workflow.starts ?? []),
    ...eachStep(check).flatMap(({ path, step }) => among(`${path}.by`, step.by)),
    ...eachState(check).flatMap(({ path, state }) => among(`${path}.waitsFor`, state.waitsFor)),
    ...eachTelling(check).flatMap(({ path, telling }) => among(`${path}.to`, telling.to)),
  ];
};
