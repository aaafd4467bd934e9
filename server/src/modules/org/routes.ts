import { Id } from "@ginkgo/shared/api/common.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { orgApi } from "@ginkgo/shared/api/org.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { xlsxMime } from "../../platform/excel.ts";
import type { Call } from "../../platform/http/call.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { importKey, queryOf, uploadedSheet } from "../../platform/http/sheets.ts";
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

const Under = z.object({ under: Id.optional() });
const DryRun = z.object({ dryRun: z.enum(["yes", "no"]).default("no") });

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
    const file = await uploadedSheet(request);
    return org.importTree(
      { actor, request: importKey(request, actor.accountId, file) },
      { file, dryRun: dryRun === "yes" },
    );
  });
};
