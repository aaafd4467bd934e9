import { MobileOutlined, SafetyCertificateOutlined } from "@ant-design/icons";
import { identityApi, type Me } from "@ginkgo/shared/api/identity.ts";
import { Alert, Button, Form, Input, Space } from "antd";
import { useEffect, useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { phoneRules } from "../../ui/form/rules.ts";

/** Seconds left until another code may be asked for. */
const useCountdown = () => {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return { left, start: setLeft };
};

export const CodeForm = ({ tenant, onEnter }: { tenant: string; onEnter: (me: Me) => void }) => {
  const [form] = Form.useForm<{ phone: string; code: string }>();
  const { left, start } = useCountdown();
  const [sent, setSent] = useState<string | null>(null);
  const request = useChange(identityApi.requestCode, ({ validSeconds, retryAfterSeconds }) => {
    start(retryAfterSeconds);
    setSent(`验证码已发送，${Math.round(validSeconds / 60)} 分钟内有效。`);
  });
  const signIn = useChange(identityApi.signInWithCode, ({ me }) => onEnter(me));
  const problem = signIn.error ?? request.error;

  const ask = async () => {
    const { phone } = await form.validateFields(["phone"]);
    signIn.reset();
    request.mutate({ tenant, phone });
  };

  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={(values) => signIn.mutate({ tenant, ...values })}
    >
      {problem ? <Alert className="gap-below" type="error" showIcon title={detailOf(problem)} /> : null}
      {!problem && sent ? <Alert className="gap-below" type="success" showIcon title={sent} /> : null}
      <Form.Item name="phone" rules={phoneRules}>
        <Input
          prefix={<MobileOutlined />}
          placeholder="手机号"
          inputMode="numeric"
          maxLength={11}
          autoComplete="username"
          aria-label="手机号"
        />
      </Form.Item>
      <Form.Item>
        <Space.Compact block>
          <Form.Item name="code" noStyle rules={[{ pattern: /^\d{6}$/, required: true, message: "请填写 6 位验证码" }]}>
            <Input
              prefix={<SafetyCertificateOutlined />}
              placeholder="6 位验证码"
              inputMode="numeric"
              maxLength={6}
              autoComplete="one-time-code"
              aria-label="验证码"
            />
          </Form.Item>
          <Button onClick={() => void ask().catch(() => undefined)} disabled={left > 0} loading={request.isPending}>
            {left > 0 ? `${left} 秒后重发` : "获取验证码"}
          </Button>
        </Space.Compact>
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
};
