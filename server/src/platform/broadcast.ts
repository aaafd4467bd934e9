/** Small messages between servers on one database (LISTEN/NOTIFY): dropped caches, live events. Never the only record of anything. */
import pg from "pg";
import type { Log } from "./log.ts";

type Listener = (payload: string) => void;

export interface Broadcast {
  /** Tells every server, this one included. At most 7 kB. */
  publish(channel: string, payload: string): Promise<void>;
  subscribe(channel: string, listener: Listener): void;
  /** Called after a lost connection came back: messages may have been missed, so caches must be dropped. */
  onGap(listener: () => void): void;
  close(): Promise<void>;
}

export const openBroadcast = async (url: string, pool: pg.Pool, log: Log): Promise<Broadcast> => {
  const listeners = new Map<string, Listener[]>();
  const gapListeners: (() => void)[] = [];
  let client: pg.Client | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  /** One query at a time: a client refuses a second while the first runs. */
  let queue: Promise<unknown> = Promise.resolve();
  const listen = (on: pg.Client, channel: string) => {
    queue = queue.then(() => on.query(`listen ${pg.escapeIdentifier(channel)}`)).catch(() => {});
    return queue;
  };

  const gap = () => {
    for (const listener of gapListeners) listener();
  };

  const connect = async () => {
    const fresh = new pg.Client({ connectionString: url });
    fresh.on("error", () => {});
    fresh.on("end", () => {
      if (closed || client !== fresh) return;
      client = undefined;
      retry();
    });
    fresh.on("notification", ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload ?? "");
    });
    await fresh.connect();
    for (const channel of listeners.keys()) await listen(fresh, channel);
    client = fresh;
  };

  const retry = () => {
    timer = setTimeout(async () => {
      try {
        await connect();
        gap();
      } catch (error) {
        log.warn({ err: (error as Error).message }, "live messages: the database cannot be reached, trying again");
        if (!closed) retry();
      }
    }, 1000);
    timer.unref();
  };

  await connect();
  return {
    publish: async (channel, payload) => {
      await pool.query("select pg_notify($1, $2)", [channel, payload]);
    },
    subscribe: (channel, listener) => {
      const known = listeners.get(channel);
      if (known) known.push(listener);
      else {
        listeners.set(channel, [listener]);
        // What was sent before the database listens is missed: whoever has cached anything by then drops it.
        if (client) void listen(client, channel).then(gap);
      }
    },
    onGap: (listener) => {
      gapListeners.push(listener);
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
};
