/** For this module's tests: an org on a real database, with a fresh Testland for every test. */
import { randomUUID } from "node:crypto";
import type { PackInput } from "@ginkgo/shared/pack/schema.ts";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { createTenant, useDatabase } from "../../../test/database.ts";
import { testland, testlandTree } from "../../../test/fixture-pack.ts";
import { type Broadcast, openBroadcast } from "../../platform/broadcast.ts";
import { systemClock } from "../../platform/clock.ts";
import { type Database, openDatabase } from "../../platform/db/database.ts";
import { createLog, type Log } from "../../platform/log.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { createPackRegistry, type PackRegistry } from "../packs/index.ts";
import { createForest, createOrg, type Forest, type Org, type SeedNode, seedTree, type Tree } from "./index.ts";
import type { OrgCall } from "./reading.ts";

export interface World {
  readonly db: Database;
  readonly org: Org;
  readonly tenant: string;
  readonly log: Log;
  readonly appUrl: string;
  readonly packs: PackRegistry;
  openCases: number;
  readonly merges: [string, string][];
  /** Id of a node of Testland by its key. */
  id(key: string): string;
  /** Someone who holds these rights on that node; a resident without any. */
  callOf(key?: string, rights?: readonly string[]): OrgCall;
  tree(): Promise<Tree>;
  /** A further server on the same database. */
  createServer(broadcast: Broadcast): Org;
  newTenant(): Promise<string>;
  history(nodeId: string): Promise<Awaited<ReturnType<Org["nodeHistory"]>>["items"]>;
  /** Names of nodes whose path is not what their parents make it. */
  wrongPaths(): Promise<string[]>;
}

export const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
};

/** Testland with functional zones. */
export const zoneLand: PackInput = {
  ...testland,
  tiers: {
    ...testland.tiers,
    zone: { label: "功能区", tree: "area", as: "zone", under: ["county"] },
    team: { label: "队伍", tree: "area", as: "body", under: ["county", "subdistrict", "community", "village", "zone"] },
  },
};
/** The zone stands before what it covers; the second has no code and covers nothing yet. */
export const zoneTree: readonly SeedNode[] = [
  ...testlandTree.slice(0, 1),
  {
    key: "zone",
    tree: "area",
    tier: "zone",
    name: "高新区",
    code: "990001Z01",
    parent: "county",
    covers: ["town", "garden"],
  },
  { key: "park", tree: "area", tier: "zone", name: "物流园", parent: "county" },
  ...testlandTree.slice(1),
  { key: "south", tree: "area", tier: "village", name: "南山村", parent: "town" },
];

/** `testland` unless a test needs a place that differs from it. */
export const useOrg = (
  pack: PackInput = testland,
  seeds: readonly SeedNode[] = testlandTree,
): { readonly world: World } => {
  const database = useDatabase();
  let base: { db: Database; org: Org; forest: Forest; broadcast: Broadcast; log: Log; packs: PackRegistry } | undefined;
  let world: World | undefined;
  let made = 0;

  const current = () => {
    if (!world) throw new Error("the world is there from the first test on");
    return world;
  };
  const hooks = {
    onMerge: async (_tx: unknown, from: string, into: string) => {
      current().merges.push([from, into]);
    },
    openCasesUnder: async () => current().openCases,
  };
  const build = (db: Database, packs: PackRegistry, forest: Forest): Org =>
    createOrg({ db, clock: systemClock, packs, forest, cases: hooks });

  beforeAll(async () => {
    const log = createLog("silent", false);
    const db = openDatabase(database.urls.app, 8);
    const broadcast = await openBroadcast(database.urls.app, db.pool, log);
    const packs = createPackRegistry(db);
    const forest = createForest(db, packs, broadcast);
    base = { db, log, broadcast, packs, forest, org: build(db, packs, forest) };
  });

  beforeEach(async () => {
    if (!base) throw new Error("not set up");
    const { db, packs } = base;
    const newTenant = async () => {
      const tenant = `testland-${made++}`;
      await createTenant(database.urls.owner, tenant, pack);
      packs.forget();
      return tenant;
    };
    const tenant = await newTenant();
    const ids = await db.inTenant(tenant, (tx) => seedTree(tx, new Date(), seeds));
    const id = (key: string) => ids.get(key) ?? key;
    const callOf = (key?: string, rights: readonly string[] = ["org.edit"]): OrgCall => {
      const accountId = randomUUID();
      const grants = key ? [{ id: randomUUID(), role: "admin", nodeId: id(key), rights: new Set(rights) }] : [];
      const actor: Actor = { tenant, accountId, sessionId: randomUUID(), name: "李管理", homeId: null, grants };
      return { actor, app: "api", ip: "127.0.0.1", device: "test", request: undefined, setSession: () => {} };
    };
    const { org, forest } = base;
    world = {
      ...base,
      appUrl: database.urls.app,
      tenant,
      openCases: 0,
      merges: [],
      id,
      callOf,
      newTenant,
      tree: () => forest.tree(tenant),
      createServer: (broadcast) => build(db, packs, createForest(db, packs, broadcast)),
      history: async (nodeId) => (await org.nodeHistory(callOf("county"), { nodeId })).items,
      wrongPaths: async () => {
        const rows = await db.inTenant(tenant, (tx) =>
          tx.sql
            .selectFrom("nodes")
            .select(["id", "parent_id", "path", "name"])
            .where("tenant_id", "=", tenant)
            .execute(),
        );
        const paths = new Map(rows.map((row) => [row.id, row.path]));
        const due = (row: (typeof rows)[number]) => {
          const label = row.id.replaceAll("-", "");
          return row.parent_id === null ? label : `${paths.get(row.parent_id)}.${label}`;
        };
        return rows.filter((row) => row.path !== due(row)).map(({ name }) => name);
      },
    };
  });

  afterAll(async () => {
    await base?.broadcast.close();
    await base?.db.close();
  });

  return {
    get world() {
      return current();
    },
  };
};
