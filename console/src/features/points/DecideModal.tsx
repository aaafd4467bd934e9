import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import type { DeskRequest, pointsApi } from "@ginkgo/shared/api/points.ts";
import { Form, Input, InputNumber, Radio } from "antd";
import { FormModal } from "../../ui/form/FormModal.tsx";

type Decision = Omit<CallInput<typeof pointsApi.decide>, "requestId" | "version">;

interface Values {
  decision: Decision["decision"];
  points?: number;
  answer: string;
}

interface DecideModalProps {
  readonly request: DeskRequest;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSubmit: (decision: Decision) => void;
  readonly onClose: () => void;
}

/** Only what a booking was earned by can be taken back, and only once. */
const mayReverse = ({ about }: DeskRequest): boolean =>
  about !== null && (about.kind === "earn" || about.kind === "adjust") && about.reversedBy === null;

export const DecideModal = ({ request, pending, error, onSubmit, onClose }: DecideModalProps) => (
  <FormModal<Values>
    title={`处理 ${request.who} 的更正申请`}
    okText="确定"
    pending={pending}
    error={error}
    initial={{ decision: "add" }}
    names={["decision", "points", "answer"]}
    onSubmit={({ decision, points, answer }) =>
      onSubmit({ decision, answer, ...(decision === "add" ? { points } : {}) })
    }
    onClose={onClose}
  >
    <p className="pre point-about">{request.words}</p>
    <Form.Item name="decision" label="怎么处理">
      <Radio.Group
        options={[
          { value: "add", label: "补记积分" },
          ...(mayReverse(request) ? [{ value: "reverse", label: "冲回这一笔" }] : []),
          { value: "refuse", label: "不予更正" },
        ]}
      />
    </Form.Item>
    <Form.Item<Values> noStyle shouldUpdate={(before, after) => before.decision !== after.decision}>
      {({ getFieldValue }) =>
        getFieldValue("decision") === "add" ? (
          <Form.Item name="points" label="补记多少" rules={[{ required: true, message: "请填写补记多少积分" }]}>
            <InputNumber min={1} max={1000} precision={0} suffix="分" />
          </Form.Item>
        ) : null
      }
    </Form.Item>
    <Form.Item
      name="answer"
      label="核对了什么、为什么这样处理"
      rules={[{ required: true, whitespace: true, message: "请写明原因" }]}
      extra="会写进记录，本人看得到。"
    >
      <Input.TextArea rows={3} maxLength={500} showCount />
    </Form.Item>
  </FormModal>
);
