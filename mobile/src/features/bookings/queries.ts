import { bookingsApi } from "@ginkgo/shared/api/bookings.ts";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../ui/net/client.ts";

export const bookingsKey = "bookings";

const paged = (cursor: string) => (cursor ? { cursor } : {});
const next = ({ nextCursor }: { nextCursor: string | null }) => nextCursor;

export const bookables = (q: string, kind: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [bookingsKey, "places", q, kind],
    queryFn: ({ pageParam, signal }) =>
      call(
        bookingsApi.bookables,
        { limit: 30, ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...paged(pageParam) },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: next,
  });

export const myBookings = (when: "coming" | "past") =>
  infiniteQueryOptions({
    queryKey: [bookingsKey, "mine", when],
    queryFn: ({ pageParam, signal }) =>
      call(bookingsApi.myBookings, { limit: 20, when, ...paged(pageParam) }, { signal }),
    initialPageParam: "",
    getNextPageParam: next,
  });

/** Where one goes or decides: empty for most people. */
export const bookingsToServe = infiniteQueryOptions({
  queryKey: [bookingsKey, "serve"],
  queryFn: ({ pageParam, signal }) => call(bookingsApi.bookings, { limit: 20, ...paged(pageParam) }, { signal }),
  initialPageParam: "",
  getNextPageParam: next,
});

export const freeNow = queryOptions({
  queryKey: [bookingsKey, "free"],
  queryFn: ({ signal }) => call(bookingsApi.freeNow, { at: new Date().toISOString() }, { signal }),
  staleTime: 60_000,
});

export const weekOf = (placeId: string, day: string) =>
  queryOptions({
    queryKey: [bookingsKey, "week", placeId, day],
    queryFn: ({ signal }) => call(bookingsApi.week, { placeId, day }, { signal }),
    refetchInterval: 60_000,
  });

export const oneBookable = (placeId: string) =>
  queryOptions({
    queryKey: [bookingsKey, "place", placeId],
    queryFn: ({ signal }) => call(bookingsApi.bookable, { placeId }, { signal }),
  });

export const oneBooking = (bookingId: string) =>
  queryOptions({
    queryKey: [bookingsKey, "one", bookingId],
    queryFn: ({ signal }) => call(bookingsApi.booking, { bookingId }, { signal }),
  });
