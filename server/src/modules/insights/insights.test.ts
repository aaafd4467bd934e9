import type { Figures } from "@ginkgo/shared/api/figures.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { movableClock } from "../../platform/clock.ts";
import { createCountedList } from "../cases/counted.ts";
import { underNode } from "../cases/scope.ts";
import { refusal, useOrg, type World } from "../org/harness.ts";
import { addCases, addPerson, countingLand, countingTree, handful, known, moveTo, type Person } from "./harness.ts";
import { createInsights, type Insights } from "./index.ts";

const setup = useOrg(countingLand, countingTree);
const clock = movableClock(new Date("2026-11-23T01:00:00Z"));
const staff = ["figures.read", "case.read", "case.readConfidential"];

let world: World;
let insights: Insights;
let id: World["id"];
let lead: Person;
let reporter: Person;

beforeEach(async () => {
  world = setup.world;
  ({ id } = world);
  const { db, packs, tenant } = world;
  const forest = { tree: () => world.tree() };
  const list = createCountedList({ db, clock, packs, forest });
  insights = createInsights({
    db,
    clock,
    packs,
    forest,
    cases: { under: underNode, list },
    matters: { list: async () => ({ items: [], nextCursor: null }) },
    records: {},
  });
  reporter = await addPerson(db, tenant, "王居民");
  lead = await addPerson(db, tenant, "赵网格");
  await addCases(db, tenant, reporter, handful(id, lead));
  await insights.recount(tenant);
});

type Query = Partial<Parameters<Insights["figures"]>[1]>;
const ask = (query: Query = {}, at: string | undefined = "county", rights = staff): Promise<Figures> =>
  insights.figures(world.callOf(at, rights).actor, { by: "none", ...query });

const opened = async (query: object, at = "county", rights = staff) => {
  const { items } = await insights.cases(world.callOf(at, rights).actor, {
    by: "none",
    part: "denominator",
    limit: 200,
    ...query,
  });
  return items.length;
};

describe("figures", () => {
  it("are what a count by hand gives", async () => {
    const { totals, period, definitions, rates } = await ask();
    expect(period).toEqual({ from: "2026-01-01", to: "2027-01-01" });
    expect(totals.values).toEqual({
      received: 7,
      ended: 5,
      busy: 1,
      rated: 5,
      good: 3,
      solved: 3,
      refused: 2,
      hours: 7.5,
      grids: 3,
      branches: 1,
      desks: 0,
    });
    expect(totals.rates.resolution).toEqual({
      numerator: 2,
      denominator: 4,
      value: 0.5,
      excluded: { refused: 2 },
      small: true,
    });
    expect(totals.rates.satisfaction).toMatchObject({
      numerator: 2,
      denominator: 3,
      excluded: { refused: 2, busy: 1 },
    });
    expect(definitions[0]).toMatchObject({ label: "受理", definition: "期内提交的全部", what: "cases" });
    expect(rates[0]?.excludes).toEqual([{ id: "refused", label: "未受理" }]);
  });

  it("begin and end with days in China", async () => {
    const march = await ask({ from: "2026-03-01", to: "2026-04-01" });
    expect(march.totals.values.received).toBe(2);
    expect((await ask({ from: "2026-04-01", to: "2026-04-02" })).totals.values.received).toBe(1);
  });

  it("narrow to a category and to who leads", async () => {
    expect((await ask({ category: "rubbish" })).totals.values.received).toBe(1);
    expect((await ask({ handler: lead.id })).totals.values).toMatchObject({ received: 3, hours: 7.5 });
  });

  it("split by time without gaps, and not into the future", async () => {
    const { rows } = await ask({ by: "month" });
    expect(rows.map(({ values }) => values.received)).toEqual([1, 0, 2, 1, 1, 0, 0, 0, 0, 0, 2]);
    expect(rows.at(-1)).toMatchObject({ key: "2026-11-01", label: "2026年11月" });
    expect(rows[0]?.values).not.toHaveProperty("grids");
  });

  it("split by place: a zone beside what it covers, and what nobody has placed yet", async () => {
    const county = await ask({ by: "node" });
    expect(county.rows.map(({ label, overlaps, values }) => [label, overlaps, values.received])).toEqual([
      ["中心街道", false, 6],
      ["北山镇", false, 1],
      ["高新区", true, 3],
    ]);
    expect(county.rows[2]?.values).toMatchObject({ hours: 7.5, grids: 2 });
    const street = await ask({ by: "node", under: id("street") });
    expect(street.rows.map(({ label, values }) => [label, values.received])).toEqual([
      ["东街社区", 3],
      ["西街社区", 2],
      ["中心街道（未分到下级）", 1],
    ]);
    const zone = await ask({ by: "node", under: id("zone") });
    expect(zone.totals.values.received).toBe(3);
    expect(zone.rows.map(({ label, values }) => [label, values.received])).toEqual([
      ["北山镇", 1],
      ["锦绣花园", 2],
    ]);
  });

  it("count who holds a post now, below the node", async () => {
    await world.db.inTenant(world.tenant, async (tx) => {
      const grant = (node: string, until: Date | null) =>
        tx.sql
          .insertInto("role_grants")
          .values({
            tenant_id: tx.tenant,
            id: crypto.randomUUID(),
            account_id: lead.id,
            role: "desk",
            node_id: id(node),
            since: new Date("2026-01-01"),
            until,
          })
          .execute();
      await grant("east", null);
      await grant("street", null);
      await grant("village", new Date("2026-02-01"));
    });
    const { totals, rows } = await ask({ by: "node" });
    expect(totals.values.desks).toBe(1);
    expect(rows.map(({ values }) => values.desks)).toEqual([1, 0, 0]);
  });

  it("split by category and person; every row adds up to the total", async () => {
    for (const by of ["node", "day", "week", "month", "category", "handler"] as const) {
      const { rows, totals } = await ask({ by });
      const apart = rows.filter(({ overlaps }) => !overlaps);
      for (const metric of ["received", "ended", "rated", "hours"])
        expect([by, metric, apart.reduce((sum, { values }) => sum + (values[metric] ?? 0), 0)]).toEqual([
          by,
          metric,
          totals.values[metric],
        ]);
    }
    const { rows } = await ask({ by: "handler" });
    expect(rows.map(({ label, values }) => [label, values.received])).toEqual([
      ["赵网格", 3],
      ["还没有承办人", 4],
    ]);
  });
});

describe("the number and its cases", () => {
  it("agree for every figure, part of a rate and row", async () => {
    for (const by of ["none", "node", "week", "month", "category", "handler"] as const) {
      const { rows, totals } = await ask({ by });
      for (const { key, values, rates } of [{ key: undefined, ...totals }, ...rows]) {
        const where = { by, ...(key ? { key } : {}) };
        for (const metric of ["received", "busy", "good", "refused"])
          expect([by, key, metric, await opened({ ...where, metric })]).toEqual([by, key, metric, values[metric]]);
        const rate = rates.satisfaction;
        expect(await opened({ ...where, rate: "satisfaction", part: "numerator" })).toBe(rate?.numerator);
        expect(await opened({ ...where, rate: "satisfaction" })).toBe(rate?.denominator);
        for (const without of ["refused", "busy"])
          expect(await opened({ ...where, rate: "satisfaction", part: "excluded", without })).toBe(
            rate?.excluded[without],
          );
      }
    }
  });

  it("open to nobody more than they may read", async () => {
    expect(await opened({}, "county", ["figures.read", "case.read"])).toBe(6);
    expect(await opened({}, "county", ["figures.read"])).toBe(0);
  });

  it("can be read page by page", async () => {
    const { actor } = world.callOf("county", staff);
    const first = await insights.cases(actor, { by: "none", part: "denominator", limit: 4 });
    const second = await insights.cases(actor, {
      by: "none",
      part: "denominator",
      limit: 4,
      cursor: first.nextCursor ?? undefined,
    });
    expect(new Set([...first.items, ...second.items].map((one) => one.id)).size).toBe(7);
    expect(second.nextCursor).toBeNull();
  });

  it("are refused by name when there is no such number", async () => {
    const path = async (query: object) => (await refusal(opened(query))).errors?.[0]?.path;
    expect(await path({ metric: "nonsense" })).toBe("metric");
    expect(await path({ metric: "grids" })).toBe("metric");
    expect(await path({ rate: "nonsense" })).toBe("rate");
    expect(await path({ rate: "resolution", part: "excluded", without: "busy" })).toBe("without");
    expect(await path({ by: "node", key: id("west-1") })).toBe("key");
    expect(await path({ by: "month", key: "2026-02-30" })).toBe("key");
  });
});

describe("who may ask", () => {
  it("is whoever holds the right there or above; they begin with their own", async () => {
    const own = await ask({}, "east");
    expect(own).toMatchObject({ node: { name: "东街社区" }, nodes: [{ name: "东街社区" }] });
    expect(own.totals.values.received).toBe(3);
    expect((await ask({ under: id("garden") }, "east")).totals.values.received).toBe(2);
    for (const elsewhere of ["west", "street", "county"])
      expect((await refusal(ask({ under: id(elsewhere) }, "east"))).code).toBe("forbidden");
    expect((await refusal(ask({}, undefined, []))).code).toBe("forbidden");
    expect((await refusal(ask({}, "county", ["case.read"]))).code).toBe("forbidden");
  });

  it("chooses among several nodes, those below another left out", async () => {
    const { actor } = world.callOf("east", staff);
    const { actor: other } = world.callOf("village", staff);
    const { actor: inner } = world.callOf("garden", staff);
    const both = { ...actor, grants: [...inner.grants, ...other.grants, ...actor.grants] };
    const { nodes } = await insights.figures(both, { by: "none" });
    expect(nodes.map(({ name }) => name).sort()).toEqual(["东街社区", "北山村"].sort());
  });

  it("is told what to mend", async () => {
    const path = async (query: Query) => (await refusal(ask(query))).errors?.[0]?.path;
    expect(await path({ under: crypto.randomUUID() })).toBe("under");
    expect(await path({ under: id("branch") })).toBe("under");
    expect(await path({ category: "nonsense" })).toBe("category");
    expect(await path({ from: "2026-05-01", to: "2026-04-01" })).toBe("from");
  });
});

describe("new definitions", () => {
  const ship = async (change: object) => {
    const metrics = { ...countingLand.metrics, ...change };
    await moveTo(world.db, world.tenant, { ...countingLand, metrics });
    world.packs.forget();
  };

  it("have every case counted again, once", async () => {
    const good = {
      label: "好评",
      definition: "5 星",
      count: { what: "cases", when: [{ name: "is", fact: "stars", value: 5 }] },
    };
    await ship({ good });
    expect(await ask()).toMatchObject({ recounting: true, totals: { values: { good: 3 } } });
    const changed = await Promise.all([insights.recount(world.tenant), insights.recount(world.tenant)]);
    expect(changed).toEqual([1, 1]);
    expect(await ask()).toMatchObject({ recounting: false, totals: { values: { good: 2 } } });
    expect(await insights.recount(world.tenant)).toBe(0);
  });

  it("reach cases beyond the first batch", async () => {
    const many = Array.from({ length: 1100 }, () => known(id, "village", "2026-06-01T10:00:00+08:00", { stars: 5 }));
    await addCases(world.db, world.tenant, reporter, many);
    await ship({ received: { label: "收到", definition: "收到的", count: { what: "cases", when: [] } } });
    await insights.recount(world.tenant);
    expect((await ask({ under: id("village") })).totals.values.received).toBe(1101);
  });
});
