import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import { packApi } from "@ginkgo/shared/api/pack.ts";
import type { FastifyInstance } from "fastify";
import type { Call } from "../../platform/http/call.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import { notFound } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import type { PackVersions } from "./service.ts";
import { viewOf } from "./view.ts";

export const packHandlers = ({ registry, reading, drafts, publishing }: PackVersions) =>
  ({
    pack: async ({ actor }) => {
      const { pack, version } = await registry.current(actor.tenant);
      return viewOf(pack, version, actor);
    },
    packVersions: ({ actor }, query) => reading.versions(actor, query),
    packVersion: ({ actor }, { version }) => reading.version(actor, version),
    packDiff: ({ actor }, query) => reading.diff(actor, query),
    packDraft: ({ actor }) => reading.draft(actor),
    savePackDraft: (call, input) => drafts.save(call, input),
    deletePackDraft: async (call, { draftVersion }) => {
      await drafts.remove(call, draftVersion);
      return { done: true } as const;
    },
    previewPackDraft: ({ actor }) => reading.preview(actor),
    publishPackDraft: (call, input) => publishing.publish(call, input),
    rollBackPack: (call, input) => publishing.rollBack(call, input),
    importPack: (call, input) => drafts.import(call, input),
  }) satisfies Handlers<Call<Actor>, typeof packApi>;

/** A version as a file, to be kept, compared or imported again. */
export const packFileRoutes = (app: FastifyInstance, { reading }: PackVersions, sessions: SessionPort<Actor>): void => {
  app.get<{ Params: { version: string } }>("/api/v1/pack/versions/:version/export", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    const asked = packApi.packVersion.params?.safeParse(request.params);
    if (!asked?.success) throw notFound("这个版本");
    const { version, content } = await reading.version(actor, asked.data.version);
    const name = encodeURIComponent(`${content.name}地方包-第${version}版.json`);
    return reply
      .header("content-type", "application/json; charset=utf-8")
      .header("content-disposition", `attachment; filename="${content.id}-${version}.json"; filename*=UTF-8''${name}`)
      .header("cache-control", "private, no-store")
      .send(`${JSON.stringify(content, null, 2)}\n`);
  });
};
