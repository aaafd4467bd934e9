/** A pack as the engine reads it. */
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { activeOf, stateAt, workflowOf } from "@ginkgo/shared/pack/states.ts";
import type { By, Workflow } from "@ginkgo/shared/pack/workflow.ts";
import type { Rules } from "../workflow/index.ts";

export const rulesOf = (pack: Pack, workflow: string): Rules => ({
  workflow: workflowOf(pack, workflow),
  calendar: pack.calendar,
  categories: pack.categories,
});

/** Whose move it is where a case stands. */
export const waitsFor = (workflow: Workflow, leaves: readonly string[]): By[] =>
  activeOf(leaves).flatMap((path) => stateAt(workflow, path).waitsFor);
