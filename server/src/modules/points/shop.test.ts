import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { type Goods, type MyRedemption, shopApi } from "@ginkgo/shared/api/shop.ts";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { testlandPeople } from "../../../test/fixture-place.ts";
import { accountOf, deedOf, folk, inPlace, pointsPack, pointsPlace, volunteers } from "../../../test/fixture-points.ts";

const world = useApp(pointsPlace());
const ledger = () => inPlace(world);
const east = () => world.node("990001001001");

/** Someone who has earned so many times ten points. */
const rich = async (phone: string, deeds = 1): Promise<string> => {
  await (await world.as(phone))(pointsApi.join, {});
  for (let i = 0; i < deeds; i++) await ledger().credit(await deedOf(world, phone));
  return phone;
};
const balance = async (phone: string) => (await (await world.as(phone))(pointsApi.mine, {})).body.balance;

const shelved = async (more: Partial<Parameters<typeof goodsOf>[0]> = {}): Promise<Goods> =>
  goodsOf({ node: await east(), kind: "goods", name: "雨伞", price: 10, stock: 5, ...more });
const goodsOf = async (input: {
  node: string;
  kind: "goods" | "service";
  name: string;
  price: number;
  stock: number;
  perPerson?: number | null;
  photos?: string[];
}): Promise<Goods> => {
  const { status, body, problem } = await (await world.as(folk.eastDesk))(shopApi.addGoods, input);
  expect(status, JSON.stringify(problem)).toBe(200);
  return body;
};
const look = async (goodsId: string) => (await (await world.as(folk.eastDesk))(shopApi.oneGoods, { goodsId })).body;
const redeem = async (phone: string, { id, price }: Goods) =>
  (await world.as(phone))(shopApi.redeem, { goodsId: id, price });

describe("the last one", () => {
  it("goes to exactly one of fifty, the others keep their points", async () => {
    await Promise.all(volunteers.map((phone) => rich(phone)));
    const last = await shelved({ stock: 1 });
    const answers = await Promise.all(volunteers.map((phone) => redeem(phone, last)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(new Set(refused.map(({ problem }) => problem.code))).toEqual(new Set(["already-taken"]));
    expect(refused[0]?.problem.detail).toContain("刚刚被兑完");
    const balances = await Promise.all(volunteers.map(balance));
    expect(balances.filter((points) => points === 0)).toHaveLength(1);
    expect(balances.filter((points) => points === 10)).toHaveLength(49);
    expect((await look(last.id)).stock).toBe(0);
  });
});

describe("redeeming", () => {
  it("spends no more than there is, however often at once", async () => {
    const [phone = ""] = volunteers;
    await rich(phone, 3);
    const goods = await shelved({ price: 20, stock: 50 });
    const before = await balance(phone);
    const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(phone, goods)));
    const done = answers.filter(({ status }) => status === 200).length;
    expect(done).toBe(Math.floor(before / 20));
    expect(await balance(phone)).toBe(before - done * 20);
    expect(answers.find(({ status }) => status !== 200)?.problem.detail).toMatch(/需要 20 分，您现在有 \d+ 分/);
  });

  it("is done once for one request, however often it is sent", async () => {
    const phone = await rich(volunteers[1] ?? "", 2);
    const goods = await shelved({ stock: 9 });
    const call = await world.as(phone);
    const key = "redeem-once-please";
    const sent = await Promise.all(
      [1, 2, 3].map(() => call(shopApi.redeem, { goodsId: goods.id, price: goods.price }, { key })),
    );
    expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    expect((await look(goods.id)).stock).toBe(8);
  });

  it("needs someone who takes part, the price they have seen, and goods that are offered", async () => {
    const outsider = await world.as(testlandPeople.resident);
    const goods = await shelved();
    const asked = { goodsId: goods.id, price: goods.price };
    expect((await outsider(shopApi.redeem, asked)).problem.detail).toContain("请先加入");
    const phone = await rich(volunteers[2] ?? "", 3);
    const call = await world.as(phone);
    expect((await call(shopApi.redeem, { ...asked, price: 1 })).problem.code).toBe("stale");
    const keeper = await world.as(folk.eastDesk);
    await keeper(shopApi.updateGoods, { goodsId: goods.id, version: goods.version, offered: false });
    expect((await call(shopApi.redeem, asked)).status).toBe(404);
    expect((await call(shopApi.oneGoods, { goodsId: goods.id })).status).toBe(404);
    expect((await keeper(shopApi.oneGoods, { goodsId: goods.id })).status).toBe(200);
  });

  it("stays open to who has left: what they have is theirs", async () => {
    const phone = await rich(volunteers[3] ?? "", 2);
    await (await world.as(phone))(pointsApi.leave, {});
    expect((await redeem(phone, await shelved())).status).toBe(200);
  });

  it("keeps to so many for each person in a year, given back ones not counted", async () => {
    const phone = await rich(volunteers[4] ?? "", 6);
    const goods = await shelved({ price: 1, stock: 100, perPerson: 2 });
    const first = (await redeem(phone, goods)).body;
    const answers = await Promise.all([1, 2, 3].map(() => redeem(phone, goods)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status !== 200)?.problem.detail).toContain("每人每年最多兑换 2 份");
    await (await world.as(phone))(shopApi.cancel, { redemptionId: first.id, version: first.version });
    expect((await redeem(phone, goods)).status).toBe(200);
    expect((await redeem(phone, goods)).status).toBe(409);
  });

  it("leaves a balance below zero only to a reversal, and then spends nothing more", async () => {
    const phone = volunteers[5] ?? "";
    await rich(phone, 0);
    const deed = await deedOf(world, phone);
    await ledger().credit(deed);
    const before = await balance(phone);
    const goods = await shelved({ price: before });
    expect((await redeem(phone, goods)).status).toBe(200);
    await ledger().reverse(deed.sourceKey);
    expect(await balance(phone)).toBe(-10);
    const { problem } = await redeem(phone, await shelved({ price: 1 }));
    expect(problem.detail).toContain("您现在有 -10 分");
  });
});

describe("handing over", () => {
  const putAside = async (): Promise<MyRedemption> => {
    const phone = await rich(volunteers[6] ?? "", 1);
    return (await redeem(phone, await shelved())).body;
  };

  it("is done once, against the code, by who keeps that shop", async () => {
    const { id, code } = await putAside();
    expect(code).toMatch(/^\d{8}$/);
    const keeper = await world.as(folk.eastDesk);
    const typed = `${code?.slice(0, 4)} ${code?.slice(4)}`;
    const seen = await keeper(shopApi.look, { code: typed });
    expect(seen.body).toMatchObject({ id, goods: "雨伞", status: "reserved", who: "志***" });
    expect(JSON.stringify(seen.body)).not.toContain(code);
    for (const other of [folk.westDesk, testlandPeople.resident, volunteers[6] ?? ""])
      expect((await (await world.as(other))(shopApi.handOver, { code: code ?? "" })).status).toBe(404);
    const handed = await Promise.all([1, 2, 3].map(() => keeper(shopApi.handOver, { code: code ?? "" })));
    expect(handed.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(handed.find(({ status }) => status === 200)?.body).toMatchObject({ status: "handed", handedBy: "东一" });
    const owner = await world.as(volunteers[6] ?? "");
    const mine = (await owner(shopApi.myRedemptions, {})).body.items.find((one) => one.id === id);
    expect(mine).toMatchObject({ status: "handed", code: null });
    expect((await owner(shopApi.cancel, { redemptionId: id, version: mine?.version ?? 0 })).status).toBe(409);
  });

  it("is listed for who keeps the shop, without codes and names", async () => {
    const { id, code } = await putAside();
    const { items } = (await (await world.as(folk.eastDesk))(shopApi.redemptions, { status: "reserved" })).body;
    const row = items.find((one) => one.id === id);
    expect(row).toMatchObject({ who: "志***", handedBy: null });
    expect(JSON.stringify(items)).not.toContain(code);
    const elsewhere = (await (await world.as(folk.westDesk))(shopApi.redemptions, {})).body.items;
    expect(elsewhere).toEqual([]);
  });
});

describe("giving back", () => {
  it("returns points and goods by a booking of its own, once", async () => {
    const phone = await rich(volunteers[7] ?? "", 1);
    const before = await balance(phone);
    const goods = await shelved({ stock: 1 });
    const { id, version } = (await redeem(phone, goods)).body;
    const call = await world.as(phone);
    const answers = await Promise.all([1, 2, 3].map(() => call(shopApi.cancel, { redemptionId: id, version })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await balance(phone)).toBe(before);
    expect((await look(goods.id)).stock).toBe(1);
    const { items } = (await call(pointsApi.entries, {})).body;
    expect(items.slice(0, 2).map(({ kind, points }) => [kind, points])).toEqual([
      ["cancel", 10],
      ["redeem", -10],
    ]);
    expect(items[0]?.reverses).toBe(items[1]?.id);
  });

  it("by the shop needs a reason, which the person is told; by a stranger it does not happen", async () => {
    const phone = await rich(volunteers[8] ?? "", 1);
    const { id, version } = (await redeem(phone, await shelved())).body;
    const cancel = async (who: string, reason?: string) =>
      (await world.as(who))(shopApi.cancel, { redemptionId: id, version, ...(reason ? { reason } : {}) });
    expect((await cancel(volunteers[9] ?? "", "我要")).status).toBe(404);
    expect((await cancel(folk.westDesk, "不归我管")).status).toBe(404);
    expect((await cancel(folk.eastDesk)).problem.errors?.[0]?.path).toBe("reason");
    expect((await cancel(folk.eastDesk, "这批雨伞有破损")).status).toBe(200);
    await expect
      .poll(async () => (await (await world.as(phone))(notifyApi.inbox, {})).body.items.map(({ text }) => text).join())
      .toContain("这批雨伞有破损");
  });

  it("happens by itself to what nobody fetches, once, whatever servers look", async () => {
    const phone = await rich(volunteers[10] ?? "", 1);
    const before = await balance(phone);
    const goods = await shelved({ stock: 3 });
    const { id, expiresAt, code } = (await redeem(phone, goods)).body;
    expect(new Date(expiresAt).getTime() - world.clock.now().getTime()).toBe(7 * 86_400_000);
    const { sweep } = world.app.services.points.redeeming;
    await sweep();
    expect((await look(goods.id)).stock).toBe(2);
    world.clock.advance(7 * 86_400_000);
    expect((await (await world.as(folk.eastDesk))(shopApi.handOver, { code: code ?? "" })).problem.detail).toContain(
      "过期",
    );
    const other = await world.startAnother();
    const swept = await Promise.all([sweep(), other.services.points.redeeming.sweep(), sweep()]);
    expect(swept.reduce((a, b) => a + b)).toBeGreaterThan(0);
    expect(await balance(phone)).toBe(before);
    expect((await look(goods.id)).stock).toBe(3);
    const [mine] = (await (await world.as(phone))(shopApi.myRedemptions, {})).body.items;
    expect(mine).toMatchObject({ id, status: "expired", code: null });
    expect(await world.app.services.points.audit()).toBe(0);
  });
});

describe("the shelf", () => {
  it("is kept where one has the right, and nowhere else", async () => {
    const west = await world.node("990001001002");
    const keeper = await world.as(folk.eastDesk);
    const input = { kind: "service" as const, name: "理发", price: 5, stock: 20 };
    expect((await keeper(shopApi.addGoods, { node: west, ...input })).status).toBe(403);
    expect((await keeper(shopApi.addGoods, { node: await world.node("branch"), ...input })).status).toBe(400);
    const goods = await shelved(input);
    const stranger = await world.as(folk.westDesk);
    const id = { goodsId: goods.id };
    expect((await stranger(shopApi.updateGoods, { ...id, version: 1, price: 1 })).status).toBe(404);
    expect((await stranger(shopApi.restock, { ...id, change: 5, note: "补货" })).status).toBe(404);
    expect((await stranger(shopApi.goods, { shelf: "all", under: await east() })).status).toBe(404);
    expect((await stranger(shopApi.goods, { under: await east() })).body.items.length).toBeGreaterThan(0);
  });

  it("counts stock by what comes and goes, and never below nothing", async () => {
    const goods = await shelved({ stock: 3, price: 1 });
    const keeper = await world.as(folk.eastDesk);
    const phone = await rich(volunteers[11] ?? "", 1);
    const [, more] = await Promise.all([
      redeem(phone, goods),
      keeper(shopApi.restock, { goodsId: goods.id, change: 10, note: "新到一批" }),
    ]);
    expect(more.status).toBe(200);
    expect((await look(goods.id)).stock).toBe(12);
    const fewer = await keeper(shopApi.restock, { goodsId: goods.id, change: -13, note: "盘点" });
    expect(fewer.problem.detail).toContain("只剩 12 份");
    const blank = await keeper(shopApi.restock, { goodsId: goods.id, change: 1, note: " " });
    expect(blank.problem.errors?.[0]?.path).toBe("note");
  });

  it("refuses to be changed from an old view of it", async () => {
    const goods = await shelved();
    const keeper = await world.as(folk.eastDesk);
    const id = { goodsId: goods.id };
    const changed = await keeper(shopApi.updateGoods, { ...id, version: goods.version, price: 8, perPerson: 1 });
    expect(changed.body).toMatchObject({ price: 8, perPerson: 1, name: "雨伞" });
    expect((await keeper(shopApi.updateGoods, { ...id, version: goods.version, price: 9 })).problem.code).toBe("stale");
  });

  it("shows pictures of its own only", async () => {
    const picture = await sharp({ create: { width: 60, height: 60, channels: 3, background: "#484" } })
      .jpeg()
      .toBuffer();
    const store = async (phone: string) =>
      world.app.services.files.store(pointsPack.code, await accountOf(world, pointsPack.code, phone), picture);
    const [own, others] = [await store(folk.eastDesk), await store(folk.westDesk)];
    const keeper = await world.as(folk.eastDesk);
    const refused = await keeper(shopApi.addGoods, {
      node: await east(),
      kind: "goods",
      name: "毛巾",
      price: 3,
      stock: 1,
      photos: [own.id, others.id],
    });
    expect(refused.problem.errors?.[0]?.path).toBe("photos");
    const goods = await shelved({ photos: [own.id] });
    expect(goods.photos.map(({ id }) => id)).toEqual([own.id]);
    const bare = await keeper(shopApi.updateGoods, { goodsId: goods.id, version: goods.version, photos: [] });
    expect(bare.body.photos).toEqual([]);
  });

  it("goes with its place when that is merged into another", async () => {
    const goods = await shelved();
    const phone = await rich(volunteers[12] ?? "", 1);
    const { code } = (await redeem(phone, goods)).body;
    const admin = await world.as(testlandPeople.admin);
    const [from, into] = [await east(), await world.node("990001001002")];
    const { version } = (await admin(orgApi.node, { nodeId: from })).body;
    const merged = await admin(orgApi.mergeNode, { nodeId: from, into, version, note: "两个社区合并" });
    expect(merged.status, JSON.stringify(merged.problem)).toBe(200);
    await (await world.as(folk.westDesk))(identityApi.me, {});
    expect((await (await world.as(folk.westDesk))(shopApi.handOver, { code: code ?? "" })).status).toBe(200);
  });
});
