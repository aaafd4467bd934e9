import { LockOutlined, StopOutlined } from "@ant-design/icons";
import type { AccountView } from "@ginkgo/shared/api/identity.ts";
import { Tag } from "antd";

interface PeopleListProps {
  readonly items: readonly AccountView[];
  readonly onOpen: (account: AccountView) => void;
}

export const AccountTags = ({ account }: { account: AccountView }) => (
  <>
    {account.status === "disabled" ? (
      <Tag icon={<StopOutlined />} className="tag">
        已停用
      </Tag>
    ) : null}
    {account.locked ? (
      <Tag icon={<LockOutlined />} className="tag tag-waiting">
        已锁定
      </Tag>
    ) : null}
  </>
);

export const PeopleList = ({ items, onOpen }: PeopleListProps) => (
  <ul className="plain-list">
    {items.map((account) => (
      <li key={account.id} className="case-item">
        <button type="button" className="person" onClick={() => onOpen(account)}>
          <span className="person-name">
            <strong>{account.name}</strong> <AccountTags account={account} />
          </span>
          <span className="person-phone muted">{account.phone}</span>
          <span className="person-roles">
            {account.roles.map((role) => (
              <Tag key={role.id} className="tag">
                {role.node.name} · {role.title ?? role.label}
              </Tag>
            ))}
            {account.roles.length === 0 ? <span className="muted">没有角色</span> : null}
          </span>
        </button>
      </li>
    ))}
  </ul>
);
