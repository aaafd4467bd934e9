/** Sends what waits in the outbox: at the start, when the network is back, when the app is looked at, and every 30 s. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { toast } from "../ui/feedback.ts";
import { isOnline, watchOnline } from "../ui/net/online.ts";
import { mayWait } from "../ui/offline/waiting.ts";

const everyMs = 30_000;

export const useOutboxRunner = (account: string): void => {
  const client = useQueryClient();
  useEffect(() => {
    let stopped = false;
    const run = async () => {
      if (stopped || document.visibilityState !== "visible" || !isOnline()) return;
      const { sendWaiting } = await import("../ui/offline/outbox.ts");
      const sent = await sendWaiting(account);
      if (sent.length === 0) return;
      void client.invalidateQueries({ queryKey: ["cases"] });
      void toast(`已发送成功，编号 ${sent.map((one) => one.no).join("、")}`, "success");
    };
    const start = () => void run().catch(() => {});
    // The first screen goes first.
    const first = mayWait(account) ? setTimeout(start, 3_000) : undefined;
    const timer = setInterval(start, everyMs);
    const unwatch = watchOnline(start);
    document.addEventListener("visibilitychange", start);
    return () => {
      stopped = true;
      clearTimeout(first);
      clearInterval(timer);
      unwatch();
      document.removeEventListener("visibilitychange", start);
    };
  }, [account, client]);
};
