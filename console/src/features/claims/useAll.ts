/** A whole filtered list, page after page: for paper, which has no next page. */
import { type ClaimableSummary, claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../ui/api/client.ts";

/** More than anyone prints; what is left out is said. */
const most = 1000;
const pageSize = 200;

type Query = CallInput<typeof claimsApi.claimableMap>;

export const useAllClaimables = (input: Query) =>
  useQuery({
    queryKey: [claimsApi.claimables.path, input, "all"],
    queryFn: async ({ signal }) => {
      const items: ClaimableSummary[] = [];
      let cursor: string | undefined;
      do {
        const page = await call(
          claimsApi.claimables,
          { ...input, sort: "newest", limit: pageSize, ...(cursor ? { cursor } : {}) },
          { signal },
        );
        items.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor && items.length < most);
      return { items, more: cursor !== undefined };
    },
  });
