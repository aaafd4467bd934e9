import { NavLink } from "react-router";
import { usePack, useRight } from "../../ui/api/session.ts";

/** The pages of points that this person has a use for. */
export const PointsNav = () => {
  const shop = usePack()?.participation.points?.shop;
  const adjusts = useRight("points.adjust");
  const keeps = useRight("points.shop");
  const pages = [
    { to: "/points", label: "规则与认可", shown: true },
    { to: "/points/requests", label: "更正申请", shown: adjusts },
    { to: "/points/ledger", label: "台账", shown: adjusts },
    { to: "/points/shop", label: shop ?? "兑换", shown: keeps && shop !== null },
  ];
  return (
    <nav className="points-nav no-print" aria-label="积分">
      {pages
        .filter(({ shown }) => shown)
        .map(({ to, label }) => (
          <NavLink key={to} to={to} end>
            {label}
          </NavLink>
        ))}
    </nav>
  );
};
