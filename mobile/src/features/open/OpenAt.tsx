import { claimsApi } from "@ginkgo/shared/api/claims.ts";
import { useQuery } from "@tanstack/react-query";
import { EnvironmentOutline } from "antd-mobile-icons";
import { useParams } from "react-router";
import { call } from "../../ui/net/client.ts";
import { Loaded } from "../../ui/states.tsx";
import { useReader } from "./context.ts";
import { OpenPlace } from "./OpenPlace.tsx";

/** A station or another place by its code: what there is, and what is needed there. */
export const OpenAt = () => {
  const { nodeId = "" } = useParams();
  const { place } = useReader();
  const query = useQuery({
    queryKey: ["open", "node", place.tenant, nodeId],
    queryFn: ({ signal }) => call(claimsApi.publicNode, { tenant: place.tenant, nodeId }, { signal }),
    retry: false,
  });
  return (
    <Loaded query={query}>
      {(node) => (
        <OpenPlace title={node.name} under={node.id} back={`/open?place=${place.tenant}`}>
          <section className="card">
            <p className="open-soft">{[node.tierLabel, node.trail].filter(Boolean).join(" · ")}</p>
            {node.address && (
              <p>
                <EnvironmentOutline /> {node.address}
              </p>
            )}
          </section>
        </OpenPlace>
      )}
    </Loaded>
  );
};
