/** TanStack Query over the contracts: the endpoint's path is the query key, so that live events can invalidate by it. */
import { newKey } from "@ginkgo/shared/api/client.ts";
import type { CallInput, EndpointSpec, Output } from "@ginkgo/shared/api/contract.ts";
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { call } from "./client.ts";

export const keyOf = <E extends EndpointSpec>(endpoint: E, input?: CallInput<E>): readonly unknown[] =>
  input === undefined ? [endpoint.path] : [endpoint.path, input];

interface FetchOptions {
  readonly enabled?: boolean;
  readonly staleTime?: number;
  /** Keep showing the last answer while the next one loads. */
  readonly keep?: boolean;
}

export const useFetch = <E extends EndpointSpec>(endpoint: E, input: CallInput<E>, options: FetchOptions = {}) =>
  useQuery<Output<E>, Error>({
    queryKey: keyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled: options.enabled ?? true,
    staleTime: options.staleTime,
    placeholderData: options.keep ? (keepPreviousData as never) : undefined,
  });

type ItemOf<E> = Output<E> extends { items: (infer T)[] } ? T : never;
interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A list read page by page with the server's cursor; `items` is everything loaded so far. */
export const usePages = <E extends EndpointSpec>(
  endpoint: E,
  input: CallInput<E>,
  options: { enabled?: boolean } = {},
) => {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), "pages"],
    queryFn: async ({ pageParam, signal }) => {
      const paged = { ...(input as object), ...(pageParam ? { cursor: pageParam } : {}) } as CallInput<E>;
      return (await call(endpoint, paged, { signal })) as Page<ItemOf<E>>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return { query, items };
};

/**
 * A change. The same input sent again after a failure carries the same idempotency key, so that a retry after a lost
 * answer is done once; a changed input gets a new key.
 */
export const useChange = <E extends EndpointSpec>(endpoint: E, onSuccess?: (output: Output<E>) => void) => {
  const sent = useRef<{ text: string; key: string } | null>(null);
  return useMutation<Output<E>, Error, CallInput<E>>({
    mutationFn: (input) => {
      const text = JSON.stringify(input);
      if (sent.current?.text !== text) sent.current = { text, key: newKey() };
      return call(endpoint, input, { idempotencyKey: sent.current.key });
    },
    onSuccess: (output) => {
      sent.current = null;
      onSuccess?.(output);
    },
  });
};
