/** Fastify with what every route needs: security headers, cookies, limits, problem documents, the two web apps. */

import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import fastifyStatic from "@fastify/static";
import { maxVideoBytes } from "@ginkgo/shared/api/files.ts";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from "fastify";
import { newId } from "../ids.ts";
import type { Log } from "../log.ts";
import { Refusal } from "../problem.ts";
import { problemDocument, problemOf, sendProblem } from "./problems.ts";

export interface HttpOptions {
  readonly log: Log;
  /** Built web apps; a folder that does not exist is not served. */
  readonly apps: readonly { readonly prefix: string; readonly folder: string }[];
  /** Served over TLS by a proxy in front. */
  readonly behindTls: boolean;
  /** Requests per minute and address. */
  readonly requestsPerMinute: number;
}

/** Bodies are taken as they are; only path and query, which are text, are converted. Unknown fields are refused. */
const validators = () => {
  const options = { allErrors: false, useDefaults: true, removeAdditional: false, strict: false } as const;
  const strict = new Ajv.default(options);
  const coercing = new Ajv.default({ ...options, coerceTypes: "array" });
  addFormats.default(strict);
  addFormats.default(coercing);
  return ({ schema, httpPart }: { schema: object; httpPart?: string }) =>
    (httpPart === "body" ? strict : coercing).compile(schema);
};

/** `/m` and what lies below it; `/matters` is a page of the other app. */
export const isBelow = (url: string, prefix: string): boolean => {
  const path = url.split("?", 1)[0] ?? "";
  return path === prefix.replace(/\/$/, "") || path.startsWith(prefix);
};

const serveApps = async (app: FastifyInstance, apps: HttpOptions["apps"]) => {
  let decorate = true;
  for (const { prefix, folder } of apps) {
    if (!existsSync(folder)) continue;
    await app.register(fastifyStatic, {
      root: folder,
      prefix,
      decorateReply: decorate,
      // Only the app shell and its worker may change under the same name.
      setHeaders: (response, path) => {
        const versioned = /\/assets\//.test(path);
        response.setHeader("cache-control", versioned ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
    decorate = false;
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === "GET" && request.headers.accept?.includes("text/html") && !request.url.startsWith("/api/");
    const shell = apps
      .filter(({ prefix, folder }) => isBelow(request.url, prefix) && existsSync(folder))
      .sort((a, b) => b.prefix.length - a.prefix.length)[0];
    if (page && shell) return reply.header("cache-control", "no-cache").sendFile("index.html", shell.folder);
    return sendProblem(problemDocument("not-found", "没有这个地址，请检查链接。"), request, reply);
  });
};

export const createHttp = async (options: HttpOptions): Promise<FastifyInstance> => {
  const app = fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 256 * 1024,
    trustProxy: options.behindTls,
    // What is wrong before there is a route: a path that cannot be decoded.
    frameworkErrors: (_error, request, reply) => {
      void sendProblem(problemDocument("invalid-input", "地址里有无法识别的字符，请检查链接。"), request, reply);
    },
    genReqId: () => newId(),
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validators() as never);
  app.setErrorHandler((error: Refusal, request, reply) => {
    const problem = problemOf(error, request);
    if (problem.status >= 500) request.log.error({ err: error, url: request.url }, "request failed");
    return sendProblem(problem, request, reply, error instanceof Refusal ? error.retryAfter : undefined);
  });
  // An empty body of a POST without fields is as good as `{}`.
  app.addHook("preParsing", async (request, _reply, payload) => {
    const empty = request.headers["content-length"] === "0" && request.headers["content-type"]?.includes("json");
    if (!empty) return payload;
    request.headers["content-length"] = "2";
    return Readable.from(["{}"]);
  });
  await app.register(helmet, {
    strictTransportSecurity: options.behindTls,
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Ant Design writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:"],
        workerSrc: ["'self'", "blob:"],
        upgradeInsecureRequests: options.behindTls ? [] : null,
      },
    },
  });
  await app.register(cookie);
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: "1 minute",
    allowList: (request) => !request.url.startsWith("/api/"),
    errorResponseBuilder: (_request, context) =>
      new Refusal("too-many-requests", `操作太频繁，请 ${context.after} 后再试。`, {
        retryAfter: Math.ceil(context.ttl / 1000),
      }),
  });
  await app.register(multipart, { limits: { files: 1, fileSize: maxVideoBytes, fields: 4 } });
  await serveApps(app, options.apps);
  return app;
};
