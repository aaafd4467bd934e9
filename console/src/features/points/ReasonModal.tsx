import { Form, Input } from "antd";
import { FormModal } from "../../ui/form/FormModal.tsx";

interface ReasonModalProps {
  readonly title: string;
  readonly okText: string;
  readonly danger?: boolean;
  readonly note: string;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}

/** Something that is not done without saying why. */
export const ReasonModal = ({ title, okText, danger, note, pending, error, onSubmit, onClose }: ReasonModalProps) => (
  <FormModal<{ reason: string }>
    title={title}
    okText={okText}
    danger={danger ?? false}
    pending={pending}
    error={error}
    names={["reason"]}
    onSubmit={({ reason }) => onSubmit(reason)}
    onClose={onClose}
  >
    <p className="muted">{note}</p>
    <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: "请写明原因" }]}>
      <Input.TextArea rows={3} maxLength={200} showCount />
    </Form.Item>
  </FormModal>
);
