/** Live events of the server: lists and open cases refresh by themselves, new messages show up at once. */
import type { InboxItem } from "@ginkgo/shared/api/notify.ts";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { notice } from "../ui/feedback.ts";

const address = "/api/v1/live?app=mobile";
/** A busy community changes many cases a minute; lists need not be asked for each of them. */
const listPauseMs = 3_000;
const retryMs = 15_000;

const refreshAll = (client: QueryClient) => {
  for (const word of ["cases", "case", "inbox"]) void client.invalidateQueries({ queryKey: [word] });
};

const read = <T>(event: Event): T | undefined => {
  try {
    return JSON.parse((event as MessageEvent<string>).data) as T;
  } catch {
    return undefined;
  }
};

const open = (client: QueryClient): (() => void) => {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let lists: ReturnType<typeof setTimeout> | undefined;
  let first = true;

  const connect = () => {
    source = new EventSource(address);
    source.addEventListener("ready", () => {
      // What happened while the line was down is only known by asking.
      if (!first) refreshAll(client);
      first = false;
    });
    source.addEventListener("inbox", (event) => {
      void client.invalidateQueries({ queryKey: ["inbox"] });
      const item = read<InboxItem>(event);
      // Whatever a message is about has changed.
      if (item?.matterId) for (const word of ["matter", "claims"]) void client.invalidateQueries({ queryKey: [word] });
      if (item) void notice(item.text || item.title);
    });
    source.addEventListener("case", (event) => {
      const change = read<{ caseId: string }>(event);
      if (change) void client.invalidateQueries({ queryKey: ["case", change.caseId] });
      lists ??= setTimeout(() => {
        lists = undefined;
        void client.invalidateQueries({ queryKey: ["cases"] });
      }, listPauseMs);
    });
    source.onerror = () => {
      // The browser reconnects after a lost line, but gives up for good when the server refuses.
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, retryMs);
    };
  };
  connect();
  return () => {
    clearTimeout(retry);
    clearTimeout(lists);
    source?.close();
  };
};

export const useLive = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    let close: (() => void) | undefined;
    const follow = () => {
      if (document.visibilityState === "visible") close ??= open(client);
      else {
        close?.();
        close = undefined;
      }
    };
    const wake = () => {
      follow();
      if (document.visibilityState === "visible") refreshAll(client);
    };
    follow();
    document.addEventListener("visibilitychange", wake);
    return () => {
      document.removeEventListener("visibilitychange", wake);
      close?.();
    };
  }, [client]);
};
