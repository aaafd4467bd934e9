/** One matter in several hands: a whistle that departments answer part by part, and a mediation whose record stays in the room. */
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { putPhoto, stepAtDesk, stepButton, stepOnPhone, tab, write } from "./actions.ts";
import { bodyNamed, signIn, step, submitCase } from "./api.ts";
import type { Seat } from "./browser.ts";
import { usePlace } from "./harness.ts";
import { desk, enterConsole, enterPhone, lead, type Person, resident, team } from "./people.ts";
import type { Place } from "./place.ts";
import { see } from "./see.ts";

/** The people of another place have the same telephone numbers and names of their own. */
const personAt = async (place: Place, phone: string): Promise<Person> => {
  const call = await signIn(place, { name: "", phone });
  return { name: (await call(identityApi.me, {})).name, phone };
};

describe("a whistle", () => {
  const stage = usePlace("shenmu");
  const matter = "背街小巷雨天积水，路面塌了两处，请几家一起来整治。";
  const asked = "周五上午九点在巷口集合，一起踏勘定方案。";
  const bodies = ["城管局", "市场监管局"] as const;

  const begin = async (page: Page) => {
    await page.goto("/cases/new");
    await page.getByRole("combobox", { name: "类别" }).fill("重点工作哨");
    await page.getByText("背街小巷整治、排水改造").click();
    await write(page.getByRole("main"), "内容", matter);
    await page.getByRole("combobox", { name: "地址" }).fill("惠民社区");
    await page.locator(".ant-select-item-option").filter({ hasText: "惠民社区" }).first().click();
    await page.getByRole("button", { name: "发起街道吹哨" }).click();
    await see(page, "待发哨", { exact: true });
  };

  const reportIn = async ({ page }: Seat) => {
    await see(page, asked);
    await page.getByRole("link", { name: "查看详情" }).click();
    await stepOnPhone(page, "报到");
    await stepOnPhone(page, "办结并报告", async (form) => {
      await write(form, "怎么办的，结果如何", "本部门的一份已经办完");
      await putPhoto(form, "现场");
    });
    // Both sides assess at the same time, and both states are named.
    await see(page, "待街道评部门／待部门评哨");
    await stepOnPhone(page, "评价这次吹哨", async (form) => {
      await form.getByRole("button", { name: "应当", exact: true }).click();
      await write(form, "理由", "确属本部门职责");
    });
  };

  test("two departments do their parts, and the whole goes on by itself", async () => {
    const { place } = stage;
    const street = await personAt(place, "19900000003");
    const office = await stage.sit("desk", "street");
    await enterConsole(office, street, "/cases/new");
    const crews: Seat[] = [];
    for (const phone of ["19900000017", "19900000018"]) {
      const crew = await stage.sit("phone", phone);
      await enterPhone(crew, await personAt(place, phone));
      await tab(crew.page, "接单");
      crews.push(crew);
    }

    await begin(office.page);
    const caseId = office.page.url().split("/").at(-1) ?? "";
    await stepAtDesk(office.page, "发哨", async (form) => {
      for (const body of bodies) {
        await form.getByPlaceholder("按名称或人员查找").fill(body);
        await form.getByText(body, { exact: true }).click();
      }
      await write(form, "请他们做什么，几时、到哪里", asked);
    });
    await see(office.page, "0/2 已结束");
    const parts = office.page.getByRole("table").getByRole("row");
    for (const body of bodies) await see(parts.filter({ hasText: body }), "待报到");
    const loads = office.loads();

    for (const crew of crews) await reportIn(crew);

    // The street rates one department where it looks, the other elsewhere: this page must hear of that.
    await parts.filter({ hasText: bodies[0] }).getByRole("link").click();
    await see(office.page, "属于");
    await stepAtDesk(office.page, "评价部门", async (form) => {
      await form.locator(".ant-rate-star").last().click();
      await write(form, "理由", "到得快，办得实");
    });
    await office.page.getByRole("button", { name: "返回" }).click();
    await see(office.page, "1/2 已结束");
    await see(office.page, "部门办理中", { exact: true });
    const asStreet = await signIn(place, street);
    const { children } = await asStreet(casesApi.view, { caseId });
    const other = children.find(({ assignedTo }) => assignedTo === bodies[1]);
    await step(asStreet, other?.id ?? "", "rateDepartment", { stars: 4, words: "按时到场" });

    await see(office.page, "2/2 已结束");
    await see(office.page, "待总结", { exact: true });
    await stepButton(office.page, "总结收哨").waitFor();
    expect(office.loads(), "the whole went on without a reload").toBe(loads);
    expect([office, ...crews].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

describe("a mediation", () => {
  const stage = usePlace();
  const secret = "甲方私下说账本有一笔没有记";

  test("what is said there is not shown to the desk", async () => {
    const { place } = stage;
    const [asResident, asDesk, asLead] = await Promise.all([resident, desk, lead].map((who) => signIn(place, who)));
    if (!asResident || !asDesk || !asLead) throw new Error("three people sign in");
    const { id } = await submitCase(asResident, "合伙开店散伙分账，愿意请人来谈", { category: "mediation" });
    await step(asDesk, id, "arrange", { to: [await bodyNamed(asDesk, id, team)] });
    await step(asLead, id, "take");

    const room = await stage.sit("phone", "mediator");
    await enterPhone(room, lead);
    await room.page.goto(`/m/cases/${id}`);
    await stepOnPhone(room.page, "调解笔录", (form) => write(form, "记录（只有调解人员看得到）", secret));
    await see(room.page, secret);
    await see(room.page, "仅承办人员可见");

    const office = await stage.sit("desk", "desk");
    await enterConsole(office, desk, `/cases/${id}`);
    await see(office.page, "分头听取双方");
    await see(office.page, "接手主持", { exact: true });
    expect(await office.page.getByText(secret).count()).toBe(0);
    expect(await office.page.getByText("调解笔录").count()).toBe(0);
    expect([room, office].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
