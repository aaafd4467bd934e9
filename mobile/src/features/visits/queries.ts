import { careApi } from "@ginkgo/shared/api/care.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";

export const careKey = "care";

export const dueToday = queryOptions({
  queryKey: [careKey, "today"],
  queryFn: ({ signal }) => call(careApi.today, {}, { signal }),
});

export const myPlans = infiniteQueryOptions({
  queryKey: [careKey, "mine"],
  queryFn: ({ pageParam, signal }) =>
    call(
      careApi.plans,
      { whose: "mine", box: "active", limit: 30, ...(pageParam ? { cursor: pageParam } : {}) },
      { signal },
    ),
  initialPageParam: "",
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

export const onePlan = (planId: string) =>
  queryOptions({
    queryKey: [careKey, "one", planId],
    queryFn: ({ signal }) => call(careApi.plan, { planId }, { signal }),
  });
