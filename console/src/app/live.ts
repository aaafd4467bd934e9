/** The live line: one event stream for the whole app, reconnected with patience, turned into refreshed queries. */
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { InboxItem, LiveCase, notifyApi } from "@ginkgo/shared/api/notify.ts";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { keyOf } from "../ui/api/hooks.ts";
import { announceCase } from "../ui/live.ts";

export type Line = "connecting" | "live" | "lost";

const address = "/api/v1/live?app=console";
const longestWait = 30_000;

const parse = <T>(event: MessageEvent, schema: { safeParse: (value: unknown) => { data?: T } }): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(String(event.data))).data;
  } catch {
    return undefined;
  }
};

/** Counts are read again at most every few seconds, however busy the county is. */
const throttled = (run: () => void, wait: number) => {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      run();
    }, wait);
  };
};

const refreshInbox = (queries: QueryClient) => {
  void queries.invalidateQueries({ queryKey: keyOf(notifyApi.inbox) });
  void queries.invalidateQueries({ queryKey: keyOf(notifyApi.inboxCount) });
};

export const useLive = (): Line => {
  const queries = useQueryClient();
  const { notification, message } = App.useApp();
  const go = useNavigate();
  const [line, setLine] = useState<Line>("connecting");
  const tools = useRef({ notification, message, go });
  tools.current = { notification, message, go };

  useEffect(() => {
    let stream: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = 1_000;
    let wasLost = false;
    const refreshCounts = throttled(() => void queries.invalidateQueries({ queryKey: keyOf(casesApi.counts) }), 3_000);

    const onInbox = (item: InboxItem) => {
      refreshInbox(queries);
      const { notification, message, go } = tools.current;
      const open = () => {
        if (item.caseId) void go(`/cases/${item.caseId}`);
      };
      if (item.weight === "urgent") {
        notification.warning({ key: item.id, title: item.title, description: item.text, duration: 12, onClick: open });
      } else {
        void message.info(item.title, 3);
      }
    };
    const onCase = (change: LiveChange) => {
      void queries.invalidateQueries({ queryKey: keyOf(casesApi.view, { caseId: change.caseId }) });
      refreshCounts();
      announceCase(change);
    };
    const onReady = () => {
      setLine("live");
      wait = 1_000;
      // Whatever happened while the line was down was not heard.
      if (wasLost) void queries.invalidateQueries();
      wasLost = false;
    };
    const connect = () => {
      stream = new EventSource(address);
      stream.addEventListener("ready", onReady);
      stream.addEventListener("inbox", (event) => {
        const item = parse(event, InboxItem);
        if (item) onInbox(item);
      });
      stream.addEventListener("case", (event) => {
        const change = parse(event, LiveCase);
        if (change) onCase(change);
      });
      stream.onerror = () => {
        setLine("lost");
        wasLost = true;
        stream?.close();
        timer = setTimeout(connect, wait);
        wait = Math.min(wait * 2, longestWait);
      };
    };
    connect();
    return () => {
      clearTimeout(timer);
      stream?.close();
    };
  }, [queries]);

  return line;
};

type LiveChange = Parameters<typeof announceCase>[0];
