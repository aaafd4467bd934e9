import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Card, Form, Input } from "antd";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange } from "../../ui/api/hooks.ts";
import { newPasswordRules } from "../../ui/form/rules.ts";

interface Values {
  current?: string;
  next: string;
  again: string;
}

export const PasswordCard = ({ hasPassword }: { hasPassword: boolean }) => {
  const [form] = Form.useForm<Values>();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const change = useChange(identityApi.changePassword, () => {
    form.resetFields();
    void message.success("密码已修改，其他设备已退出登录");
    void queries.invalidateQueries({ queryKey: keyOf(identityApi.me) });
    void queries.invalidateQueries({ queryKey: keyOf(identityApi.mySessions) });
  });
  return (
    <Card id="password" title={hasPassword ? "修改密码" : "设置密码"}>
      <Form
        form={form}
        layout="vertical"
        style={{ maxWidth: 360 }}
        onFinish={({ current, next }) => change.mutate({ current, next })}
      >
        {change.error ? <Alert className="gap-below" type="error" showIcon title={detailOf(change.error)} /> : null}
        {hasPassword ? (
          <Form.Item name="current" label="现在的密码" rules={[{ required: true, message: "请填写现在的密码" }]}>
            <Input.Password maxLength={72} autoComplete="current-password" />
          </Form.Item>
        ) : null}
        <Form.Item name="next" label="新密码" rules={newPasswordRules} extra="8 到 72 位；修改后其他设备需要重新登录。">
          <Input.Password maxLength={72} autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label="再输一次新密码"
          dependencies={["next"]}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, value: string) => {
                if (value !== getFieldValue("next")) throw new Error("两次输入的密码不一样");
              },
            }),
          ]}
        >
          <Input.Password maxLength={72} autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {hasPassword ? "修改密码" : "设置密码"}
        </Button>
      </Form>
    </Card>
  );
};
