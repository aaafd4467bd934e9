/** A place as it runs for people: database, server, both web apps, an SMS gateway, and a clock that tests move. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { officeCalendar } from "@ginkgo/packs/base/calendar.ts";
import { places } from "@ginkgo/packs/index.ts";
import { type RunningApp, startApp } from "@ginkgo/server/app.ts";
import { workingMinutesBetween } from "@ginkgo/server/modules/workflow/index.ts";
import { type MovableClock, movableClock } from "@ginkgo/server/platform/clock.ts";
import type { DatabaseUrls } from "@ginkgo/server/platform/db/provision.ts";
import { createLog } from "@ginkgo/server/platform/log.ts";
import { loadSecrets } from "@ginkgo/server/platform/secrets.ts";
import { populate, preparePlace } from "@ginkgo/server/setup/tenant.ts";
import { Calendar } from "@ginkgo/shared/pack/schema.ts";

export const password = "ginkgo-demo";

export interface Place {
  readonly origin: string;
  readonly tenant: string;
  readonly app: RunningApp;
  readonly clock: MovableClock;
  /** Lets warnings and limits that have come due happen, as the minute job does. */
  ring(): Promise<number>;
  /** The newest sign-in code that was sent to a phone. */
  codeFor(phone: string): Promise<string>;
  stop(): Promise<void>;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Monday 09:00 in Beijing, of the next week in which five days are worked and the weekend after is free. Ahead of the
 * real time, because browsers measure the life of a cookie by their own clock.
 */
export const workingMonday = (from = new Date()): Date => {
  const calendar = Calendar.parse(officeCalendar);
  const worked = (time: number) => workingMinutesBetween(calendar, new Date(time), new Date(time + 12 * hour)) > 0;
  // 09:00 in Beijing is 01:00 UTC; 1970-01-05 was a Monday.
  let monday = Date.UTC(1970, 0, 5, 1);
  monday += Math.ceil((from.getTime() + day - monday) / (7 * day)) * 7 * day;
  const isOrdinary = () => [0, 1, 2, 3, 4, 5, 6, 7, 8].every((i) => worked(monday + i * day) === ![5, 6].includes(i));
  while (!isOrdinary()) monday += 7 * day;
  return new Date(monday);
};

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return JSON.parse(Buffer.concat(chunks).toString());
};

/** Takes what the server posts to an SMS provider; nothing of the server is replaced. */
const startGateway = async () => {
  const sent = new Map<string, string>();
  const gateway = createServer(async (request, response) => {
    const { phone, parameters } = (await bodyOf(request)) as { phone: string; parameters: { code: string } };
    sent.set(phone, parameters.code);
    response.end("{}");
  });
  await new Promise<void>((resolve) => gateway.listen(0, "127.0.0.1", resolve));
  const { port } = gateway.address() as AddressInfo;
  return { sent, url: `http://127.0.0.1:${port}/`, stop: () => gateway.close() };
};

export const startPlace = async (urls: DatabaseUrls, packId = "jingyang"): Promise<Place> => {
  const shipped = places.find(({ pack }) => pack.id === packId);
  if (!shipped) throw new Error(`the pack "${packId}" is not shipped any more`);
  const dataDir = mkdtempSync(join(tmpdir(), "ginkgo-e2e-"));
  const gateway = await startGateway();
  const clock = movableClock(workingMonday());
  const { tenant } = await preparePlace(urls.owner, shipped);
  const app = await startApp({
    urls,
    dataDir,
    secrets: loadSecrets(dataDir),
    clock,
    log: createLog(process.env.LOG_LEVEL ?? "error", false),
    sms: { provider: "http", url: gateway.url, token: "e2e" },
    publicUrl: undefined,
    requestsPerMinute: 100_000,
  });
  const { db, sealer } = app.foundation;
  await populate(db, sealer, clock, shipped, tenant, password);
  const origin = await app.listen(0, "127.0.0.1");
  return {
    origin,
    tenant,
    app,
    clock,
    ring: () => app.services.cases.alarms.sweep(),
    codeFor: async (phone) => {
      const code = gateway.sent.get(phone);
      if (!code) throw new Error(`no code was sent to ${phone}`);
      return code;
    },
    stop: async () => {
      await app.stop();
      gateway.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
