import { useSyncExternalStore } from "react";

/** One clock for all due times on the page, ticking twice a minute. */
let now = Date.now();
const listeners = new Set<() => void>();

setInterval(() => {
  now = Date.now();
  for (const listener of listeners) listener();
}, 30_000);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
