import { lazy, Suspense } from "react";
import { Link } from "react-router";
import { CaseList } from "../../ui/case/CaseList.tsx";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Empty } from "../../ui/states.tsx";

const OutboxBanner = lazy(() => import("../../ui/offline/OutboxBanner.tsx"));

const empty = (
  <Empty title="还没有反映过事情" hint="您反映的每件事，都会在这里看到办到哪一步了。">
    <Link to="/submit" className="adm-button adm-button-primary">
      我要反映
    </Link>
  </Empty>
);

const MyCases = () => {
  const { me } = useSession();
  return (
    <Page title="我的单">
      <Suspense fallback={null}>
        <OutboxBanner account={me.id} />
      </Suspense>
      <CaseList input={{ box: "reported" }} empty={empty} />
    </Page>
  );
};
export default MyCases;
