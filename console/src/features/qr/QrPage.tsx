import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { useParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { useMe } from "../../ui/api/session.ts";
import { QrSheet } from "../../ui/print/QrSheet.tsx";
import { Loaded } from "../../ui/States.tsx";

/** The code of one thing that can be claimed, to be put up where it is. */
export const QrPage = () => {
  const { code = "" } = useParams();
  const meant = useFetch(claimsApi.claimableByCode, { code });
  const claimableId = meant.data?.id ?? "";
  const one = useFetch(claimsApi.claimable, { claimableId }, { enabled: claimableId !== "" });
  const tenant = useMe().data?.tenant ?? "";
  return (
    <Loaded query={meant}>
      {() => (
        <Loaded query={one}>
          {(item) => (
            <QrSheet
              tenant={tenant}
              cards={[
                {
                  id: item.id,
                  title: item.title,
                  kind: item.kindLabel,
                  place: item.address ?? item.place,
                  path: `/c/${item.code}`,
                },
              ]}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
};
