import { type AccountView, identityApi } from "@ginkgo/shared/api/identity.ts";
import { App, Form, Input } from "antd";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { newPasswordRules } from "../../ui/form/rules.ts";

export const ResetPassword = ({ account, onClose }: { account: AccountView; onClose: () => void }) => {
  const { message } = App.useApp();
  const reset = useChange(identityApi.resetPassword, () => {
    void message.success("密码已重置，请把新密码当面告诉本人");
    onClose();
  });
  return (
    <FormModal<{ password: string }>
      title={`重置“${account.name}”的密码`}
      okText="重置"
      danger
      pending={reset.isPending}
      error={reset.error}
      names={["password"]}
      onSubmit={({ password }) => reset.mutate({ accountId: account.id, password })}
      onClose={onClose}
    >
      <Form.Item
        name="password"
        label="新密码"
        rules={newPasswordRules}
        extra="此人的全部设备会退出登录，锁定也会解除。"
      >
        <Input.Password maxLength={72} autoComplete="new-password" />
      </Form.Item>
    </FormModal>
  );
};
