import { type AccountView, identityApi } from "@ginkgo/shared/api/identity.ts";
import { Form, Input } from "antd";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { phoneRules } from "../../ui/form/rules.ts";
import { RoleOnNode } from "./RoleOnNode.tsx";

interface Values {
  name: string;
  phone: string;
  password?: string;
  node: string;
  role: string;
  title?: string;
}

interface NewAccountProps {
  readonly onAdded: (account: AccountView) => void;
  readonly onClose: () => void;
}

export const NewAccount = ({ onAdded, onClose }: NewAccountProps) => {
  const create = useChange(identityApi.createAccount, onAdded);
  return (
    <FormModal<Values>
      title="新建账号"
      okText="新建"
      pending={create.isPending}
      error={create.error}
      names={["name", "phone", "password", "node", "role", "title"]}
      onSubmit={({ password, title, ...rest }) =>
        create.mutate({ ...rest, password: password || undefined, title: title || undefined })
      }
      onClose={onClose}
    >
      <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: "请填写姓名" }]}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label="手机号" rules={phoneRules}>
        <Input maxLength={11} inputMode="numeric" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label="初始密码"
        rules={[{ min: 8, message: "密码至少 8 位" }]}
        extra="可不填；不填时用短信验证码登录。"
      >
        <Input.Password maxLength={72} autoComplete="new-password" />
      </Form.Item>
      <RoleOnNode />
    </FormModal>
  );
};
