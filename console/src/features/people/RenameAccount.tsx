import { type AccountView, identityApi } from "@ginkgo/shared/api/identity.ts";
import { Form, Input } from "antd";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";

interface RenameAccountProps {
  readonly account: AccountView;
  readonly onChanged: (account: AccountView) => void;
  readonly onClose: () => void;
}

export const RenameAccount = ({ account, onChanged, onClose }: RenameAccountProps) => {
  const update = useChange(identityApi.updateAccount, (next) => {
    onChanged(next);
    onClose();
  });
  return (
    <FormModal<{ name: string }>
      title="修改姓名"
      okText="保存"
      pending={update.isPending}
      error={update.error}
      initial={{ name: account.name }}
      names={["name"]}
      onSubmit={({ name }) => update.mutate({ accountId: account.id, version: account.version, name })}
      onClose={onClose}
    >
      <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: "请填写姓名" }]}>
        <Input maxLength={30} />
      </Form.Item>
    </FormModal>
  );
};
