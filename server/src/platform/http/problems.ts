/** Turns what a handler threw into an RFC 9457 problem document with a Chinese detail. */
import { type FieldProblem, type Problem, type ProblemCode, problemStatus } from "@ginkgo/shared/api/problem.ts";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { Refusal } from "../problem.ts";

z.config(z.locales.zhCN());

const titles: Record<ProblemCode, string> = {
  "invalid-input": "填写有误",
  "wrong-credentials": "登录失败",
  unauthenticated: "请先登录",
  forbidden: "没有权限",
  "not-found": "没有找到",
  conflict: "有冲突",
  stale: "内容已更新",
  "not-allowed-now": "现在不能这样操作",
  "already-taken": "已被他人先接下",
  "too-large": "内容过大",
  "unsupported-file": "文件类型不支持",
  "outside-area": "不在本地范围内",
  "unknown-category": "类别不存在",
  "key-reused": "请求标识重复使用",
  "account-locked": "账号已锁定",
  "too-many-requests": "操作太频繁",
  internal: "系统出错",
  unavailable: "暂时无法服务",
};

export const problemDocument = (code: ProblemCode, detail: string, errors?: readonly FieldProblem[]): Problem => ({
  type: `/api/reference#${code}`,
  title: titles[code],
  status: problemStatus[code],
  detail,
  code,
  ...(errors ? { errors: [...errors] } : {}),
});

/** Where and what, in Chinese, from the very contract the input was checked against. */
export const fieldProblems = (schema: z.ZodType, input: unknown): FieldProblem[] => {
  const result = schema.safeParse(input);
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    path: issue.code === "unrecognized_keys" ? issue.keys.join(", ") : issue.path.join("."),
    message: issue.code === "unrecognized_keys" ? "没有这个字段，请去掉" : issue.message,
  }));
};

const validationProblem = (error: FastifyError, request: FastifyRequest): Problem => {
  const part =
    error.validationContext === "querystring" ? "query" : error.validationContext === "params" ? "params" : "body";
  const schema = request.routeOptions.config.contract?.[part];
  const given = part === "query" ? request.query : part === "params" ? request.params : request.body;
  const errors = schema ? fieldProblems(schema, given) : [];
  const shown =
    errors.length > 0 ? errors : [{ path: error.validation?.[0]?.instancePath.slice(1) ?? "", message: "格式不正确" }];
  return problemDocument(
    "invalid-input",
    `有 ${shown.length} 处需要修改：${shown.map((one) => `${one.path || "内容"}（${one.message}）`).join("；")}`,
    shown,
  );
};

const fromFastify = (error: FastifyError): Problem | undefined => {
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE" || error.code === "FST_REQ_FILE_TOO_LARGE")
    return problemDocument("too-large", "提交的内容太大，请缩短文字或减小文件后再试。");
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE")
    return problemDocument("unsupported-file", "请以 JSON（或上传接口的表单）提交。");
  if (error.statusCode === 429) return problemDocument("too-many-requests", error.message);
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return problemDocument("invalid-input", "提交的内容无法读取，请检查格式后重试。");
  return undefined;
};

/** The database is gone, restarting or has no connection left: worth trying again. */
const isUnavailable = (error: { code?: string; message?: string }): boolean =>
  ["ECONNREFUSED", "ECONNRESET", "57P01", "57P02", "57P03", "53300"].includes(error.code ?? "") ||
  /Connection terminated|timeout exceeded when trying to connect/.test(error.message ?? "");

/** Input PostgreSQL cannot hold: a NUL character, half a surrogate pair. `mount.ts` refuses it first; files do not pass there. */
const isUnstorable = (error: { code?: string }): boolean => ["22021", "22P05"].includes(error.code ?? "");

/** Text that is no number, id or moment where one is read, or one that is out of range. */
const isUnreadable = (error: { code?: string }): boolean =>
  ["22P02", "22003", "22007", "22008"].includes(error.code ?? "");

/** Two changed the same things in another order, and one had to give way. */
const isDeadlock = (error: { code?: string }): boolean => ["40P01", "40001"].includes(error.code ?? "");

export const problemOf = (error: FastifyError | Refusal, request: FastifyRequest): Problem => {
  if (error instanceof Refusal) {
    const problem = problemDocument(error.code, error.message, error.errors);
    return error.alternatives ? { ...problem, alternatives: [...error.alternatives] } : problem;
  }
  if (error.validation) return validationProblem(error, request);
  const known = fromFastify(error);
  if (known) return known;
  if (isUnavailable(error)) return problemDocument("unavailable", "系统正在恢复，请稍后再试；您填写的内容不会丢失。");
  if (isUnstorable(error)) return problemDocument("invalid-input", "文字里有无法保存的特殊字符，请删除后重新填写。");
  if (isUnreadable(error)) return problemDocument("invalid-input", "有一项内容的格式无法识别，请刷新页面后重试。");
  if (isDeadlock(error))
    return problemDocument("unavailable", "有人同时在操作同一件事，请再试一次；您填写的内容不会丢失。");
  return problemDocument("internal", "系统出了点问题，我们已经记录。请稍后再试。");
};

export const sendProblem = (problem: Problem, request: FastifyRequest, reply: FastifyReply, retryAfter?: number) => {
  const seconds = retryAfter ?? (problem.status === 503 ? 2 : undefined);
  if (seconds !== undefined) reply.header("retry-after", String(seconds));
  return reply
    .code(problem.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .send(JSON.stringify({ ...problem, instance: request.id }));
};
