import { Form, Input } from "antd";
import { FormModal } from "./FormModal.tsx";

interface ReasonModalProps {
  readonly title: string;
  readonly okText: string;
  readonly label: string;
  readonly note?: string;
  readonly danger?: boolean;
  readonly required?: boolean;
  readonly initial?: string;
  readonly most?: number;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}

/** One sentence is asked for: why something is done, or why something confidential is to be shown. */
export const ReasonModal = ({
  label,
  note,
  required = true,
  initial,
  most = 200,
  onReason,
  ...rest
}: ReasonModalProps) => (
  <FormModal<{ reason?: string }>
    {...rest}
    initial={{ reason: initial }}
    names={["reason"]}
    onSubmit={({ reason }) => onReason(reason?.trim() ?? "")}
  >
    {note ? <p className="muted">{note}</p> : null}
    <Form.Item
      name="reason"
      label={label}
      rules={required ? [{ required: true, whitespace: true, min: 2, message: `请填写${label}` }] : []}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={most} showCount />
    </Form.Item>
  </FormModal>
);
