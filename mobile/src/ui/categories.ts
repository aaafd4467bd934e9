/** What this person may begin: what everyone may, and apart from it what only their post lets them begin. */
import type { PackView } from "@ginkgo/shared/api/pack.ts";

type Category = PackView["categories"][number];
export type StartedWorkflow = PackView["workflows"][number];

export const workflowOf = (pack: PackView, category: Category): StartedWorkflow | undefined =>
  pack.workflows.find(({ id }) => id === category.workflow);

const startable = (pack: PackView, open: boolean): readonly Category[] =>
  pack.categories.filter((one) => one.mayStart && (workflowOf(pack, one)?.open ?? true) === open);

export const forEveryone = (pack: PackView): readonly Category[] => startable(pack, true);
export const forStaff = (pack: PackView): readonly Category[] => startable(pack, false);
