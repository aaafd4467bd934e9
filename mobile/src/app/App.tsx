import { QueryClientProvider } from "@tanstack/react-query";
import { BrowserRouter } from "react-router";
import { queryClient } from "../ui/net/query-client.ts";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { SessionGate } from "./SessionGate.tsx";
import { Shell } from "./Shell.tsx";

export const App = () => (
  <ErrorBoundary>
    <QueryClientProvider client={queryClient}>
      <BrowserRouter basename="/m">
        <SessionGate>
          <Shell />
        </SessionGate>
      </BrowserRouter>
    </QueryClientProvider>
  </ErrorBoundary>
);
