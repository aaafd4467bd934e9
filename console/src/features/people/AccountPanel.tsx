import { type AccountView, identityApi } from "@ginkgo/shared/api/identity.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Descriptions, Popconfirm } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { keyOf, useChange, useFetch } from "../../ui/api/hooks.ts";
import { Loaded } from "../../ui/States.tsx";
import { AccountTags } from "./PeopleList.tsx";
import { RenameAccount } from "./RenameAccount.tsx";
import { ResetPassword } from "./ResetPassword.tsx";
import { RolesBlock } from "./RolesBlock.tsx";

/** Every change of an account answers with the account: put it in place and let the list read again. */
const useAccountChanged = () => {
  const queries = useQueryClient();
  return (account: AccountView) => {
    queries.setQueryData(keyOf(identityApi.account, { accountId: account.id }), account);
    void queries.invalidateQueries({ queryKey: keyOf(identityApi.accounts) });
  };
};

const Security = ({ account, onChanged }: { account: AccountView; onChanged: (account: AccountView) => void }) => {
  const { message } = App.useApp();
  const [resetting, setResetting] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const failed = (error: Error) => void message.error(detailOf(error));
  const update = useChange(identityApi.updateAccount, onChanged);
  const revoke = useChange(
    identityApi.revokeSessions,
    ({ revoked }) => void message.success(`已让 ${revoked} 台设备退出登录`),
  );
  const enabled = account.status === "active";

  return (
    <section className="section">
      <h2>账号</h2>
      <div className="page-extra">
        <Button onClick={() => setRenaming(true)}>修改姓名</Button>
        <Button onClick={() => setResetting(true)}>重置密码</Button>
        <Popconfirm
          title="让此人的全部设备退出登录？"
          onConfirm={() => revoke.mutate({ accountId: account.id }, { onError: failed })}
        >
          <Button>全部退出登录</Button>
        </Popconfirm>
        <Popconfirm
          title={enabled ? "停用这个账号？停用后不能登录，角色保留。" : "启用这个账号？"}
          onConfirm={() =>
            update.mutate(
              { accountId: account.id, version: account.version, status: enabled ? "disabled" : "active" },
              { onError: failed },
            )
          }
        >
          <Button danger={enabled} loading={update.isPending}>
            {enabled ? "停用账号" : "启用账号"}
          </Button>
        </Popconfirm>
      </div>
      {resetting ? <ResetPassword account={account} onClose={() => setResetting(false)} /> : null}
      {renaming ? <RenameAccount account={account} onChanged={onChanged} onClose={() => setRenaming(false)} /> : null}
    </section>
  );
};

export const AccountPanel = ({ accountId }: { accountId: string }) => {
  const query = useFetch(identityApi.account, { accountId });
  const onChanged = useAccountChanged();
  return (
    <Loaded query={query}>
      {(account) => (
        <>
          <Descriptions
            column={1}
            size="small"
            items={[
              {
                key: "name",
                label: "姓名",
                children: (
                  <span>
                    {account.name} <AccountTags account={account} />
                  </span>
                ),
              },
              { key: "phone", label: "手机号", children: account.phone },
              { key: "home", label: "居住地", children: account.home?.name ?? "—" },
            ]}
          />
          <RolesBlock account={account} onChanged={onChanged} />
          {account.mayEdit ? <Security account={account} onChanged={onChanged} /> : null}
        </>
      )}
    </Loaded>
  );
};
