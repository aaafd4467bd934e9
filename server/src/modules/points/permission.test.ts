/** Nobody without a session gets anything; nobody without the right gets what belongs to desks and shops; nothing ever fails. */
import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { shopApi } from "@ginkgo/shared/api/shop.ts";
import { describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { testlandPeople } from "../../../test/fixture-place.ts";
import { deedOf, folk, inPlace, pointsPlace, volunteers } from "../../../test/fixture-points.ts";
import { hostileIn, nobody, type Sent } from "../../../test/hostile.ts";

const world = useApp(pointsPlace());
const { answered, refused } = hostileIn(world);

/** Everything that only a desk or a keeper may ask. */
const ofOthers: readonly Sent[] = [
  { method: "GET", url: "/points/requests" },
  { method: "GET", url: "/points/ledger" },
  { url: `/points/requests/${nobody}/decide`, payload: { version: 1, decision: "refuse", answer: "不行" } },
  { url: `/points/ledger/${nobody}/reverse`, payload: { reason: "错" } },
  { url: `/points/ledger/${nobody}/whose`, payload: { reason: "看" } },
  { method: "GET", url: "/shop/goods?shelf=all" },
  { method: "GET", url: "/shop/redemptions" },
  { method: "GET", url: "/shop/redemptions.xlsx" },
  { url: "/shop/goods", payload: { node: nobody, kind: "goods", name: "伞", price: 1, stock: 1 } },
  { method: "PATCH", url: `/shop/goods/${nobody}`, payload: { version: 1, price: 1 } },
  { url: `/shop/goods/${nobody}/stock`, payload: { change: 1, note: "补" } },
  { url: "/shop/codes/look", payload: { code: "12345678" } },
  { url: "/shop/codes/hand-over", payload: { code: "12345678" } },
  { method: "GET", url: "/points/ranking" },
  { method: "GET", url: `/points/mine/entries/${nobody}` },
  { url: `/points/mine/requests/${nobody}/withdraw`, payload: { version: 1 } },
  { url: `/shop/redemptions/${nobody}/cancel`, payload: { version: 1 } },
];

describe("without a session", () => {
  it("nothing is answered", async () => {
    for (const { method, path } of [...Object.values(pointsApi), ...Object.values(shopApi)]) {
      const url = `/api/v1${path.replace(/:\w+/g, nobody)}`;
      const payload = method === "GET" ? {} : { payload: {} };
      const { statusCode } = await world.app.http.inject({ method, url, ...payload });
      // An empty body is refused by its shape before anything else is looked at.
      expect([400, 401], `${method} ${url}`).toContain(statusCode);
      if (method === "GET") expect(statusCode, url).toBe(401);
    }
    for (const url of ["/api/v1/points/mine/entries.xlsx", "/api/v1/shop/redemptions.xlsx"])
      expect((await world.app.http.inject({ method: "GET", url })).statusCode, url).toBe(401);
  });
});

describe("without the right", () => {
  it("every question of a desk or a shop is refused", async () => {
    for (const who of [testlandPeople.resident, testlandPeople.worker, testlandPeople.leader])
      for (const sent of ofOthers) {
        const { status } = await refused(who, sent);
        expect([400, 403, 404], `${sent.url} by ${who}`).toContain(status);
      }
  });

  it("a desk sees its own places only", async () => {
    const west = await world.node("990001001002");
    const desk = await world.as(folk.eastDesk);
    expect((await desk(pointsApi.ledger, { under: west })).status).toBe(404);
    expect((await desk(pointsApi.requests, { under: west })).status).toBe(404);
    expect((await desk(shopApi.redemptions, { under: west })).status).toBe(404);
    expect((await desk(pointsApi.ledger, { under: nobody })).status).toBe(404);
    expect((await desk(pointsApi.ledger, { under: await world.node("b1") })).status).toBe(200);
  });
});

describe("whatever is sent", () => {
  it("is answered, or refused with what to mend", async () => {
    const desk = folk.eastDesk;
    const names = ["__proto__", "constructor", "x".repeat(5000), "%", "'", "\u0000", "\ud800", "1e999"];
    for (const word of names) {
      const text = encodeURIComponent(word.replace(/[\ud800-\udfff]/g, "?"));
      await answered(desk, { method: "GET", url: `/points/ledger?rule=${text}&q=${text}` });
      await answered(desk, { method: "GET", url: `/points/ledger?cursor=${text}` });
      await answered(desk, { method: "GET", url: `/points/recognised?period=${text}` });
      await answered(desk, { method: "GET", url: `/points/mine/entries/${text || "-"}` });
      await answered(desk, { method: "GET", url: `/shop/redemptions.xlsx?status=${text}` });
      await answered(desk, { url: "/points/mine/requests", payload: { words: word } });
      await answered(desk, { url: "/shop/codes/look", payload: { code: word } });
      await answered(desk, { url: "/points/mine/ranked", payload: { ranked: word } });
      const goods = { node: await world.node("990001001001"), kind: word, name: word, price: word, stock: -1 };
      await refused(desk, { url: "/shop/goods", payload: goods });
    }
    const cursor = Buffer.from(JSON.stringify(["due", nobody])).toString("base64url");
    await refused(desk, { method: "GET", url: `/points/ledger?cursor=${cursor}` }, "cursor");
    await refused(desk, { method: "GET", url: "/points/ledger?from=2026-02-31" });
    const wrong = { kind: "goods", name: "伞", node: await world.node("990001001001") };
    for (const price of [0, -1, 1.5, 1e9, "5"])
      await refused(desk, { url: "/shop/goods", payload: { ...wrong, price, stock: 1 } }, "price");
    await refused(desk, { url: "/shop/goods", payload: { ...wrong, price: 1, stock: 1, offered: true } }, "offered");
  });
});

describe("an Excel file", () => {
  const sheet = async (who: string, url: string) => {
    const { token } = await world.as(who);
    const response = await world.app.http.inject({ method: "GET", url, headers: { authorization: `Bearer ${token}` } });
    expect(response.statusCode, response.body.slice(0, 200)).toBe(200);
    const { default: readExcel } = await import("read-excel-file/node");
    const [first] = await readExcel(response.rawPayload);
    return (first?.data ?? []) as unknown as (string | number | null)[][];
  };

  it("holds one's own bookings, and a shop's redemptions without codes and names", async () => {
    const [phone = ""] = volunteers;
    const call = await world.as(phone);
    await call(pointsApi.join, {});
    await inPlace(world).credit(await deedOf(world, phone, { words: "=1+1" }));
    const keeper = await world.as(folk.eastDesk);
    const goods = { node: await world.node("990001001001"), kind: "goods" as const, name: "雨伞", price: 4, stock: 3 };
    const { id, price } = (await keeper(shopApi.addGoods, goods)).body;
    const { code } = (await call(shopApi.redeem, { goodsId: id, price })).body;
    const own = await sheet(phone, "/api/v1/points/mine/entries.xlsx");
    expect(own.slice(1).map((row) => [row[2], row[3], row[5]])).toEqual([
      ["兑换", "兑换“雨伞”", -4],
      ["服务", "=1+1", 10],
    ]);
    expect(own[2]?.[7]).toBe("居住地：东街社区；单位：自来水公司");
    const shop = await sheet(folk.eastDesk, "/api/v1/shop/redemptions.xlsx?status=reserved");
    expect(shop[1]?.slice(1, 5)).toEqual(["雨伞", "东街社区", 4, "待领取"]);
    expect(JSON.stringify(shop)).not.toMatch(new RegExp(`${code}|志愿者`));
    expect(await sheet(folk.westDesk, "/api/v1/shop/redemptions.xlsx")).toHaveLength(1);
  });
});
