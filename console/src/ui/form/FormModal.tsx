import { Alert, Form, Modal } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { showProblems } from "./problems.ts";

interface FormModalProps<V extends object> {
  readonly title: string;
  readonly okText: string;
  readonly danger?: boolean;
  readonly blocked?: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly initial?: Partial<V>;
  /** Names of the fields, so that the server's problems find them. */
  readonly names: readonly (keyof V & string)[];
  readonly onSubmit: (values: V) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small form in a dialog. A failure is shown where it belongs and nothing typed is lost. */
export const FormModal = <V extends object>(props: FormModalProps<V>) => {
  const { title, okText, danger, blocked, pending, error, initial, names, onSubmit, onClose, children } = props;
  const [form] = Form.useForm<V>();
  const [problems, setProblems] = useState<string[]>([]);
  const known = names.join(",");
  useEffect(() => {
    setProblems(error ? showProblems(form, error, known.split(",")) : []);
  }, [error, form, known]);

  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText="取消"
      okButtonProps={{ danger, disabled: blocked }}
      confirmLoading={pending}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {problems.length > 0 ? (
        <Alert
          className="gap-below"
          type="error"
          showIcon
          title={problems[0]}
          description={problems.slice(1).join("；") || undefined}
        />
      ) : null}
      <Form form={form} layout="vertical" initialValues={initial} onFinish={onSubmit} scrollToFirstError>
        {children}
      </Form>
    </Modal>
  );
};
