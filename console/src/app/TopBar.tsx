import { FontSizeOutlined, MenuOutlined } from "@ant-design/icons";
import { Button, Layout, Tooltip } from "antd";
import { Link } from "react-router";
import { InboxBell } from "../features/inbox/InboxBell.tsx";
import { usePack } from "../ui/api/session.ts";
import { useDisplay } from "../ui/display.ts";
import type { Line } from "./live.ts";
import { UserMenu } from "./UserMenu.tsx";

const lines: Record<Line, { label: string; help: string }> = {
  live: { label: "实时", help: "新诉求和变化会立即显示" },
  connecting: { label: "连接中", help: "正在建立实时连接" },
  lost: { label: "未连接", help: "实时连接断开，正在重连；页面可能不是最新" },
};

const LiveDot = ({ line }: { line: Line }) => (
  <Tooltip title={lines[line].help}>
    <span className={`live live-${line}`} role="status">
      <span className="live-dot" aria-hidden="true" />
      {lines[line].label}
    </span>
  </Tooltip>
);

export const TopBar = ({ line, onMenu }: { line: Line; onMenu: (() => void) | undefined }) => {
  const pack = usePack();
  const { large, setLarge } = useDisplay();
  return (
    <Layout.Header className="topbar no-print">
      {onMenu ? <Button type="text" icon={<MenuOutlined />} aria-label="打开菜单" onClick={onMenu} /> : null}
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width={26} height={26} />
        <span className="brand-name">{pack?.brand ?? "银杏"}</span>
        <span className="brand-place">{pack?.name}</span>
      </Link>
      <span className="grow" />
      <LiveDot line={line} />
      <Tooltip title={large ? "恢复标准字号" : "大字"}>
        <Button
          color={large ? "primary" : "default"}
          variant={large ? "filled" : "text"}
          icon={<FontSizeOutlined />}
          aria-pressed={large}
          aria-label="大字"
          onClick={() => setLarge(!large)}
        />
      </Tooltip>
      <InboxBell />
      <UserMenu />
    </Layout.Header>
  );
};
