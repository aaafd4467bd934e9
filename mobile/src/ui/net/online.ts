/**
 * Whether the server can be reached. `navigator.onLine` alone says "yes" on a network that leads nowhere, so every call
 * reports here, and while there is no answer a small question is asked every few seconds.
 */
import { onlineManager } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

const askEveryMs = 8_000;
const question = "/api/v1/places";

let answered = true;
let asking: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

export const isOnline = (): boolean => navigator.onLine && answered;

/** Calls back on every change between reachable and not. */
export const watchOnline = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};

const announce = () => {
  // Pages then read again what they could not read before.
  onlineManager.setOnline(isOnline());
  for (const watcher of watchers) watcher();
};

const ask = () => {
  if (document.visibilityState !== "visible") return;
  fetch(question).then(
    () => reportAnswer(true),
    () => {},
  );
};

export const reportAnswer = (came: boolean): void => {
  if (came === answered) return;
  answered = came;
  clearInterval(asking);
  asking = came ? undefined : setInterval(ask, askEveryMs);
  announce();
};

window.addEventListener("offline", announce);
window.addEventListener("online", () => {
  // Back on a network: find out at once whether it leads to the server.
  if (answered) announce();
  else ask();
});

export const useOnline = (): boolean => useSyncExternalStore(watchOnline, isOnline);

/** `fetch` that reports whether an answer came. A call that was given up on purpose says nothing. */
export const reportingFetch =
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    try {
      const response = await send(input, init);
      reportAnswer(true);
      return response;
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) reportAnswer(false);
      throw error;
    }
  };
