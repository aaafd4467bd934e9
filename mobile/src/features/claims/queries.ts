/** What is asked of the server about claiming. Keys begin with the word that messages refresh. */
import { type ClaimableFilter, type ClaimableView, claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";

export interface ListInput extends Partial<ClaimableFilter> {
  readonly sort?: "newest" | "nearest" | "soonest";
}

export const claimableList = (input: ListInput) =>
  infiniteQueryOptions({
    queryKey: ["claims", "list", input],
    queryFn: ({ pageParam, signal }) =>
      call(claimsApi.claimables, { limit: 20, ...input, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });

type ClaimsInput = CallInput<typeof claimsApi.claims>;

export const claimList = (input: ClaimsInput) =>
  infiniteQueryOptions({
    queryKey: ["claims", "claims", input],
    queryFn: ({ pageParam, signal }) =>
      call(claimsApi.claims, { limit: 20, ...input, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });

export const claimableView = (claimableId: string) =>
  queryOptions<ClaimableView>({
    queryKey: ["claims", "one", claimableId],
    queryFn: ({ signal }) => call(claimsApi.claimable, { claimableId }, { signal }),
  });

export const claimView = (claimId: string) =>
  queryOptions({
    queryKey: ["claims", "claim", claimId],
    queryFn: ({ signal }) => call(claimsApi.claimView, { claimId }, { signal }),
  });

export const claimCounts = queryOptions({
  queryKey: ["claims", "counts"],
  queryFn: ({ signal }) => call(claimsApi.claimableCounts, {}, { signal }),
});
