/** Routes that have no contract because their body or answer is a spreadsheet: what they read of a request. */
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { sha256 } from "../crypto.ts";
import type { RequestKey } from "../db/database.ts";
import { invalid, Refusal } from "../problem.ts";

const maxSheetBytes = 10 * 1024 * 1024;

/** The query by its schema; what a form left empty was not said, and the app's name is nobody's business here. */
export const queryOf = <S extends z.ZodType>(schema: S, request: FastifyRequest): z.output<S> => {
  const { app: _app, ...rest } = request.query as Record<string, unknown>;
  const parsed = schema.safeParse(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "")));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
  throw new Refusal(
    "invalid-input",
    `地址中的参数有误：${errors.map(({ path, message }) => `${path}（${message}）`).join("；")}`,
    { errors },
  );
};

export const uploadedSheet = async (request: FastifyRequest): Promise<Buffer> => {
  if (!request.isMultipart()) throw new Refusal("unsupported-file", "请用表单的 file 字段上传 .xlsx 文件。");
  const part = await request.file({ limits: { fileSize: maxSheetBytes, files: 1 } });
  if (part?.fieldname !== "file") throw invalid("file", "请选择要导入的 .xlsx 文件（表单的 file 字段）。");
  return part.toBuffer();
};

/** The same file sent again under the same key is answered and not imported again. */
export const importKey = (request: FastifyRequest, accountId: string, file: Buffer): RequestKey | undefined => {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string") return undefined;
  if (!/^[\x21-\x7e]{8,128}$/.test(key))
    throw new Refusal("invalid-input", "Idempotency-Key 应为 8 到 128 个字母、数字或符号，例如一个 UUID。");
  return { accountId, key, fingerprint: `${request.url}\n${sha256(file).toString("hex")}` };
};

/** Any name, as browsers save it. */
export const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
