import { matchingApi } from "@ginkgo/shared/api/matching.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";

export const matchingKey = ["matching"];

export const proposalList = infiniteQueryOptions({
  queryKey: [...matchingKey, "mine"],
  queryFn: ({ pageParam, signal }) =>
    call(matchingApi.mine, { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  initialPageParam: "",
  getNextPageParam: (last) => last.nextCursor,
});

export const proposalView = (proposalId: string) =>
  queryOptions({
    queryKey: [...matchingKey, "one", proposalId],
    queryFn: ({ signal }) => call(matchingApi.proposal, { proposalId }, { signal }),
  });

export const fitsMe = queryOptions({
  queryKey: [...matchingKey, "fits"],
  queryFn: ({ signal }) => call(matchingApi.fitsMe, {}, { signal }),
});
