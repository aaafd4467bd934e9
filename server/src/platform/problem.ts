/** A refusal the caller can act on. Domain code throws it; only the HTTP layer knows how it looks on the wire. */
import type { Alternative, FieldProblem, ProblemCode } from "@ginkgo/shared/api/problem.ts";

export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldProblem[] | undefined;
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  /** What can be had instead. */
  readonly alternatives: readonly Alternative[] | undefined;

  constructor(
    code: ProblemCode,
    detail: string,
    more: {
      errors?: readonly FieldProblem[];
      retryAfter?: number;
      alternatives?: readonly Alternative[];
    } = {},
  ) {
    super(detail);
    this.name = "Refusal";
    this.code = code;
    this.errors = more.errors;
    this.retryAfter = more.retryAfter;
    this.alternatives = more.alternatives;
  }
}

export const notFound = (what: string) => new Refusal("not-found", `没有找到${what}，可能已被删除，或您无权查看。`);
export const forbidden = (what: string) => new Refusal("forbidden", `您没有权限${what}，如确有需要请联系管理员。`);
export const stale = () => new Refusal("stale", "内容已被其他人更新，请刷新后再操作；您填写的内容仍然保留。");
export const invalid = (path: string, message: string) =>
  new Refusal("invalid-input", message, { errors: [{ path, message }] });
