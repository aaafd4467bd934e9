import { ProblemError } from "@ginkgo/shared/api/client.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useEffect } from "react";
import { RouterProvider } from "react-router";
import { onSignedOut } from "../ui/api/client.ts";
import { keyOf } from "../ui/api/hooks.ts";
import { Appearance } from "./Appearance.tsx";
import { router } from "./router.tsx";

/** Only what may mend itself is tried again; a refusal is an answer. */
const worthRetrying = (failures: number, error: Error) =>
  failures < 2 && error instanceof ProblemError && ["unavailable", "internal"].includes(error.problem.code);

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, retryDelay: 800, staleTime: 5_000, networkMode: "always" },
    mutations: { networkMode: "always" },
  },
});

/** A session that ends anywhere sends every screen to the sign-in page, and takes what was read with it. */
const useSessionEnd = () =>
  useEffect(
    () =>
      onSignedOut(() => {
        const me = queries.getQueryCache().find({ queryKey: keyOf(identityApi.me, {}) });
        if (me?.state.data === undefined) return;
        queries.clear();
        const wanted = `${window.location.pathname}${window.location.search}`;
        void router.navigate(`/sign-in?to=${encodeURIComponent(wanted)}`);
      }),
    [],
  );

export const App = () => {
  useSessionEnd();
  return (
    <QueryClientProvider client={queries}>
      <Appearance>
        <RouterProvider router={router} />
      </Appearance>
    </QueryClientProvider>
  );
};
