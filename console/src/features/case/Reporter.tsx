import { PhoneOutlined } from "@ant-design/icons";
import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import type { Output } from "@ginkgo/shared/api/contract.ts";
import { Alert, Button, Form, Modal } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { TextField } from "../../ui/form/TextField.tsx";

type Contact = Output<typeof casesApi.revealContact>;
type Person = { name: string; phone: string | null };

const Who = ({ label, person, open }: { label: string; person: Person; open: boolean }) => (
  <div>
    <span className="muted">{label}：</span>
    {person.name}
    {person.phone ? open ? <a href={`tel:${person.phone}`}> {person.phone}</a> : ` ${person.phone}` : null}
  </div>
);

/** Masked until a reason is given; what was revealed is kept on this screen only, never in a cache. */
export const Reporter = ({ view }: { view: CaseView }) => {
  const [asking, setAsking] = useState(false);
  const [contact, setContact] = useState<Contact | null>(null);
  const [form] = Form.useForm<{ reason: string }>();
  const reveal = useChange(casesApi.revealContact, (answer) => {
    setContact(answer);
    setAsking(false);
  });
  const onBehalfOf = contact?.onBehalfOf ?? view.onBehalfOf;

  return (
    <div className="reporter">
      <Who
        label={onBehalfOf ? "登记人" : "诉求人"}
        person={contact?.reporter ?? view.reporter}
        open={contact !== null}
      />
      {onBehalfOf ? <Who label="诉求人" person={onBehalfOf} open={contact !== null} /> : null}
      {view.mayReveal && !contact ? (
        <Button size="small" icon={<PhoneOutlined />} className="no-print" onClick={() => setAsking(true)}>
          查看联系方式
        </Button>
      ) : null}
      {asking ? (
        <Modal
          open
          title="查看联系方式"
          okText="查看"
          cancelText="取消"
          confirmLoading={reveal.isPending}
          onOk={() => form.submit()}
          onCancel={() => setAsking(false)}
        >
          <p className="muted">查看的人、时间和理由会留下记录。</p>
          {reveal.error ? <Alert className="gap-below" type="error" showIcon title={detailOf(reveal.error)} /> : null}
          <Form form={form} layout="vertical" onFinish={({ reason }) => reveal.mutate({ caseId: view.id, reason })}>
            <Form.Item
              name="reason"
              label="理由"
              rules={[{ required: true, min: 2, message: "请写明理由，至少 2 个字" }]}
            >
              <TextField maxLength={200} multiline={false} suggestions={["联系上门处理", "核实情况", "回访"]} />
            </Form.Item>
          </Form>
        </Modal>
      ) : null}
    </div>
  );
};
