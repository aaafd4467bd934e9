import { patrolsApi } from "@ginkgo/shared/api/patrols.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";

export const patrolsKey = "patrols";

export const myRoutes = queryOptions({
  queryKey: [patrolsKey, "routes"],
  queryFn: ({ signal }) => call(patrolsApi.routes, {}, { signal }),
});

export const myRounds = infiniteQueryOptions({
  queryKey: [patrolsKey, "rounds"],
  queryFn: ({ pageParam, signal }) =>
    call(patrolsApi.rounds, { limit: 20, box: "mine", ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  initialPageParam: "",
  getNextPageParam: ({ nextCursor }) => nextCursor,
  refetchInterval: 120_000,
});

export const oneRound = (roundId: string) =>
  queryOptions({
    queryKey: [patrolsKey, "round", roundId],
    queryFn: ({ signal }) => call(patrolsApi.round, { roundId }, { signal }),
    refetchInterval: 30_000,
  });
