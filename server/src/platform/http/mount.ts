/** Makes Fastify routes of contracts and handlers. */
import type { Api, EndpointSpec, Handlers } from "@ginkgo/shared/api/contract.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { RequestKey } from "../db/database.ts";
import { Refusal } from "../problem.ts";
import type { App, Call } from "./call.ts";
import { inputSchema, outputSchema } from "./schema.ts";
import { unkeepable } from "./unkeepable.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    contract?: EndpointSpec;
  }
}

export interface SessionPort<Actor> {
  /** The actor behind a token, or nothing if it is unknown, expired or revoked. */
  resolve(token: string): Promise<Actor | undefined>;
  accountIdOf(actor: Actor): string;
}

/** Whoever reads public pages asks oftener than someone who signs in. */
const cachedShare = 5;

const apps: readonly string[] = ["console", "mobile", "api"];

/** GET links and event streams cannot carry a header, so there the app may stand in the query. */
export const appOf = (request: FastifyRequest): App => {
  const header = request.headers["x-ginkgo-app"];
  const named = header ?? (request.method === "GET" ? (request.query as { app?: string } | undefined)?.app : undefined);
  return typeof named === "string" && apps.includes(named) ? (named as App) : "api";
};

/**
 * A cookie only counts together with its app: on anything but GET the app must stand in a header, which a foreign page
 * cannot set (this is the defence against forged requests, besides SameSite).
 */
export const tokenOf = (request: FastifyRequest): string | undefined => {
  const bearer = request.headers.authorization;
  if (bearer?.startsWith("Bearer ")) return bearer.slice(7);
  const app = appOf(request);
  return app === "api" ? undefined : request.cookies[`ginkgo_${app}`];
};

const requestKey = (request: FastifyRequest, accountId: string | undefined): RequestKey | undefined => {
  const key = request.headers["idempotency-key"];
  if (request.method !== "POST" || key === undefined || accountId === undefined) return undefined;
  if (typeof key !== "string" || !/^[\x21-\x7e]{8,128}$/.test(key))
    throw new Refusal("invalid-input", "Idempotency-Key 应为 8 到 128 个字母、数字或符号，例如一个 UUID。");
  return { accountId, key, fingerprint: `${request.url}\n${JSON.stringify(request.body ?? null)}` };
};

export const signedOut = () => new Refusal("unauthenticated", "您还没有登录或登录已过期，请重新登录。");

export const resolveActor = async <Actor>(
  request: FastifyRequest,
  sessions: SessionPort<Actor>,
): Promise<Actor | undefined> => {
  const token = tokenOf(request);
  return token ? sessions.resolve(token) : undefined;
};

/** What was declared and so checked, and nothing else: a query must not slip in what belongs in the body. */
const declared = (schema: z.ZodObject | undefined, given: unknown): object => {
  if (!schema || typeof given !== "object" || given === null) return {};
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(schema.shape, name)));
};

/** Said before anything is done with it: not every text can be kept. */
const refuseUnkeepable = ({ body, query, params }: FastifyRequest): void => {
  const problems = [body, query, params].flatMap(unkeepable);
  if (problems.length === 0) return;
  throw new Refusal("invalid-input", problems.map(({ path, message }) => `${path || "内容"}：${message}`).join("；"), {
    errors: problems,
  });
};

const makeCall = <Actor>(
  request: FastifyRequest,
  setCookie: Call<Actor>["setSession"],
  actor: Actor | undefined,
  sessions: SessionPort<Actor>,
): Call<Actor> => ({
  // A public endpoint's handler never reads the actor; everything else has been refused without one.
  actor: actor as Actor,
  app: appOf(request),
  ip: request.ip,
  device: String(request.headers["user-agent"] ?? "").slice(0, 200),
  request: requestKey(request, actor === undefined ? undefined : sessions.accountIdOf(actor)),
  setSession: setCookie,
});

export const mount = <A extends Api, Actor>(
  app: FastifyInstance,
  api: A,
  handlers: Handlers<Call<Actor>, A>,
  sessions: SessionPort<Actor>,
  secureCookies: boolean,
  /** A limit of its own for what is open to everyone: signing in, codes by SMS. */
  publicPerMinute: number,
): void => {
  for (const [name, spec] of Object.entries(api)) {
    const handle = handlers[name] as (call: Call<Actor>, input: unknown) => Promise<unknown>;
    app.route({
      method: spec.method,
      url: `/api/v1${spec.path}`,
      ...(spec.maxBytes ? { bodyLimit: spec.maxBytes } : {}),
      config: {
        contract: spec,
        ...(spec.access === "public" && spec.method === "POST"
          ? { rateLimit: { max: publicPerMinute, timeWindow: "1 minute" } }
          : {}),
        ...(spec.cacheSeconds === undefined
          ? {}
          : { rateLimit: { max: publicPerMinute * cachedShare, timeWindow: "1 minute" } }),
      },
      schema: {
        ...(spec.params ? { params: inputSchema(spec.params) } : {}),
        ...(spec.query ? { querystring: inputSchema(spec.query) } : {}),
        ...(spec.body ? { body: inputSchema(spec.body) } : {}),
        response: { 200: outputSchema(spec.output) },
      },
      preValidation: async (request) => refuseUnkeepable(request),
      handler: async (request, reply) => {
        const actor = await resolveActor(request, sessions);
        if (spec.access === "signed-in" && actor === undefined) throw signedOut();
        const call = makeCall(
          request,
          (token, expires) => {
            const cookie = `ginkgo_${appOf(request)}`;
            const options = { path: "/api", httpOnly: true, sameSite: "lax", secure: secureCookies } as const;
            if (token) reply.setCookie(cookie, token, { ...options, expires });
            else reply.clearCookie(cookie, options);
          },
          actor,
          sessions,
        );
        const answer = await handle(call, {
          ...declared(spec.body, request.body),
          ...declared(spec.query, request.query),
          ...declared(spec.params, request.params),
        });
        if (spec.cacheSeconds !== undefined) reply.header("cache-control", `public, max-age=${spec.cacheSeconds}`);
        return answer;
      },
    });
  }
};
