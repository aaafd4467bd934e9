import {
  ApartmentOutlined,
  BarChartOutlined,
  BranchesOutlined,
  CalendarOutlined,
  ClockCircleOutlined,
  DashboardOutlined,
  FileProtectOutlined,
  FormOutlined,
  GiftOutlined,
  HeartOutlined,
  IdcardOutlined,
  NodeIndexOutlined,
  NotificationOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  SelectOutlined,
  SendOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { PackView } from "@ginkgo/shared/api/pack.ts";
import { Menu } from "antd";
import { Link, useLocation } from "react-router";
import { useMe, usePack } from "../ui/api/session.ts";

const entries = [
  { path: "/", label: "工作台", icon: <DashboardOutlined /> },
  { path: "/desk", label: "派单台", icon: <SendOutlined /> },
  { path: "/cases/new", label: "新建诉求", icon: <FormOutlined /> },
  { path: "/outcomes", label: "结果公示", icon: <NotificationOutlined />, published: true },
  { path: "/figures", label: "数据", icon: <BarChartOutlined />, right: "figures.read" },
];

type Participation = PackView["participation"];
interface Taking {
  readonly path: string;
  readonly label: string;
  readonly icon: React.ReactNode;
  /** Whether the place has it. */
  readonly there: (participation: Participation) => boolean;
  /** One of these rights; nobody in particular where there is none. */
  readonly rights?: readonly string[];
}

/** 参与: what units and people take part in. */
const taking: readonly Taking[] = [
  {
    path: "/registrations",
    label: "双报到",
    icon: <IdcardOutlined />,
    there: ({ registrations }) => registrations.length > 0,
  },
  {
    path: "/claims",
    label: "认领",
    icon: <SelectOutlined />,
    there: ({ claimables }) => claimables.length > 0,
  },
  {
    path: "/matching",
    label: "供需撮合",
    icon: <NodeIndexOutlined />,
    there: ({ claimables }) => claimables.some(({ matches }) => matches === "need"),
    rights: ["match.run"],
  },
  {
    path: "/agreements",
    label: "共建协议",
    icon: <FileProtectOutlined />,
    there: ({ agreements }) => agreements,
  },
  {
    path: "/activities",
    label: "活动",
    icon: <CalendarOutlined />,
    there: ({ activities }) => activities.length > 0,
  },
  {
    path: "/bookings",
    label: "预约",
    icon: <ScheduleOutlined />,
    there: ({ bookables }) => bookables.length > 0,
  },
  {
    path: "/duties",
    label: "值班",
    icon: <ClockCircleOutlined />,
    there: ({ rotas }) => rotas.length > 0,
  },
  {
    path: "/patrols",
    label: "巡逻",
    icon: <SafetyOutlined />,
    there: ({ patrols }) => patrols.length > 0,
    rights: ["duty.read", "duty.edit"],
  },
  {
    path: "/care",
    label: "走访",
    icon: <HeartOutlined />,
    there: ({ cares }) => cares.length > 0,
    rights: ["care.read", "care.edit"],
  },
  { path: "/points", label: "积分", icon: <GiftOutlined />, there: ({ points }) => Boolean(points) },
];

const keeping = [
  { path: "/tree", label: "组织树", icon: <ApartmentOutlined /> },
  { path: "/people", label: "人员与角色", icon: <TeamOutlined />, right: "people.read" },
  { path: "/rules", label: "规则", icon: <BranchesOutlined />, right: "pack.read" },
];

const itemOf = ({ path, label, icon }: Pick<Taking, "path" | "label" | "icon">) => ({
  key: path,
  icon,
  label: <Link to={path}>{label}</Link>,
});

export const MainMenu = ({ onNavigate }: { onNavigate?: () => void }) => {
  const rights = useMe().data?.rights ?? [];
  const pack = usePack();
  const publishes = pack?.workflows.some((workflow) => workflow.publishes) ?? false;
  const part = pack
    ? taking.filter(
        (one) => one.there(pack.participation) && (!one.rights || one.rights.some((right) => rights.includes(right))),
      )
    : [];
  const { pathname } = useLocation();
  const here = [...entries, ...taking, ...keeping]
    .filter(({ path }) => (path === "/" ? pathname === "/" : pathname.startsWith(path)))
    .map(({ path }) => path);
  const may = ({ right }: { right?: string }) => !right || rights.includes(right);
  return (
    <Menu
      mode="inline"
      onClick={onNavigate}
      aria-label="主菜单"
      className="main-menu"
      selectedKeys={here}
      items={[
        ...entries.filter((one) => may(one) && (!one.published || publishes)).map(itemOf),
        ...(part.length > 0
          ? [{ type: "group" as const, key: "part", label: "参与", children: part.map(itemOf) }]
          : []),
        ...(part.length > 0 ? [{ type: "divider" as const, key: "rest" }] : []),
        ...keeping.filter(may).map(itemOf),
      ]}
    />
  );
};
