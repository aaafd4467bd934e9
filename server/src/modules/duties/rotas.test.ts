import { dutiesApi, type Shift } from "@ginkgo/shared/api/duties.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { addDays, dayOf, minutesAt } from "@ginkgo/shared/day.ts";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { monday, useApp } from "../../../test/app.ts";
import { dutyLand, dutyPlace, dutyPeople as people, resident } from "../../../test/duties-place.ts";
import { type Line, shiftsBetween } from "./model.ts";

const world = useApp(dutyPlace());
const tenant = dutyLand.code;

const nodeNamed = async (name: string): Promise<string> => {
  const tree = await world.app.services.forest.tree(tenant);
  for (const node of tree.all()) if (node.name === name) return node.id;
  throw new Error(`no node ${name}`);
};
const idOf = async (phone: string) => (await world.app.services.identity.actorByPhone(tenant, phone))?.accountId ?? "";

let count = 0;
const line = (onDay: number, from: string, ids: readonly string[], needed = 1) => ({
  onDay,
  from,
  minutes: 180,
  label: "",
  needed,
  people: [...ids],
});
const aRota = async (lines: readonly object[], more: object = {}) => {
  const desk = await world.as(people.eastDesk);
  const { status, body, problem } = await desk(dutiesApi.addRota, {
    kind: "desk",
    nodeId: await nodeNamed("东街社区"),
    name: `值班${count++}`,
    cycle: "weekly",
    startsOn: "2026-11-23",
    signUp: false,
    lines: lines as never,
    ...more,
  });
  expect(status, problem.detail).toBe(200);
  return body;
};
const shiftsOf = async (rotaId: string, to = "2026-12-20"): Promise<Shift[]> => {
  const desk = await world.as(people.eastDesk);
  return (await desk(dutiesApi.shifts, { rotaId, from: "2026-11-23", to })).body.items;
};
const who = ({ people: on }: Shift) => on.map(({ name }) => name).join();

beforeEach(() => world.clock.set(monday));

describe("a rota", () => {
  it("is made into shifts ahead of time, each once, however often and by however many servers", async () => {
    const [a, b, c] = await Promise.all([0, 1, 2].map((i) => idOf(resident(i))));
    const rota = await aRota([line(2, "09:00", []), line(4, "09:00", [])], { turns: [a, b, c] });
    const before = await shiftsOf(rota.id);
    expect(before.map(who).slice(0, 4)).toEqual(["居民0", "居民1", "居民2", "居民0"]);
    await Promise.all(Array.from({ length: 5 }, () => world.app.services.duties.sweep()));
    expect((await shiftsOf(rota.id)).length).toBe(before.length);
    world.clock.set(new Date("2026-12-07T01:00:00Z"));
    await Promise.all(Array.from({ length: 3 }, () => world.app.services.duties.sweep()));
    const after = await shiftsOf(rota.id, "2027-01-03");
    expect(after.map(who).join("")).toMatch(/^(居民0居民1居民2)+(居民0)?(居民1)?$/);
    expect(new Set(after.map(({ startsAt }) => startsAt)).size).toBe(after.length);
  });

  it("falls on the last day of a month that is too short", () => {
    const one: Line = { id: "x", onDay: 31, fromMinute: 540, minutes: 60, label: "", needed: 1, people: [] };
    const rota = { cycle: "monthly" as const, turns: [], turnAt: 0 };
    const days = shiftsBetween(rota, [one], "2027-01-15", "2027-05-01").shifts.map(({ startsAt }) => dayOf(startsAt));
    expect(days).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
  });

  it("gives turns evenly and goes on where it stopped, into however many pieces the time is cut", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.record({ onDay: fc.integer({ min: 1, max: 7 }), needed: fc.integer({ min: 1, max: 3 }) }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 1, max: 27 }),
        (size, given, cut) => {
          const turns = Array.from({ length: size }, (_, i) => String(i));
          const lines = given.map(
            ({ onDay, needed }, i): Line => ({
              id: `${i}`,
              onDay,
              fromMinute: i,
              minutes: 60,
              label: "",
              needed,
              people: [],
            }),
          );
          const rota = { cycle: "weekly" as const, turns, turnAt: 0 };
          const [first, last] = ["2026-11-23", "2026-12-20"];
          const whole = shiftsBetween(rota, lines, first, last);
          const one = shiftsBetween(rota, lines, first, addDays(first, cut - 1));
          const two = shiftsBetween({ ...rota, turnAt: one.turnAt }, lines, addDays(first, cut), last);
          expect([...one.shifts, ...two.shifts]).toEqual(whole.shifts);
          const turn = turns.map((id) => whole.shifts.filter(({ people: on }) => on.includes(id)).length);
          expect(Math.max(...turn) - Math.min(...turn)).toBeLessThanOrEqual(1);
          for (const { people: on } of whole.shifts) expect(new Set(on).size).toBe(on.length);
        },
      ),
    );
  });

  it("changes from a day on: earlier shifts stay, later ones are made anew, those concerned are told once", async () => {
    const [a, b] = [await idOf(resident(0)), await idOf(resident(1))];
    const rota = await aRota([line(2, "09:00", [a])]);
    const desk = await world.as(people.eastDesk);
    const { status } = await desk(dutiesApi.changeRota, {
      rotaId: rota.id,
      version: 1,
      from: "2026-12-01",
      name: rota.name,
      signUp: false,
      lines: [line(2, "14:00", [b])],
    });
    expect(status).toBe(200);
    const shifts = await shiftsOf(rota.id, "2026-12-08");
    expect(shifts.map((one) => [who(one), minutesAt(new Date(one.startsAt)) / 60])).toEqual([
      ["居民0", 9],
      ["居民1", 14],
      ["居民1", 14],
    ]);
    await world.settle();
    const { body } = await (await world.as(resident(0)))(notifyApi.inbox, {});
    expect(
      body.items.filter(({ title }) => title.startsWith("值班表有调整") && title.includes(rota.name)),
    ).toHaveLength(2);
  });

  it("names overlaps, and lets the desk have its way only on purpose", async () => {
    const a = await idOf(resident(2));
    await aRota([line(3, "09:00", [a])]);
    const other = await aRota([line(3, "10:00", [])]);
    const [shift] = await shiftsOf(other.id);
    const desk = await world.as(people.eastDesk);
    const assign = (despite: boolean) =>
      desk(dutiesApi.assign, { shiftId: shift?.id ?? "", version: 1, people: [a], despite });
    const refused = await assign(false);
    expect(refused.problem).toMatchObject({ code: "conflict" });
    expect(refused.problem.detail).toContain("居民2在11月25日（周三）09:00–12:00已有");
    expect((await assign(true)).body.people.map(({ name }) => name)).toEqual(["居民2"]);
  });

  it("stands on the board without telephone numbers, for everyone and for no other place", async () => {
    const a = await idOf(resident(3));
    const rota = await aRota([line(1, "09:00", [a])], { startsOn: "2026-11-30" });
    world.clock.set(new Date("2026-11-30T02:00:00Z"));
    const get = (place: string) => world.app.http.inject({ url: `/api/v1/duties/board?place=${place}` });
    const body = (await get(tenant)).json();
    expect(body.items.find((one: { rota: string }) => one.rota === rota.name)).toMatchObject({
      people: ["居民3"],
      now: true,
    });
    expect(JSON.stringify(body)).not.toMatch(/1[3-9]\d{9}/);
    expect((await get("000000")).statusCode).toBe(404);
  });

  it("is not there for whoever has no part in it", async () => {
    const rota = await aRota([line(1, "09:00", [])]);
    const stranger = await world.as(people.westDesk);
    expect((await stranger(dutiesApi.rota, { rotaId: rota.id })).status).toBe(404);
    expect((await stranger(dutiesApi.shifts, { rotaId: rota.id, from: "2026-11-23", to: "2026-11-29" })).status).toBe(
      404,
    );
    expect((await stranger(dutiesApi.rotas, {})).body.items.map(({ id }) => id)).not.toContain(rota.id);
    expect((await stranger(dutiesApi.endRota, { rotaId: rota.id, version: 1 })).status).toBe(404);
  });

  it("gives the last place of a shift to one of many who put themselves down", async () => {
    const rota = await aRota([line(5, "09:00", [], 2)], { kind: "volunteers", signUp: true });
    const [shift] = await shiftsOf(rota.id);
    const tried = await Promise.all(
      Array.from({ length: 8 }, async (_, i) =>
        (await world.as(resident(i)))(dutiesApi.signUp, { shiftId: shift?.id ?? "" }),
      ),
    );
    expect(tried.filter(({ status }) => status === 200)).toHaveLength(2);
    expect((await shiftsOf(rota.id))[0]?.people).toHaveLength(2);
  });
});

describe("swapping", () => {
  let hour = 5;
  const two = async () => {
    // Every rota at another hour: nobody stands on two at once.
    hour += 4;
    const from = `${String(hour).padStart(2, "0")}:00`;
    const [a, b, c] = [await idOf(resident(4)), await idOf(resident(5)), await idOf(resident(6))];
    const rota = await aRota([line(2, from, [a]), line(4, from, [b]), line(6, from, [c])]);
    const [first, second] = await shiftsOf(rota.id, "2026-11-29");
    return { a, b, c, rota, first: first?.id ?? "", second: second?.id ?? "" };
  };

  it("exchanges both shifts when the other accepts, and tells the desk", async () => {
    const { b, first, second, rota } = await two();
    const asks = await world.as(resident(4));
    const other = await world.as(resident(5));
    const swap = await asks(dutiesApi.askSwap, { shiftId: first, toId: b, forShiftId: second });
    expect(swap.status, swap.problem.detail).toBe(200);
    expect((await asks(dutiesApi.answerSwap, { swapId: swap.body.id, answer: "accept" })).status).toBe(404);
    expect((await other(dutiesApi.myShifts, {})).body.swaps.map(({ id }) => id)).toEqual([swap.body.id]);
    expect((await other(dutiesApi.answerSwap, { swapId: swap.body.id, answer: "accept" })).status).toBe(200);
    expect((await shiftsOf(rota.id, "2026-11-29")).map(who)).toEqual(["居民5", "居民4", "居民6"]);
    await world.settle();
    const { body } = await (await world.as(people.eastDesk))(notifyApi.inbox, {});
    expect(body.items.some(({ title }) => title === `换班：${rota.name}`)).toBe(true);
  });

  it("counts one answer of two given at once: asked of two, one takes it over, the other hears so", async () => {
    const { b, c, first, rota } = await two();
    const asks = await world.as(resident(4));
    const [x, y] = [
      await asks(dutiesApi.askSwap, { shiftId: first, toId: b }),
      await asks(dutiesApi.askSwap, { shiftId: first, toId: c }),
    ];
    const answered = await Promise.all([
      (await world.as(resident(5)))(dutiesApi.answerSwap, { swapId: x.body.id, answer: "accept" }),
      (await world.as(resident(6)))(dutiesApi.answerSwap, { swapId: y.body.id, answer: "accept" }),
    ]);
    expect(answered.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [shift] = await shiftsOf(rota.id, "2026-11-29");
    expect(shift?.people).toHaveLength(1);
    expect(shift?.people[0]?.name).not.toBe("居民4");
  });

  it("asks colleagues only, and no one about a shift that has begun", async () => {
    const { b, first } = await two();
    const asks = await world.as(resident(4));
    const foreign = await asks(dutiesApi.askSwap, { shiftId: first, toId: await idOf(people.other) });
    expect(foreign.status).toBe(400);
    world.clock.set(new Date("2026-11-24T10:00:00Z"));
    expect((await asks(dutiesApi.askSwap, { shiftId: first, toId: b })).problem.code).toBe("not-allowed-now");
  });
});
