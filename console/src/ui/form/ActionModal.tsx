import type { CaseAction } from "@ginkgo/shared/api/cases.ts";
import { Alert, Form, Modal } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { answersOf, type FieldValues, FormFields } from "./FormFields.tsx";
import { showProblems } from "./problems.ts";

interface ActionModalProps {
  readonly action: CaseAction;
  readonly caseId?: string;
  readonly pending: boolean;
  /** The last failure; what was typed stays. */
  readonly error: Error | null;
  /** Said above the form: how many cases, or that the case has changed meanwhile. */
  readonly notice?: ReactNode;
  readonly blocked?: boolean;
  readonly onSubmit: (answers: FieldValues) => void;
  readonly onClose: () => void;
}

/** The form of one step of the workflow, drawn from the pack. */
export const ActionModal = ({
  action,
  caseId,
  pending,
  error,
  notice,
  blocked,
  onSubmit,
  onClose,
}: ActionModalProps) => {
  const [form] = Form.useForm<FieldValues>();
  const [problems, setProblems] = useState<string[]>([]);
  const names = action.form.map((field) => field.name);

  useEffect(() => {
    setProblems(
      error
        ? showProblems(
            form,
            error,
            action.form.map((field) => field.name),
            "data.",
          )
        : [],
    );
  }, [error, form, action]);

  return (
    <Modal
      open
      title={action.label}
      okText={action.label}
      cancelText="取消"
      okButtonProps={{ danger: action.tone === "danger", disabled: blocked, autoFocus: names.length === 0 }}
      confirmLoading={pending}
      mask={{ closable: false }}
      width={560}
      afterOpenChange={(open) => {
        if (open && names[0]) document.getElementById(`step_${names[0]}`)?.focus();
      }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {notice}
      {problems.length > 0 ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title={problems[0]}
          description={problems.slice(1).join("；") || undefined}
        />
      ) : null}
      {action.confirm ? <p>{action.confirm}</p> : null}
      {names.length === 0 && !action.confirm ? <p>确定“{action.label}”吗？</p> : null}
      <Form
        form={form}
        name="step"
        layout="vertical"
        onFinish={(values) => onSubmit(answersOf(action.form, values))}
        scrollToFirstError
      >
        <FormFields fields={action.form} caseId={caseId} />
      </Form>
    </Modal>
  );
};
