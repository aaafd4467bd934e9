import { places } from "@ginkgo/packs/index.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { type RegistrationDetail, registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, monday, people, tenant, useApp } from "../../../test/app.ts";
import { stageOf } from "./harness.ts";
import { isRegistered, registeredPeople } from "./index.ts";

const world = useApp();
const other = places[1]?.pack.code ?? "";

let community = "";
let compound = "";
let elsewhere = "";
let unit = "";
let otherUnit = "";
beforeAll(async () => {
  const stage = await stageOf(world);
  community = stage.community.id;
  elsewhere = stage.elsewhere.id;
  unit = stage.unit.id;
  compound = stage.compound.id;
  otherUnit = stage.otherUnit.id;
});

const member = () => world.as(people.resident);
const desk = () => world.as(people.desk);

const register = async (more: object = {}, who?: Caller): Promise<RegistrationDetail> => {
  const call = who ?? (await member());
  const { status, body, problem } = await call(registrationsApi.register, {
    kind: "member",
    node: compound,
    unit,
    skills: ["electrician"],
    ...more,
  });
  expect(status, problem.detail).toBe(200);
  return body;
};

const step = async (call: Caller, one: { id: string; version: number }, action: string, data = {}) => {
  const { body: seen } = await call(mattersApi.view, { matterId: one.id });
  return call(mattersApi.act, { matterId: one.id, action, version: seen.version, data });
};

const end = async (one: { id: string; version: number }) => {
  await step(await member(), one, "leave", { reason: "搬家" });
};

const listed = async (call: Caller, query: object) =>
  (await call(registrationsApi.list, { limit: 100, ...query } as never)).body.items;

describe("registering", () => {
  it("waits for the community, counts once confirmed, and is over when one leaves; then one may register anew", async () => {
    const one = await register();
    expect(one).toMatchObject({ stateLabel: "待社区确认", active: false, mine: true });
    const asked = (tx: Parameters<typeof isRegistered>[0], tree: Parameters<typeof isRegistered>[1], id: string) =>
      isRegistered(tx, tree, id, compound);
    const { services, foundation } = world.app;
    const me = await services.identity.actorByPhone(tenant, people.resident);
    const tree = await services.forest.tree(tenant);
    const registered = () => foundation.db.inTenant(tenant, (tx) => asked(tx, tree, me?.accountId ?? ""));
    expect(await registered()).toBe(false);
    expect((await step(await desk(), one, "confirm")).status).toBe(200);
    expect(await registered()).toBe(true);
    const found = await foundation.db.inTenant(tenant, (tx) =>
      registeredPeople(tx, tree, [compound], { skills: ["electrician"] }),
    );
    expect(found.map(({ accountId, unitId }) => ({ accountId, unitId }))).toEqual([
      { accountId: me?.accountId, unitId: unit },
    ]);
    expect(await foundation.db.inTenant(tenant, (tx) => registeredPeople(tx, tree, [elsewhere]))).toEqual([]);

    await end(one);
    expect(await registered()).toBe(false);
    const again = await register();
    expect(again.id).not.toBe(one.id);
    await step(await member(), again, "withdraw");
  });

  it("lets one of two through that come at the same moment, and tells the other that it is there already", async () => {
    const call = await member();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call(registrationsApi.register, { kind: "member", node: compound })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.every(({ problem }) => problem.code === "conflict" && problem.detail.includes("无需重复"))).toBe(
      true,
    );
    const won = answers.find(({ status }) => status === 200);
    if (won) await step(call, won.body, "withdraw");
  });

  it("says what is wrong with a place, a unit, a skill or a time that cannot be", async () => {
    const call = await member();
    const refusal = async (more: object) => {
      const { status, problem } = await call(registrationsApi.register, { kind: "member", node: compound, ...more });
      expect(status).toBe(400);
      return problem.errors?.[0]?.path;
    };
    expect(await refusal({ kind: "nothing" })).toBe("kind");
    expect(await refusal({ node: unit })).toBe("node");
    expect(await refusal({ unit: compound })).toBe("unit");
    expect(await refusal({ skills: ["flying"] })).toBe("skills[0]");
    expect(await refusal({ free: [{ day: 1, from: 600, to: 540 }] })).toBe("free[0].to");
  });

  it("lets nobody register a unit but who speaks for it, and keeps that to the unit's own", async () => {
    const draft = { kind: "unit", node: community, body: unit };
    expect((await (await member())(registrationsApi.register, draft)).status).toBe(403);
    const clerk = await world.as(people.housing);
    const { body: one } = await clerk(registrationsApi.register, draft);
    expect(one).toMatchObject({ who: "unit", name: expect.any(String), mine: true });
    expect((await clerk(registrationsApi.register, draft)).status).toBe(409);
    expect((await (await member())(registrationsApi.view, { registrationId: one.id })).status).toBe(404);
    await step(await desk(), one, "confirm");
    expect((await listed(clerk, { box: "mine" })).map(({ id }) => id)).toContain(one.id);
  });

  it("begins confirmed when the community enters somebody who came by; others may not", async () => {
    const draft = { kind: "member", node: compound, unit, person: { name: "来登记", phone: "13900001234" } };
    expect((await (await member())(registrationsApi.register, draft)).status).toBe(403);
    const { body, status } = await (await desk())(registrationsApi.register, draft);
    expect(status).toBe(200);
    expect(body).toMatchObject({ active: true, name: "来登记", phone: "139****1234", unitSees: false });
    const mixed = { ...draft, person: { name: "别的名字", phone: "13900001234" }, node: community };
    expect((await (await desk())(registrationsApi.register, mixed)).problem.code).toBe("conflict");
  });
});

describe("a compound that is merged into another", () => {
  it("takes its registrations with it, and does not make two of one", async () => {
    const tree = await world.app.services.forest.tree(tenant);
    const [from, into] = tree
      .children(community)
      .filter(({ tier, id }) => tier === "compound" && id !== compound)
      .slice(-2);
    if (!from || !into) throw new Error("there are compounds");
    const one = await register({ node: from.id });
    const double = await register({ node: into.id });
    const moved = await register({ node: from.id }, await world.as(people.gridWorker));
    const admin = await world.as(people.admin);
    const merge = await admin(orgApi.mergeNode, { nodeId: from.id, version: from.version, into: into.id });
    expect(merge.status, merge.problem.detail).toBe(200);
    const seen = async (id: string) =>
      (await (await desk())(registrationsApi.view, { registrationId: id })).body.node.id;
    expect(await seen(moved.id)).toBe(into.id);
    expect(await seen(double.id)).toBe(into.id);
    for (const each of [one, double]) await step(await member(), each, "withdraw");
    await step(await world.as(people.gridWorker), moved, "withdraw");
  });
});

describe("who sees it", () => {
  it("shows a unit nothing without consent, and nothing again when it is taken back", async () => {
    const clerk = await world.as(people.housing);
    const one = await register();
    await step(await desk(), one, "confirm");
    const seen = async () => ({
      view: (await clerk(registrationsApi.view, { registrationId: one.id })).status,
      matter: (await clerk(mattersApi.view, { matterId: one.id })).status,
      listed: (await listed(clerk, { box: "unit" })).some(({ id }) => id === one.id),
    });
    expect(await seen()).toEqual({ view: 404, matter: 404, listed: false });

    const call = await member();
    expect((await call(registrationsApi.consent, { registrationId: one.id, agreed: true })).status).toBe(200);
    expect(await seen()).toEqual({ view: 200, matter: 200, listed: true });
    // Nobody agrees for somebody else.
    expect((await clerk(registrationsApi.consent, { registrationId: one.id, agreed: false })).status).toBe(403);

    const { body } = await call(registrationsApi.consent, { registrationId: one.id, agreed: false });
    expect(body.matter.timeline.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["同意单位查看参与记录", "收回同意，单位不再看到参与记录"]),
    );
    expect(await seen()).toEqual({ view: 404, matter: 404, listed: false });
    await end(one);
  });

  it("keeps consent to the unit it was given to", async () => {
    const clerk = await world.as(people.housing);
    const one = await register({ unitSees: true });
    expect((await clerk(registrationsApi.view, { registrationId: one.id })).status).toBe(200);
    const call = await member();
    const { body } = await call(registrationsApi.edit, {
      registrationId: one.id,
      version: one.version,
      unit: otherUnit,
    });
    expect(body).toMatchObject({ unit: { id: otherUnit }, unitSees: false });
    expect((await clerk(registrationsApi.view, { registrationId: one.id })).status).toBe(404);
    await step(call, one, "withdraw");
  });

  it("hides it from another community, another resident and another place", async () => {
    const one = await register();
    const neighbour = await world.as(people.neighbour);
    expect((await neighbour(registrationsApi.view, { registrationId: one.id })).status).toBe(404);
    expect((await neighbour(registrationsApi.list, {})).status).toBe(403);
    expect(await listed(neighbour, { box: "mine" })).toEqual([]);
    expect((await listed(await desk(), { under: elsewhere })).length).toBe(0);
    const shipped = places[1];
    if (shipped) await world.prepare(shipped);
    const stranger = await world.as(people.desk, other);
    expect((await stranger(registrationsApi.view, { registrationId: one.id })).status).toBe(404);
    await step(await member(), one, "withdraw");
  });

  it("masks names for who reads but does not keep the register, and numbers for everybody", async () => {
    const one = await register();
    const [keeper] = await listed(await desk(), { standing: "waiting" });
    expect(keeper?.name).not.toContain("*");
    expect(keeper?.phone).toContain("****");
    const leader = await world.as("19900000012");
    const [masked] = await listed(leader, { standing: "waiting" });
    expect(masked?.name).toContain("*");
    expect(await listed(leader, { q: keeper?.name })).toEqual([]);
    expect((await listed(await desk(), { q: keeper?.name })).map(({ id }) => id)).toContain(one.id);
    expect((await leader(registrationsApi.contact, { registrationId: one.id, reason: "好奇" })).status).toBe(403);
    const contact = await (await desk())(registrationsApi.contact, { registrationId: one.id, reason: "核对信息" });
    expect(contact.body.phone).toBe(people.resident);
    const kept = await world.query<{ reason: string }>(
      `select reason from disclosures where tenant_id = '${tenant}' and subject_type = 'registration'`,
    );
    expect(kept).toEqual([{ reason: "核对信息" }]);
    await step(await member(), one, "withdraw");
  });
});

describe("the yearly review", () => {
  it("falls due after a year, warns before, ends by itself when nobody looks, and can be renewed", async () => {
    const one = await register();
    await step(await desk(), one, "confirm");
    const sweep = async (day: string) => {
      world.clock.set(new Date(`${day}T02:00:00Z`));
      await world.app.services.matters.alarms.sweep();
    };
    // Sessions end long before a year does: the services are asked as these people.
    const { registrations, matters, identity } = world.app.services;
    const actorOf = async (phone: string) => {
      const actor = await identity.actorByPhone(tenant, phone);
      if (!actor) throw new Error(`nobody has ${phone}`);
      return actor;
    };
    const seen = async () => {
      const { stateLabel, active } = await registrations.view(await actorOf(people.resident), one.id);
      return { state: stateLabel, active };
    };
    const told = async () =>
      world.query<{ text: string }>(
        `select distinct i.text from inbox i where i.tenant_id = '${tenant}' and i.matter_id = '${one.id}' and i.text like '%复核%'`,
      );
    await sweep("2027-10-20");
    await world.settle();
    expect(await told()).toEqual([]);
    await sweep("2027-10-25");
    await world.settle();
    expect(await told()).toHaveLength(1);
    expect(await seen()).toEqual({ state: "已报到", active: true });
    await sweep("2027-11-24");
    expect(await seen()).toEqual({ state: "待复核", active: true });
    const keeper = await actorOf(people.desk);
    const { version } = await matters.view(keeper, one.id);
    const call = { actor: keeper, app: "api", ip: "", device: "", request: undefined, setSession: () => {} } as const;
    await matters.act(call, { matterId: one.id, action: "renew", version, data: {} });
    expect(await seen()).toEqual({ state: "已报到", active: true });
    await sweep("2028-11-24");
    expect(await seen()).toEqual({ state: "待复核", active: true });
    await sweep("2028-12-26");
    expect(await seen()).toEqual({ state: "复核未通过", active: false });
    world.clock.set(monday);
  });
});
