import { Form, Input, Select } from "antd";

/** Fields that adding and editing a node share. */
export interface NodeValues {
  name: string;
  code?: string;
  address?: string;
  aliases?: string[];
  note?: string;
}

export const nodeFieldNames = ["name", "code", "address", "aliases", "note"] as const;

export const NoteField = ({ help }: { help?: string }) => (
  <Form.Item name="note" label="说明" extra={help ?? "为什么变动，会记入变动记录。"}>
    <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
  </Form.Item>
);

export const NodeFields = ({ oldNameStays = false }: { oldNameStays?: boolean }) => (
  <>
    <Form.Item
      name="name"
      label="名称"
      rules={[{ required: true, whitespace: true, message: "请填写名称" }]}
      extra={oldNameStays ? "改名后，用旧名称仍能找到。" : undefined}
    >
      <Input maxLength={60} />
    </Form.Item>
    <Form.Item name="code" label="代码">
      <Input maxLength={40} />
    </Form.Item>
    <Form.Item name="address" label="地址">
      <Input maxLength={120} />
    </Form.Item>
    <Form.Item name="aliases" label="别名" extra="居民常用的叫法，输入后按回车。">
      <Select mode="tags" maxCount={20} tokenSeparators={["、", "，", ","]} open={false} suffixIcon={null} />
    </Form.Item>
    <NoteField />
  </>
);
