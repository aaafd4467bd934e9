import { liveQuery } from "dexie";
import { useEffect, useState, useSyncExternalStore } from "react";
import { db, type OutboxRow } from "./db.ts";
import { keysBeingSent, watchSending } from "./outbox.ts";

/** What waits for this account, oldest first; `undefined` while it is being read. */
export const useOutbox = (account: string): readonly OutboxRow[] | undefined => {
  const [rows, setRows] = useState<readonly OutboxRow[]>();
  useEffect(() => {
    const reading = liveQuery(() => db.outbox.where("account").equals(account).sortBy("createdAt"));
    const subscription = reading.subscribe({ next: setRows, error: () => setRows([]) });
    return () => subscription.unsubscribe();
  }, [account]);
  return rows;
};

export const useSending = (): readonly string[] => useSyncExternalStore(watchSending, keysBeingSent);
