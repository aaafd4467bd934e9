import { Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { optionalPhoneRules, phoneRules } from "../../ui/form/rules.ts";

/** On whose behalf, and whom to call when that is someone else. */
export const ReporterFields = () => {
  const form = Form.useFormInstance();
  const [other, setOther] = useState(() => Boolean(form.getFieldValue(["contact", "name"])));
  return (
    <>
      <div className="pair">
        <Form.Item name={["onBehalfOf", "name"]} label="姓名" extra="不填则登记为您本人反映。">
          <Input maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name={["onBehalfOf", "phone"]} label="手机号" rules={optionalPhoneRules}>
          <Input maxLength={11} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      </div>
      <Checkbox
        checked={other}
        onChange={(event) => {
          setOther(event.target.checked);
          if (!event.target.checked) form.setFieldValue("contact", undefined);
        }}
      >
        联系人是另外一位
      </Checkbox>
      {other ? (
        <div className="pair gap-above">
          <Form.Item
            name={["contact", "name"]}
            label="联系人姓名"
            rules={[{ required: true, whitespace: true, message: "请填写联系人姓名" }]}
          >
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
          <Form.Item name={["contact", "phone"]} label="联系人手机号" rules={phoneRules}>
            <Input maxLength={11} inputMode="numeric" autoComplete="off" />
          </Form.Item>
        </div>
      ) : null}
    </>
  );
};
