/** What is asked of the server by more than one screen. Keys begin with the word that live events refresh. */
import type { CaseFilter } from "@ginkgo/shared/api/cases.ts";
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "./client.ts";

export interface CaseListInput extends Partial<CaseFilter> {
  readonly sort?: "newest" | "due" | "nearest";
  readonly lng?: number;
  readonly lat?: number;
  readonly limit?: number;
}

export const caseList = (input: CaseListInput) =>
  infiniteQueryOptions({
    queryKey: ["cases", input],
    queryFn: ({ pageParam, signal }) =>
      call(casesApi.list, { limit: 20, ...input, ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });

export const caseView = (caseId: string) =>
  queryOptions({
    queryKey: ["case", caseId],
    queryFn: ({ signal }) => call(casesApi.view, { caseId }, { signal }),
  });

export const caseCounts = queryOptions({
  queryKey: ["cases", "counts"],
  queryFn: ({ signal }) => call(casesApi.counts, {}, { signal }),
});

export const unreadCount = queryOptions({
  queryKey: ["inbox", "count"],
  queryFn: ({ signal }) => call(notifyApi.inboxCount, {}, { signal }),
});
