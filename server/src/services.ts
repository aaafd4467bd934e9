/** All modules, built by hand, top to bottom. */
import { join } from "node:path";
import type { Actor } from "./modules/authority/index.ts";
import { type Cases, countOpenCases, createCases, moveOpenCases } from "./modules/cases/index.ts";
import {
  createIdentity,
  type Identity,
  moveHolders,
  type SmsSender,
  sessionsChannel,
} from "./modules/identity/index.ts";
import { createNotify, type Notify } from "./modules/notify/index.ts";
import { createForest, createOrg, type Forest, type Org } from "./modules/org/index.ts";
import { createPackRegistry, type PackRegistry } from "./modules/packs/index.ts";
import type { Broadcast } from "./platform/broadcast.ts";
import type { Clock } from "./platform/clock.ts";
import type { Sealer } from "./platform/crypto.ts";
import type { Database } from "./platform/db/database.ts";
import { createFiles, type Files } from "./platform/files/files.ts";
import { createDiskStore } from "./platform/files/store.ts";
import { createLiveHub, type LiveHub } from "./platform/http/live.ts";
import type { Jobs } from "./platform/jobs/jobs.ts";
import type { Log } from "./platform/log.ts";

export interface Foundation {
  readonly db: Database;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly log: Log;
  readonly sms: SmsSender;
  readonly dataDir: string;
}

export interface Services {
  readonly packs: PackRegistry;
  readonly forest: Forest;
  readonly org: Org;
  readonly identity: Identity;
  readonly files: Files;
  readonly live: LiveHub<Actor>;
  readonly notify: Notify;
  readonly cases: Cases;
}

export const createServices = (foundation: Foundation): Services => {
  const { db, broadcast, clock, sealer, log, sms, dataDir } = foundation;
  const packs = createPackRegistry(db);
  const forest = createForest(db, packs, broadcast);
  const org = createOrg({
    db,
    clock,
    packs,
    forest,
    cases: {
      onMerge: async (tx, from, into) => {
        await moveOpenCases(tx, from, into);
        await moveHolders(tx, from, into, clock.now());
      },
      openCasesUnder: countOpenCases,
    },
  });
  const identity = createIdentity({ db, clock, sealer, packs, forest, broadcast, sms, log });
  const files = createFiles<Actor>({
    db,
    store: createDiskStore(join(dataDir, "files")),
    sealer,
    clock,
    sessions: identity.sessions,
    tenantOf: (actor) => actor.tenant,
  });
  const live = createLiveHub<Actor>();
  broadcast.subscribe(sessionsChannel, (whose) => {
    const [tenant = "", accountId = ""] = whose.split("/");
    live.drop(tenant, accountId);
  });
  const notify = createNotify({ db, clock, broadcast, live });
  const cases = createCases({ db, clock, sealer, packs, forest, files, notify, broadcast, live, log });
  return { packs, forest, org, identity, files, live, notify, cases };
};

/** What runs later, by name. */
export const jobsOf = ({ cases, files, packs }: Services, db: Database, clock: Clock): Jobs => ({
  "cases.deliver": (payload: Parameters<Cases["telling"]["deliver"]>[0]) => cases.telling.deliver(payload),
  "cases.alarms": async () => {
    await cases.alarms.sweep();
  },
  "files.sweep": async () => {
    for (const { tenant } of await packs.tenants()) await files.sweep(tenant);
  },
  "idempotency.sweep": async () => {
    const before = new Date(clock.now().getTime() - 48 * 3_600_000);
    for (const { tenant } of await packs.tenants())
      await db.inTenant(tenant, (tx) =>
        tx.sql
          .deleteFrom("idempotency_keys")
          .where("tenant_id", "=", tenant)
          .where("created_at", "<", before)
          .execute(),
      );
  },
});

export const cronJobs = [
  { task: "cases.alarms", match: "* * * * *" },
  { task: "files.sweep", match: "17 * * * *" },
  { task: "idempotency.sweep", match: "43 * * * *" },
];
