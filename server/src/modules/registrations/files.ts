/** Routes whose body or answer is a file: the sheet that is imported, the template, the list as Excel. */
import { PassThrough } from "node:stream";
import { Id } from "@ginkgo/shared/api/common.ts";
import { RegistrationFilter } from "@ginkgo/shared/api/registrations.ts";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { xlsxMime } from "../../platform/excel.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { problemOf } from "../../platform/http/problems.ts";
import { attachment, importKey, queryOf, uploadedSheet } from "../../platform/http/sheets.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { Registrations } from "./service.ts";

const Kind = z.object({ kind: z.string().max(60) });
const PlaceAndDay = z.object({ day: z.iso.date().optional(), under: Id.optional() });
const Import = Kind.extend({
  dryRun: z.enum(["yes", "no"]).default("no"),
  rows: z.enum(["all", "good"]).default("all"),
});

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
    const file = await uploadedSheet(request);
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
