import { useQuery } from "@tanstack/react-query";
import { RightOutline } from "antd-mobile-icons";
import { Link, useParams } from "react-router";
import { Page } from "../../ui/Page.tsx";
import { RecognisedSums } from "../../ui/RecognisedSums.tsx";
import { useSession } from "../../ui/session.tsx";
import { Loaded } from "../../ui/states.tsx";
import { communityPage } from "./queries.ts";
import { Sums } from "./Sums.tsx";
import "./registrations.css";

const CommunityPage = () => {
  const { nodeId = "" } = useParams();
  const { pack } = useSession();
  const query = useQuery(communityPage(nodeId));
  return (
    <Page title={query.data?.node.name ?? "社区"} back="/registrations">
      <Loaded query={query}>
        {(page) => (
          <>
            <Sums
              items={[
                ...page.kinds.map(({ label, active }) => [label, active] as const),
                ["有党员报到的小区", page.compounds.length],
                ["今天新报到", page.today.newPeople + page.today.newUnits],
                ["今天完成认领", page.today.claims],
                ["今天开展活动", page.today.activities],
              ]}
            />
            {(pack.participation?.claimables.length ?? 0) > 0 && (
              <Link to={`/claims?under=${page.node.id}`} className="row-link">
                <span>
                  等人认领的 <b>{page.openNeeds}</b> 件
                </span>
                <RightOutline />
              </Link>
            )}
            <Link to={`/registrations/bulletin?under=${page.node.id}`} className="row-link">
              <span>日通报</span>
              <RightOutline />
            </Link>
            <RecognisedSums nodeId={page.node.id} side="home" />
            {page.units.length > 0 && (
              <section className="card">
                <h2 className="case-title">报到的单位</h2>
                <p>{page.units.map(({ name }) => name).join("、")}</p>
              </section>
            )}
            {page.compounds.length > 0 && (
              <section className="card">
                <h2 className="case-title">党员报到的小区</h2>
                <p>{page.compounds.map(({ node, people }) => `${node.name} ${people} 人`).join("，")}</p>
              </section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default CommunityPage;
