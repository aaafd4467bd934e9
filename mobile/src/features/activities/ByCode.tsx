import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useParams } from "react-router";
import { problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { activityByCode } from "./queries.ts";

/** Where an activity's QR code leads once one is signed in. */
const ByCode = () => {
  const { code = "" } = useParams();
  const query = useQuery(activityByCode(code));
  if (query.data) return <Navigate to={`/activities/${query.data.id}`} replace />;
  return (
    <Page title="活动" back="/activities">
      {query.error && problemOf(query.error).code === "not-found" ? (
        <Empty title="没有找到这个活动" hint="可能还没有发布，或者属于另一个地区。">
          <Link to="/activities" className="adm-button adm-button-primary">
            看看可以报名的
          </Link>
        </Empty>
      ) : (
        <Loaded query={query}>{() => null}</Loaded>
      )}
    </Page>
  );
};
export default ByCode;
