/** Server-sent events: one stream per open page, found by tenant and account. */
import type { ServerResponse } from "node:http";

export interface LiveHub {
  /** Keeps the connection until the page closes it. */
  add(tenant: string, accountId: string, response: ServerResponse): void;
  send(tenant: string, accountId: string, event: string, data: unknown): void;
  /** Accounts of this tenant with an open page on this server. */
  present(tenant: string): ReadonlySet<string>;
  readonly size: number;
  close(): void;
}

const heartbeatMs = 20_000;

export const createLiveHub = (): LiveHub => {
  const tenants = new Map<string, Map<string, Set<ServerResponse>>>();
  const all = new Set<ServerResponse>();
  // Proxies drop silent connections; a comment line keeps them and finds dead ones.
  const heartbeat = setInterval(() => {
    for (const response of all) response.write(": still here\n\n");
  }, heartbeatMs);
  heartbeat.unref();

  const remove = (tenant: string, accountId: string, response: ServerResponse) => {
    all.delete(response);
    const accounts = tenants.get(tenant);
    const open = accounts?.get(accountId);
    open?.delete(response);
    if (open?.size === 0) accounts?.delete(accountId);
  };

  return {
    add: (tenant, accountId, response) => {
      response.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        connection: "keep-alive",
        "x-accel-buffering": "no",
      });
      response.write("retry: 2000\nevent: ready\ndata: {}\n\n");
      let accounts = tenants.get(tenant);
      if (!accounts) tenants.set(tenant, (accounts = new Map()));
      let open = accounts.get(accountId);
      if (!open) accounts.set(accountId, (open = new Set()));
      open.add(response);
      all.add(response);
      response.on("close", () => remove(tenant, accountId, response));
    },
    send: (tenant, accountId, event, data) => {
      const message = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
      for (const response of tenants.get(tenant)?.get(accountId) ?? []) response.write(message);
    },
    present: (tenant) => new Set(tenants.get(tenant)?.keys() ?? []),
    get size() {
      return all.size;
    },
    close: () => {
      clearInterval(heartbeat);
      for (const response of all) response.end();
    },
  };
};
