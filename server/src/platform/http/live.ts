/** Server-sent events: one stream per open page, found by tenant and account. */
import type { ServerResponse } from "node:http";

export interface LiveHub<Actor> {
  /** Keeps the connection until the page closes it. */
  add(tenant: string, accountId: string, actor: Actor, response: ServerResponse): void;
  send(tenant: string, accountId: string, event: string, data: unknown): void;
  /** To every open page of this tenant whose actor may hear it. */
  sendTo(tenant: string, mayHear: (actor: Actor) => boolean, event: string, data: unknown): void;
  /** Ends an account's streams, or all of a tenant's: who they are may have changed. A page connects again, if it still may. */
  drop(tenant: string, accountId?: string): void;
  readonly size: number;
  close(): void;
}

interface Stream<Actor> {
  readonly actor: Actor;
  readonly response: ServerResponse;
}

const heartbeatMs = 20_000;

const message = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

export const createLiveHub = <Actor>(): LiveHub<Actor> => {
  const tenants = new Map<string, Map<string, Set<Stream<Actor>>>>();
  const all = new Set<Stream<Actor>>();
  // Proxies drop silent connections; a comment line keeps them and finds dead ones.
  const heartbeat = setInterval(() => {
    for (const { response } of all) response.write(": still here\n\n");
  }, heartbeatMs);
  heartbeat.unref();

  const streamsOf = (tenant: string, accountId: string): Set<Stream<Actor>> => {
    const accounts = tenants.get(tenant) ?? new Map<string, Set<Stream<Actor>>>();
    tenants.set(tenant, accounts);
    const streams = accounts.get(accountId) ?? new Set<Stream<Actor>>();
    accounts.set(accountId, streams);
    return streams;
  };

  const remove = (tenant: string, accountId: string, stream: Stream<Actor>) => {
    all.delete(stream);
    const streams = streamsOf(tenant, accountId);
    streams.delete(stream);
    if (streams.size === 0) tenants.get(tenant)?.delete(accountId);
  };

  return {
    add: (tenant, accountId, actor, response) => {
      response.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        connection: "keep-alive",
        "x-accel-buffering": "no",
      });
      response.write(`retry: 2000\n${message("ready", {})}`);
      const stream = { actor, response };
      streamsOf(tenant, accountId).add(stream);
      all.add(stream);
      response.on("close", () => remove(tenant, accountId, stream));
    },
    send: (tenant, accountId, event, data) => {
      const text = message(event, data);
      for (const { response } of tenants.get(tenant)?.get(accountId) ?? []) response.write(text);
    },
    sendTo: (tenant, mayHear, event, data) => {
      const text = message(event, data);
      for (const streams of tenants.get(tenant)?.values() ?? [])
        for (const { actor, response } of streams) if (mayHear(actor)) response.write(text);
    },
    drop: (tenant, accountId) => {
      const accounts = tenants.get(tenant);
      const meant = accountId === undefined ? [...(accounts?.values() ?? [])] : [accounts?.get(accountId) ?? []];
      for (const streams of meant) for (const { response } of streams) response.end();
    },
    get size() {
      return all.size;
    },
    close: () => {
      clearInterval(heartbeat);
      for (const { response } of all) response.end();
    },
  };
};
