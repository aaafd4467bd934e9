import { useQuery } from "@tanstack/react-query";
import {
  AppOutline,
  CheckShieldOutline,
  HeartOutline,
  MessageOutline,
  TeamOutline,
  UnorderedListOutline,
  UserOutline,
} from "antd-mobile-icons";
import { NavLink, useLocation } from "react-router";
import { tilesFor } from "../features/take-part/tiles.ts";
import { unreadCount } from "../ui/net/queries.ts";
import { isWorker, useSession } from "../ui/session.tsx";

const home = { to: "/", label: "首页", icon: <AppOutline /> };
const neighbours = { to: "/neighbours", label: "邻里", icon: <TeamOutline /> };
const work = { to: "/work", label: "接单", icon: <CheckShieldOutline /> };
const mine = { to: "/cases", label: "我的单", icon: <UnorderedListOutline /> };
const together = { to: "/take-part", label: "参与", icon: <HeartOutline /> };
const inbox = { to: "/inbox", label: "消息", icon: <MessageOutline /> };
const me = { to: "/me", label: "我", icon: <UserOutline /> };

export const TabBar = () => {
  const session = useSession();
  const { pathname } = useLocation();
  const unread = useQuery({ ...unreadCount, refetchInterval: 120_000 }).data?.unread ?? 0;
  // Those who take cases have 接单 where others have 邻里 (which stays reachable from the home page).
  const joins = tilesFor(session.pack, session.me).length > 0 ? [together] : [];
  const tabs = [home, isWorker(session.me) ? work : neighbours, mine, ...joins, inbox, me];
  if (!tabs.some((tab) => tab.to === pathname)) return null;
  return (
    <nav className="tabs" aria-label="主菜单">
      {tabs.map((tab) => (
        <NavLink key={tab.to} to={tab.to} end>
          {tab.icon}
          {tab.label}
          {tab === inbox && unread > 0 && (
            <span className="count">
              {unread >= 99 ? "99+" : unread}
              <span className="visually-hidden">条未读</span>
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  );
};
