import { useQuery } from "@tanstack/react-query";
import { RightOutline } from "antd-mobile-icons";
import { Link, useParams } from "react-router";
import { MatterActions, MatterFacts, MatterHead, MatterHistory } from "../../ui/matter/MatterDetails.tsx";
import { Page } from "../../ui/Page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { claimView } from "./queries.ts";
import { spanWords } from "./words.ts";
import "../../ui/case/case.css";
import "./claims.css";

/** One claim: what was claimed, what is to be done now, what has happened. */
const ClaimPage = () => {
  const { claimId = "" } = useParams();
  const query = useQuery(claimView(claimId));
  return (
    <Page title="认领" back="/my-claims" footer={<MatterActions one={query.data} />}>
      <Loaded query={query}>
        {(one) => (
          <>
            <MatterHead one={one} />
            <section className="card">
              <p className="claim-words">{one.claimable.words}</p>
              <p className="soft">{[spanWords(one.claimable), one.claimable.address].filter(Boolean).join(" · ")}</p>
              {one.confirmed.length > 0 && <p className="soft">认领时确认：{one.confirmed.join("；")}</p>}
            </section>
            <Link to={`/claims/${one.claimable.id}`} className="row-link">
              <span>查看“{one.claimable.title}”</span>
              <RightOutline />
            </Link>
            <MatterFacts one={one} />
            <MatterHistory one={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default ClaimPage;
