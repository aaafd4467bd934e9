/** Starts Ginkgo: environment → data folder → database → packs → places → server. Read it from top to bottom. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { places } from "@ginkgo/packs/index.ts";
import { type RunningApp, startApp } from "./app.ts";
import { systemClock } from "./platform/clock.ts";
import { type Embedded, startEmbedded } from "./platform/db/embedded.ts";
import { migrate } from "./platform/db/migrate.ts";
import { provision } from "./platform/db/provision.ts";
import { type Env, EnvError, readEnv } from "./platform/env.ts";
import { prepareJobs } from "./platform/jobs/jobs.ts";
import { FolderInUse, lockFolder } from "./platform/lock.ts";
import { createLog } from "./platform/log.ts";
import { loadSecrets } from "./platform/secrets.ts";
import { playDemo } from "./setup/demo.ts";
import { hasCases, hasTree, populate, preparePlace } from "./setup/tenant.ts";
import { welcome } from "./setup/welcome.ts";

/** Known to everyone who reads this file: demonstration accounts only ever exist together with DEMO=1. */
const demoPassword = "ginkgo-demo";

const migrations = fileURLToPath(new URL("../migrations", import.meta.url));

const start = async (env: Env, cleanUps: (() => Promise<void> | void)[]): Promise<void> => {
  const log = createLog(env.logLevel, process.stdout.isTTY);
  mkdirSync(env.dataDir, { recursive: true });
  cleanUps.push(lockFolder(env.dataDir));
  const secrets = loadSecrets(env.dataDir);

  let embedded: Embedded | undefined;
  if (!env.databaseUrl) {
    embedded = await startEmbedded({ folder: join(env.dataDir, "postgres"), password: secrets.databasePassword });
    cleanUps.push(embedded.stop);
  }
  const urls = await provision(env.databaseUrl ?? embedded?.url ?? "");
  await prepareJobs(urls.jobs);
  await migrate(urls.owner, migrations);
  const prepared = [];
  for (const place of places) prepared.push({ place, ...(await preparePlace(urls.owner, place)) });

  const app: RunningApp = await startApp({
    urls,
    dataDir: env.dataDir,
    secrets,
    clock: systemClock,
    log,
    sms: env.sms,
    publicUrl: env.publicUrl,
  });
  cleanUps.push(app.stop);
  const admins = [];
  for (const { place, tenant } of prepared) {
    // Asked of the database and not of this run, so that what an interrupted start left undone is done by the next.
    const { db, sealer } = app.foundation;
    if (!(await hasTree(db, tenant))) {
      const { admin } = await populate(
        db,
        sealer,
        systemClock,
        place,
        tenant,
        env.demo ? demoPassword : undefined,
        env.adminPhone,
      );
      if (admin) admins.push({ place: place.pack.name, ...admin });
    }
    const [someone] = place.demo.accounts;
    const toPlay =
      env.demo &&
      someone &&
      !(await hasCases(db, tenant)) &&
      (await app.services.identity.actorByPhone(tenant, someone.phone));
    if (toPlay) await playDemo(app.foundation, tenant, place.demo.cases, log);
  }
  const address = await app.listen(env.port, env.host);
  console.log(
    welcome({
      address: env.publicUrl ?? address,
      demo: env.demo ? { password: demoPassword, accounts: places.flatMap(({ demo }) => demo.accounts) } : undefined,
      admins,
    }),
  );
};

/** In reverse order, each given its turn even if one before it fails. */
const stop = async (cleanUps: (() => Promise<void> | void)[]): Promise<void> => {
  for (const cleanUp of cleanUps.splice(0).reverse())
    try {
      await cleanUp();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    }
};

/** One line for what an operator can mend; everything else whole, because it is ours to mend. */
const explain = (error: unknown): unknown => {
  if (error instanceof EnvError || error instanceof FolderInUse) return error.message;
  const { code, message, syscall } = error as { code?: string; message?: string; syscall?: string };
  if (code === "EADDRINUSE") return `${message}: another program uses this port. Stop it, or set PORT to another one.`;
  if (code === "EADDRNOTAVAIL" || code === "EACCES" || code === "ENOTFOUND")
    return `${syscall ?? "start"}: ${message}. Check HOST, PORT, DATABASE_URL and DATA_DIR.`;
  if (code === "ECONNREFUSED")
    return "DATABASE_URL: nothing answers there. Is PostgreSQL running, and are host and port right?";
  if (code === "28P01" || code === "28000" || code === "3D000") return `DATABASE_URL: PostgreSQL says ${message}.`;
  if (code === "42501")
    return `DATABASE_URL: this role lacks a right (${message}). See docs/operations.md for what it needs.`;
  return error;
};

const cleanUps: (() => Promise<void> | void)[] = [];
let stopping = false;
const onSignal = () => {
  if (stopping) return;
  stopping = true;
  console.log("\nStopping …");
  void stop(cleanUps).then(() => process.exit(0));
};
process.on("SIGINT", onSignal);
process.on("SIGTERM", onSignal);

try {
  await start(readEnv(), cleanUps);
} catch (error) {
  // During a stop, what fails is only what was being stopped.
  if (!stopping) {
    console.error(explain(error));
    await stop(cleanUps);
    process.exit(1);
  }
}
