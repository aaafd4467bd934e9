import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { shopApi } from "@ginkgo/shared/api/shop.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";

/** Everything here is refreshed together: one change moves the balance, the history and the shelf. */
export const pointsKey = ["points"];

const paged = (pageParam: string) => ({ limit: 20, ...(pageParam ? { cursor: pageParam } : {}) });

export const myPoints = queryOptions({
  queryKey: [...pointsKey, "mine"],
  queryFn: ({ signal }) => call(pointsApi.mine, {}, { signal }),
});

export const myEntries = infiniteQueryOptions({
  queryKey: [...pointsKey, "entries"],
  queryFn: ({ pageParam, signal }) => call(pointsApi.entries, paged(pageParam), { signal }),
  initialPageParam: "",
  getNextPageParam: (last) => last.nextCursor,
});

export const oneEntry = (entryId: string) =>
  queryOptions({
    queryKey: [...pointsKey, "entry", entryId],
    queryFn: ({ signal }) => call(pointsApi.entry, { entryId }, { signal }),
  });

export const myRequests = infiniteQueryOptions({
  queryKey: [...pointsKey, "requests"],
  queryFn: ({ pageParam, signal }) => call(pointsApi.myRequests, paged(pageParam), { signal }),
  initialPageParam: "",
  getNextPageParam: (last) => last.nextCursor,
});

export const ranking = queryOptions({
  queryKey: [...pointsKey, "ranking"],
  queryFn: ({ signal }) => call(pointsApi.ranking, {}, { signal }),
});

export const shelf = (under: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...pointsKey, "shelf", under],
    queryFn: ({ pageParam, signal }) =>
      call(shopApi.goods, { ...paged(pageParam), ...(under ? { under } : {}) }, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor,
  });

export const oneGoods = (goodsId: string) =>
  queryOptions({
    queryKey: [...pointsKey, "goods", goodsId],
    queryFn: ({ signal }) => call(shopApi.oneGoods, { goodsId }, { signal }),
  });

export const myRedemptions = infiniteQueryOptions({
  queryKey: [...pointsKey, "redemptions"],
  queryFn: ({ pageParam, signal }) => call(shopApi.myRedemptions, paged(pageParam), { signal }),
  initialPageParam: "",
  getNextPageParam: (last) => last.nextCursor,
});
