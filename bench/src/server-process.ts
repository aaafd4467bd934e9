/**
 * The server in a process of its own, as in operation: job runner on, only errors logged. Started by setup/server.ts.
 */
import { type RunningApp, startApp } from "@ginkgo/server/app.ts";
import { systemClock } from "@ginkgo/server/platform/clock.ts";
import type { DatabaseUrls } from "@ginkgo/server/platform/db/provision.ts";
import { createLog } from "@ginkgo/server/platform/log.ts";
import type { Secrets } from "@ginkgo/server/platform/secrets.ts";

export interface ServerSettings {
  readonly urls: DatabaseUrls;
  readonly dataDir: string;
  readonly secrets: Secrets;
}

/** One address sends everything here, so the limit per address would measure only itself. */
const noLimit = 1_000_000_000;

export const openServer = (settings: ServerSettings, logLevel: string): Promise<RunningApp> =>
  startApp({
    ...settings,
    clock: systemClock,
    log: createLog(logLevel, false),
    sms: { provider: "log" },
    publicUrl: undefined,
    requestsPerMinute: noLimit,
  });

const serve = async (settings: ServerSettings): Promise<void> => {
  const app = await openServer(settings, "error");
  process.on("message", (message) => {
    if (message === "stop") void app.stop().then(() => process.exit(0));
  });
  // The bench has died: nobody would ever stop this server.
  process.on("disconnect", () => process.exit(1));
  process.send?.({ origin: await app.listen(0, "127.0.0.1") });
};

if (import.meta.main) process.once("message", (settings) => void serve(settings as ServerSettings));
