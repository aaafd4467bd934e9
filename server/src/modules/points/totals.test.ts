import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { testlandPeople } from "../../../test/fixture-place.ts";
import { deedOf, folk, inPlace, pointsPack, pointsPlace, volunteers } from "../../../test/fixture-points.ts";
import type { NodeSum } from "./repo/recognised.ts";
import { shownOf } from "./totals.ts";

const world = useApp(pointsPlace());
const ledger = () => inPlace(world);
const node = (code: string) => world.node(code);
const east = () => node("990001001001");
const west = () => node("990001001002");

/** Since long ago, so that each test has a year of its own for its deeds. */
const join = async (phones: readonly string[]) => {
  for (const phone of phones) await (await world.as(phone))(pointsApi.join, {});
  await world.query("update point_members set joined_at = '2016-01-01'");
};
const on = (day: string) => ({ at: new Date(`${day}T09:00:00+08:00`) });
const recognised = async (who: string, query: { node?: string; period?: string } = {}) =>
  (await world.as(who))(pointsApi.recognised, query);

describe("mutual recognition", () => {
  it("counts a deed at the unit and at home, and once above both", async () => {
    const four = volunteers.slice(0, 4);
    await join(four);
    // All four for the waterworks; two are at home in the east, two in the west.
    for (const [i, phone] of four.entries())
      await ledger().credit(await deedOf(world, phone, { homeId: await node(i % 2 === 0 ? "b1" : "wb1") }));
    // Two more of the east's for no unit.
    const more = volunteers.slice(4, 6);
    await join(more);
    for (const phone of more) await ledger().credit(await deedOf(world, phone, { unitId: null }));

    const county = (await recognised(testlandPeople.admin)).body;
    expect(county).toMatchObject({
      period: "2026",
      home: { points: 60, deeds: 6 },
      unit: { points: 40, deeds: 4 },
      together: { points: 60, deeds: 6 },
    });
    expect((await recognised(testlandPeople.admin, { node: await east() })).body).toMatchObject({
      home: { points: 40, deeds: 4 },
      unit: { points: 0, deeds: 0 },
      together: { points: 40, deeds: 4 },
    });
    expect((await recognised(testlandPeople.admin, { node: await node("water") })).body).toMatchObject({
      home: { points: 0, deeds: 0 },
      unit: { points: 40, deeds: 4 },
      together: { points: 40, deeds: 4 },
    });
  });

  it("shrinks with what is taken back, in the time in which it was done", async () => {
    const three = volunteers.slice(6, 9);
    await join(three);
    const deeds = await Promise.all(three.map((phone) => deedOf(world, phone, on("2021-02-10"))));
    for (const deed of deeds) await ledger().credit(deed);
    const [first] = deeds;
    await ledger().reverse(first?.sourceKey ?? "");
    const february = (await recognised(testlandPeople.admin, { period: "2021-02" })).body;
    expect(february).toMatchObject({ home: { points: 20, deeds: 2 }, unit: { points: 20, deeds: 2 } });
    expect((await recognised(testlandPeople.admin, { period: "2021-03" })).body.together).toEqual({
      points: 0,
      deeds: 0,
    });
    expect((await recognised(testlandPeople.admin, { period: "2026" })).body.together).toEqual({
      points: 60,
      deeds: 6,
    });
  });

  it("counts at the county what is recognised nowhere", async () => {
    const three = volunteers.slice(9, 12);
    await join(three);
    for (const phone of three)
      await ledger().credit(await deedOf(world, phone, { unitId: null, homeId: null, ...on("2022-02-10") }));
    const county = (await recognised(testlandPeople.admin, { period: "2022" })).body;
    const none = { points: 0, deeds: 0 };
    expect(county).toMatchObject({ home: none, unit: none, together: { points: 30, deeds: 3 }, rows: [] });
  });
});

describe("a sum", () => {
  it("says nothing where fewer than three people stand behind it", async () => {
    const [one = "", two = "", three = ""] = volunteers.slice(12, 15);
    await join([one, two, three]);
    const home = { homeId: await node("wb1"), unitId: await node("roads"), ...on("2023-05-01") };
    for (let i = 0; i < 5; i++) await ledger().credit(await deedOf(world, one, home));
    await ledger().credit(await deedOf(world, two, home));
    const few = (await recognised(testlandPeople.admin, { node: await west(), period: "2023" })).body;
    expect(few).toMatchObject({ home: null, unit: { points: 0, deeds: 0 }, together: null });
    const road = (await recognised(testlandPeople.admin, { node: await node("roads"), period: "2023" })).body;
    expect(road).toMatchObject({ unit: null, together: null });
    await ledger().credit(await deedOf(world, three, home));
    const enough = (await recognised(testlandPeople.admin, { node: await west(), period: "2023" })).body;
    expect(enough.home).toEqual({ points: 70, deeds: 7 });
    expect(enough.rows.map((row) => row.home)).toEqual([{ points: 70, deeds: 7 }]);
  });

  it("is not told by what is shown beside it", () => {
    const row = (nodeId: string, people: number): NodeSum => ({ nodeId, side: "home", points: 10, deeds: 1, people });
    const shown = (...rows: NodeSum[]) => [...shownOf(rows)].map(({ nodeId }) => nodeId).toSorted();
    expect(shown(row("a", 5), row("b", 3))).toEqual(["a", "b"]);
    expect(shown(row("a", 5), row("b", 3), row("c", 1))).toEqual(["a"]);
    expect(shown(row("a", 5), row("b", 3), row("c", 2), row("d", 2))).toEqual(["a", "b"]);
    expect(shown(row("c", 2))).toEqual([]);
  });

  it("is read by who leads there, works there or lives there, and by nobody else", async () => {
    const status = async (who: string, code: string) => (await recognised(who, { node: await node(code) })).status;
    expect(await status(folk.clerk, "water")).toBe(200);
    expect(await status(folk.clerk, "roads")).toBe(404);
    expect(await status(folk.secretary, "990001001001")).toBe(200);
    expect(await status(folk.secretary, "990001001002")).toBe(404);
    expect(await status(volunteers[0] ?? "", "990001001001")).toBe(200);
    expect(await status(volunteers[0] ?? "", "990001001002")).toBe(404);
    expect(await status(volunteers[0] ?? "", "water")).toBe(404);
    expect(await status(volunteers[0] ?? "", "990001")).toBe(404);
    expect(await status(folk.eastDesk, "990001001001")).toBe(200);
    expect(await status(folk.eastDesk, "990001")).toBe(404);
    expect((await recognised(volunteers[0] ?? "")).body.node.name).toBe("东街社区");
    expect((await recognised(folk.clerk)).body.node.name).toBe("自来水公司");
  });

  it("is of whole years and months only", async () => {
    for (const period of ["2026-11-23", "2026-13", "26", "x", "2026-1"])
      expect((await recognised(testlandPeople.admin, { period })).status, period).toBe(400);
  });

  it("names nobody", async () => {
    const text = JSON.stringify((await recognised(testlandPeople.admin)).body);
    expect(text).not.toMatch(/志愿者|account|199/);
  });
});

describe("the ranking", () => {
  it("holds those who chose it, by what they earned this year, and no one else", async () => {
    const [a = "", b = "", c = "", shy = ""] = volunteers.slice(20, 24);
    await join([a, b, c, shy]);
    for (const [phone, times] of [
      [a, 1],
      [b, 3],
      [c, 1],
      [shy, 5],
    ] as const)
      for (let i = 0; i < times; i++) await ledger().credit(await deedOf(world, phone));
    for (const phone of [a, b, c]) await (await world.as(phone))(pointsApi.setRanked, { ranked: true });
    const seen = async (who: string) => (await (await world.as(who))(pointsApi.ranking, {})).body.rows;
    expect(await seen(a)).toEqual([
      { rank: 1, name: "志愿者21", points: 30, me: false },
      { rank: 2, name: "志愿者20", points: 10, me: true },
      { rank: 2, name: "志愿者22", points: 10, me: false },
    ]);
    expect((await seen(shy)).some(({ name }) => name === "志愿者23")).toBe(false);
    await (await world.as(b))(pointsApi.setRanked, { ranked: false });
    await (await world.as(c))(pointsApi.leave, {});
    expect((await seen(a)).map(({ name }) => name)).toEqual(["志愿者20"]);
    const back = (await (await world.as(c))(pointsApi.join, {})).body;
    expect(back.ranked).toBe(false);
  });

  it("is nobody's who does not take part, and is not chosen by who does not", async () => {
    const outsider = await world.as(testlandPeople.resident);
    expect((await outsider(pointsApi.ranking, {})).status).toBe(404);
    expect((await outsider(pointsApi.setRanked, { ranked: true })).problem.detail).toContain("请先加入");
  });
});

describe("a place whose pack has no ranking, or no points", () => {
  const place = (code: string, more: object) =>
    pointsPlace({ ...pointsPack, id: `land-${code}`, code, ...more } as typeof pointsPack);

  it("has none", async () => {
    await world.prepare(place("990101", { participation: { points: "opt-in", ranking: "off", checkIn: "voluntary" } }));
    const call = await world.as(volunteers[0] ?? "", "990101");
    await call(pointsApi.join, {});
    expect((await call(pointsApi.ranking, {})).status).toBe(404);
    expect((await call(pointsApi.setRanked, { ranked: true })).problem.detail).toContain("没有积分榜");
    expect((await call(pointsApi.mine, {})).body).toMatchObject({ ranking: false, ranked: false });
  });

  it("answers that there is nothing of the kind", async () => {
    await world.prepare(place("990102", { participation: { points: "off", checkIn: "voluntary" }, points: undefined }));
    const call = await world.as(volunteers[0] ?? "", "990102");
    const { status, problem } = await call(pointsApi.mine, {});
    expect([status, problem.detail]).toEqual([404, "本地没有开展志愿积分。"]);
    const { db } = world.app.foundation;
    const deed = await deedOf(world, volunteers[0] ?? "");
    expect(await db.inTenant("990102", (tx) => world.app.services.points.port.credit(tx, deed))).toBe(0);
  });

  it("sees nothing of another place", async () => {
    const elsewhere = await world.as(testlandPeople.admin, "990101");
    expect((await elsewhere(pointsApi.recognised, {})).body.together).toEqual({ points: 0, deeds: 0 });
    const desk = await world.as(testlandPeople.desk, "990101");
    expect((await desk(pointsApi.ledger, {})).body.items).toEqual([]);
    const [entry] = (await (await world.as(volunteers[0] ?? ""))(pointsApi.entries, {})).body.items;
    const entryId = entry?.id ?? "";
    expect((await desk(pointsApi.reverse, { entryId, reason: "错" })).status).toBe(404);
    expect((await desk(pointsApi.whose, { entryId, reason: "看" })).status).toBe(404);
    expect((await (await world.as(volunteers[0] ?? "", "990101"))(pointsApi.entry, { entryId })).status).toBe(404);
  });
});
