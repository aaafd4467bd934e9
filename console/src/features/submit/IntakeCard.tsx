/** What the workflow of the chosen category asks beside the words. */
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { Card } from "antd";
import { FormFields } from "../../ui/form/FormFields.tsx";

export type StartedWorkflow = PackView["workflows"][number];

export const workflowOf = (pack: PackView | undefined, category: string | undefined): StartedWorkflow | undefined => {
  const chosen = pack?.categories.find(({ id }) => id === category);
  return pack?.workflows.find(({ id }) => id === chosen?.workflow);
};

export const IntakeCard = ({ workflow }: { workflow: StartedWorkflow }) =>
  workflow.intake.length > 0 ? (
    <Card title={workflow.label} className="gap-below">
      <FormFields fields={workflow.intake} under="data" />
    </Card>
  ) : null;
