/** Errors on the wire are RFC 9457 problem documents with a stable `code` and a Chinese `detail` a person can act on. */
import { z } from "zod";

/** Every code the API can answer with, and its HTTP status. */
export const problemStatus = {
  "invalid-input": 400,
  "wrong-credentials": 401,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  stale: 409,
  "not-allowed-now": 409,
  "already-taken": 409,
  "too-large": 413,
  "unsupported-file": 415,
  "outside-area": 422,
  "unknown-category": 422,
  "key-reused": 422,
  "account-locked": 423,
  "too-many-requests": 429,
  internal: 500,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof problemStatus;
export const problemCodes = Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]];

/** Where the input is wrong: a path into the input (`photos[2]`, `data.to`), or a line and column of an imported sheet. */
export const FieldProblem = z.object({
  path: z.string(),
  message: z.string(),
  line: z.int().optional(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

export const Alternative = z.object({
  id: z.uuid(),
  title: z.string(),
  place: z.string(),
  /** From the one that was asked for; null where one of them has no known place. */
  meters: z.int().nullable(),
  free: z.int(),
});
export type Alternative = z.infer<typeof Alternative>;

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  instance: z.string().optional(),
  errors: z.array(FieldProblem).optional(),
  /** What else is free nearby, when the last place of something has just been claimed by someone else. */
  alternatives: z.array(Alternative).optional(),
});
export type Problem = z.infer<typeof Problem>;
