import { PlusOutlined } from "@ant-design/icons";
import { type AccountView, identityApi } from "@ginkgo/shared/api/identity.ts";
import { App, Button, Popconfirm } from "antd";
import { useState } from "react";
import { detailOf } from "../../ui/api/client.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { fullTime } from "../../ui/time.ts";
import { GrantRole } from "./GrantRole.tsx";

interface RolesBlockProps {
  readonly account: AccountView;
  readonly onChanged: (account: AccountView) => void;
}

export const RolesBlock = ({ account, onChanged }: RolesBlockProps) => {
  const { message } = App.useApp();
  const [granting, setGranting] = useState(false);
  const grantable = useMe().data?.mayGrant ?? [];
  const withdraw = useChange(identityApi.withdrawRole, onChanged);
  return (
    <section className="section">
      <h2>角色</h2>
      <ul className="plain-list lined">
        {account.roles.map((role) => (
          <li key={role.id} className="session">
            <div className="grow">
              <div>
                {role.node.name} · {role.label}
                {role.title ? `（${role.title}）` : ""}
              </div>
              <div className="muted small">自 {fullTime(role.since)}</div>
            </div>
            {grantable.includes(role.role) ? (
              <Popconfirm
                title={`收回“${role.node.name} · ${role.label}”？`}
                onConfirm={() =>
                  withdraw.mutate(
                    { accountId: account.id, grantId: role.id },
                    { onError: (error) => void message.error(detailOf(error)) },
                  )
                }
              >
                <Button size="small" danger>
                  收回
                </Button>
              </Popconfirm>
            ) : null}
          </li>
        ))}
        {account.roles.length === 0 ? <li className="muted">没有角色</li> : null}
      </ul>
      {grantable.length > 0 ? (
        <Button icon={<PlusOutlined />} className="gap-above" onClick={() => setGranting(true)}>
          授予角色
        </Button>
      ) : null}
      {granting ? (
        <GrantRole
          account={account}
          onChanged={(next) => {
            setGranting(false);
            onChanged(next);
          }}
          onClose={() => setGranting(false)}
        />
      ) : null}
    </section>
  );
};
