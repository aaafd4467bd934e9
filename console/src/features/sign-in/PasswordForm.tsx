import { LockOutlined, MobileOutlined } from "@ant-design/icons";
import { identityApi, type Me } from "@ginkgo/shared/api/identity.ts";
import { Alert, Button, Form, Input } from "antd";
import { detailOf } from "../../ui/api/client.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { phoneRules } from "../../ui/form/rules.ts";

export const PasswordForm = ({ tenant, onEnter }: { tenant: string; onEnter: (me: Me) => void }) => {
  const signIn = useChange(identityApi.signInWithPassword, ({ me }) => onEnter(me));
  return (
    <Form
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(values: { phone: string; password: string }) => signIn.mutate({ tenant, ...values })}
    >
      {signIn.error ? <Alert className="gap-below" type="error" showIcon title={detailOf(signIn.error)} /> : null}
      <Form.Item name="phone" rules={phoneRules}>
        <Input
          prefix={<MobileOutlined />}
          placeholder="手机号"
          inputMode="numeric"
          maxLength={11}
          autoComplete="username"
          aria-label="手机号"
          autoFocus
        />
      </Form.Item>
      <Form.Item name="password" rules={[{ required: true, message: "请填写密码" }]}>
        <Input.Password
          prefix={<LockOutlined />}
          placeholder="密码"
          maxLength={72}
          autoComplete="current-password"
          aria-label="密码"
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
};
