import { ClaimableFilter, type claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sha256 } from "../../platform/crypto.ts";
import type { RequestKey } from "../../platform/db/database.ts";
import { xlsxMime } from "../../platform/excel.ts";
import type { Call } from "../../platform/http/call.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Claims } from "./service.ts";

export const claimHandlers = (claims: Claims) =>
  ({
    claimables: ({ actor }, query) => claims.reading.list(actor, query),
    claimableMap: ({ actor }, filter) => claims.reading.map(actor, filter),
    claimableCounts: ({ actor }) => claims.reading.counts(actor),
    claimable: ({ actor }, input) => claims.reading.claimable(actor, input),
    claimableByCode: ({ actor }, { code }) => claims.reading.byCode(actor, code),
    putUp: (call, draft) => claims.puttingUp.putUp(call, draft),
    changeClaimable: (call, changes) => claims.puttingUp.change(call, changes),
    claim: (call, input) => claims.claiming.claim(call, input),
    assignees: ({ actor }, input) => claims.reading.assignees(actor, input),
    assign: (call, input) => claims.claiming.assign(call, input),
    claims: ({ actor }, query) => claims.reading.claims(actor, query),
    claimView: ({ actor }, { claimId }) => claims.reading.claim(actor, claimId),
    publicClaimables: (_call, query) => claims.open.list(query),
    publicClaimable: (_call, input) => claims.open.one(input),
    publicNode: (_call, input) => claims.open.node(input),
  }) satisfies Handlers<Call<Actor>, typeof claimsApi>;

const maxFileBytes = 10 * 1024 * 1024;

const filterOf = (request: FastifyRequest): ClaimableFilter => {
  const { app: _app, ...rest } = request.query as Record<string, unknown>;
  const parsed = ClaimableFilter.safeParse(
    Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== "")),
  );
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid-input", "筛选条件有误，请重新选择后再导出。", {
    errors: parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), message })),
  });
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

export const claimFileRoutes = (app: FastifyInstance, claims: Claims, sessions: SessionPort<Actor>): void => {
  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    return actor;
  };
  const named = (name: string) => `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;

  app.get("/api/v1/claimables/export.xlsx", async (request, reply) => {
    const file = await claims.excel.exportAll(await actorOf(request), filterOf(request));
    return reply.type(xlsxMime).header("content-disposition", named("认领清单.xlsx")).send(file);
  });

  app.get("/api/v1/claimables/template.xlsx", async (request, reply) => {
    const file = await claims.excel.template(await actorOf(request));
    return reply.type(xlsxMime).header("content-disposition", named("认领清单模板.xlsx")).send(file);
  });

  app.post("/api/v1/claimables/import", async (request) => {
    const actor = await actorOf(request);
    const { dryRun } = request.query as { dryRun?: string };
    const file = await uploaded(request);
    return claims.excel.importAll(
      { actor, request: importKey(request, actor.accountId, file) },
      { file, dryRun: dryRun === "yes" },
    );
  });
};
