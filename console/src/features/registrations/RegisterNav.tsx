import { Link, useLocation } from "react-router";
import { tiersAs, useMe, usePack, useRight } from "../../ui/api/session.ts";

/** The register and what is made of it. */
export const RegisterNav = () => {
  const { pathname } = useLocation();
  const reads = useRight("registration.read");
  const speaks = useRight("case.lead");
  const pack = usePack();
  const roles = useMe().data?.roles ?? [];
  const kinds = pack?.participation.registrations ?? [];
  const told = kinds.some(({ feedback }) => feedback !== "none");
  const communities = tiersAs(pack, "community").split(",");
  const units = kinds.flatMap((kind) => kind.units);
  const own = new Map(
    roles.flatMap(({ node }) => {
      if (communities.includes(node.tier)) return [[node.id, { path: `/communities/${node.id}`, label: node.name }]];
      return units.includes(node.tier) ? [[node.id, { path: `/units/${node.id}`, label: node.name }]] : [];
    }),
  );
  const pages = [
    { path: "/registrations", label: "名册", shown: true },
    { path: "/registrations/bulletin", label: "日通报", shown: true },
    { path: "/registrations/feedback", label: "给单位的反馈", shown: told && (reads || speaks) },
    ...[...own.values()].map((page) => ({ ...page, shown: true })),
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
