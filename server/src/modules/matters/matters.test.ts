import { figuresApi } from "@ginkgo/shared/api/figures.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { checkPack } from "@ginkgo/shared/pack/check.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { monday, useApp } from "../../../test/app.ts";
import { registeringLand } from "../../../test/fixture-matters.ts";
import { testlandPeople as people, testlandPlace } from "../../../test/fixture-place.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Beginning } from "./index.ts";

const place = testlandPlace(registeringLand);
const world = useApp(place);
const tenant = registeringLand.code;

const actorOf = async (phone: string) => {
  const actor = await world.app.services.identity.actorByPhone(tenant, phone);
  if (!actor) throw new Error(`nobody has ${phone}`);
  return actor;
};

/** Someone registers with a community, as the module that keeps registrations would write it. */
const register = async (phone: string, code: string, more: Partial<Beginning> = {}) => {
  const actor = await actorOf(phone);
  const side = { id: actor.accountId, name: actor.name, bodyId: null };
  const nodeId = await world.node(code);
  const { db } = world.app.foundation;
  return db.inTenant(tenant, (tx) =>
    world.app.services.matters.moving.begin(tx, actor, {
      type: "registration",
      kind: "member",
      workflow: "registration",
      title: `${actor.name}报到`,
      nodeId,
      visibility: "parties",
      owner: side,
      holder: side,
      data: { words: "理发" },
      ...more,
    }),
  );
};

const east = "990001001001";
const view = async (phone: string, id: string) => (await world.as(phone))(mattersApi.view, { matterId: id });
const inboxOf = async (phone: string, id: string) => {
  await world.settle();
  const { body } = await (await world.as(phone))(notifyApi.inbox, {});
  return body.items.filter(({ matterId }) => matterId === id).map(({ text }) => text);
};

beforeAll(() => {
  const checked = checkPack(registeringLand);
  expect(checked.ok ? [] : checked.problems).toEqual([]);
});

describe("a matter", () => {
  it("is seen by its owner and the desk, and is not there for anyone else", async () => {
    const { id } = await register(people.resident, east);
    expect((await view(people.resident, id)).body).toMatchObject({
      mine: "owner",
      stateLabel: "待确认",
      facts: [{ label: "想做什么", text: "理发" }],
      actions: [],
    });
    expect((await view(people.desk, id)).body.actions.map(({ action }) => action)).toEqual([
      "confirm",
      "remark",
      "lapse",
    ]);
    const hidden = await view(people.worker, id);
    const unknown = await view(people.worker, "01900000-0000-7000-8000-000000000000");
    expect([hidden.status, hidden.problem.detail]).toEqual([404, unknown.problem.detail]);
  });

  it("moves by who may move it alone, and tells those concerned once", async () => {
    const { id } = await register(people.resident, east);
    const own = await (await world.as(people.resident))(mattersApi.act, {
      matterId: id,
      action: "confirm",
      version: 1,
      data: { days: 3 },
    });
    expect(own.status).toBe(403);
    const desk = await world.as(people.desk);
    const bad = await desk(mattersApi.act, { matterId: id, action: "confirm", version: 1, data: { days: 99 } });
    expect(bad.problem).toMatchObject({ code: "invalid-input", errors: [{ path: "data.days" }] });
    const done = await desk(mattersApi.act, { matterId: id, action: "confirm", version: 1, data: { days: 3 } });
    expect(done.body).toMatchObject({ stateLabel: "已报到", version: 2, tone: "working" });
    expect(await inboxOf(people.resident, id)).toEqual(["您已在东街社区报到，每月 3 天。"]);
    const late = await desk(mattersApi.act, { matterId: id, action: "confirm", version: 1, data: { days: 3 } });
    expect(late.problem.code).toBe("not-allowed-now");
  });

  it("is confirmed by one of two who press at once, and a repetition gets the first answer", async () => {
    const { id } = await register(people.resident, east);
    const desk = await world.as(people.desk);
    const press = (key: string) =>
      desk(mattersApi.act, { matterId: id, action: "confirm", version: 1, data: { days: 2 } }, { key });
    const answers = await Promise.all(["press-one-1", "press-two-2"].map(press));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? "press-one-1" : "press-two-2";
    expect((await press(winner)).status).toBe(200);
    const events = await world.query(`select 1 from events where subject_id = '${id}'`);
    expect(events).toHaveLength(2);
  });

  it("keeps a desk's remark from its owner", async () => {
    const { id } = await register(people.resident, east);
    const desk = await world.as(people.desk);
    await desk(mattersApi.act, { matterId: id, action: "remark", version: 1, data: { remark: "电话没人接" } });
    const labels = async (phone: string) => (await view(phone, id)).body.timeline.map(({ label }) => label);
    expect(await labels(people.desk)).toContain("备注");
    expect(await labels(people.resident)).not.toContain("备注");
  });

  it("is undone whole when what hears of a step refuses it", async () => {
    const { id } = await register(people.resident, east);
    let refuses = true;
    world.app.services.matters.moving.listen(async (_tx, { after }) => {
      if (refuses && after.id === id) throw new Refusal("conflict", "名额已满");
    });
    const desk = await world.as(people.desk);
    const step = { matterId: id, action: "confirm", version: 1, data: { days: 1 } };
    expect((await desk(mattersApi.act, step)).problem.code).toBe("conflict");
    expect((await view(people.desk, id)).body).toMatchObject({ version: 1, stateLabel: "待确认" });
    refuses = false;
    expect((await desk(mattersApi.act, step)).status).toBe(200);
  });

  it("warns once and lapses by itself when its limit has passed", async () => {
    world.clock.set(monday);
    const { id } = await register(people.resident, east);
    const { alarms } = world.app.services.matters;
    world.clock.set(new Date(monday.getTime() + 37 * 3_600_000));
    await alarms.sweep();
    await alarms.sweep();
    const warned = (await inboxOf(people.desk, id)).filter((text) => text.includes("还没有确认"));
    expect(warned).toHaveLength(1);
    world.clock.set(new Date(monday.getTime() + 49 * 3_600_000));
    await alarms.sweep();
    expect((await view(people.resident, id)).body).toMatchObject({ stateLabel: "已退出", ended: true });
    expect(await inboxOf(people.resident, id)).toHaveLength(1);
    world.clock.set(monday);
  });

  it("is not there for another place on the same server", async () => {
    const { id } = await register(people.resident, east);
    await world.prepare(place, "990001-2");
    const elsewhere = await world.as(people.desk, "990001-2");
    expect((await elsewhere(mattersApi.view, { matterId: id })).status).toBe(404);
  });
});

describe("figures of matters", () => {
  it("count them where they stand, each place once, and open the rows behind a number", async () => {
    const desk = await world.as(people.desk);
    const counted = async () => (await desk(figuresApi.figures, {})).body;
    const before = (await counted()).totals.values;
    const one = await register(people.resident, "990001101201");
    await register(people.worker, "990001101201");
    await desk(mattersApi.act, { matterId: one.id, action: "confirm", version: 1, data: { days: 5 } });
    const after = await counted();
    const grown = (metric: string) => (after.totals.values[metric] ?? 0) - (before[metric] ?? 0);
    expect([grown("registered"), grown("days"), grown("places")]).toEqual([1, 5, 1]);
    const rows = (await desk(figuresApi.figures, { by: "node" })).body.rows;
    expect(rows.find(({ label }) => label === "北山镇")?.values).toMatchObject({ registered: 1, places: 1, days: 5 });
    const opened = await desk(figuresApi.matters, { metric: "registered", by: "none" });
    expect(opened.body.items).toHaveLength(after.totals.values.registered ?? -1);
    expect(opened.body.items.map(({ id }) => id)).toContain(one.id);
  });
});
