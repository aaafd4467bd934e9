/**
 * A lean typed client over kept connections: what it costs is taken from the server, so it does as little as it can.
 */
import { randomUUID } from "node:crypto";
import { Agent, request as send } from "node:http";
import type { CallInput, EndpointSpec, Output } from "@ginkgo/shared/api/contract.ts";

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** An answer other than 200. */
export class CallFailed extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: string;
  constructor(what: string, { status, text }: HttpAnswer) {
    super(`${what} answered ${status}: ${text.slice(0, 2000)}`);
    this.status = status;
    this.body = text;
    this.code = /"code":"([\w-]+)"/.exec(text)?.[1] ?? "";
  }
}

export interface CallOptions {
  readonly token?: string | undefined;
  /** A fresh one is made when none is given. */
  readonly key?: string;
}

export interface HttpClient {
  /** Answers by status code, and how many of them there were. */
  readonly statuses: Map<number, number>;
  call<E extends EndpointSpec>(endpoint: E, input: CallInput<E>, options?: CallOptions): Promise<Output<E>>;
  upload(path: string, body: Buffer, contentType: string, token: string): Promise<HttpAnswer>;
  close(): void;
}

const fillPath = (path: string, input: Readonly<Record<string, unknown>>) => {
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { filled, rest };
};

const queryOf = (values: Readonly<Record<string, unknown>>): string => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : "";
};

/** Method, path and body of a call, as the in-process recording sends them too. */
export const requestOf = <E extends EndpointSpec>(endpoint: E, input: CallInput<E>, { token, key }: CallOptions) => {
  const { filled, rest } = fillPath(endpoint.path, (input ?? {}) as Record<string, unknown>);
  const hasBody = endpoint.method !== "GET" && endpoint.method !== "DELETE";
  const headers: Record<string, string> = { "x-ginkgo-app": "api" };
  if (token) headers.authorization = `Bearer ${token}`;
  if (hasBody) headers["content-type"] = "application/json";
  if (endpoint.method === "POST") headers["idempotency-key"] = key ?? randomUUID();
  return {
    method: endpoint.method,
    url: `/api/v1${filled}${hasBody ? "" : queryOf(rest)}`,
    headers,
    body: hasBody ? JSON.stringify(rest) : undefined,
  };
};

export const createHttpClient = (origin: string, connections: number): HttpClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname: host, port } = new URL(origin);
  const statuses = new Map<number, number>();

  const exchange = (
    method: string,
    path: string,
    headers: Record<string, string>,
    body: string | Buffer | undefined,
  ): Promise<HttpAnswer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
      const outgoing = send({ host, port, path, method, agent, headers: { ...headers, ...length } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const status = response.statusCode ?? 0;
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          resolve({ status, text: Buffer.concat(chunks).toString() });
        });
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });

  return {
    statuses,
    call: async (endpoint, input, options = {}) => {
      const { method, url, headers, body } = requestOf(endpoint, input, options);
      const answer = await exchange(method, url, headers, body);
      if (answer.status !== 200) throw new CallFailed(`${method} ${url}`, answer);
      return JSON.parse(answer.text) as Output<typeof endpoint>;
    },
    upload: (path, body, contentType, token) =>
      exchange(
        "POST",
        path,
        {
          "x-ginkgo-app": "api",
          authorization: `Bearer ${token}`,
          "content-type": contentType,
          "idempotency-key": randomUUID(),
        },
        body,
      ),
    close: () => agent.destroy(),
  };
};
