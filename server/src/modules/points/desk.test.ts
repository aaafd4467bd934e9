import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { shopApi } from "@ginkgo/shared/api/shop.ts";
import { describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { testlandPeople } from "../../../test/fixture-place.ts";
import { deedOf, folk, inPlace, pointsPlace, volunteers } from "../../../test/fixture-points.ts";

const world = useApp(pointsPlace());
const ledger = () => inPlace(world);
let next = 0;

/** A volunteer of the east who has earned ten points there. */
const earner = async (): Promise<string> => {
  const phone = volunteers[2 * next++] ?? "";
  await (await world.as(phone))(pointsApi.join, {});
  await ledger().credit(await deedOf(world, phone));
  return phone;
};
const mine = async (phone: string) => (await (await world.as(phone))(pointsApi.mine, {})).body;
const newest = async (phone: string) => {
  const [entry] = (await (await world.as(phone))(pointsApi.entries, {})).body.items;
  if (!entry) throw new Error("there is an entry");
  return entry;
};
const asked = async (phone: string, input: { words: string; about?: string }) => {
  const { body, status, problem } = await (await world.as(phone))(pointsApi.ask, input);
  expect(status, JSON.stringify(problem)).toBe(200);
  return body;
};
const told = async (phone: string) =>
  (await (await world.as(phone))(notifyApi.inbox, {})).body.items.map(({ title, text }) => `${title} ${text}`).join();

describe("a correction", () => {
  it("that something is missing adds it, with who decided and why, and the person is told", async () => {
    const phone = await earner();
    const { id, version, place } = await asked(phone, { words: "上周日巡逻没有记上" });
    expect(place).toBe("东街社区");
    const desk = await world.as(folk.eastDesk);
    const listed = (await desk(pointsApi.requests, { status: "open" })).body.items.find((one) => one.id === id);
    expect(listed).toMatchObject({ words: "上周日巡逻没有记上", status: "open", who: "志愿者0" });
    const decision = { requestId: id, version, decision: "add" as const, points: 3, answer: "已核对巡逻队名单" };
    const answers = await Promise.all([1, 2, 3].map(() => desk(pointsApi.decide, decision)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await mine(phone)).toMatchObject({ balance: 13 });
    expect(await newest(phone)).toMatchObject({
      kind: "adjust",
      points: 3,
      words: "已核对巡逻队名单",
      by: "东一",
      subject: { type: "point-request", id },
      recognised: [{ side: "home", node: "东街社区" }],
    });
    const [own] = (await (await world.as(phone))(pointsApi.myRequests, {})).body.items;
    expect(own).toMatchObject({
      status: "granted",
      decidedBy: "东一",
      answer: "已核对巡逻队名单",
      booked: { points: 3 },
    });
    await expect.poll(() => told(phone)).toContain("积分已更正 已核对巡逻队名单");
  });

  it("that something is wrong takes that one booking back", async () => {
    const phone = await earner();
    const about = (await newest(phone)).id;
    const request = await asked(phone, { words: "这次不是我去的", about });
    expect(request.about).toMatchObject({ id: about, points: 10 });
    const desk = await world.as(folk.eastDesk);
    const decided = await desk(pointsApi.decide, {
      requestId: request.id,
      version: request.version,
      decision: "reverse",
      answer: "确认是别人",
    });
    expect(decided.body).toMatchObject({ status: "granted", booked: { kind: "reverse", points: -10 } });
    expect(await mine(phone)).toMatchObject({ balance: 0 });
  });

  it("may be refused with a reason, taken back by who asked, and is then over", async () => {
    const phone = await earner();
    const call = await world.as(phone);
    const desk = await world.as(folk.eastDesk);
    const [first, second] = [await asked(phone, { words: "一" }), await asked(phone, { words: "二" })];
    const refuse = { requestId: first.id, version: first.version, decision: "refuse" as const };
    const wordless = await desk(pointsApi.decide, { ...refuse, answer: "  " });
    expect(wordless.problem.errors?.[0]?.path).toBe("answer");
    expect((await desk(pointsApi.decide, { ...refuse, answer: "没有这次活动" })).body.status).toBe("refused");
    const withdrawn = await call(pointsApi.withdrawRequest, { requestId: second.id, version: second.version });
    expect(withdrawn.body.status).toBe("withdrawn");
    for (const { id } of [first, second]) {
      const late = { requestId: id, version: 2, decision: "add" as const, points: 5, answer: "补" };
      expect((await desk(pointsApi.decide, late)).problem.code).toBe("not-allowed-now");
    }
    expect(await mine(phone)).toMatchObject({ balance: 10 });
  });

  it("is decided by nobody for themselves, by nobody elsewhere, and by nobody without the right", async () => {
    const desk = await world.as(folk.eastDesk);
    await desk(pointsApi.join, {});
    const own = await asked(folk.eastDesk, { words: "给我自己加" });
    const phone = await earner();
    const other = await asked(phone, { words: "少了一次" });
    const decide = async (who: string, { id, version }: { id: string; version: number }) =>
      (
        await (
          await world.as(who)
        )(pointsApi.decide, {
          requestId: id,
          version,
          decision: "add",
          points: 5,
          answer: "补",
        })
      ).status;
    expect(await decide(folk.eastDesk, own)).toBe(403);
    expect(await decide(folk.westDesk, other)).toBe(404);
    expect(await decide(phone, other)).toBe(404);
    expect(await decide(testlandPeople.admin, other)).toBe(404);
    expect(await decide(testlandPeople.desk, own)).toBe(200);
  });

  it("says what to mend when it does not fit", async () => {
    const phone = await earner();
    const call = await world.as(phone);
    const other = await newest(await earner());
    expect((await call(pointsApi.ask, { words: "别人的", about: other.id })).status).toBe(404);
    expect((await call(pointsApi.ask, { words: " " })).problem.errors?.[0]?.path).toBe("words");
    const { id, version } = await asked(phone, { words: "少了" });
    const desk = await world.as(folk.eastDesk);
    const bare = { requestId: id, version, answer: "好" };
    expect((await desk(pointsApi.decide, { ...bare, decision: "add" })).problem.errors?.[0]?.path).toBe("points");
    for (const points of [0, -5, 1.5, 1001])
      expect((await desk(pointsApi.decide, { ...bare, decision: "add", points })).status, String(points)).toBe(400);
    const nothing = await desk(pointsApi.decide, { ...bare, decision: "reverse" });
    expect(nothing.problem.detail).toContain("没有指明哪一笔");
    for (let i = 0; i < 9; i++) await asked(phone, { words: `又少了 ${i}` });
    expect((await call(pointsApi.ask, { words: "再来一个" })).problem.detail).toContain("在等处理");
    const stranger = await world.as(testlandPeople.resident);
    expect((await stranger(pointsApi.ask, { words: "我没有加入" })).problem.detail).toContain("请先加入");
  });
});

describe("the ledger at a desk", () => {
  it("shows its own places, found by kind, rule, day and words, and nobody's name", async () => {
    const phone = await earner();
    const deed = await deedOf(world, phone, { words: "给独居老人送饭", nodeId: await world.node("990001001002") });
    await ledger().credit(deed);
    const rows = async (who: string, query: object = {}) =>
      (await (await world.as(who))(pointsApi.ledger, { limit: 200, ...query })).body.items;
    const [west] = await rows(folk.westDesk);
    expect(west).toMatchObject({ words: "给独居老人送饭", who: "志***", points: 10, place: "西街社区" });
    expect(await rows(folk.westDesk)).toHaveLength(1);
    expect((await rows(folk.eastDesk)).some(({ words }) => words === "给独居老人送饭")).toBe(false);
    expect((await rows(testlandPeople.desk, { q: "独居老人" })).map(({ id }) => id)).toEqual([west?.id]);
    expect(await rows(testlandPeople.desk, { q: "%" })).toEqual([]);
    expect((await rows(testlandPeople.desk, { kind: "adjust" })).every(({ kind }) => kind === "adjust")).toBe(true);
    expect((await rows(testlandPeople.desk, { rule: "hours" })).length).toBe(0);
    expect((await rows(testlandPeople.desk, { from: "2026-11-24" })).length).toBe(0);
    expect((await rows(testlandPeople.desk, { from: "2026-11-23", to: "2026-11-23" })).length).toBeGreaterThan(5);
    const desk = await world.as(testlandPeople.desk);
    expect((await desk(pointsApi.ledger, { from: "2026-11-24", to: "2026-11-23" })).problem.errors?.[0]?.path).toBe(
      "to",
    );
    // Whoever spends their points is the one who books it: their name does not stand there either.
    const goods = { node: await world.node("990001001001"), kind: "goods" as const, name: "伞", price: 1, stock: 1 };
    const { id, price } = (await (await world.as(folk.eastDesk))(shopApi.addGoods, goods)).body;
    await (await world.as(phone))(shopApi.redeem, { goodsId: id, price });
    expect((await rows(testlandPeople.desk, { kind: "redeem" }))[0]).toMatchObject({ by: "本人", points: -1 });
    expect(JSON.stringify(await rows(testlandPeople.desk))).not.toMatch(/志愿者\d/);
  });

  it("gives a name for a reason, which is kept", async () => {
    const phone = await earner();
    const entryId = (await newest(phone)).id;
    const desk = await world.as(folk.eastDesk);
    expect((await desk(pointsApi.whose, { entryId, reason: " " })).status).toBe(400);
    expect((await desk(pointsApi.whose, { entryId, reason: "核对名单" })).body.name).toMatch(/^志愿者\d+$/);
    expect((await (await world.as(folk.westDesk))(pointsApi.whose, { entryId, reason: "好奇" })).status).toBe(404);
    const kept = await world.query<{ account_name: string; reason: string }>(
      `select account_name, reason from disclosures where subject_id = '${entryId}'`,
    );
    expect(kept).toEqual([{ account_name: "东一", reason: "核对名单" }]);
  });

  it("takes back what was given by mistake, once, and tells the person", async () => {
    const phone = await earner();
    const entryId = (await newest(phone)).id;
    const desk = await world.as(folk.eastDesk);
    expect((await (await world.as(folk.westDesk))(pointsApi.reverse, { entryId, reason: "错" })).status).toBe(404);
    const answers = await Promise.all([1, 2].map(() => desk(pointsApi.reverse, { entryId, reason: "重复登记" })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({ mayReverse: false });
    expect(await mine(phone)).toMatchObject({ balance: 0 });
    await expect.poll(() => told(phone)).toContain("重复登记");
  });

  it("does not take back one's own, nor what was spent", async () => {
    const desk = await world.as(folk.eastDesk);
    await desk(pointsApi.join, {});
    await ledger().credit(await deedOf(world, folk.eastDesk));
    const own = (await newest(folk.eastDesk)).id;
    expect((await desk(pointsApi.reverse, { entryId: own, reason: "试试" })).status).toBe(403);
    const [row] = (await desk(pointsApi.ledger, { q: "帮老人买菜" })).body.items.filter(({ id }) => id === own);
    expect(row?.mayReverse).toBe(false);
  });
});
