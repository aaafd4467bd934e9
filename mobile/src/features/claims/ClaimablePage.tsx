import type { ClaimableView } from "@ginkgo/shared/api/claims.ts";
import { useQuery } from "@tanstack/react-query";
import Button from "antd-mobile/es/components/button";
import { lazy, Suspense, useState } from "react";
import { Link, useParams } from "react-router";
import { AbilityFits } from "../../ui/matter/Fits.tsx";
import { MatterActions, MatterFacts, MatterHead, MatterHistory } from "../../ui/matter/MatterDetails.tsx";
import { Page } from "../../ui/Page.tsx";
import { useSession } from "../../ui/session.tsx";
import { Loaded, Loading } from "../../ui/states.tsx";
import { ClaimCard } from "./ClaimCard.tsx";
import { ClaimSheet } from "./ClaimSheet.tsx";
import { claimableView } from "./queries.ts";
import { Share } from "./Share.tsx";
import { dayWords, limitWords, spanWords } from "./words.ts";
import "../../ui/case/case.css";
import "./claims.css";

const WhereMap = lazy(() => import("./WhereMap.tsx"));

const Asked = ({ one }: { one: ClaimableView }) => {
  const { pack } = useSession();
  const skill = (id: string) => pack.participation.skills.find((known) => known.id === id)?.label ?? id;
  const rows: (readonly [string, string | null])[] = [
    ["名额", `${one.places} 个，已认领 ${one.taken} 个`],
    ["时间", spanWords(one)],
    ["截止", one.until && dayWords(one.until)],
    ["地址", one.address],
    ["技能", one.skills.map(skill).join("、")],
    ["要求", limitWords(one).join("；")],
  ];
  return (
    <section className="card">
      <p className="claim-words">{one.words}</p>
      <dl className="facts">
        {rows.map(([label, text]) =>
          text ? (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="fact-text">{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {one.lng !== null && one.lat !== null && (
        <div className="claim-map">
          <Suspense fallback={<Loading lines={2} />}>
            <WhereMap pin={[one.lng, one.lat]} />
          </Suspense>
        </div>
      )}
    </section>
  );
};

const ClaimablePage = () => {
  const { claimableId = "" } = useParams();
  const query = useQuery(claimableView(claimableId));
  const [claiming, setClaiming] = useState(false);
  const { pack } = useSession();
  const offers = (kind: string) =>
    pack.participation.claimables.some(({ id, matches }) => id === kind && matches === "ability");
  const one = query.data;
  const mayClaim = one && (one.claiming.self || one.claiming.bodies.length > 0);
  const footer = mayClaim ? (
    <Button block size="large" color="primary" onClick={() => setClaiming(true)}>
      我来认领
    </Button>
  ) : (
    <MatterActions one={one} />
  );
  return (
    <Page title={one?.kindLabel ?? "认领"} back="/claims" footer={footer} right={one && <Share one={one} />}>
      <Loaded query={query}>
        {(view) => (
          <>
            <MatterHead one={view}>
              {!mayClaim && view.claiming.why && view.mine === "none" && (
                <p className="soft">{view.claimedByMe ? "您已经认领了这一项。" : view.claiming.why}</p>
              )}
            </MatterHead>
            {mayClaim && view.actions.length > 0 && (
              <section className="card">
                <MatterActions one={view} />
              </section>
            )}
            <Asked one={view} />
            {view.claims.length > 0 && (
              <section className="card">
                <h2 className="case-title">{view.mine === "owner" ? "认领情况" : "我的认领"}</h2>
                <ul>
                  {view.claims.map((claim) => (
                    <ClaimCard key={claim.id} item={claim} short />
                  ))}
                </ul>
              </section>
            )}
            {view.mayEdit !== "nothing" && (
              <Link to={`/claims/new?edit=${view.id}`} className="row-link">
                <span>{view.mayEdit === "all" ? "修改内容" : "改名额或截止日"}</span>
              </Link>
            )}
            {view.mine === "owner" && view.open && offers(view.kind) && <AbilityFits claimableId={view.id} />}
            <MatterFacts one={view} />
            <MatterHistory one={view} />
            {claiming && <ClaimSheet one={view} onClose={() => setClaiming(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default ClaimablePage;
