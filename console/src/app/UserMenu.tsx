import { DesktopOutlined, DownOutlined, KeyOutlined, LogoutOutlined, UserOutlined } from "@ant-design/icons";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useNavigate } from "react-router";
import { detailOf } from "../ui/api/client.ts";
import { useChange } from "../ui/api/hooks.ts";
import { useMe } from "../ui/api/session.ts";

export const UserMenu = () => {
  const me = useMe().data;
  const go = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const signOut = useChange(identityApi.signOut, () => {
    queries.clear();
    void go("/sign-in");
  });

  const actions: Record<string, () => void> = {
    account: () => void go("/account"),
    sessions: () => void go("/account#sessions"),
    password: () => void go("/account#password"),
    out: () => signOut.mutate({}, { onError: (error) => void message.error(detailOf(error)) }),
  };

  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        onClick: ({ key }) => actions[key]?.(),
        items: [
          {
            key: "roles",
            disabled: true,
            label: me?.roles.map((role) => `${role.node.name} · ${role.title ?? role.label}`).join("；") || "居民",
          },
          { type: "divider" },
          { key: "account", icon: <UserOutlined />, label: "我的账号" },
          { key: "sessions", icon: <DesktopOutlined />, label: "登录设备" },
          { key: "password", icon: <KeyOutlined />, label: "修改密码" },
          { type: "divider" },
          { key: "out", icon: <LogoutOutlined />, label: "退出登录" },
        ],
      }}
    >
      <Button type="text" className="user-button" aria-label={`用户菜单：${me?.name ?? ""}`}>
        <UserOutlined />
        <span className="user-name">{me?.name}</span>
        <DownOutlined />
      </Button>
    </Dropdown>
  );
};
