import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, useParams } from "react-router";
import { call, problemOf } from "../../ui/net/client.ts";
import { Page } from "../../ui/Page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";

/** Where a QR code or a shared link leads once one is signed in. */
const ByCode = () => {
  const { code = "" } = useParams();
  const query = useQuery({
    queryKey: ["claims", "code", code],
    queryFn: ({ signal }) => call(claimsApi.claimableByCode, { code }, { signal }),
    retry: false,
  });
  if (query.data) return <Navigate to={`/claims/${query.data.id}`} replace />;
  if (query.error && problemOf(query.error).code === "not-found")
    return (
      <Page title="认领" back="/claims">
        <Empty title="没有找到这一项" hint="可能已经结束、被撤回，或者属于另一个地区。">
          <Link to="/claims" className="adm-button adm-button-primary">
            看看现在可以认领的
          </Link>
        </Empty>
      </Page>
    );
  return (
    <Page title="认领" back="/claims">
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
};
export default ByCode;
