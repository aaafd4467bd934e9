import { careApi } from "@ginkgo/shared/api/care.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { monday, useApp } from "../../../test/app.ts";
import { dutyLand, dutyPlace, dutyPeople as people, resident } from "../../../test/duties-place.ts";

const world = useApp(dutyPlace());
const tenant = dutyLand.code;

const nodeNamed = async (name: string): Promise<string> => {
  const tree = await world.app.services.forest.tree(tenant);
  for (const node of tree.all()) if (node.name === name) return node.id;
  throw new Error(`no node ${name}`);
};
const idOf = async (phone: string) => (await world.app.services.identity.actorByPhone(tenant, phone))?.accountId ?? "";

const secrets = {
  name: "钱奶奶秘",
  phone: "13900001111",
  address: "机密巷 9 号",
  health: "糖尿病",
  guardian: "钱小儿",
  guardianPhone: "13900002222",
};
const leaked = /钱奶奶秘|13900001111|机密巷|糖尿病|钱小儿|13900002222|血压偏高/;

let count = 0;
const aPlan = async (more: object = {}) => {
  const desk = await world.as(people.eastDesk);
  const { status, body, problem } = await desk(careApi.addPlan, {
    kind: "alone",
    nodeId: await nodeNamed("东街社区"),
    person: { ...secrets, name: `${secrets.name}${count++}` },
    visitors: [await idOf(people.lead)],
    firstOn: "2026-11-25",
    ...more,
  });
  expect(status, problem.detail).toBe(200);
  return { desk, plan: body };
};

beforeEach(() => world.clock.set(monday));

describe("who is visited", () => {
  it("is sealed at rest and masked everywhere", async () => {
    const { desk, plan } = await aPlan();
    const lead = await world.as(people.lead);
    await lead(careApi.visit, { planId: plan.id, met: true, data: { did: "血压偏高，陪去医院" } });
    await desk(careApi.pause, { planId: plan.id, version: 2, until: "2026-12-20", reason: "糖尿病住院" });
    await desk(careApi.note, { planId: plan.id, words: "糖尿病药已送" });
    for (const table of ["care_plans", "care_entries", "care_visitors", "events", "inbox", "disclosures"]) {
      const rows = await world.query<{ all: string }>(
        `select row_to_json(t)::text as all from ${table} t where t.tenant_id = '${tenant}'`,
      );
      expect(rows.map(({ all }) => all).join("\n"), table).not.toMatch(leaked);
    }
    const list = JSON.stringify((await desk(careApi.plans, { box: "paused" })).body);
    expect(list).toContain("钱**");
    expect(list).not.toMatch(leaked);
    const file = await world.app.http.inject({
      url: "/api/v1/care/export.xlsx",
      headers: { authorization: `Bearer ${desk.token}` },
    });
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload.toString("latin1")).not.toMatch(/13900001111/);
  });

  it("is shown to visitors and their desk with a reason that is kept, and to nobody else, who is told nothing", async () => {
    const { desk, plan } = await aPlan();
    const shown = await desk(careApi.reveal, { planId: plan.id, reason: "联系家属" });
    expect(shown.body).toMatchObject({ phone: secrets.phone, health: secrets.health });
    const kept = await world.query<{ reason: string; what: string }>(
      `select reason, what from disclosures where tenant_id = '${tenant}' and subject_id = '${plan.id}'`,
    );
    expect(kept).toEqual([{ reason: "联系家属", what: "person" }]);
    for (const phone of [people.westDesk, people.other, resident(1), people.admin, people.leader]) {
      const call = await world.as(phone);
      const missing = { planId: "01990000-0000-7000-8000-000000000000" };
      const answers = [
        await call(careApi.plan, { planId: plan.id }),
        await call(careApi.reveal, { planId: plan.id, reason: "好奇" }),
        await call(careApi.visit, { planId: plan.id, met: true, data: { did: "x" } }),
        await call(careApi.note, { planId: plan.id, words: "x" }),
        await call(careApi.end, { planId: plan.id, version: 1, reason: "xx" }),
      ];
      const none = await call(careApi.plan, missing);
      for (const { status, problem } of answers) {
        expect(status).toBe(404);
        expect(problem.detail).toBe(none.problem.detail);
      }
      for (const whose of ["desk", "mine"] as const)
        expect((await call(careApi.plans, { whose, name: "钱奶奶秘0" })).body.items).toEqual([]);
      expect((await call(careApi.counts, {})).body.active).toBe(0);
    }
    expect(
      (await world.query(`select 1 from disclosures where tenant_id = '${tenant}' and reason = '好奇'`)).length,
    ).toBe(0);
  });

  it("is another place's never", async () => {
    const { plan } = await aPlan();
    await world.prepare(dutyPlace("990002"));
    const foreign = await world.as(people.eastDesk, "990002");
    expect((await foreign(careApi.plan, { planId: plan.id })).status).toBe(404);
    expect((await foreign(careApi.plans, {})).body.items).toEqual([]);
    const rows = await world.app.foundation.db.inTenant("990002", (tx) =>
      tx.sql.selectFrom("care_plans").select("id").execute(),
    );
    expect(rows).toEqual([]);
  });

  it("is found by the whole name", async () => {
    const { desk, plan } = await aPlan({ person: { ...secrets, name: "周桂兰" } });
    const find = async (name: string) => (await desk(careApi.plans, { name })).body.items.map(({ id }) => id);
    expect(await find("周桂兰")).toEqual([plan.id]);
    expect(await find("周桂")).toEqual([]);
  });
});

describe("visits", () => {
  it("count from the day they are made; whoever was not met is still due", async () => {
    const { plan } = await aPlan();
    const lead = await world.as(people.lead);
    const missed = await lead(careApi.visit, { planId: plan.id, met: false });
    expect(missed.status, missed.problem.detail).toBe(200);
    expect(missed.body).toMatchObject({ nextOn: "2026-11-25", lastVisitAt: null });
    expect((await lead(careApi.visit, { planId: plan.id, met: true })).problem.detail).toContain("做了什么");
    const done = await lead(careApi.visit, { planId: plan.id, met: true, data: { did: "打扫" } });
    expect(done.body).toMatchObject({ nextOn: "2026-11-30", due: "ok" });
    expect(done.body.entries.map(({ type }) => type)).toEqual(["visit", "not-met"]);
  });

  it("are written once when the request is repeated", async () => {
    const { plan } = await aPlan();
    const lead = await world.as(people.lead);
    const input = { planId: plan.id, met: true, data: { did: "买菜" } };
    await Promise.all([1, 2, 3].map(() => lead(careApi.visit, input, { key: "visit-once-1" })));
    const rows = await world.query(
      `select 1 from care_entries where tenant_id = '${tenant}' and plan_id = '${plan.id}'`,
    );
    expect(rows).toHaveLength(1);
  });

  it("are never changed afterwards, not even by a mistake of ours", async () => {
    await aPlan();
    await expect(
      world.app.foundation.db.inTenant(tenant, (tx) =>
        tx.sql.updateTable("care_entries").set({ account_name: "x" }).where("tenant_id", "=", tenant).execute(),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it("are reminded of before and warned of after, each once for each due day, however many servers look", async () => {
    const visitor = await world.as(people.worker);
    const { plan } = await aPlan({ visitors: [await idOf(people.worker)], person: { ...secrets, name: "孙一" } });
    const sweep = () => Promise.all(Array.from({ length: 4 }, () => world.app.services.care.sweep()));
    const told = async (call: typeof visitor, title: RegExp) => {
      await world.settle();
      return (await call(notifyApi.inbox, { limit: 200 })).body.items.filter(
        (one) => title.test(one.title) && /孙/.test(one.text),
      );
    };
    await sweep();
    expect(await told(visitor, /快到期/)).toHaveLength(1);
    world.clock.set(new Date("2026-11-26T02:00:00Z"));
    await sweep();
    await sweep();
    const desk = await world.as(people.eastDesk);
    expect(await told(desk, /逾期/)).toHaveLength(1);
    expect((await told(desk, /逾期/))[0]?.text).not.toMatch(/孙一/);
    await visitor(careApi.visit, { planId: plan.id, met: true, data: { did: "看望" } });
    world.clock.set(new Date("2026-12-05T02:00:00Z"));
    await sweep();
    expect(await told(desk, /逾期/)).toHaveLength(2);
    expect((await desk(careApi.plans, { box: "late" })).body.items[0]?.lateDays).toBeGreaterThan(0);
  });

  it("rest while someone is away, and begin again by themselves", async () => {
    const { desk, plan } = await aPlan();
    const paused = await desk(careApi.pause, { planId: plan.id, version: 1, until: "2026-12-01", reason: "住院" });
    expect(paused.body).toMatchObject({ status: "paused", due: "none", nextOn: null });
    world.clock.set(new Date("2026-12-01T02:00:00Z"));
    await world.app.services.care.sweep();
    expect((await desk(careApi.plan, { planId: plan.id })).body).toMatchObject({
      status: "active",
      nextOn: "2026-12-01",
    });
    const { body } = await desk(careApi.plan, { planId: plan.id });
    await desk(careApi.end, { planId: plan.id, version: body.version, reason: "搬走" });
    const lead = await world.as(people.lead);
    expect((await lead(careApi.visit, { planId: plan.id, met: true, data: { did: "x" } })).problem.code).toBe(
      "not-allowed-now",
    );
  });
});
