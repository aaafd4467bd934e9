/** The place's own rules: seen as a diagram, changed in a draft that is checked, published, and taken back. */
import type { Client } from "@ginkgo/shared/api/client.ts";
import { packApi } from "@ginkgo/shared/api/pack.ts";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { dialog, write } from "./actions.ts";
import { signIn, step, submitCase } from "./api.ts";
import type { Seat } from "./browser.ts";
import { usePlace } from "./harness.ts";
import { inspect } from "./inspect.ts";
import { admin, desk, enterConsole, resident } from "./people.ts";
import { see } from "./see.ts";

const stage = usePlace();
let office: Seat;
let asResident: Client;
let asDesk: Client;
let openCase: string;

beforeAll(async () => {
  office = await stage.sit("desk", "administrator");
  await enterConsole(office, admin, "/rules");
  [asResident, asDesk] = [await signIn(stage.place, resident), await signIn(stage.place, desk)];
  openCase = (await submitCase(asResident, "楼道的灯不亮，晚上看不见")).id;
});

const clock = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" });

/** Accepted at 09:00 on Monday: until when it has to be dispatched. */
const dispatchBy = async (caseId: string): Promise<string> => {
  const { dueAt } = await step(asDesk, caseId, "accept");
  return dueAt === null ? "no limit" : clock.format(new Date(dueAt));
};

const goTo = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "规则" }).getByRole("link", { name, exact: true }).click();
const part = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "草稿的各部分" }).getByRole("button", { name }).click();
const entry = (page: Page, list: string, name: string | RegExp) =>
  page.getByRole("navigation", { name: list, exact: true }).getByRole("button", { name }).click();
const problems = (page: Page) => page.getByRole("alert").filter({ hasText: "改好后才能发布" });
const saved = (page: Page) =>
  page
    .getByRole("status")
    .filter({ hasText: /^\s*已保存/ })
    .waitFor();
const limit = (page: Page) => page.getByRole("spinbutton", { name: "时限", exact: true });

test("the workflow is a diagram whose states tell everything, by mouse and by keyboard", async () => {
  const { page } = office;
  await page.getByRole("link", { name: "点单 · 派单 · 接单 · 评单" }).click();
  await page.getByRole("button", { name: /^待派单.*等待中.*轮到：社区受理员、社区书记.*时限：4 个工作小时$/ }).click();
  const panel = dialog(page, "待派单");
  await see(panel, "4 个工作小时");
  await see(panel, "派给“派给”中选的一家");
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });

  await page.getByRole("button", { name: /^办理中.*轮到：承办人/ }).focus();
  await page.keyboard.press("Enter");
  await see(dialog(page, "办理中"), "申请延期");
  await page.keyboard.press("Escape");
  await dialog(page, "办理中").waitFor({ state: "hidden" });

  expect(await inspect(page, "diagram")).toEqual([]);
});

test("a draft is checked while it is written, and nothing of it counts before it is published", async () => {
  const { page } = office;
  await page.goto("/rules");
  await goTo(page, "草稿");
  await part(page, "流程、时限和填写内容");
  await entry(page, "状态", "待派单");
  await page.getByRole("heading", { name: "待派单", exact: true }).waitFor();
  await limit(page).fill("");
  await problems(page).waitFor();
  await see(page, "还没有填写");
  expect(await problems(page).getByRole("listitem").count()).toBe(1);

  await part(page, "名称和用语");
  await problems(page)
    .getByRole("link", { name: /“待派单”.*时限/ })
    .click();
  await page.getByRole("heading", { name: "待派单", exact: true }).waitFor();
  await limit(page).fill("6");
  await saved(page);
  await problems(page).waitFor({ state: "hidden" });

  await part(page, "类别");
  await entry(page, "类别", /^便民维修/);
  await page.getByRole("heading", { name: "便民维修", exact: true }).waitFor();
  await write(page.locator(".detail"), "名称", "家电水电小修");
  await write(page.locator(".detail"), "说明", "写错了");
  await page.keyboard.press("Control+z");
  await saved(page);
  expect(await page.getByRole("textbox", { name: "说明" }).inputValue()).not.toBe("写错了");
  expect(await inspect(page, "draft")).toEqual([]);
  expect((await asDesk(packApi.pack, {})).version).toBe(1);
});

test("published, new cases go by the new rules and open ones by those they began under", async () => {
  const { page } = office;
  await page.getByRole("button", { name: "发布前预览" }).click();
  const change = page.getByRole("listitem").filter({ hasText: "“待派单”的时限" });
  await see(change, "4 个工作小时");
  await see(change, "6 个工作小时");
  await see(page, "家电水电小修");
  await page.getByRole("button", { name: "发布", exact: true }).click();
  const form = dialog(page, "发布规则");
  await write(form, "这次改了什么", "派单多给两小时");
  await form.getByRole("button", { name: "确定发布" }).click();
  await see(page, "现行第 2 版");
  await see(page, "派单多给两小时");

  const { id, categoryLabel } = await submitCase(asResident, "门锁坏了，打不开");
  expect(categoryLabel).toBe("家电水电小修");
  expect(await dispatchBy(openCase)).toBe("15:00");
  expect(await dispatchBy(id)).toBe("17:00");
});

test("an earlier version is brought back, with a reason, as a new one", async () => {
  const { page } = office;
  await goTo(page, "版本");
  await page.getByRole("link", { name: "与现行版本比较" }).click();
  await see(page, "“待派单”的时限");
  await page.getByText("流程图对照").click();
  await page.getByRole("button", { name: /^待派单.*6 个工作小时/ }).waitFor();
  expect(
    await page
      .getByRole("button", { name: /^待派单/ })
      .getByText("有改动")
      .count(),
  ).toBe(2);
  await page.getByRole("link", { name: "所有版本" }).click();
  await page.getByRole("button", { name: "恢复到这一版" }).click();
  const form = dialog(page, "恢复到第 1 版");
  await form.getByRole("button", { name: "确定恢复" }).click();
  await see(form, "请写明为什么要恢复");
  await write(form, "原因", "两小时太长");
  await form.getByRole("button", { name: "确定恢复" }).click();
  await see(page, "恢复第 1 版");
  await see(page, "第 3 版");
  const { id } = await submitCase(asResident, "水龙头关不紧");
  expect(await dispatchBy(id)).toBe("15:00");
  expect(office.complaints).toEqual([]);
});

test("on a phone the rules are text that fits the screen", async () => {
  const phone = await stage.sit("phone", "administrator on a phone", office);
  const found: string[] = [];
  for (const path of ["/rules/workflows/order", "/rules/draft?part=workflows&item=handling"]) {
    await phone.page.goto(path);
    found.push(...(await inspect(phone.page, path)));
  }
  expect(found).toEqual([]);
  expect(phone.complaints).toEqual([]);
});
