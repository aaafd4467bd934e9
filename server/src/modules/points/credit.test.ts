import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { deedOf, folk, inPlace, pointsPlace, volunteers } from "../../../test/fixture-points.ts";

const world = useApp(pointsPlace());
const ledger = () => inPlace(world);
let next = 0;

/** Someone who has taken part from now on. */
const volunteer = async (): Promise<string> => {
  const phone = volunteers[next++];
  if (!phone) throw new Error("everyone has been asked");
  expect((await (await world.as(phone))(pointsApi.join, {})).status).toBe(200);
  return phone;
};
const mine = async (phone: string) => (await (await world.as(phone))(pointsApi.mine, {})).body;
const entries = async (phone: string) => (await (await world.as(phone))(pointsApi.entries, {})).body.items;

describe("who takes part", () => {
  it("earns nothing without having chosen to", async () => {
    const [phone = ""] = volunteers.slice(-1);
    expect(await ledger().credit(await deedOf(world, phone))).toBe(0);
    expect(await mine(phone)).toMatchObject({ joined: false, balance: 0, joinedAt: null });
  });

  it("earns what is done from then on, and nothing of before", async () => {
    const phone = await volunteer();
    const before = new Date(world.clock.now().getTime() - 1);
    expect(await ledger().credit(await deedOf(world, phone, { at: before }))).toBe(0);
    expect(await ledger().credit(await deedOf(world, phone))).toBe(10);
    expect(await mine(phone)).toMatchObject({ joined: true, balance: 10 });
  });

  it("leaves as easily, keeps what there is, and may come back", async () => {
    const phone = await volunteer();
    const call = await world.as(phone);
    const done = await deedOf(world, phone);
    await ledger().credit(await deedOf(world, phone));
    expect((await call(pointsApi.leave, {})).body).toMatchObject({ joined: false, balance: 10 });
    expect(await ledger().credit(done)).toBe(0);
    world.clock.advance(60_000);
    expect((await call(pointsApi.join, {})).body).toMatchObject({ joined: true, balance: 10, leftAt: null });
    // Done while they still took part, but they have left since.
    expect(await ledger().credit(done)).toBe(0);
    expect(await ledger().credit(await deedOf(world, phone))).toBe(10);
  });

  it("joins once, however often and at once they say so", async () => {
    const [phone = ""] = volunteers.slice(-2);
    const call = await world.as(phone);
    const answers = await Promise.all(Array.from({ length: 8 }, () => call(pointsApi.join, {})));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    const events = await world.query<{ type: string }>(
      `select type from events where subject_type = 'point-member' and subject_id = (select account_id from point_members order by joined_at desc, account_id desc limit 1)`,
    );
    expect(events).toEqual([{ type: "joined" }]);
  });
});

describe("a deed", () => {
  it("is paid once, however often and at once it is told", async () => {
    const phone = await volunteer();
    const deed = await deedOf(world, phone);
    const paid = await Promise.all(Array.from({ length: 10 }, () => ledger().credit(deed)));
    expect(paid.toSorted((a, b) => a - b)).toEqual([...Array(9).fill(0), 10]);
    expect(await ledger().credit(deed)).toBe(0);
    expect(await entries(phone)).toHaveLength(1);
  });

  it("is paid only with what the caller's transaction brings about", async () => {
    const phone = await volunteer();
    const deed = await deedOf(world, phone);
    const { db } = world.app.foundation;
    const failing = db.inTenant("990001", async (tx) => {
      await world.app.services.points.port.credit(tx, deed);
      throw new Error("the claim was not confirmed after all");
    });
    await expect(failing).rejects.toThrow("not confirmed");
    expect(await mine(phone)).toMatchObject({ balance: 0 });
    expect(await ledger().credit(deed)).toBe(10);
  });

  it("earns by the hours of the record, in whole points, and nothing that the pack has no rule for", async () => {
    const phone = await volunteer();
    const left = (minutes: number | null) =>
      deedOf(world, phone, { type: "attendance", kind: "cleaning", step: "attend", minutes });
    expect(await ledger().credit(await left(95))).toBe(4);
    expect(await ledger().credit(await left(19))).toBe(0);
    expect(await ledger().credit(await left(null))).toBe(0);
    expect(await ledger().credit(await deedOf(world, phone, { step: "arrive" }))).toBe(0);
    expect(
      await ledger().credit(await deedOf(world, phone, { type: "attendance", kind: "walk", step: "attend" })),
    ).toBe(0);
    expect(await mine(phone)).toMatchObject({ balance: 4 });
  });

  it("stays below the ceilings of its day, month and year, at once too", async () => {
    const phone = await volunteer();
    const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
    await world.query(`update point_members set joined_at = '2026-01-01'`);
    const called = (day: string) =>
      deedOf(world, phone, { type: "attendance", kind: "call", step: "attend", at: at(day) });
    const day = await Promise.all([1, 2, 3, 4].map(() => called("2026-10-30")));
    const paid = await Promise.all(day.map((deed) => ledger().credit(deed)));
    expect(paid.toSorted((a, b) => a - b)).toEqual([0, 0, 2, 2]);
    // The next day has room for two again, the month for six more; of November only the year's rest of one is left.
    for (const [on, worth] of [
      ["2026-10-29", 2],
      ["2026-10-29", 2],
      ["2026-10-28", 2],
      ["2026-10-27", 0],
      ["2026-11-02", 1],
      ["2026-11-03", 0],
      ["2027-01-01", 2],
    ] as const)
      expect(await ledger().credit(await called(on)), on).toBe(worth);
    expect(await mine(phone)).toMatchObject({ balance: 13 });
  });

  it("counts a day as China does", async () => {
    const phone = await volunteer();
    await world.query(`update point_members set joined_at = '2026-01-01'`);
    const called = (at: string) =>
      deedOf(world, phone, { type: "attendance", kind: "call", step: "attend", at: new Date(at) });
    for (const at of ["2026-05-01T00:00:00+08:00", "2026-05-01T23:59:59+08:00"])
      expect(await ledger().credit(await called(at))).toBe(2);
    expect(await ledger().credit(await called("2026-05-01T12:00:00+08:00"))).toBe(0);
    expect(await ledger().credit(await called("2026-05-02T00:00:00+08:00"))).toBe(2);
  });

  it("leads back to where it came from, who confirmed it, and where it is recognised", async () => {
    const phone = await volunteer();
    const deed = await deedOf(world, phone);
    await ledger().credit(deed);
    const [entry] = await entries(phone);
    expect(entry).toMatchObject({
      kind: "earn",
      points: 10,
      words: deed.words,
      rule: "认领微心愿",
      subject: { type: "claim", id: deed.subjectId },
      by: "王大娘",
      place: "东街社区",
      recognised: [
        { side: "home", node: "东街社区" },
        { side: "unit", node: "自来水公司" },
      ],
    });
    const one = await (await world.as(phone))(pointsApi.entry, { entryId: entry?.id ?? "" });
    expect(one.body).toEqual(entry);
  });
});

describe("taking back", () => {
  it("books the opposite once and leaves what was as it was", async () => {
    const phone = await volunteer();
    const deed = await deedOf(world, phone);
    await ledger().credit(deed);
    const back = await Promise.all([1, 2, 3].map(() => ledger().reverse(deed.sourceKey)));
    expect(back.toSorted((a, b) => a - b)).toEqual([-10, 0, 0]);
    expect(await ledger().reverse(deed.sourceKey)).toBe(0);
    expect(await ledger().reverse("never-heard-of")).toBe(0);
    const [reversal, earned] = await entries(phone);
    expect(reversal).toMatchObject({ kind: "reverse", points: -10, words: "登记有误", reverses: earned?.id });
    expect(earned).toMatchObject({ kind: "earn", points: 10, reversedBy: reversal?.id });
    expect(await mine(phone)).toMatchObject({ balance: 0 });
    // What was taken back stays paid: the same deed does not come back by being told again.
    expect(await ledger().credit(deed)).toBe(0);
  });

  it("makes room below the ceiling again", async () => {
    const phone = await volunteer();
    const called = () => deedOf(world, phone, { type: "attendance", kind: "call", step: "attend" });
    const [one, two, three] = [await called(), await called(), await called()];
    expect([await ledger().credit(one), await ledger().credit(two), await ledger().credit(three)]).toEqual([2, 2, 0]);
    await ledger().reverse(one.sourceKey);
    expect(await ledger().credit(three)).toBe(2);
  });

  it("reaches those who have left, and may go below zero where points were spent", async () => {
    const phone = await volunteer();
    const deed = await deedOf(world, phone);
    await ledger().credit(deed);
    await world.query(
      `update point_members set left_at = now() where account_id = (select account_id from ledger_transactions where source_key = '${deed.sourceKey}')`,
    );
    expect(await ledger().reverse(deed.sourceKey)).toBe(-10);
  });
});

describe("many at once", () => {
  it("are booked for the same people from two sides without waiting in a circle", async () => {
    const phones = [await volunteer(), await volunteer(), await volunteer(), await volunteer()];
    const round = async (order: readonly string[]) => Promise.all(order.map((phone) => deedOf(world, phone)));
    const rounds = await Promise.all(
      Array.from({ length: 8 }, async (_, i) => round(i % 2 === 0 ? phones : phones.toReversed())),
    );
    const sums = await Promise.all(rounds.map((deeds) => ledger().creditAll(deeds)));
    expect(sums).toEqual(Array(8).fill(40));
    for (const phone of phones) expect(await mine(phone)).toMatchObject({ balance: 80 });
  });
});

describe("another's points", () => {
  it("are not to be seen", async () => {
    const phone = await volunteer();
    await ledger().credit(await deedOf(world, phone));
    const [entry] = await entries(phone);
    for (const other of [folk.eastDesk, folk.clerk, volunteers.at(-1) ?? ""])
      expect((await (await world.as(other))(pointsApi.entry, { entryId: entry?.id ?? "" })).status).toBe(404);
  });
});

describe("whoever confirms", () => {
  it("does not thank themselves, except where the record counts", async () => {
    const phone = await volunteer();
    const self = async (more: object) => {
      const deed = await deedOf(world, phone, more);
      return { ...deed, actor: { accountId: deed.accountId, name: "本人" } };
    };
    expect(await ledger().credit(await self({}))).toBe(0);
    const hours = { type: "attendance", kind: "cleaning", step: "attend", minutes: 60 };
    expect(await ledger().credit(await self(hours))).toBe(3);
  });
});
