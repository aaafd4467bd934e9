import { Id } from "@ginkgo/shared/api/common.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { orgApi } from "@ginkgo/shared/api/org.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { sha256 } from "../../platform/crypto.ts";
import type { RequestKey } from "../../platform/db/database.ts";
import { xlsxMime } from "../../platform/excel.ts";
import type { Call } from "../../platform/http/call.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { invalid, Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Org } from "./service.ts";

export const orgHandlers = (org: Org) =>
  ({
    nodes: org.nodes,
    node: org.node,
    nodeHistory: org.nodeHistory,
    mapAreas: org.mapAreas,
    locate: org.locate,
    findAddress: org.findAddress,
    addNode: org.addNode,
    updateNode: org.updateNode,
    setCovers: org.setCovers,
    moveNode: org.moveNode,
    mergeNode: org.mergeNode,
    closeNode: org.closeNode,
    reopenNode: org.reopenNode,
  }) satisfies Handlers<Call<Actor>, typeof orgApi>;

const maxFileBytes = 10 * 1024 * 1024;
const Under = z.object({ under: Id.optional() });
const DryRun = z.object({ dryRun: z.enum(["yes", "no"]).default("no") });

/** Query of a route that has no contract, because its body or answer is a file. */
const queryOf = <S extends z.ZodType>(schema: S, request: FastifyRequest): z.output<S> => {
  const parsed = schema.safeParse(request.query);
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

export const orgFileRoutes = (app: FastifyInstance, org: Org, sessions: SessionPort<Actor>): void => {
  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    return actor;
  };

  app.get("/api/v1/nodes/export.xlsx", async (request, reply) => {
    const actor = await actorOf(request);
    const file = await org.exportTree(actor, queryOf(Under, request).under);
    return reply
      .header("content-type", xlsxMime)
      .header(
        "content-disposition",
        `attachment; filename="nodes.xlsx"; filename*=UTF-8''${encodeURIComponent("组织树.xlsx")}`,
      )
      .header("cache-control", "private, no-store")
      .send(file);
  });

  app.post("/api/v1/nodes/import", async (request) => {
    const actor = await actorOf(request);
    const { dryRun } = queryOf(DryRun, request);
    const file = await uploaded(request);
    return org.importTree(
      { actor, request: importKey(request, actor.accountId, file) },
      { file, dryRun: dryRun === "yes" },
    );
  });
};
