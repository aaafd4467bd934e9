import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { matchingApi } from "@ginkgo/shared/api/matching.ts";
import { useQuery } from "@tanstack/react-query";
import { RightOutline } from "antd-mobile-icons";
import { Link } from "react-router";
import { call } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty } from "../../ui/states.tsx";
import { tilesFor } from "./tiles.ts";
import "../../ui/case/case.css";
import "./take-part.css";

/** One's own first: what was claimed and what others claimed of one's own. */
const Mine = () => {
  const counts = useQuery({
    queryKey: ["claims", "counts"],
    queryFn: ({ signal }) => call(claimsApi.claimableCounts, {}, { signal }),
  }).data;
  const asked = useQuery({
    queryKey: ["matching", "asked"],
    queryFn: ({ signal }) => call(matchingApi.mine, { open: "yes", limit: 50 }, { signal }),
  }).data;
  const rows = [
    { to: "/matching", label: "想请您帮忙", count: asked?.items.length ?? 0 },
    { to: "/my-claims", label: "我认领的", count: counts?.myClaims ?? 0 },
    { to: "/my-claims?tab=received", label: "别人认领了我发布的", count: counts?.received ?? 0 },
  ].filter(({ count }) => count > 0);
  return rows.map(({ to, label, count }) => (
    <Link key={to} to={to} className="row-link">
      <span>
        {label} <b>{count}</b>
      </span>
      <RightOutline />
    </Link>
  ));
};

const TakePart = () => {
  const { me, pack } = useSession();
  const shown = tilesFor(pack, me);
  return (
    <Page title="参与">
      {shown.some(({ path }) => path === "/claims") && <Mine />}
      {shown.length === 0 ? (
        <Empty title="这里还没有可以参与的" hint="社区开通后会出现在这里。" />
      ) : (
        <ul className="tiles">
          {shown.map(({ path, label, hint, icon: Icon }) => (
            <li key={path}>
              <Link to={path} className="tile">
                <Icon />
                <span>
                  {label}
                  <small>{hint}</small>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
};
export default TakePart;
