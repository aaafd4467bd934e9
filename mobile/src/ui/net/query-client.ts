import { QueryClient } from "@tanstack/react-query";
import { isPassing, problemOf } from "./client.ts";
import { isOnline } from "./online.ts";

/** Calls are made even when the phone says it is offline: they fail at once and the page can say so, not wait forever. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 15_000,
      retry: (count, error) => isOnline() && count < 2 && isPassing(problemOf(error)),
      retryDelay: (count) => 800 * (count + 1),
    },
    mutations: { networkMode: "always", retry: false },
  },
});
