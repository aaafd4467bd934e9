/** What is asked of the server about activities, and how a change is sent. */
import { type ActivityFilter, activitiesApi } from "@ginkgo/shared/api/activities.ts";
import type { CallInput, EndpointSpec, Output } from "@ginkgo/shared/api/contract.ts";
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";
import { useStableKey } from "../../ui/net/stable-key.ts";

const key = "activities";

export const activityList = (input: Partial<ActivityFilter>) =>
  infiniteQueryOptions({
    queryKey: [key, "list", input],
    queryFn: ({ pageParam, signal }) =>
      call(activitiesApi.list, { limit: 20, ...input, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });

export const activityView = (activityId: string) =>
  queryOptions({
    queryKey: [key, "one", activityId],
    queryFn: ({ signal }) => call(activitiesApi.view, { activityId }, { signal }),
  });

export const activityNotice = (activityId: string) =>
  queryOptions({
    queryKey: [key, "notice", activityId],
    queryFn: ({ signal }) => call(activitiesApi.notice, { activityId }, { signal }),
    retry: false,
  });

export const activityByCode = (code: string) =>
  queryOptions({
    queryKey: [key, "code", code],
    queryFn: ({ signal }) => call(activitiesApi.byCode, { code }, { signal }),
    retry: false,
  });

export const myHours = infiniteQueryOptions({
  queryKey: [key, "hours"],
  queryFn: ({ pageParam, signal }) =>
    call(activitiesApi.hours, { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
  initialPageParam: "",
  getNextPageParam: (last) => last.nextCursor,
});

export const myCertificates = queryOptions({
  queryKey: [key, "certificates"],
  queryFn: ({ signal }) => call(activitiesApi.certificates, { limit: 50 }, { signal }),
});

export const certificateOf = (code: string) =>
  queryOptions({
    queryKey: [key, "certificate", code],
    queryFn: ({ signal }) => call(activitiesApi.certificate, { code }, { signal }),
  });

export const verified = (code: string) =>
  queryOptions({
    queryKey: ["verify", code],
    queryFn: ({ signal }) => call(activitiesApi.verify, { code }, { signal }),
    retry: false,
    enabled: code !== "",
  });

export const myFeed = queryOptions({
  queryKey: [key, "feed"],
  queryFn: ({ signal }) => call(activitiesApi.feed, {}, { signal }),
});

export const calendarOf = (whose: "mine" | "area", from: string, to: string, under?: string) =>
  queryOptions({
    queryKey: [key, "calendar", whose, from, to, under],
    queryFn: ({ signal }) => call(activitiesApi.calendar, { whose, from, to, ...(under ? { under } : {}) }, { signal }),
  });

/** Sent again after a lost answer it is done once; all that shows activities is then read anew. */
export const useActivityChange = <E extends EndpointSpec>(endpoint: E, onSuccess?: (output: Output<E>) => void) => {
  const client = useQueryClient();
  const keyFor = useStableKey();
  return useMutation<Output<E>, Error, CallInput<E>>({
    mutationFn: (input) => call(endpoint, input, { idempotencyKey: keyFor(input) }),
    onSuccess,
    onSettled: () => client.invalidateQueries({ queryKey: [key] }),
  });
};
