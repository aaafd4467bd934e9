/** A pack as the engine reads it. */
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, allSteps, effectsOf, stateAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { By, Effect, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import type { Rules } from "../workflow/index.ts";

export const rulesOf = (pack: Pack, workflow: string): Rules => ({
  workflow: workflowOf(pack, workflow),
  calendar: pack.calendar,
  categories: pack.categories,
});

/** Whose move it is where a case stands. */
export const waitsFor = (workflow: Workflow, leaves: readonly string[]): By[] =>
  activeOf(leaves).flatMap((path) => stateAt(workflow, path).waitsFor);

/** A form with what becomes of its answers. */
export interface Asking {
  readonly form: readonly Field[];
  readonly effects: readonly Effect[];
}

/** Everything a workflow asks and does with the answers: when a case is begun, and with every step. */
export const askingsOf = (workflow: Workflow): Asking[] => [
  workflow.intake,
  ...allSteps(workflow).map(({ step }) => ({ form: step.form, effects: effectsOf(step) })),
];

const dividing = new WeakMap<Workflow, boolean>();

/** Whether its cases can have parts at all; most have none, and nothing is asked of the database for them. */
export const divides = (workflow: Workflow): boolean => {
  const known =
    dividing.get(workflow) ??
    askingsOf(workflow).some(({ effects }) => effects.some(({ name }) => name === "openSubCases"));
  dividing.set(workflow, known);
  return known;
};
