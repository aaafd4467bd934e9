/** Live events as the server sends them, spread to whichever screens listen. The connection itself is app/live.ts. */
import type { LiveCase } from "@ginkgo/shared/api/notify.ts";
import { useEffect, useRef } from "react";
import type { z } from "zod";

export type CaseChange = z.infer<typeof LiveCase>;

const listeners = new Set<(change: CaseChange) => void>();

export const announceCase = (change: CaseChange): void => {
  for (const listener of listeners) listener(change);
};

export const useCaseChanges = (listener: (change: CaseChange) => void): void => {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const stable = (change: CaseChange) => latest.current(change);
    listeners.add(stable);
    return () => {
      listeners.delete(stable);
    };
  }, []);
};
