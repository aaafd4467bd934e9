/** A running server: services, jobs and HTTP on a database that is ready. Tests start it as `main.ts` does. */
import { fileURLToPath } from "node:url";
import { api } from "@ginkgo/shared/api/index.ts";
import type { FastifyInstance } from "fastify";
import { activityFileRoutes, activityHandlers, feedRoute } from "./modules/activities/index.ts";
import {
  agreedItemHandlers,
  agreementFileRoutes,
  agreementHandlers,
  meetingHandlers,
} from "./modules/agreements/index.ts";
import { bookingHandlers } from "./modules/bookings/index.ts";
import { careFileRoutes, careHandlers } from "./modules/care/index.ts";
import { caseFileRoutes, caseHandlers } from "./modules/cases/index.ts";
import { claimFileRoutes, claimHandlers, matchingHandlers } from "./modules/claims/index.ts";
import { dutyFileRoutes, dutyHandlers, patrolHandlers } from "./modules/duties/index.ts";
import { createSmsSender, identityHandlers } from "./modules/identity/index.ts";
import { figureFileRoutes, figuresHandlers } from "./modules/insights/index.ts";
import { matterHandlers } from "./modules/matters/index.ts";
import { liveRoute, notifyHandlers } from "./modules/notify/index.ts";
import { orgFileRoutes, orgHandlers } from "./modules/org/index.ts";
import { packFileRoutes, packHandlers } from "./modules/packs/index.ts";
import { pointFileRoutes, pointsHandlers, shopHandlers } from "./modules/points/index.ts";
import {
  bulletinHandlers,
  feedbackHandlers,
  registrationFileRoutes,
  registrationHandlers,
} from "./modules/registrations/index.ts";
import { openBroadcast } from "./platform/broadcast.ts";
import type { Clock } from "./platform/clock.ts";
import { createSealer } from "./platform/crypto.ts";
import { openDatabase } from "./platform/db/database.ts";
import type { DatabaseUrls } from "./platform/db/provision.ts";
import type { SmsSettings } from "./platform/env.ts";
import { mount } from "./platform/http/mount.ts";
import { openApiDocument, serveReference } from "./platform/http/openapi.ts";
import { createHttp } from "./platform/http/server.ts";
import { startJobs } from "./platform/jobs/jobs.ts";
import type { Log } from "./platform/log.ts";
import type { Secrets } from "./platform/secrets.ts";
import { createServices, cronJobs, type Foundation, jobsOf, type Services } from "./services.ts";

export interface AppOptions {
  readonly urls: DatabaseUrls;
  readonly dataDir: string;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly log: Log;
  readonly sms: SmsSettings;
  readonly publicUrl: string | undefined;
  /** Requests per minute and address; a county hall stands behind one. Signing in gets a hundredth of it. */
  readonly requestsPerMinute?: number;
  readonly connections?: number;
}

export interface RunningApp {
  readonly http: FastifyInstance;
  readonly services: Services;
  readonly foundation: Foundation;
  listen(port: number, host: string): Promise<string>;
  stop(): Promise<void>;
}

export const version = "0.1.0";

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
export const apps = [
  { prefix: "/", folder: folder("../../console/dist") },
  { prefix: "/m/", folder: folder("../../mobile/dist") },
];

const binary = (type: string) => ({ 200: { description: "OK", content: { [type]: {} } } });
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Routes that are not JSON in and JSON out. */
const otherRoutes = {
  "/api/v1/activities/{activityId}/people.xlsx": {
    get: { tags: ["activities"], summary: "Who takes part in an activity as Excel", responses: binary(xlsx) },
  },
  "/api/v1/my-hours/export.xlsx": {
    get: { tags: ["activities"], summary: "One's own hours as Excel", responses: binary(xlsx) },
  },
  "/api/v1/calendar/{tenant}/{file}": {
    get: {
      tags: ["activities"],
      summary: "One's own calendar (iCalendar), by its secret address",
      responses: binary("text/calendar"),
    },
  },
  "/api/v1/files": {
    post: {
      tags: ["files"],
      summary: "Upload one photo or video (multipart field `file`)",
      responses: binary("application/json"),
    },
  },
  "/api/v1/files/{fileId}": {
    get: { tags: ["files"], summary: "A stored file, by a signed link that expires", responses: binary("image/jpeg") },
  },
  "/api/v1/live": {
    get: {
      tags: ["notify"],
      summary: "Server-sent events: ready, inbox, case",
      responses: binary("text/event-stream"),
    },
  },
  "/api/v1/cases/export.xlsx": {
    get: { tags: ["cases"], summary: "The filtered list as Excel", responses: binary(xlsx) },
  },
  "/api/v1/agreements/export.xlsx": {
    get: { tags: ["agreements"], summary: "The filtered list of agreements as Excel", responses: binary(xlsx) },
  },
  "/api/v1/agreed-items/export.xlsx": {
    get: { tags: ["agreed-items"], summary: "What was agreed on as Excel", responses: binary(xlsx) },
  },
  "/api/v1/claimables/export.xlsx": {
    get: { tags: ["claims"], summary: "The filtered list of what can be claimed as Excel", responses: binary(xlsx) },
  },
  "/api/v1/claimables/template.xlsx": {
    get: { tags: ["claims"], summary: "An empty sheet to fill in and import", responses: binary(xlsx) },
  },
  "/api/v1/claimables/import": {
    post: {
      tags: ["claims"],
      summary: "Import what can be claimed from Excel (multipart field `file`, `?dryRun=yes`): all or nothing",
      responses: binary("application/json"),
    },
  },
  "/api/v1/rotas/{rotaId}/export.xlsx": {
    get: { tags: ["duties"], summary: "A rota's shifts as Excel (`?from=…&to=…`)", responses: binary(xlsx) },
  },
  "/api/v1/care/export.xlsx": {
    get: { tags: ["care"], summary: "People who are visited as Excel, names masked", responses: binary(xlsx) },
  },
  "/api/v1/figures/export.xlsx": {
    get: { tags: ["figures"], summary: "Figures with their definitions as Excel", responses: binary(xlsx) },
  },
  "/api/v1/nodes/export.xlsx": {
    get: { tags: ["org"], summary: "The tree below a node as Excel", responses: binary(xlsx) },
  },
  "/api/v1/points/mine/entries.xlsx": {
    get: { tags: ["points"], summary: "One's own bookings as Excel", responses: binary(xlsx) },
  },
  "/api/v1/shop/redemptions.xlsx": {
    get: { tags: ["shop"], summary: "Redemptions at one's shops as Excel", responses: binary(xlsx) },
  },
  "/api/v1/pack/versions/{version}/export": {
    get: {
      tags: ["pack"],
      summary: "One version of the pack as a JSON file",
      responses: binary("application/json"),
    },
  },
  "/api/v1/registrations/export.xlsx": {
    get: { tags: ["registrations"], summary: "The filtered register as Excel", responses: binary(xlsx) },
  },
  "/api/v1/bulletin/export.xlsx": {
    get: { tags: ["bulletin"], summary: "The daily bulletin as Excel", responses: binary(xlsx) },
  },
  "/api/v1/registrations/template.xlsx": {
    get: { tags: ["registrations"], summary: "An empty sheet for an import, with notes", responses: binary(xlsx) },
  },
  "/api/v1/registrations/import": {
    post: {
      tags: ["registrations"],
      summary:
        "Import a register from Excel (multipart field `file`, `?kind=…&dryRun=yes&rows=all|good`); lines of progress, the report last",
      responses: binary("application/x-ndjson"),
    },
  },
  "/api/v1/nodes/import": {
    post: {
      tags: ["org"],
      summary: "Import a tree from Excel (multipart field `file`, `?dryRun=yes`): all or nothing",
      responses: binary("application/json"),
    },
  },
};

const routes = async (http: FastifyInstance, services: Services, secure: boolean, publicPerMinute: number) => {
  const { identity, org, packVersions, cases, insights, matters, notify, files, live } = services;
  const { sessions } = identity;
  mount(http, api.identity, identityHandlers(identity), sessions, secure, publicPerMinute);
  mount(http, api.org, orgHandlers(org), sessions, secure, publicPerMinute);
  mount(http, api.pack, packHandlers(packVersions), sessions, secure, publicPerMinute);
  mount(http, api.cases, caseHandlers(cases), sessions, secure, publicPerMinute);
  mount(http, api.matching, matchingHandlers(services.matching), sessions, secure, publicPerMinute);
  mount(http, api.claims, claimHandlers(services.claims), sessions, secure, publicPerMinute);
  mount(http, api.figures, figuresHandlers(insights), sessions, secure, publicPerMinute);
  mount(http, api.matters, matterHandlers(matters), sessions, secure, publicPerMinute);
  mount(http, api.registrations, registrationHandlers(services.registrations), sessions, secure, publicPerMinute);
  mount(http, api.bulletin, bulletinHandlers(services.registrations), sessions, secure, publicPerMinute);
  mount(http, api.feedback, feedbackHandlers(services.registrations), sessions, secure, publicPerMinute);
  mount(http, api.points, pointsHandlers(services.points), sessions, secure, publicPerMinute);
  mount(http, api.shop, shopHandlers(services.points), sessions, secure, publicPerMinute);
  mount(http, api.agreements, agreementHandlers(services.agreements), sessions, secure, publicPerMinute);
  mount(http, api.agreedItems, agreedItemHandlers(services.agreements), sessions, secure, publicPerMinute);
  mount(http, api.meetings, meetingHandlers(services.agreements), sessions, secure, publicPerMinute);
  mount(http, api.bookings, bookingHandlers(services.bookings), sessions, secure, publicPerMinute);
  mount(http, api.duties, dutyHandlers(services.duties), sessions, secure, publicPerMinute);
  mount(http, api.patrols, patrolHandlers(services.duties), sessions, secure, publicPerMinute);
  mount(http, api.care, careHandlers(services.care), sessions, secure, publicPerMinute);
  dutyFileRoutes(http, services.duties, sessions);
  careFileRoutes(http, services.care, sessions);
  mount(http, api.notify, notifyHandlers(notify), sessions, secure, publicPerMinute);
  mount(http, api.activities, activityHandlers(services.activities), sessions, secure, publicPerMinute);
  activityFileRoutes(http, services.activities, sessions);
  feedRoute(http, services.activities.feed);
  files.routes(http);
  orgFileRoutes(http, org, sessions);
  registrationFileRoutes(http, services.registrations, sessions);
  caseFileRoutes(http, cases, sessions);
  agreementFileRoutes(http, services.agreements, sessions);
  claimFileRoutes(http, services.claims, sessions);
  figureFileRoutes(http, insights, sessions);
  packFileRoutes(http, packVersions, sessions);
  pointFileRoutes(http, services.points, sessions);
  liveRoute(http, live, sessions);
  await serveReference(http, openApiDocument(api, otherRoutes, version));
};

export const startApp = async (options: AppOptions): Promise<RunningApp> => {
  const { urls, clock, log, dataDir, publicUrl } = options;
  const db = openDatabase(urls.app, options.connections);
  const broadcast = await openBroadcast(urls.app, db.pool, log);
  const foundation: Foundation = {
    db,
    broadcast,
    clock,
    log,
    dataDir,
    sealer: createSealer(options.secrets),
    sms: createSmsSender(options.sms, log),
  };
  const services = createServices(foundation);
  const requestsPerMinute = options.requestsPerMinute ?? 6000;
  const secure = publicUrl?.startsWith("https:") ?? false;
  const http = await createHttp({ log, apps, behindTls: secure, requestsPerMinute });
  await routes(http, services, secure, Math.ceil(requestsPerMinute / 100));
  http.get("/api/health", async () => {
    await db.pool.query("select 1");
    return { status: "ok", version };
  });
  const jobs = await startJobs(urls.jobs, jobsOf(services, db, clock), cronJobs, log);
  return {
    http,
    services,
    foundation,
    listen: (port, host) => http.listen({ port, host }),
    stop: async () => {
      services.live.close();
      await http.close();
      await jobs.stop();
      await broadcast.close();
      await db.close();
    },
  };
};
