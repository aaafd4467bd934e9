/** The real server on a database of its own, its clock in the test's hand: a place's pack, tree and people, no cases. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { places, type ShippedPlace } from "@ginkgo/packs/index.ts";
import type { CallInput, EndpointSpec, Output } from "@ginkgo/shared/api/contract.ts";
import type { Problem } from "@ginkgo/shared/api/problem.ts";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { type RunningApp, startApp } from "../src/app.ts";
import { type MovableClock, movableClock } from "../src/platform/clock.ts";
import { createLog } from "../src/platform/log.ts";
import { loadSecrets } from "../src/platform/secrets.ts";
import { populate, preparePlace } from "../src/setup/tenant.ts";
import { useDatabase } from "./database.ts";

const firstPlace = (): ShippedPlace => {
  const [place] = places;
  if (!place) throw new Error("no place is shipped");
  return place;
};

/** The place that is taken when a test names none. */
export const tenant = firstPlace().pack.code;
export const password = "test-password";

/** Monday 23 November 2026, 09:00 in China: a working morning. */
export const monday = new Date("2026-11-23T01:00:00Z");

export const people = {
  admin: "19900000001",
  countyDesk: "19900000002",
  townDesk: "19900000003",
  desk: "19900000004",
  gridWorker: "19900000005",
  lead: "19900000006",
  member: "19900000007",
  housing: "19900000008",
  resident: "19900000009",
  neighbour: "19900000010",
  secretary: "19900000011",
} as const;

export interface Caller {
  <E extends EndpointSpec>(
    endpoint: E,
    input: CallInput<E>,
    options?: { key?: string },
  ): Promise<{ status: number; body: Output<E>; problem: Problem }>;
  readonly token: string;
}

export interface World {
  readonly app: RunningApp;
  readonly clock: MovableClock;
  readonly urls: { owner: string; app: string };
  /** Someone signed in, in the place of this test or in another that runs on the same server. */
  as(phone: string, elsewhere?: string): Promise<Caller>;
  /** A further place on the same database, or the same place at a later start. */
  prepare(place: ShippedPlace, tenant?: string): Promise<void>;
  /** A further server on the same database. */
  startAnother(): Promise<RunningApp>;
  /** Asks the database as its owner, for this place's rows: row-level security is forced on the owner too. */
  query<T extends object>(text: string): Promise<T[]>;
  /** Id of a node by its code. */
  node(code: string): Promise<string>;
  /** Waits until the job queue is empty. */
  settle(): Promise<void>;
}

const split = (endpoint: EndpointSpec, input: Record<string, unknown>) => {
  const rest = { ...input };
  const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { path, rest };
};

const callerWith = (app: RunningApp, token: string): Caller => {
  const call = async (endpoint: EndpointSpec, input: object, options: { key?: string } = {}) => {
    const { path, rest } = split(endpoint, input as Record<string, unknown>);
    const inQuery = endpoint.method === "GET" || endpoint.method === "DELETE";
    const query = inQuery ? `?${new URLSearchParams(rest as Record<string, string>)}` : "";
    const response = await app.http.inject({
      method: endpoint.method,
      url: `/api/v1${path}${query}`,
      headers: { authorization: `Bearer ${token}`, ...(options.key ? { "idempotency-key": options.key } : {}) },
      ...(inQuery ? {} : { payload: rest }),
    });
    const body = response.json();
    return { status: response.statusCode, body, problem: body };
  };
  return Object.assign(call, { token }) as Caller;
};

export const useApp = (place: ShippedPlace = firstPlace()): World => {
  const database = useDatabase();
  const clock = movableClock(monday);
  const here = place.pack.code;
  const started: RunningApp[] = [];
  let dataDir = "";
  const running = (): RunningApp => {
    const [app] = started;
    if (!app) throw new Error("the server is there from the first hook on");
    return app;
  };
  const tokens = new Map<string, string>();

  const startAnother = async (): Promise<RunningApp> => {
    const app = await startApp({
      urls: database.urls,
      dataDir,
      secrets: loadSecrets(dataDir),
      clock,
      log: createLog("silent", false),
      sms: { provider: "log" },
      publicUrl: undefined,
      requestsPerMinute: 1_000_000,
      connections: 12,
    });
    started.push(app);
    return app;
  };

  const prepare = async (one: ShippedPlace, tenant = one.pack.code) => {
    const { fresh } = await preparePlace(database.urls.owner, one, tenant);
    const { db, sealer } = running().foundation;
    // The server hears of a new place with the next message; the test does not wait for it.
    running().services.packs.forget();
    if (fresh) await populate(db, sealer, clock, one, tenant, password);
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "ginkgo-app-"));
    await preparePlace(database.urls.owner, place);
    const { db, sealer } = (await startAnother()).foundation;
    await populate(db, sealer, clock, place, here, password);
  });
  afterAll(async () => {
    for (const app of started.reverse()) await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  return {
    clock,
    prepare,
    startAnother,
    get app() {
      return running();
    },
    get urls() {
      return database.urls;
    },
    as: async (phone, tenant = here) => {
      const key = `${tenant}/${phone}`;
      let token = tokens.get(key);
      if (!token) {
        const actor = await running().services.identity.actorByPhone(tenant, phone);
        if (!actor) throw new Error(`nobody has phone ${phone}`);
        const opened = await running().foundation.db.inTenant(tenant, (tx) =>
          running().services.identity.sessions.open(tx, actor.accountId, "mobile", "test"),
        );
        token = opened.token;
        tokens.set(key, token);
      }
      return callerWith(running(), token);
    },
    query: async <T extends object>(text: string): Promise<T[]> => {
      const client = new pg.Client({ connectionString: database.urls.owner });
      await client.connect();
      try {
        await client.query("select set_config('ginkgo.tenant', $1, false)", [here]);
        return (await client.query<T>(text)).rows;
      } finally {
        await client.end();
      }
    },
    node: async (code) => {
      const tree = await running().services.forest.tree(here);
      for (const node of tree.all()) if (node.code === code) return node.id;
      throw new Error(`no node ${code}`);
    },
    settle: async () => {
      const { jobs } = database.urls;
      const client = new pg.Client({ connectionString: jobs });
      await client.connect();
      try {
        for (let i = 0; i < 400; i++) {
          const { rows } = await client.query<{ left: number }>(
            "select count(*)::int as left from graphile_worker.jobs where (task_identifier like '%.deliver' or task_identifier = 'claims.callOff')",
          );
          if (rows[0]?.left === 0) return;
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
        throw new Error("the job queue does not empty");
      } finally {
        await client.end();
      }
    },
  };
};
