import { orgApi } from "@ginkgo/shared/api/org.ts";
import { useParams } from "react-router";
import { useFetch } from "../../ui/api/hooks.ts";
import { useMe, usePack } from "../../ui/api/session.ts";
import { QrSheet } from "../../ui/print/QrSheet.tsx";
import { Loaded } from "../../ui/States.tsx";

/** The code of a station, a community or another place: what there is to claim and to join there. */
export const NodeQrPage = () => {
  const { nodeId = "" } = useParams();
  const query = useFetch(orgApi.node, { nodeId });
  const tenant = useMe().data?.tenant ?? "";
  const tiers = usePack()?.tiers ?? [];
  return (
    <Loaded query={query}>
      {(node) => (
        <QrSheet
          tenant={tenant}
          cards={[
            {
              id: node.id,
              title: node.name,
              kind: tiers.find(({ id }) => id === node.tier)?.label,
              place: node.trail.map(({ name }) => name).join(" · "),
              path: `/n/${node.id}`,
              hint: "扫一扫，看看这里有什么、需要什么",
            },
          ]}
        />
      )}
    </Loaded>
  );
};
