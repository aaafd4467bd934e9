import {
  ApartmentOutlined,
  BarChartOutlined,
  BranchesOutlined,
  DashboardOutlined,
  FileProtectOutlined,
  FormOutlined,
  GiftOutlined,
  NotificationOutlined,
  SelectOutlined,
  SendOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { Menu } from "antd";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { useMe, usePack } from "../ui/api/session.ts";

interface Entry {
  readonly path: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly right?: string;
  /** Whether the place has it at all. */
  readonly has?: (pack: PackView) => boolean;
}

const first: readonly Entry[] = [
  { path: "/", label: "工作台", icon: <DashboardOutlined /> },
  { path: "/desk", label: "派单台", icon: <SendOutlined /> },
  { path: "/cases/new", label: "新建诉求", icon: <FormOutlined /> },
  {
    path: "/outcomes",
    label: "结果公示",
    icon: <NotificationOutlined />,
    has: ({ workflows }) => workflows.some(({ publishes }) => publishes),
  },
];

/** What units and people take part in, each only where the place has it. */
const together: readonly Entry[] = [
  {
    path: "/claims",
    label: "认领",
    icon: <SelectOutlined />,
    has: ({ participation }) => participation.claimables.length > 0,
  },
  {
    path: "/agreements",
    label: "共建协议",
    icon: <FileProtectOutlined />,
    has: ({ participation }) => participation.agreements,
  },
  {
    path: "/points",
    label: "积分",
    icon: <GiftOutlined />,
    has: ({ participation }) => Boolean(participation.points),
  },
];

const last: readonly Entry[] = [
  { path: "/figures", label: "数据", icon: <BarChartOutlined />, right: "figures.read" },
  { path: "/tree", label: "组织树", icon: <ApartmentOutlined /> },
  { path: "/people", label: "人员与角色", icon: <TeamOutlined />, right: "people.read" },
  { path: "/rules", label: "规则", icon: <BranchesOutlined />, right: "pack.read" },
];

const all = [...first, ...together, ...last];

export const MainMenu = ({ onNavigate }: { onNavigate?: () => void }) => {
  const rights = useMe().data?.rights ?? [];
  const pack = usePack();
  const { pathname } = useLocation();
  const here = all
    .filter(({ path }) => (path === "/" ? pathname === "/" : pathname.startsWith(path)))
    .map(({ path }) => path);
  const shown = (entries: readonly Entry[]) =>
    entries
      .filter(({ right, has }) => (!right || rights.includes(right)) && (!has || (pack !== undefined && has(pack))))
      .map(({ path, label, icon }) => ({ key: path, icon, label: <Link to={path}>{label}</Link> }));
  const joint = shown(together);
  return (
    <Menu
      mode="inline"
      onClick={onNavigate}
      aria-label="主菜单"
      className="main-menu"
      selectedKeys={here}
      items={[
        ...shown(first),
        ...(joint.length > 0 ? [{ key: "together", type: "group" as const, label: "参与", children: joint }] : []),
        ...shown(last),
      ]}
    />
  );
};
