/** Which open needs something on offer fits, and why; for whoever offers it. */
import { matchingApi } from "@ginkgo/shared/api/matching.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { call } from "../net/client.ts";

export const AbilityFits = ({ claimableId }: { claimableId: string }) => {
  const { data } = useQuery({
    queryKey: ["matching", "ability", claimableId],
    queryFn: ({ signal }) => call(matchingApi.fitsAbility, { claimableId }, { signal }),
    retry: false,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card">
      <h2 className="case-title">用得上的需求</h2>
      <ul>
        {data.items.slice(0, 10).map(({ need, why }) => (
          <li key={need.id}>
            <Link to={`/claims/${need.id}`}>{need.title}</Link>
            <p className="soft">{why.join("；")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
