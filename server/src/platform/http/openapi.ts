/** OpenAPI 3.1 from the contracts, and a page to read it on. */

import { createRequire } from "node:module";
import { dirname } from "node:path";
import fastifyStatic from "@fastify/static";
import type { Api, EndpointSpec } from "@ginkgo/shared/api/contract.ts";
import { Problem, type ProblemCode, problemStatus } from "@ginkgo/shared/api/problem.ts";
import type { FastifyInstance } from "fastify";
import { z } from "zod";

const jsonSchema = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, {
    io,
    target: "draft-2020-12",
    unrepresentable: "any",
  }) as Record<string, unknown>;
  return rest;
};

const parameters = (schema: z.ZodObject | undefined, where: "path" | "query") => {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input") as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: property,
  }));
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Repeat a POST with the same key and body and it is done once; the first answer is returned again.",
  schema: { type: "string", minLength: 8, maxLength: 128 },
};

const always: readonly ProblemCode[] = ["invalid-input", "too-many-requests", "internal", "unavailable"];

const responses = (spec: EndpointSpec) => {
  const codes = [
    ...always,
    ...(spec.access === "signed-in" ? (["unauthenticated", "forbidden", "not-found"] as const) : []),
    ...(spec.problems ?? []),
  ];
  const byStatus = Map.groupBy(codes, (code) => problemStatus[code]);
  const problems = [...byStatus].map(([status, names]) => [
    String(status),
    {
      description: names.join(", "),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  ]);
  return {
    200: { description: "OK", content: { "application/json": { schema: jsonSchema(spec.output, "output") } } },
    ...Object.fromEntries(problems),
  };
};

const operation = (module: string, name: string, spec: EndpointSpec) => ({
  operationId: `${module}.${name}`,
  tags: [module],
  summary: spec.summary,
  security: spec.access === "public" ? [] : [{ session: [] }, { bearer: [] }],
  parameters: [
    ...parameters(spec.params, "path"),
    ...parameters(spec.query, "query"),
    ...(spec.method === "POST" ? [idempotencyKey] : []),
  ],
  ...(spec.body
    ? { requestBody: { required: true, content: { "application/json": { schema: jsonSchema(spec.body, "input") } } } }
    : {}),
  responses: responses(spec),
});

/** `extra` describes the few routes that are not JSON in and JSON out: uploads, downloads, the event stream. */
export const openApiDocument = (
  modules: Readonly<Record<string, Api>>,
  extra: Record<string, object>,
  version: string,
) => {
  const paths: Record<string, Record<string, object>> = {};
  for (const [module, api] of Object.entries(modules))
    for (const [name, spec] of Object.entries(api)) {
      const path = `/api/v1${spec.path.replace(/:(\w+)/g, "{$1}")}`;
      paths[path] = { ...paths[path], [spec.method.toLowerCase()]: operation(module, name, spec) };
    }
  return {
    openapi: "3.1.0",
    info: {
      title: "Ginkgo 银杏",
      version,
      description:
        "Open platform for community governance. Errors are RFC 9457 problem documents with a stable `code`.",
    },
    paths: { ...paths, ...extra },
    components: {
      schemas: { Problem: jsonSchema(Problem, "output") },
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "ginkgo_console",
          description:
            "Set by signing in with `x-ginkgo-app: console` (or `mobile`: `ginkgo_mobile`); send the same header with every call.",
        },
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "The `token` answered by signing in with `x-ginkgo-app: api`.",
        },
      },
    },
  };
};

const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ginkgo API</title><link rel="stylesheet" href="/api/reference/swagger-ui.css"></head><body><div id="ui"></div>
<script src="/api/reference/swagger-ui-bundle.js"></script><script src="/api/reference/start.js"></script></body></html>`;
const start = `SwaggerUIBundle({ url: "/api/openapi.json", dom_id: "#ui", deepLinking: true, defaultModelsExpandDepth: -1, docExpansion: "list" });`;

export const serveReference = async (app: FastifyInstance, document: object): Promise<void> => {
  const text = JSON.stringify(document);
  app.get("/api/openapi.json", (_request, reply) => reply.type("application/json; charset=utf-8").send(text));
  app.get("/api/reference", (_request, reply) => reply.type("text/html; charset=utf-8").send(page));
  app.get("/api/reference/start.js", (_request, reply) => reply.type("text/javascript; charset=utf-8").send(start));
  const assets = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  await app.register(fastifyStatic, { root: assets, prefix: "/api/reference/", decorateReply: false, index: false });
};
