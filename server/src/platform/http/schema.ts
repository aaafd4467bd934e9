/** zod contracts as JSON Schema, for Fastify to validate and serialise with, and for the OpenAPI document. */
import { z } from "zod";

export type JsonSchema = Record<string, unknown>;

export const inputSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: "input", target: "draft-7", unrepresentable: "any" }) as JsonSchema;
export const outputSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: "output", target: "draft-7", unrepresentable: "any" }) as JsonSchema;
