import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { MatterActions, MatterFacts, MatterHead, MatterHistory, matterView } from "../../ui/matter/MatterDetails.tsx";
import { Page } from "../../ui/Page.tsx";
import { Loaded } from "../../ui/states.tsx";

/** Any registration, claim, agreement or activity by its link: where messages lead. */
const MatterPage = () => {
  const { matterId = "" } = useParams();
  const query = useQuery(matterView(matterId));
  return (
    <Page title={query.data?.kindLabel ?? "办理情况"} back="/inbox" footer={<MatterActions one={query.data} />}>
      <Loaded query={query}>
        {(one) => (
          <>
            <MatterHead one={one} />
            <MatterFacts one={one} />
            <MatterHistory one={one} />
          </>
        )}
      </Loaded>
    </Page>
  );
};
export default MatterPage;
