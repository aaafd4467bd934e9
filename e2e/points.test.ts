/** Points from beginning to end: someone chooses to take part, a deed counts, points are spent, the code is handed in. */
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { pointsApi } from "@ginkgo/shared/api/points.ts";
import { shopApi } from "@ginkgo/shared/api/shop.ts";
import { describe, expect, test } from "vitest";
import { dialog } from "./actions.ts";
import { signIn } from "./api.ts";
import { usePlace } from "./harness.ts";
import { desk as deskPhone, enterConsole, enterPhone, lead as leadPhone, type Person } from "./people.ts";
import { see } from "./see.ts";

describe("points", () => {
  const stage = usePlace("shuangqiao");
  const thing = "帮三楼老人换灯泡";

  const meet = async ({ phone }: Person) => {
    const call = await signIn(stage.place, { name: "", phone });
    const me = await call(identityApi.me, {});
    const [post] = me.roles;
    if (!post) throw new Error(`${me.name} holds no role`);
    return { call, me, node: post.node.id, person: { name: me.name, phone } };
  };
  type Met = Awaited<ReturnType<typeof meet>>;

  /** As the module of claims tells it, when whoever needed it has confirmed. */
  const confirmed = async (volunteer: Met, desk: Met): Promise<void> => {
    const { app, tenant, clock } = stage.place;
    const deed = {
      type: "claim",
      kind: "service",
      step: "confirm",
      subjectId: volunteer.me.id,
      sourceKey: "light",
      accountId: volunteer.me.id,
      unitId: null,
      homeId: null,
      nodeId: desk.node,
      minutes: null,
      at: clock.now(),
      words: thing,
      actor: { accountId: desk.me.id, name: desk.me.name },
    };
    const points = await app.foundation.db.inTenant(tenant, (tx) => app.services.points.port.credit(tx, deed));
    expect(points).toBe(2);
  };

  test("are joined, earned, spent and handed in", async () => {
    const [desk, volunteer] = [await meet(deskPhone), await meet(leadPhone)];
    const phone = await stage.sit("phone", "volunteer");
    await enterPhone(phone, volunteer.person);
    await phone.page.goto("/m/me");
    await phone.page.getByRole("link", { name: "志愿积分" }).click();
    await see(phone.page, "不用于考核");
    await phone.page.getByRole("button", { name: "自愿加入" }).click();
    await see(phone.page, "还没有积分");

    await confirmed(volunteer, desk);
    await desk.call(shopApi.addGoods, { node: desk.node, kind: "goods", name: "毛巾", price: 2, stock: 1 });
    await phone.page.reload();
    await phone.page.getByRole("link", { name: new RegExp(thing) }).click();
    await see(phone.page, "谁确认的");
    await see(phone.page, "看这件事");
    await phone.page.goto("/m/points/shop");
    await phone.page.getByRole("link", { name: /毛巾/ }).click();
    await phone.page.getByRole("button", { name: "用 2 分兑换" }).click();
    await phone.page.getByRole("button", { name: "兑换", exact: true }).click();
    await see(phone.page, "领取码");
    const code = await phone.page.locator(".points-code strong").innerText();
    expect(code).toMatch(/^\d{4} \d{4}$/);

    const counter = await stage.sit("desk", "counter");
    const { page } = counter;
    await enterConsole(counter, desk.person, "/points/shop");
    await page.getByLabel("领取码").fill(code);
    await page.getByRole("button", { name: "查询" }).click();
    const asked = dialog(page, "确认交付");
    await see(asked, "毛巾");
    await asked.getByRole("button", { name: "已交给本人" }).click();
    await see(page, "已交付：毛巾");
    await phone.page.reload();
    await see(phone.page, "已领取");
    expect((await volunteer.call(pointsApi.mine, {})).balance).toBe(0);
    expect([...phone.complaints, ...counter.complaints]).toEqual([]);
  });
});
