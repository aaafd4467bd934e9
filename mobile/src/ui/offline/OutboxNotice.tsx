import { lazy, Suspense } from "react";
import { mayWait } from "./waiting.ts";

const OutboxBanner = lazy(() => import("./OutboxBanner.tsx"));

/** Costs nothing where nothing waits. */
export const OutboxNotice = ({ account }: { account: string }) =>
  mayWait(account) ? (
    <Suspense fallback={null}>
      <OutboxBanner account={account} />
    </Suspense>
  ) : null;
