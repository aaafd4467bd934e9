import { type AccountView, identityApi } from "@ginkgo/shared/api/identity.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { FormModal } from "../../ui/form/FormModal.tsx";
import { RoleOnNode } from "./RoleOnNode.tsx";

interface Values {
  node: string;
  role: string;
  title?: string;
}

interface GrantRoleProps {
  readonly account: AccountView;
  readonly onChanged: (account: AccountView) => void;
  readonly onClose: () => void;
}

export const GrantRole = ({ account, onChanged, onClose }: GrantRoleProps) => {
  const grant = useChange(identityApi.grantRole, onChanged);
  return (
    <FormModal<Values>
      title={`给“${account.name}”授予角色`}
      okText="授予"
      pending={grant.isPending}
      error={grant.error}
      names={["node", "role", "title"]}
      onSubmit={({ title, ...rest }) => grant.mutate({ accountId: account.id, ...rest, title: title || undefined })}
      onClose={onClose}
    >
      <RoleOnNode />
    </FormModal>
  );
};
