import { NavLink } from "react-router";

const pages = [
  { to: "/rules", label: "流程", end: true },
  { to: "/rules/draft", label: "草稿", end: false },
  { to: "/rules/versions", label: "版本", end: false },
];

/** The pages of the rules. */
export const RulesNav = () => (
  <nav className="rules-nav no-print" aria-label="规则">
    {pages.map(({ to, label, end }) => (
      <NavLink key={to} to={to} end={end}>
        {label}
      </NavLink>
    ))}
  </nav>
);
