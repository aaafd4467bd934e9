import { bulletinApi, feedbackApi } from "@ginkgo/shared/api/bulletin.ts";
import { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";

export const registrationList = (input: { readonly box: "mine" | "unit"; readonly unit?: string }) =>
  infiniteQueryOptions({
    queryKey: ["registrations", input],
    queryFn: ({ pageParam, signal }) =>
      call(registrationsApi.list, { ...input, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });

export const registrationView = (registrationId: string) =>
  queryOptions({
    queryKey: ["registrations", "one", registrationId],
    queryFn: ({ signal }) => call(registrationsApi.view, { registrationId }, { signal }),
  });

export const unitPage = (nodeId: string) =>
  queryOptions({
    queryKey: ["registrations", "unit", nodeId],
    queryFn: ({ signal }) => call(bulletinApi.unitPage, { nodeId }, { signal }),
  });

export const communityPage = (nodeId: string) =>
  queryOptions({
    queryKey: ["registrations", "community", nodeId],
    queryFn: ({ signal }) => call(bulletinApi.communityPage, { nodeId }, { signal }),
  });

export const bulletinOf = (day: string, under: string | undefined) =>
  queryOptions({
    queryKey: ["registrations", "bulletin", day, under],
    queryFn: ({ signal }) => call(bulletinApi.bulletin, { day, ...(under ? { under } : {}) }, { signal }),
  });

export const feedbackOfUnit = (unit: string) =>
  queryOptions({
    queryKey: ["registrations", "feedback", unit],
    queryFn: ({ signal }) => call(feedbackApi.list, { box: "unit", unit, limit: 12 }, { signal }),
  });

export const feedbackView = (feedbackId: string) =>
  queryOptions({
    queryKey: ["registrations", "feedback", "one", feedbackId],
    queryFn: ({ signal }) => call(feedbackApi.view, { feedbackId }, { signal }),
  });
