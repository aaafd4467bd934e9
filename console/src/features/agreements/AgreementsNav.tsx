import { agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { Badge } from "antd";
import { NavLink } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import "./agreements.css";

/** Agreements, meetings and what came of both; the numbers are what waits for oneself. */
export const AgreementsNav = () => {
  const waiting = useFetch(agreementsApi.standing, {}).data?.waiting;
  const pages = [
    { to: "/agreements", label: "共建协议", count: waiting?.agreements },
    { to: "/agreements/meetings", label: "联席会议", count: waiting?.meetings },
    { to: "/agreements/items", label: "共建事项", count: waiting?.lateItems },
  ];
  return (
    <nav className="agree-nav no-print" aria-label="共建">
      {pages.map(({ to, label, count }) => (
        <NavLink key={to} to={to} end>
          {label} <Badge count={count ?? 0} size="small" />
        </NavLink>
      ))}
    </nav>
  );
};
