import { Link, useLocation } from "react-router";
import { usePack, useRight } from "../../ui/api/session.ts";

/** The register and what is made of it. */
export const RegisterNav = () => {
  const { pathname } = useLocation();
  const reads = useRight("registration.read");
  const speaks = useRight("case.lead");
  const told = usePack()?.participation.registrations.some(({ feedback }) => feedback !== "none") ?? false;
  const pages = [
    { path: "/registrations", label: "名册", shown: true },
    { path: "/registrations/bulletin", label: "日通报", shown: true },
    { path: "/registrations/feedback", label: "给单位的反馈", shown: told && (reads || speaks) },
  ];
  return (
    <nav className="register-nav no-print" aria-label="双报到">
      {pages
        .filter(({ shown }) => shown)
        .map(({ path, label }) => (
          <Link key={path} to={path} aria-current={pathname === path ? "page" : undefined}>
            {label}
          </Link>
        ))}
    </nav>
  );
};
