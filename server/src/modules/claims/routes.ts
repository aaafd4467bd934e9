import { ClaimableFilter, type claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { xlsxMime } from "../../platform/excel.ts";
import type { Call } from "../../platform/http/call.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { attachment, importKey, queryOf, uploadedSheet } from "../../platform/http/sheets.ts";
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

export const claimFileRoutes = (app: FastifyInstance, claims: Claims, sessions: SessionPort<Actor>): void => {
  const actorOf = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    return actor;
  };

  app.get("/api/v1/claimables/export.xlsx", async (request, reply) => {
    const file = await claims.excel.exportAll(await actorOf(request), queryOf(ClaimableFilter, request));
    return reply.type(xlsxMime).header("content-disposition", attachment("认领清单.xlsx")).send(file);
  });

  app.get("/api/v1/claimables/template.xlsx", async (request, reply) => {
    const file = await claims.excel.template(await actorOf(request));
    return reply.type(xlsxMime).header("content-disposition", attachment("认领清单模板.xlsx")).send(file);
  });

  app.post("/api/v1/claimables/import", async (request) => {
    const actor = await actorOf(request);
    const { dryRun } = request.query as { dryRun?: string };
    const file = await uploadedSheet(request);
    return claims.excel.importAll(
      { actor, request: importKey(request, actor.accountId, file) },
      { file, dryRun: dryRun === "yes" },
    );
  });
};
