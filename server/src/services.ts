/** All modules, built by hand, top to bottom. */
import { join } from "node:path";
import { type Activities, activitiesTask, attendances, createActivities } from "./modules/activities/index.ts";
import { type Agreements, createAgreements } from "./modules/agreements/index.ts";
import type { Actor } from "./modules/authority/index.ts";
import { type Bookings, createBookings } from "./modules/bookings/index.ts";
import { type Care, createCare } from "./modules/care/index.ts";
import { createCountedList } from "./modules/cases/counted.ts";
import { type Cases, countOpenCases, createCases, moveOpenCases } from "./modules/cases/index.ts";
import { underNode } from "./modules/cases/scope.ts";
import {
  type Claims,
  callOffTask,
  createClaims,
  createMatching,
  createRegistry,
  type Matching,
  type MatchingTold,
  matchingTask,
  matchingTellTask,
} from "./modules/claims/index.ts";
import { createDuties, type Duties } from "./modules/duties/index.ts";
import {
  createIdentity,
  type Identity,
  moveHolders,
  type SmsSender,
  sessionsChannel,
} from "./modules/identity/index.ts";
import { createInsights, type Insights, mattersAsCases } from "./modules/insights/index.ts";
import { createCountedMatters, createMatters, type Matters, moveMatters } from "./modules/matters/index.ts";
import { createNoticeDelivery, createNotify, type Notify, noticeTask } from "./modules/notify/index.ts";
import { createForest, createOrg, type Forest, type Org } from "./modules/org/index.ts";
import {
  createPackRegistry,
  createPackVersions,
  type PackRegistry,
  type PackVersions,
  packsChannel,
} from "./modules/packs/index.ts";
import { createPoints, moveShop, type Points } from "./modules/points/index.ts";
import { createRegistrations, moveRegistrations, type Registrations, sentTask } from "./modules/registrations/index.ts";
import type { Broadcast } from "./platform/broadcast.ts";
import type { Clock } from "./platform/clock.ts";
import type { Sealer } from "./platform/crypto.ts";
import type { Database } from "./platform/db/database.ts";
import { createFiles, type Files } from "./platform/files/files.ts";
import { createDiskStore } from "./platform/files/store.ts";
import { createLiveHub, type LiveHub } from "./platform/http/live.ts";
import type { Jobs } from "./platform/jobs/jobs.ts";
import type { Log } from "./platform/log.ts";
import { workRecords } from "./work-records.ts";

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
  readonly packVersions: PackVersions;
  readonly forest: Forest;
  readonly org: Org;
  readonly identity: Identity;
  readonly files: Files;
  readonly live: LiveHub<Actor>;
  readonly notify: Notify;
  readonly activities: Activities;
  readonly bookings: Bookings;
  readonly care: Care;
  readonly cases: Cases;
  readonly duties: Duties;
  readonly agreements: Agreements;
  readonly claims: Claims;
  readonly matching: Matching;
  readonly points: Points;
  readonly insights: Insights;
  readonly matters: Matters;
  readonly registrations: Registrations;
}

const recountTask = "figures.recount";

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
        await moveMatters(tx, from, into);
        await moveRegistrations(tx, from, into);
        await moveHolders(tx, from, into, clock.now());
        await moveShop(tx, from, into);
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
  /** Rights, tree and open pages hang on the pack: all of it is made anew. */
  const forgetPack = async (tenant: string) => {
    packs.forget();
    identity.sessions.forgetTenant(tenant);
    live.drop(tenant);
    await forest.announce(tenant);
  };
  broadcast.subscribe(packsChannel, (tenant) => {
    forgetPack(tenant).catch((error: unknown) => log.warn({ err: error }, "other servers were not told of the tree"));
  });
  broadcast.onGap(packs.forget);
  const packVersions = createPackVersions({
    db,
    clock,
    registry: packs,
    ground: forest.tree,
    changed: forgetPack,
    onPublish: (tx) => tx.enqueue(recountTask, { tenant: tx.tenant }, { key: `${recountTask}/${tx.tenant}` }),
  });
  const notify = createNotify({ db, clock, broadcast, live });
  const points = createPoints({ db, clock, packs, forest, files, log });
  const matters = createMatters({ db, clock, packs, forest, files, notify, log });
  matters.moving.listen(points.onMoved);
  const registrations = createRegistrations({
    db,
    clock,
    packs,
    forest,
    sealer,
    matters,
    notify,
    log,
    deeds: [attendances],
  });
  const agreements = createAgreements({ db, clock, packs, forest, files, matters, notify, log });
  const bookings = createBookings({ db, clock, sealer, packs, forest, log });
  const duties = createDuties({ db, clock, packs, forest, log, points: points.port, busy: bookings.reading.busy });
  const activities = createActivities({
    db,
    clock,
    sealer,
    packs,
    forest,
    files,
    notify,
    matters,
    appointments: [bookings.reading.appointments, duties.shifts.appointments],
    points: points.port,
    log,
  });
  const cases = createCases({ db, clock, sealer, packs, forest, files, notify, broadcast, live, log });
  const registry = createRegistry(forest);
  const claims = createClaims({ db, clock, packs, forest, matters, registry, log });
  const { claiming } = claims;
  const matching = createMatching({ db, clock, packs, forest, matters, registry, notify, claiming, log });
  const care = createCare({
    db,
    clock,
    sealer,
    packs,
    forest,
    files,
    log,
    points: points.port,
    caseSeen: cases.reading.seenByNumber,
  });
  const counted = { under: underNode, list: createCountedList({ db, clock, packs, forest }) };
  const countedMatters = { list: createCountedMatters({ db, forest }, matters.summaries, mattersAsCases) };
  const insights = createInsights({
    db,
    clock,
    packs,
    forest,
    cases: counted,
    matters: countedMatters,
    records: workRecords,
  });
  return {
    agreements,
    packs,
    packVersions,
    forest,
    org,
    identity,
    files,
    live,
    notify,
    activities,
    bookings,
    care,
    cases,
    duties,
    claims,
    matching,
    points,
    insights,
    matters,
    registrations,
  };
};

/** What runs later, by name. */
export const jobsOf = (services: Services, db: Database, clock: Clock): Jobs => {
  const {
    activities,
    agreements,
    cases,
    claims,
    matching,
    matters,
    points,
    registrations,
    notify,
    files,
    packs,
    insights,
  } = services;
  return {
    "cases.deliver": (payload: Parameters<Cases["telling"]["deliver"]>[0]) => cases.telling.deliver(payload),
    "cases.alarms": async () => {
      await cases.alarms.sweep();
    },
    "matters.deliver": (payload: Parameters<Matters["telling"]["deliver"]>[0]) => matters.telling.deliver(payload),
    "registrations.feedback": () => registrations.making.sweep(),
    [sentTask]: (payload: Parameters<Registrations["making"]["tellUnit"]>[0]) => registrations.making.tellUnit(payload),
    "matters.alarms": async () => {
      await matters.alarms.sweep();
    },
    "agreements.deliver": (payload: Parameters<Agreements["telling"]["deliver"]>[0]) =>
      agreements.telling.deliver(payload),
    "agreements.sweep": () => agreements.sweep(),
    [matchingTask]: (payload: { tenant: string; roundId: string }) => matching.running.decide(payload),
    [matchingTellTask]: (payload: MatchingTold) => matching.running.deliver(payload),
    "matching.expire": () => matching.answering.expire(),
    [callOffTask]: (payload: Parameters<Claims["following"]["callOff"]>[0]) => claims.following.callOff(payload),
    "claims.expire": async () => {
      await claims.following.sweep();
    },
    [activitiesTask]: (payload: Parameters<Activities["deliver"]>[0]) => activities.deliver(payload),
    "activities.tick": () => activities.tick(),
    "points.expire": async () => {
      await points.redeeming.sweep();
    },
    "points.audit": async () => {
      await points.audit();
    },
    /** Publishing asks for one place at once; every minute all are looked at, for packs that came with a new build. */
    [recountTask]: async ({ tenant }: { tenant?: string }) => {
      const places = tenant === undefined ? await packs.tenants() : [{ tenant }];
      for (const place of places) await insights.recount(place.tenant);
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
    "bookings.sweep": async () => {
      await services.bookings.sweep();
    },
    "duties.sweep": () => services.duties.sweep(),
    "care.sweep": () => services.care.sweep(),
    [noticeTask]: createNoticeDelivery(notify),
  };
};

export const cronJobs = [
  { task: "cases.alarms", match: "* * * * *" },
  { task: "matters.alarms", match: "* * * * *" },
  { task: "registrations.feedback", match: "23 0 * * *" },
  { task: "activities.tick", match: "* * * * *" },
  { task: "agreements.sweep", match: "*/10 * * * *" },
  { task: recountTask, match: "* * * * *" },
  { task: "bookings.sweep", match: "* * * * *" },
  { task: "duties.sweep", match: "* * * * *" },
  { task: "care.sweep", match: "*/10 * * * *" },
  { task: "claims.expire", match: "*/5 * * * *" },
  { task: "matching.expire", match: "*/5 * * * *" },
  { task: "points.expire", match: "*/10 * * * *" },
  { task: "points.audit", match: "29 4 * * *" },
  { task: "files.sweep", match: "17 * * * *" },
  { task: "idempotency.sweep", match: "43 * * * *" },
];
