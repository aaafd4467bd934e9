/** Routes whose body or answer is a file: the sheet that is imported, the template, the list as Excel. */
import { PassThrough } from "node:stream";
import { Id } from "@ginkgo/shared/api/common.ts";
import { RegistrationFilter } from "@ginkgo/shared/api/registrations.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { sha256 } from "../../platform/crypto.ts";
import type { RequestKey } from "../../platform/db/database.ts";
import { xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { problemOf } from "../../platform/http/problems.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Registrations } from "./service.ts";

const maxFileBytes = 10 * 1024 * 1024;

const Kind = z.object({ kind: z.string().max(60) });
const PlaceAndDay = z.object({ day: z.iso.date().optional(), under: Id.optional() });
const Import = Kind.extend({
  dryRun: z.enum(["yes", "no"]).default("no"),
  rows: z.enum(["all", "good"]).default("all"),
});

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

const uploaded = async (request: FastifyRequest): Promise<Buffer> => {
  if (!request.isMultipart()) throw new Refusal("unsupported-file", "请用表单的 file 字段上传 .xlsx 文件。");
  const part = await request.file({ limits: { fileSize: maxFileBytes, files: 1 } });
  if (part?.fieldname !== "file") throw invalid("file", "请选择要导入的 .xlsx 文件（表单的 file 字段）。");
  return part.toBuffer();
};

/** The same file sent again under the same key is answered and not imported again. */
const importKey = (request: FastifyRequest, accountId: string, file: Buffer): RequestKey | undefined => {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string") return undefined;
  if (!/^[\x21-\x7e]{8,128}$/.test(key))
    throw new Refusal("invalid-input", "Idempotency-Key 应为 8 到 128 个字母、数字或符号，例如一个 UUID。");
  return { accountId, key, fingerprint: `${request.url}\n${sha256(file).toString("hex")}` };
};

export const attachment = (name: string): string => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

export const registrationFileRoutes = (
  app: FastifyInstance,
  registrations: Registrations,
  sessions: SessionPort<Actor>,
): void => {
  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    return actor;
  };

  app.get("/api/v1/registrations/export.xlsx", async (request, reply) => {
    const file = await registrations.sheets.exportList(await actorOf(request), queryOf(RegistrationFilter, request));
    return reply.type(xlsxMime).header("content-disposition", attachment("报到名册.xlsx")).send(file);
  });

  app.get("/api/v1/registrations/template.xlsx", async (request, reply) => {
    const file = await registrations.sheets.template(await actorOf(request), queryOf(Kind, request).kind);
    return reply.type(xlsxMime).header("content-disposition", attachment("报到导入模板.xlsx")).send(file);
  });

  app.get("/api/v1/bulletin/export.xlsx", async (request, reply) => {
    const { file, day } = await registrations.bulletin.sheet(await actorOf(request), queryOf(PlaceAndDay, request));
    return reply
      .type(xlsxMime)
      .header("content-disposition", attachment(`双报到日通报-${day}.xlsx`))
      .send(file);
  });

  app.post("/api/v1/registrations/import", async (request, reply) => {
    const actor = await actorOf(request);
    const { kind, dryRun, rows } = queryOf(Import, request);
    await registrations.sheets.permit(actor, kind);
    const file = await uploaded(request);
    const key = importKey(request, actor.accountId, file);
    const lines = new PassThrough();
    // Whoever leaves the page does not stop the import; it is only not told any more.
    lines.on("error", () => {});
    const say = (line: object): void => {
      if (lines.writable) lines.write(`${JSON.stringify(line)}\n`);
    };
    const input = { kind, file, dryRun: dryRun === "yes", rows };
    registrations.sheets
      .importSheet({ actor, request: key }, input, say)
      .then((report) => say({ report }))
      .catch((error: unknown) => {
        if (!(error instanceof Refusal)) request.log.error({ err: error }, "an import of registrations failed");
        say({ problem: problemOf(error as Refusal, request) });
      })
      .finally(() => lines.end());
    return reply.type("application/x-ndjson").header("cache-control", "private, no-store").send(lines);
  });
};
