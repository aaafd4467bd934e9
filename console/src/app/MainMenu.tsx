import {
  ApartmentOutlined,
  BarChartOutlined,
  BranchesOutlined,
  DashboardOutlined,
  FormOutlined,
  GiftOutlined,
  NotificationOutlined,
  SendOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import { Menu } from "antd";
import { Link, useLocation } from "react-router";
import { useMe, usePack } from "../ui/api/session.ts";

const entries = [
  { path: "/", label: "工作台", icon: <DashboardOutlined /> },
  { path: "/desk", label: "派单台", icon: <SendOutlined /> },
  { path: "/cases/new", label: "新建诉求", icon: <FormOutlined /> },
  { path: "/outcomes", label: "结果公示", icon: <NotificationOutlined />, published: true },
  { path: "/figures", label: "数据", icon: <BarChartOutlined />, right: "figures.read" },
  { path: "/points", label: "积分", icon: <GiftOutlined />, points: true },
  { path: "/tree", label: "组织树", icon: <ApartmentOutlined /> },
  { path: "/people", label: "人员与角色", icon: <TeamOutlined />, right: "people.read" },
  { path: "/rules", label: "规则", icon: <BranchesOutlined />, right: "pack.read" },
];

export const MainMenu = ({ onNavigate }: { onNavigate?: () => void }) => {
  const rights = useMe().data?.rights ?? [];
  const pack = usePack();
  const publishes = pack?.workflows.some((workflow) => workflow.publishes) ?? false;
  const givesPoints = Boolean(pack?.participation.points);
  const { pathname } = useLocation();
  const here = entries
    .filter(({ path }) => (path === "/" ? pathname === "/" : pathname.startsWith(path)))
    .map(({ path }) => path);
  return (
    <Menu
      mode="inline"
      onClick={onNavigate}
      aria-label="主菜单"
      className="main-menu"
      selectedKeys={here}
      items={entries
        .filter(
          ({ right, published, points }) =>
            (!right || rights.includes(right)) && (!published || publishes) && (!points || givesPoints),
        )
        .map(({ path, label, icon }) => ({ key: path, icon, label: <Link to={path}>{label}</Link> }))}
    />
  );
};
