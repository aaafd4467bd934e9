/** A typed client over `fetch`, made from the contracts; used by both web apps, the browser tests and the benchmarks. */
import type { CallInput, EndpointSpec, Output } from "./contract.ts";
import type { Problem } from "./problem.ts";

/** A refused or failed call. `problem` always has a `code` and a `detail` that can be shown as it is. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Origin of the server; empty for the page's own. */
  readonly origin?: string;
  /** Which web app is calling: `console` and `mobile` have a session cookie each; `api` signs in for a bearer token. */
  readonly app: "console" | "mobile" | "api";
  readonly token?: () => string | undefined;
  /** Called when a signed-in call finds no session, so that the app can show its sign-in page. */
  readonly onSignedOut?: () => void;
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  /** Repeat a POST with the same key and it is done once. A fresh key is made when none is given. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export type Client = <E extends EndpointSpec>(
  endpoint: E,
  input: CallInput<E>,
  options?: CallOptions,
) => Promise<Output<E>>;

/** A fresh idempotency key. `crypto.randomUUID` is missing on pages served over plain HTTP, as inside a county's network. */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const unreachable: Problem = {
  type: "about:blank",
  title: "无法连接",
  status: 0,
  code: "unavailable",
  detail: "连不上服务器，请检查网络后重试，已填写的内容不会丢失。",
};

const unreadable = (status: number): Problem => ({
  type: "about:blank",
  title: "服务异常",
  status,
  code: status === 503 ? "unavailable" : "internal",
  detail: "服务器暂时没有正常应答，请稍后重试。",
});

/** Fills `:name` parameters; returns the path and the input that is left for query or body. */
const fillPath = (path: string, input: Record<string, unknown>) => {
  const rest = { ...input };
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { filled, rest };
};

const queryString = (values: Record<string, unknown>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === "") continue;
    if (Array.isArray(value)) for (const one of value) query.append(name, String(one));
    else query.append(name, String(value));
  }
  const text = query.toString();
  return text ? `?${text}` : "";
};

/** The URL of a GET endpoint, for links (`<a download>`) and images. */
export const urlOf = <E extends EndpointSpec>(
  endpoint: E,
  input: CallInput<E>,
  app: "console" | "mobile",
  origin = "",
): string => {
  const { filled, rest } = fillPath(endpoint.path, input as Record<string, unknown>);
  return `${origin}/api/v1${filled}${queryString({ ...rest, app })}`;
};

const readProblem = async (response: Response): Promise<Problem> => {
  if (!response.headers.get("content-type")?.includes("json")) return unreadable(response.status);
  const body = (await response.json().catch(() => undefined)) as Problem | undefined;
  return body?.code ? body : unreadable(response.status);
};

export const createClient = (options: ClientOptions): Client => {
  const origin = options.origin ?? "";
  const send = options.fetch ?? fetch;
  return async (endpoint, input, callOptions = {}) => {
    const { filled, rest } = fillPath(endpoint.path, (input ?? {}) as Record<string, unknown>);
    const queryOnly = endpoint.method === "GET" || endpoint.method === "DELETE";
    const token = options.token?.();
    const headers: Record<string, string> = { "x-ginkgo-app": options.app };
    if (token) headers.authorization = `Bearer ${token}`;
    if (!queryOnly) headers["content-type"] = "application/json";
    if (endpoint.method === "POST") headers["idempotency-key"] = callOptions.idempotencyKey ?? newKey();

    const response = await send(`${origin}/api/v1${filled}${queryOnly ? queryString(rest) : ""}`, {
      method: endpoint.method,
      headers,
      credentials: "same-origin",
      ...(queryOnly ? {} : { body: JSON.stringify(rest) }),
      ...(callOptions.signal ? { signal: callOptions.signal } : {}),
    }).catch((error: unknown) => {
      if (error instanceof Error && error.name === "AbortError") throw error;
      throw new ProblemError(unreachable);
    });
    if (!response.ok) {
      const problem = await readProblem(response);
      if (problem.code === "unauthenticated") options.onSignedOut?.();
      throw new ProblemError(problem);
    }
    return (await response.json()) as Output<typeof endpoint>;
  };
};

/** Uploads one photo or video; answers with the stored file, to be named in a case or an action. */
export const uploadFile = async (
  file: Blob,
  name: string,
  options: ClientOptions,
): Promise<import("./files.ts").StoredFile> => {
  const form = new FormData();
  form.append("file", file, name);
  const token = options.token?.();
  const response = await (options.fetch ?? fetch)(`${options.origin ?? ""}/api/v1/files`, {
    method: "POST",
    headers: {
      "x-ginkgo-app": options.app,
      "idempotency-key": newKey(),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    credentials: "same-origin",
    body: form,
  }).catch(() => {
    throw new ProblemError(unreachable);
  });
  if (!response.ok) throw new ProblemError(await readProblem(response));
  return (await response.json()) as import("./files.ts").StoredFile;
};
