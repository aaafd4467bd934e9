/** What the workflow asks beside the words. */

import type { StartedWorkflow } from "../../ui/categories.ts";
import { FormFields } from "../../ui/form/FormFields.tsx";
import type { Values } from "../../ui/form/values.ts";

interface IntakeSectionProps {
  readonly workflow: StartedWorkflow;
  readonly values: Values;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (change: (values: Values) => Values) => void;
}

export const IntakeSection = ({ workflow, values, problems, onChange }: IntakeSectionProps) =>
  workflow.intake.length > 0 ? (
    <section className="card">
      <h2 className="part-title">{workflow.label}</h2>
      <FormFields form={workflow.intake} values={values} problems={problems} onChange={onChange} />
    </section>
  ) : null;
