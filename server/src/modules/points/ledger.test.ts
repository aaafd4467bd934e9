/** Whatever is done in whatever order: nothing arises or vanishes, and both sides count a deed once. */

import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { type Goods, shopApi } from "@ginkgo/shared/api/shop.ts";
import fc from "fast-check";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { accountOf, deedOf, folk, inPlace, pointsPack, pointsPlace, volunteers } from "../../../test/fixture-points.ts";
import { newId } from "../../platform/ids.ts";

const world = useApp(pointsPlace());
const ledger = () => inPlace(world);
const people = volunteers.slice(0, 4);

type Step =
  | {
      readonly do: "deed";
      readonly who: number;
      readonly home: boolean;
      readonly unit: boolean;
      readonly call: boolean;
    }
  | { readonly do: "again" | "reverse"; readonly deed: number }
  | { readonly do: "join" | "leave" | "redeem" | "cancel"; readonly who: number }
  | { readonly do: "wait" };

const who = fc.nat(people.length - 1);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant("deed" as const),
        who,
        home: fc.boolean(),
        unit: fc.boolean(),
        call: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom("again" as const, "reverse" as const), deed: fc.nat(30) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom("join" as const, "leave" as const, "redeem" as const, "cancel" as const),
        who,
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("wait" as const) }) },
  ),
  { minLength: 10, maxLength: 40 },
);

interface Sums {
  readonly total: number;
  readonly people: number;
  readonly balances: number;
  readonly circulating: number;
  readonly unbalanced: number;
  readonly twice: number;
  readonly strangers: number;
  readonly home: number;
  readonly unit: number;
  readonly homeDeeds: number;
  readonly unitDeeds: number;
}

/** Everything there is, added up in every way that must agree. */
const sums = async (): Promise<Sums> => {
  const [row] = await world.query<Record<keyof Sums, string>>(`select
    (select coalesce(sum(points), 0) from ledger_entries) as total,
    (select coalesce(sum(points), 0) from ledger_entries where account like 'person/%') as people,
    (select coalesce(sum(balance), 0) from point_members) as balances,
    (select coalesce(-sum(points), 0) from ledger_entries where account not like 'person/%') as circulating,
    (select count(*) from (select transaction_id from ledger_entries group by 1 having sum(points) <> 0 or count(*) < 2) u) as unbalanced,
    (select count(*) from (select transaction_id, side from recognitions group by 1, 2 having count(*) > 1) t) as twice,
    (select count(*) from recognitions r join ledger_entries e on e.transaction_id = r.transaction_id and e.account like 'person/%'
      where e.points <> r.points) as strangers,
    (select coalesce(sum(points), 0) from recognitions where side = 'home') as home,
    (select coalesce(sum(points), 0) from recognitions where side = 'unit') as unit,
    (select coalesce(sum(e.points), 0) from ledger_entries e where account like 'person/%' and exists
      (select 1 from recognitions r where r.transaction_id = e.transaction_id and r.side = 'home')) as "homeDeeds",
    (select coalesce(sum(e.points), 0) from ledger_entries e where account like 'person/%' and exists
      (select 1 from recognitions r where r.transaction_id = e.transaction_id and r.side = 'unit')) as "unitDeeds"`);
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, Number(value)])) as unknown as Sums;
};

describe("the ledger", () => {
  it("adds up after anything", async () => {
    const keeper = await world.as(folk.eastDesk);
    const node = await world.node("990001001001");
    const { body: goods } = await keeper(shopApi.addGoods, {
      node,
      kind: "goods",
      name: "洗衣液",
      price: 7,
      stock: 1000,
    });
    const told: Awaited<ReturnType<typeof deedOf>>[] = [];

    const take = async (step: Step): Promise<void> => {
      if (step.do === "wait") return world.clock.advance(86_400_000);
      if ("deed" in step) {
        const deed = told[step.deed % Math.max(told.length, 1)];
        if (deed) await (step.do === "again" ? ledger().credit(deed) : ledger().reverse(deed.sourceKey));
        return;
      }
      const phone = people[step.who] ?? "";
      const call = await world.as(phone);
      if (step.do === "deed") {
        const deed = await deedOf(world, phone, {
          ...(step.home ? {} : { homeId: null }),
          ...(step.unit ? {} : { unitId: null }),
          ...(step.call ? { type: "attendance", kind: "call", step: "attend" } : {}),
        });
        told.push(deed);
        await ledger().credit(deed);
      } else if (step.do === "join") await call(pointsApi.join, {});
      else if (step.do === "leave") await call(pointsApi.leave, {});
      else if (step.do === "redeem") await call(shopApi.redeem, { goodsId: goods.id, price: 7 });
      else {
        const { items } = (await call(shopApi.myRedemptions, {})).body;
        const waiting = items.find(({ status }) => status === "reserved");
        if (waiting) await call(shopApi.cancel, { redemptionId: waiting.id, version: waiting.version });
      }
    };

    await fc.assert(
      fc.asyncProperty(steps, async (script) => {
        for (const phone of people) await (await world.as(phone))(pointsApi.join, {});
        for (const step of script) await take(step);
        await world.app.services.points.redeeming.sweep();
        const found = await sums();
        expect(found).toMatchObject({ total: 0, unbalanced: 0, twice: 0, strangers: 0 });
        // Everything that was given, spent and given back is with somebody; what is kept is what is added up.
        expect(found.people).toBe(found.balances);
        expect(found.circulating).toBe(found.people);
        // Each side counts each of its deeds once; the person's balance counts it once for both.
        expect(found.home).toBe(found.homeDeeds);
        expect(found.unit).toBe(found.unitDeeds);
        expect(await world.app.services.points.audit()).toBe(0);
        // What is off the shelf is put aside or handed over.
        const shelf = (await keeper(shopApi.oneGoods, { goodsId: goods.id })).body as Goods;
        const [held] = await world.query<{ count: number }>(
          "select count(*)::int as count from redemptions where status in ('reserved', 'handed')",
        );
        expect(shelf.stock + (held?.count ?? 0)).toBe(1000);
      }),
      { numRuns: 12 },
    );
    expect((await sums()).home).toBeGreaterThan(0);
  });

  it("tells when a balance is not what its entries add up to", async () => {
    const [phone = ""] = people;
    await (await world.as(phone))(pointsApi.join, {});
    const id = await accountOf(world, pointsPack.code, phone);
    await world.query(`update point_members set balance = balance + 1 where account_id = '${id}'`);
    expect(await world.app.services.points.audit()).toBe(1);
    await world.query(`update point_members set balance = balance - 1 where account_id = '${id}'`);
    expect(await world.app.services.points.audit()).toBe(0);
  });
});

describe("the database", () => {
  /** As the server's own role, in one transaction of the place. */
  const asServer = async (statements: readonly string[]): Promise<string> => {
    const client = new pg.Client({ connectionString: world.urls.app });
    await client.connect();
    try {
      await client.query("begin");
      await client.query("select set_config('ginkgo.tenant', $1, true)", [pointsPack.code]);
      for (const statement of statements) await client.query(statement);
      await client.query("commit");
      return "done";
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await client.end();
    }
  };
  const refusedCheck = "23514";
  const forbidden = "42501";

  const transaction = async (id: string) => {
    const [phone = ""] = people;
    const account = await accountOf(world, pointsPack.code, phone);
    const node = await world.node("990001001001");
    return `insert into ledger_transactions (tenant_id, id, at, done_at, kind, account_id, node_id, rule, subject_type, subject_id, source_key, words, actor_name)
      values ('${pointsPack.code}', '${id}', now(), now(), 'earn', '${account}', '${node}', 'claim', 'claim', '${id}', '${id}', '手工', '某人')`;
  };
  const entry = (id: string, account: string, points: number) =>
    `insert into ledger_entries (tenant_id, transaction_id, account, points) values ('${pointsPack.code}', '${id}', '${account}', ${points})`;

  it("takes nothing that does not sum to zero", async () => {
    const id = newId();
    const head = await transaction(id);
    expect(await asServer([head])).toBe(refusedCheck);
    expect(await asServer([head, entry(id, "person/x", 5)])).toBe(refusedCheck);
    expect(await asServer([head, entry(id, "person/x", 5), entry(id, "issued/claim", -4)])).toBe(refusedCheck);
    expect(await asServer([head, entry(id, "person/x", 0), entry(id, "issued/claim", 0)])).toBe(refusedCheck);
    expect(await asServer([head, entry(id, "person/x", 5), entry(id, "issued/claim", -5)])).toBe("done");
    // Nor does a transaction that has balanced take another entry.
    expect(await asServer([entry(id, "corrections", 3)])).toBe(refusedCheck);
  });

  it("lets nobody change or delete what is booked", async () => {
    for (const table of ["ledger_transactions", "ledger_entries", "recognitions"]) {
      expect(await asServer([`delete from ${table}`]), table).toBe(forbidden);
      expect(await asServer([`update ${table} set tenant_id = tenant_id`]), table).toBe(forbidden);
    }
    for (const table of ["point_members", "redemptions", "point_goods", "point_requests"])
      expect(await asServer([`delete from ${table}`]), table).toBe(forbidden);
  });

  it("books a deed once, and takes it back once, whatever the server does", async () => {
    const id = newId();
    const balanced = [entry(id, "person/x", 5), entry(id, "issued/claim", -5)];
    expect(await asServer([await transaction(id), ...balanced])).toBe("done");
    const again = newId();
    const same = (await transaction(again)).replace(`'${again}', '${again}', '手工'`, `'${again}', '${id}', '手工'`);
    expect(same).toContain(`'${id}', '手工'`);
    expect(await asServer([same, entry(again, "person/x", 5), entry(again, "issued/claim", -5)])).toBe("23505");
  });
});
