import { bulletinApi, feedbackApi } from "@ginkgo/shared/api/bulletin.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { monday, people, tenant, useApp } from "../../../test/app.ts";
import { stageOf } from "./harness.ts";
import { lastPeriod, periodLabel } from "./period.ts";

const world = useApp();
let east = "";
let south = "";
let compound = "";
let unit = "";
let agreedOne = "";
let silentOne = "";

const accountOf = async (phone: string): Promise<string> => {
  const actor = await world.app.services.identity.actorByPhone(tenant, phone);
  return actor?.accountId ?? "";
};

const registered = async (phone: string, node: string, keeper: string, unitSees: boolean): Promise<string> => {
  const call = await world.as(phone);
  const { body } = await call(registrationsApi.register, { kind: "member", node, unit, unitSees });
  const step = { matterId: body.id, action: "confirm", version: 1 };
  expect((await (await world.as(keeper))(mattersApi.act, step)).status).toBe(200);
  return body.id;
};

/** A claim somebody carried through, as it stands once it is over. */
const claimed = async (id: string, phone: string, area: string, at: string) => {
  const account = await accountOf(phone);
  await world.query(`insert into matters (tenant_id, id, type, kind, code, title, pack_version, workflow, state, active, tone,
    ended, version, entered_at, visibility, place_id, area_id, owner_id, owner_name, holder_id, holder_name, created_at, ended_at)
    values ('${tenant}', '${id}', 'claim', 'need', 'code-${id}', '修好楼道灯', 1, 'member-registration', 'left', '{}', 'done',
    true, 1, '${at}', 'place', '${area}', '${area}', '${account}', '某人', '${account}', '某人', '${at}', '${at}')`);
};

beforeAll(async () => {
  const stage = await stageOf(world);
  east = stage.community.id;
  south = stage.elsewhere.id;
  unit = stage.unit.id;
  compound = stage.compound.id;
  agreedOne = await registered(people.resident, compound, people.desk, true);
  silentOne = await registered(people.neighbour, south, people.countyDesk, false);
  await claimed("0199aaaa-0000-7000-8000-000000000001", people.resident, east, "2026-11-23T03:00:00Z");
  await claimed("0199aaaa-0000-7000-8000-000000000002", people.neighbour, east, "2026-11-23T04:00:00Z");
});
afterEach(() => world.clock.set(monday));

describe("periods", () => {
  it("are the last ones that are over in China, also in the first hours of a year", () => {
    const newYear = new Date("2026-12-31T16:30:00Z");
    expect(lastPeriod("monthly", newYear)).toMatchObject({ id: "2026-12", to: new Date("2026-12-31T16:00:00Z") });
    expect(lastPeriod("quarterly", newYear).id).toBe("2026-Q4");
    expect(lastPeriod("quarterly", monday)).toEqual({
      id: "2026-Q3",
      from: new Date("2026-06-30T16:00:00Z"),
      to: new Date("2026-09-30T16:00:00Z"),
    });
    expect(lastPeriod("yearly", monday).id).toBe("2025");
    expect(["2026-Q3", "2026-10", "2026"].map(periodLabel)).toEqual(["2026 年第三季度", "2026 年 10 月", "2026 年"]);
  });
});

describe("the daily bulletin", () => {
  it("counts who registered and what was done, for each community, and opens its rows to the desk alone", async () => {
    const desk = await world.as(people.desk);
    const { body } = await desk(bulletinApi.bulletin, { day: "2026-11-23" });
    expect(body.sums).toMatchObject({ newPeople: 2, people: 2, compounds: 1, claims: 2, units: 0 });
    expect(body.lines.find(({ node }) => node.id === east)?.sums).toMatchObject({ people: 1, compounds: 1, claims: 2 });
    expect(body.may.rows).toBe(false);
    const own = await desk(bulletinApi.bulletin, { day: "2026-11-23", under: east });
    expect(own.body).toMatchObject({ sums: { newPeople: 1 }, may: { rows: true } });
    const rows = await desk(registrationsApi.list, { from: "2026-11-23", to: "2026-11-23", under: east });
    expect(rows.body.items.map(({ id }) => id)).toEqual([agreedOne]);
    const county = await world.as(people.countyDesk);
    expect((await county(registrationsApi.list, { asOf: "2026-11-23" })).body.items).toHaveLength(2);
    expect((await county(registrationsApi.list, { asOf: "2026-11-22" })).body.items).toHaveLength(0);
    expect((await county(bulletinApi.compounds, {})).body.items).toMatchObject([{ node: { id: compound }, people: 1 }]);

    const resident = await world.as(people.gridWorker);
    expect((await resident(bulletinApi.bulletin, {})).body.sums.people).toBe(2);
    expect((await resident(registrationsApi.list, {})).status).toBe(403);
    expect((await resident(bulletinApi.bulletin, { day: "2027-01-01" })).status).toBe(400);
  });

  it("has a community's page with sums for all and a unit's page for the unit and the desks", async () => {
    const resident = await world.as(people.gridWorker);
    const page = await resident(bulletinApi.communityPage, { nodeId: compound });
    expect(page.body).toMatchObject({ node: { id: east }, may: { rows: false }, today: { people: 1 } });
    expect(page.body.kinds).toMatchObject([{ kind: "member", active: 1 }]);
    expect((await resident(bulletinApi.unitPage, { nodeId: unit })).status).toBe(404);
    const clerk = await (await world.as(people.housing))(bulletinApi.unitPage, { nodeId: unit });
    expect(clerk.body).toMatchObject({ people: { agreed: 1, records: true }, may: { speak: true } });
    expect(clerk.body.people?.communities.map(({ active }) => active)).toEqual([1, 1]);
  });
});

describe("feedback to the unit", () => {
  const sweep = () => world.app.services.registrations.making.sweep();
  const desk = () => world.as(people.desk);

  it("is made once for the period, looked through by each community, and sent once; the unit sees who agreed", async () => {
    world.clock.set(new Date("2027-01-01T00:30:00Z"));
    await sweep();
    await Promise.all([sweep(), sweep()]);
    const { identity, registrations } = world.app.services;
    const actorOf = async (phone: string) => {
      const actor = await identity.actorByPhone(tenant, phone);
      if (!actor) throw new Error(`nobody has ${phone}`);
      return actor;
    };
    const callOf = async (phone: string) =>
      ({
        actor: await actorOf(phone),
        app: "api",
        ip: "",
        device: "",
        request: undefined,
        setSession: () => {},
      }) as const;
    const all = { box: "desk", standing: "all", limit: 50 } as const;
    const { items } = await registrations.feedback.list(await actorOf(people.countyDesk), all);
    expect(items).toHaveLength(1);
    const [one] = items;
    if (!one) throw new Error("it is there");
    expect(one).toMatchObject({
      period: "2026-Q4",
      sums: { people: 2, joined: 2, left: 0, claims: 2 },
      waitingFor: expect.arrayContaining([
        expect.objectContaining({ id: east }),
        expect.objectContaining({ id: south }),
      ]),
    });
    // Before it is sent the unit has nothing.
    const clerk = await actorOf(people.housing);
    expect((await registrations.feedback.list(clerk, { ...all, box: "unit" })).items).toEqual([]);
    await expect(registrations.feedback.view(clerk, one.id)).rejects.toMatchObject({ code: "not-found" });

    const eastDesk = await callOf(people.desk);
    const seen = await registrations.feedback.view(eastDesk.actor, one.id);
    expect(seen.lines.map(({ registrationId }) => registrationId)).toEqual([agreedOne]);
    await expect(registrations.feedback.say(eastDesk, one.id, silentOne, "好")).rejects.toMatchObject({
      code: "not-found",
    });
    await registrations.feedback.say(eastDesk, one.id, agreedOne, "热心，随叫随到");
    const once = await registrations.feedback.confirm(eastDesk, one.id, east);
    expect(once.sentAt).toBeNull();
    await expect(registrations.feedback.say(eastDesk, one.id, agreedOne, "再改")).rejects.toMatchObject({
      code: "not-allowed-now",
    });
    const sent = await registrations.feedback.confirm(await callOf(people.countyDesk), one.id, south);
    expect(sent.sentAt).not.toBeNull();

    const got = await registrations.feedback.view(clerk, one.id);
    expect(got.sums.people).toBe(2);
    expect(got.lines).toMatchObject([
      {
        registrationId: agreedOne,
        claims: 1,
        words: "热心，随叫随到",
        deeds: [{ type: "claim", title: "修好楼道灯" }],
      },
    ]);
    // Consent taken back counts for what has been sent as well.
    await registrations.consent(await callOf(people.resident), agreedOne, false);
    expect((await registrations.feedback.view(clerk, one.id)).lines).toEqual([]);

    await registrations.making.tellUnit({ tenant, feedbackId: one.id });
    await registrations.making.tellUnit({ tenant, feedbackId: one.id });
    await sweep();
    const told = await world.query(
      `select 1 from inbox where tenant_id = '${tenant}' and account_id = '${clerk.accountId}' and title = '收到社区反馈'`,
    );
    expect(told).toHaveLength(1);
  });

  it("goes out by itself when nobody looks through it in time", async () => {
    const { registrations, identity } = world.app.services;
    world.clock.set(new Date("2027-04-01T00:30:00Z"));
    await sweep();
    const actor = await identity.actorByPhone(tenant, people.countyDesk);
    if (!actor) throw new Error("no desk");
    const waiting = { box: "desk", standing: "waiting", limit: 50 } as const;
    expect((await registrations.feedback.list(actor, waiting)).items).toHaveLength(1);
    world.clock.set(new Date("2027-04-12T00:30:00Z"));
    await sweep();
    expect((await registrations.feedback.list(actor, waiting)).items).toEqual([]);
  });

  it("is not there for anybody else", async () => {
    const stranger = await world.as(people.gridWorker);
    expect((await stranger(feedbackApi.list, {})).status).toBe(403);
    expect((await stranger(feedbackApi.list, { box: "unit" })).body.items).toEqual([]);
    expect((await (await desk())(feedbackApi.list, {})).status).toBe(200);
  });
});
