/**
 * An endpoint is declared once, here in `shared/src/api/<module>.ts`. The server validates and serialises from it, its
 * handlers and both clients take their types from it, and the OpenAPI reference is generated from it.
 */
import type { z } from "zod";
import type { ProblemCode } from "./problem.ts";

type Shape = z.ZodObject | undefined;

export interface EndpointSpec<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  O extends z.ZodType = z.ZodType,
> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path below `/api/v1`, with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  /** `public` answers without a session; everything else needs one. What the actor may do is decided in the service. */
  readonly access: "public" | "signed-in";
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly output: O;
  /** Public and the same for everyone: it may be kept that long on the way, and one address may not ask without end. */
  readonly cacheSeconds?: number;
  /** How large the body may be, where that is more than a form. */
  readonly maxBytes?: number;
  /** Problem codes beyond the ones any endpoint may answer with. */
  readonly problems?: readonly ProblemCode[];
}

type Parsed<S> = S extends z.ZodObject ? z.output<S> : unknown;
type Given<S> = S extends z.ZodObject ? z.input<S> : unknown;

/** What a handler receives: path parameters, query and body in one object. */
export type Input<E> = E extends EndpointSpec<infer P, infer Q, infer B> ? Parsed<P> & Parsed<Q> & Parsed<B> : never;
/** What a client passes. */
export type CallInput<E> = E extends EndpointSpec<infer P, infer Q, infer B> ? Given<P> & Given<Q> & Given<B> : never;
export type Output<E> = E extends EndpointSpec<Shape, Shape, Shape, infer O> ? z.output<O> : never;

export type Api = Readonly<Record<string, EndpointSpec>>;

/** A missing handler is a compile error: `const handlers = { … } satisfies Handlers<Call, typeof casesApi>`. */
export type Handlers<Call, A extends Api> = {
  readonly [K in keyof A]: (call: Call, input: Input<A[K]>) => Promise<Output<A[K]>>;
};

export const endpoint = <
  const O extends z.ZodType,
  const P extends Shape = undefined,
  const Q extends Shape = undefined,
  const B extends Shape = undefined,
>(
  spec: EndpointSpec<P, Q, B, O>,
): EndpointSpec<P, Q, B, O> => spec;
