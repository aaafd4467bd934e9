import { agreedItemsApi } from "@ginkgo/shared/api/agreed-items.ts";
import { agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { meetingsApi } from "@ginkgo/shared/api/meetings.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";

/** Everything here is refreshed together: an item done moves its agreement too. */
export const agreementsKey = ["agreements"];

const paged = (pageParam: string) => ({ limit: 20, ...(pageParam ? { cursor: pageParam } : {}) });

export const standing = queryOptions({
  queryKey: [...agreementsKey, "standing"],
  queryFn: ({ signal }) => call(agreementsApi.standing, {}, { signal }),
});

export const agreementList = infiniteQueryOptions({
  queryKey: [...agreementsKey, "list"],
  queryFn: ({ pageParam, signal }) => call(agreementsApi.list, paged(pageParam), { signal }),
  initialPageParam: "",
  getNextPageParam: (last) => last.nextCursor,
});

export const agreementView = (agreementId: string) =>
  queryOptions({
    queryKey: [...agreementsKey, "one", agreementId],
    queryFn: ({ signal }) => call(agreementsApi.view, { agreementId }, { signal }),
  });

export const itemList = infiniteQueryOptions({
  queryKey: [...agreementsKey, "items"],
  queryFn: ({ pageParam, signal }) => call(agreedItemsApi.list, { box: "mine", ...paged(pageParam) }, { signal }),
  initialPageParam: "",
  getNextPageParam: (last) => last.nextCursor,
});

export const itemView = (itemId: string) =>
  queryOptions({
    queryKey: [...agreementsKey, "item", itemId],
    queryFn: ({ signal }) => call(agreedItemsApi.view, { itemId }, { signal }),
  });

export const meetingList = infiniteQueryOptions({
  queryKey: [...agreementsKey, "meetings"],
  queryFn: ({ pageParam, signal }) => call(meetingsApi.list, { box: "mine", ...paged(pageParam) }, { signal }),
  initialPageParam: "",
  getNextPageParam: (last) => last.nextCursor,
});

export const meetingView = (meetingId: string) =>
  queryOptions({
    queryKey: [...agreementsKey, "meeting", meetingId],
    queryFn: ({ signal }) => call(meetingsApi.view, { meetingId }, { signal }),
  });
