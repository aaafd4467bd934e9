/** Which states of a workflow a comparison marks. */
import type { PackChangeView } from "@ginkgo/shared/api/pack.ts";
import { statesOf } from "@ginkgo/shared/pack/states.ts";
import type { Workflow } from "@ginkgo/shared/pack/workflow.ts";
import type { Mark } from "../workflow/StateMark.tsx";

/** `workflows.order.states.a.states.b.limit.within` → `a.b`. */
const stateOf = (path: string, workflowId: string): string | undefined => {
  const keys = path.split(".");
  if (keys[0] !== "workflows" || keys[1] !== workflowId) return undefined;
  const names: string[] = [];
  for (let i = 2; keys[i] === "states" && keys[i + 1] !== undefined; i += 2) names.push(keys[i + 1] ?? "");
  return names.length > 0 ? names.join(".") : undefined;
};

export interface Marks {
  readonly before: ReadonlyMap<string, Mark>;
  readonly after: ReadonlyMap<string, Mark>;
}

const pathsOf = (workflow: Workflow | undefined): string[] => (workflow ? [...statesOf(workflow).keys()] : []);

export const marksOf = (
  workflowId: string,
  before: Workflow | undefined,
  after: Workflow | undefined,
  changes: readonly PackChangeView[],
): Marks => {
  const [old, now] = [new Set(pathsOf(before)), new Set(pathsOf(after))];
  const marks = { before: new Map<string, Mark>(), after: new Map<string, Mark>() };
  for (const path of old) if (!now.has(path)) marks.before.set(path, "removed");
  for (const path of now) if (!old.has(path)) marks.after.set(path, "added");
  for (const change of changes) {
    const path = stateOf(change.path, workflowId);
    if (!path || !old.has(path) || !now.has(path)) continue;
    marks.before.set(path, "changed");
    marks.after.set(path, "changed");
  }
  return marks;
};

/** Workflows in either, with something to see first. */
export const workflowsOf = (
  before: Readonly<Record<string, Workflow>>,
  after: Readonly<Record<string, Workflow>>,
  changes: readonly PackChangeView[],
): { id: string; label: string; changed: boolean }[] =>
  [...new Set([...Object.keys(after), ...Object.keys(before)])].map((id) => ({
    id,
    label: (after[id] ?? before[id])?.label ?? id,
    changed: changes.some(({ path }) => path === `workflows.${id}` || path.startsWith(`workflows.${id}.`)),
  }));
