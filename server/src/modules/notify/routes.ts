import type { Handlers } from "@ginkgo/shared/api/contract.ts";
import type { notifyApi } from "@ginkgo/shared/api/notify.ts";
import type { FastifyInstance } from "fastify";
import type { Call } from "../../platform/http/call.ts";
import type { LiveHub } from "../../platform/http/live.ts";
import { resolveActor, type SessionPort, signedOut } from "../../platform/http/mount.ts";
import type { Actor } from "../authority/index.ts";
import type { Notify } from "./service.ts";

export const notifyHandlers = (notify: Notify) =>
  ({
    inbox: ({ actor }, query) => notify.inbox(actor, query),
    inboxCount: async ({ actor }) => ({ unread: await notify.unread(actor) }),
    markRead: async ({ actor }, { ids }) => {
      await notify.markRead(actor, ids);
      return { done: true };
    },
  }) satisfies Handlers<Call<Actor>, typeof notifyApi>;

export const liveRoute = (app: FastifyInstance, live: LiveHub<Actor>, sessions: SessionPort<Actor>): void => {
  app.get("/api/v1/live", async (request, reply) => {
    const actor = await resolveActor(request, sessions);
    if (!actor) throw signedOut();
    reply.hijack();
    live.add(actor.tenant, actor.accountId, actor, reply.raw);
  });
};
