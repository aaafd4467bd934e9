/** A database as the first release left it, with cases in every state: after the update each is shown, listed and worked on to its end. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type RunningApp, startApp } from "../src/app.ts";
import type { Actor } from "../src/modules/authority/index.ts";
import { movableClock } from "../src/platform/clock.ts";
import { migrate } from "../src/platform/db/migrate.ts";
import { type DatabaseUrls, provision } from "../src/platform/db/provision.ts";
import type { Call } from "../src/platform/http/call.ts";
import { newId } from "../src/platform/ids.ts";
import { prepareJobs } from "../src/platform/jobs/jobs.ts";
import { createLog } from "../src/platform/log.ts";
import { loadSecrets } from "../src/platform/secrets.ts";
import { monday } from "./app.ts";
import { adminQuery, databaseUrl, migrationsFolder } from "./cluster.ts";
import { testland } from "./fixture-pack.ts";

const tenant = "990001";
const name = `ginkgo_test_migration_${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), "ginkgo-migration-"));
const clock = movableClock(monday);
const at = (hours: number) => new Date(monday.getTime() + hours * 3_600_000);

/** The pack as a build of the first format wrote it; with a step that stops the clock, so that a case can be in it. */
const oldPack = (): string => {
  const { workflows, mainWorkflow, lists, metrics, rates, indicators, participation, devices, ...rest } =
    Pack.parse(testland);
  const order = structuredClone(workflows.order);
  if (!order) throw new Error("testland has one workflow");
  const step = { branches: [], guards: [], form: [], tells: [], tone: "default", bulk: false, seenBy: "everyone" };
  Object.assign(order.states, {
    asking: {
      label: "待补充",
      progress: "working",
      tone: "waiting",
      waitsFor: [{ party: "reporter" }],
      on: {
        answer: {
          ...step,
          target: "working",
          label: "补充",
          by: [{ party: "reporter" }],
          effects: [{ name: "resumeClock" }],
        },
      },
    },
  });
  return JSON.stringify({ text: JSON.stringify({ ...rest, formatVersion: 1, workflow: order }) });
};

const ids = {
  county: newId(),
  street: newId(),
  east: newId(),
  grid: newId(),
  roads: newId(),
  desk: newId(),
  resident: newId(),
  worker: newId(),
};
const cases: Record<string, string> = {};

const fill = async (owner: pg.Client) => {
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row);
    return owner.query(
      `insert into ${table} (${columns.join(", ")}) values (${columns.map((_, i) => `$${i + 1}`).join(", ")})`,
      Object.values(row),
    );
  };
  await owner.query("select set_config('ginkgo.tenant', $1, false)", [tenant]);
  await insert("packs", { pack_id: "testland", version: 1, hash: "a", content: oldPack() });
  await insert("tenants", { tenant_id: tenant, pack_id: "testland", pack_version: 1, name: "测试县" });
  const label = (id: string) => id.replaceAll("-", "");
  const node = (id: string, tier: string, title: string, above: readonly string[]) =>
    insert("nodes", {
      tenant_id: tenant,
      id,
      tree: "area",
      tier,
      name: title,
      parent_id: above.at(-1) ?? null,
      path: [...above, id].map(label).join("."),
      created_at: monday,
    });
  await node(ids.county, "county", "测试县", []);
  await node(ids.street, "subdistrict", "中心街道", [ids.county]);
  await node(ids.east, "community", "东街社区", [ids.county, ids.street]);
  await node(ids.grid, "grid", "第一网格", [ids.county, ids.street, ids.east]);
  await node(ids.roads, "department", "住建局", [ids.county]);
  for (const [id, title] of [
    [ids.desk, "派单员"],
    [ids.resident, "居民"],
    [ids.worker, "住建"],
  ] as const) {
    await insert("persons", { tenant_id: tenant, id, name: title, created_at: monday });
    await insert("accounts", { tenant_id: tenant, id, person_id: id, created_at: monday });
  }
  let count = 0;
  const put = async (state: string, more: Record<string, unknown> = {}, handler = false) => {
    const id = newId();
    await insert("cases", {
      tenant_id: tenant,
      id,
      no: `TL-20261120-${String(++count).padStart(4, "0")}`,
      pack_version: 1,
      state,
      tone: "working",
      version: 3,
      category: "road",
      words: `老案件${state}`,
      grams: [],
      visibility: "private",
      channel: "phone",
      reporter_id: ids.resident,
      reporter_name: "居民",
      place_id: ids.grid,
      area_id: ids.east,
      community_id: ids.east,
      entered_at: at(-20),
      submitted_at: at(-20 - count),
      ...more,
    });
    for (let seq = 1; seq <= 3; seq++)
      await insert("events", {
        tenant_id: tenant,
        id: newId(),
        subject_type: "case",
        subject_id: id,
        seq,
        type: "note",
        actor_name: "派单员",
        at: at(-20),
        data: { label: `旧事${seq}` },
      });
    if (handler)
      await insert("case_workers", {
        tenant_id: tenant,
        case_id: id,
        who_id: ids.worker,
        relation: "lead",
        name: "住建",
        body_id: ids.roads,
      });
    if (more.due_at)
      await insert("timers", {
        tenant_id: tenant,
        subject_type: "case",
        subject_id: id,
        kind: more.warn_at && !more.late ? "warn" : "late",
        at: more.warn_at ?? more.due_at,
      });
    return id;
  };
  cases.unplaced = await put("unplaced", {
    place_id: ids.street,
    area_id: ids.street,
    community_id: null,
    due_at: at(3),
  });
  cases.submitted = await put("submitted", { warn_at: at(1), due_at: at(2) });
  cases.offered = await put("offered", { due_at: at(2), mode: "assign" });
  await insert("case_workers", {
    tenant_id: tenant,
    case_id: cases.offered,
    who_id: ids.roads,
    relation: "offered",
    name: "住建局",
  });
  cases.working = await put("working", { warn_at: at(20), due_at: at(30), mode: "assign" }, true);
  cases.late = await put("working", { due_at: at(-5), late: true, mode: "assign" }, true);
  cases.paused = await put("asking", { paused_state: "working", paused_minutes: 90, mode: "assign" }, true);
  cases.done = await put(
    "done",
    { due_at: at(100), mode: "assign", facts: JSON.stringify({ result: "修好了" }) },
    true,
  );
  cases.closed = await put(
    "closed",
    { ended: true, ended_at: at(-1), stars: 5, solved: true, facts: JSON.stringify({ stars: 5, solved: true }) },
    true,
  );
  cases.rejected = await put("rejected", { ended: true, ended_at: at(-1) });
};

let app: RunningApp;
beforeAll(async () => {
  await adminQuery(inject("ownerUrl"), `create database ${name}`);
  const urls: DatabaseUrls = await provision(databaseUrl(inject("ownerUrl"), name));
  for (const file of readdirSync(migrationsFolder).filter((one) => one < "0004"))
    cpSync(join(migrationsFolder, file), join(folder, file));
  await migrate(urls.owner, folder);
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  await fill(owner).finally(() => owner.end());
  await migrate(urls.owner, migrationsFolder);
  await prepareJobs(urls.jobs);
  app = await startApp({
    urls,
    dataDir: folder,
    secrets: loadSecrets(folder),
    clock,
    log: createLog("silent", false),
    sms: { provider: "log" },
    publicUrl: undefined,
    connections: 6,
  });
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
  await adminQuery(inject("ownerUrl"), `drop database if exists ${name} with (force)`);
});

const actor = (accountId: string, title: string, nodeId?: string, rights: readonly string[] = []): Actor => ({
  tenant,
  accountId,
  sessionId: "s",
  name: title,
  homeId: null,
  grants: nodeId ? [{ id: "g", role: "desk", nodeId, rights: new Set(rights) }] : [],
});
const desk = actor(ids.desk, "派单员", ids.county, ["case.read", "case.readConfidential", "case.dispatch"]);
const worker = actor(ids.worker, "住建", ids.roads, ["case.take", "case.lead"]);
const resident = actor(ids.resident, "居民");

const view = (who: Actor, id: string | undefined) => app.services.cases.reading.view(who, id ?? "");
const act = async (who: Actor, caseId: string | undefined, action: string, data: object = {}) => {
  clock.advance(1000);
  const { version } = await view(who, caseId);
  const call: Call<Actor> = { actor: who, app: "api", ip: "", device: "", request: undefined, setSession: () => {} };
  await app.services.cases.act.act(call, { caseId: caseId ?? "", action, version, data: { ...data } });
  return view(desk, caseId);
};
const listed = async (who: Actor, query: object) =>
  (await app.services.cases.reading.list(who, { box: "desk", sort: "newest", limit: 100, ...query })).items;

describe("cases of the first release", () => {
  it("are all there, each with its state, limit and history", async () => {
    expect((await listed(desk, {})).length).toBe(Object.keys(cases).length);
    const times = Object.fromEntries(
      await Promise.all(Object.entries(cases).map(async ([key, id]) => [key, (await view(desk, id)).time])),
    );
    expect(times).toEqual({
      unplaced: "ok",
      submitted: "ok",
      offered: "ok",
      working: "ok",
      late: "late",
      paused: "paused",
      done: "ok",
      closed: "none",
      rejected: "none",
    });
    const one = await view(desk, cases.working);
    expect(one).toMatchObject({
      stateLabel: "办理中",
      workflow: "order",
      limits: [{ label: "办理中", dueAt: at(30).toISOString() }],
    });
    expect(one.timeline.map(({ label }) => label)).toEqual(["旧事1", "旧事2", "旧事3"]);
    expect((await view(desk, cases.closed)).rating).toEqual({ stars: 5, solved: true });
  });

  it("stand on the lists of their state, their limit and their people", async () => {
    const under = async (who: Actor, query: object) => (await listed(who, query)).map(({ id }) => id).sort();
    expect(await under(desk, { state: "order:working" })).toEqual([cases.working, cases.late].sort());
    expect(await under(desk, { state: "order:asking" })).toEqual([cases.paused]);
    expect(await under(desk, { box: "late" })).toEqual([cases.late]);
    expect(await under(desk, { box: "mine" })).toEqual([cases.unplaced, cases.submitted].sort());
    expect(await under(worker, { box: "mine" })).toEqual([cases.working, cases.late, cases.paused, cases.done].sort());
    expect(await under(worker, { box: "team" })).toContain(cases.offered);
  });

  it("go on: a stopped clock with what was left, the others to their ends", async () => {
    const resumed = await act(resident, cases.paused, "answer");
    expect(resumed).toMatchObject({ stateLabel: "办理中", time: "soon" });
    // 9:00 and an hour and a half of working time; a second has passed for the step.
    expect(resumed.dueAt?.slice(0, 16)).toBe(at(1.5).toISOString().slice(0, 16));
    expect((await act(desk, cases.submitted, "dispatch", { to: [ids.roads] })).stateLabel).toBe("待接单");
    expect((await act(worker, cases.offered, "accept")).stateLabel).toBe("办理中");
    expect((await act(worker, cases.late, "complete", { result: "好了" })).stateLabel).toBe("待评价");
    expect((await act(resident, cases.done, "rate", { stars: 4, solved: true })).stateLabel).toBe("已办结");
    expect((await act(desk, cases.unplaced, "place", { place: ids.east })).stateLabel).toBe("待派单");
  });

  it("ring when their limit comes, and not again what had rung", async () => {
    clock.advance(40 * 3_600_000);
    await app.services.cases.alarms.sweep();
    const labels = async (id: string | undefined) => (await view(desk, id)).timeline.map(({ label }) => label);
    expect((await labels(cases.working)).slice(3)).toEqual(["已超过时限：办理中"]);
    expect((await labels(cases.late)).filter((label) => label.startsWith("已超过"))).toEqual([]);
    expect((await view(desk, cases.submitted)).stateLabel).toBe("待派单");
  });
});
