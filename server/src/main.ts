/** Starts Ginkgo: environment → data folder → database → packs → places → server. Read it from top to bottom. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { places, type ShippedPlace } from "@ginkgo/packs/index.ts";
import { type RunningApp, startApp } from "./app.ts";
import { type Embedded, startEmbedded } from "./platform/db/embedded.ts";
import { migrate } from "./platform/db/migrate.ts";
import { provision } from "./platform/db/provision.ts";
import { type Env, EnvError, readEnv } from "./platform/env.ts";
import { prepareJobs } from "./platform/jobs/jobs.ts";
import { FolderInUse, lockFolder } from "./platform/lock.ts";
import { createLog } from "./platform/log.ts";
import { loadSecrets } from "./platform/secrets.ts";
import { chosenPlaces, withKnown } from "./setup/choice.ts";
import { demoResidents, heldClock, playDemo } from "./setup/demo.ts";
import { hasCases, hasTree, knownTenants, populate, preparePlace } from "./setup/tenant.ts";
import { welcome } from "./setup/welcome.ts";

/** Known to everyone who reads this file: demonstration accounts only ever exist together with DEMO. */
const demoPassword = "ginkgo-demo";

const migrations = fileURLToPath(new URL("../migrations", import.meta.url));

/** Whether its people are those of the demonstration, and not one administrator. */
const isDemonstration = async (app: RunningApp, { accounts: [someone] }: ShippedPlace, tenant: string) =>
  someone !== undefined && (await app.services.identity.actorByPhone(tenant, someone.phone)) !== undefined;

const shownPlace = ({ pack, accounts }: ShippedPlace) => ({ name: pack.name, accounts });

const start = async (env: Env, cleanUps: (() => Promise<void> | void)[]): Promise<void> => {
  const chosen = chosenPlaces(places, env);
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
  for (const place of withKnown(places, chosen, await knownTenants(urls.owner)))
    prepared.push({ place, ...(await preparePlace(urls.owner, place)) });

  const clock = heldClock();
  const app: RunningApp = await startApp({
    urls,
    dataDir: env.dataDir,
    secrets,
    clock,
    log,
    sms: env.sms,
    publicUrl: env.publicUrl,
  });
  cleanUps.push(app.stop);
  const { db, sealer } = app.foundation;
  const admins = [];
  const shown = [];
  for (const { place, tenant } of prepared) {
    // Asked of the database and not of this run, so that what an interrupted start left undone is done by the next.
    if (!(await hasTree(db, tenant))) {
      console.log(`  ${place.pack.name}: making its tree and people …`);
      const password = env.demo ? demoPassword : undefined;
      const residents = env.demo ? demoResidents(place) : [];
      const { admin } = await populate(db, sealer, clock, place, tenant, password, env.adminPhone, residents);
      if (admin) admins.push({ place: place.pack.name, ...admin });
    }
    if (!env.demo || !(await isDemonstration(app, place, tenant))) continue;
    shown.push(place);
    if (await hasCases(db, tenant)) continue;
    console.log(`  ${place.pack.name}: playing the demonstration …`);
    await playDemo({ app, clock, place, tenant, password: demoPassword, log });
  }
  const address = await app.listen(env.port, env.host);
  console.log(
    welcome({
      address: env.publicUrl ?? address,
      demo: env.demo ? { password: demoPassword, places: shown.map(shownPlace) } : undefined,
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
