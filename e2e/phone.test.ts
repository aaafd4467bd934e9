/** A resident's phone when things go wrong: no network, a reload, a lost answer, a refusal, a file that is no photo. */
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import type { Client } from "@ginkgo/shared/api/client.ts";
import { packApi } from "@ginkgo/shared/api/pack.ts";
import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { beginOnPhone, dialog, photo, putPhoto } from "./actions.ts";
import { signIn } from "./api.ts";
import type { Seat } from "./browser.ts";
import { usePlace } from "./harness.ts";
import { enterPhone, resident } from "./people.ts";
import { see } from "./see.ts";

const stage = usePlace();
let signedIn: Seat;
let home: Seat;
let asResident: Client;

beforeAll(async () => {
  signedIn = await stage.sit("phone", "resident");
  await enterPhone(signedIn, resident);
  await signedIn.page.close();
  asResident = await signIn(stage.place, resident);
});

// What one test leaves on the phone is no business of the next.
beforeEach(async () => {
  home = await stage.sit("phone", "resident", signedIn);
});
afterEach(async ({ task }) => {
  expect(home.complaints, task.name).toEqual([]);
});

const begin = async (page: Page, category = "环境卫生"): Promise<void> => {
  await page.goto("/m/submit");
  await page.getByRole("button", { name: new RegExp(category) }).click();
  await page.getByLabel("什么事？").waitFor();
};

const submit = (page: Page) => page.getByRole("button", { name: "提交", exact: true }).click();

/** How many cases with these words the server has. */
const arrived = async (words: string): Promise<number> =>
  (await asResident(casesApi.list, { box: "reported", limit: 100 })).items.filter((item) => item.words === words)
    .length;

test("what is submitted without a network waits on the phone and is sent once", async () => {
  const { page, context } = home;
  const words = "垃圾桶满了三天没有人收";
  await begin(page);
  await page.getByLabel("什么事？").fill(words);
  await context.setOffline(true);
  await see(page, "现在没有网络");
  await page.getByLabel("从相册选").setInputFiles(await photo("垃圾桶"));
  await see(page, "联网后");
  await page.getByRole("button", { name: /就在我家附近/ }).click();
  await submit(page);
  await page.getByRole("heading", { name: "等待发送" }).waitFor();
  await see(page, "等待网络，联网后自动发送");
  expect(await arrived(words)).toBe(0);

  await context.setOffline(false);
  await page
    .getByText(/编号 JY-/)
    .first()
    .waitFor();
  await see(page, "没有等待发送的内容");
  await page.goto("/m/cases");
  const card = page.getByRole("link").filter({ hasText: words });
  await card.waitFor();
  expect(await card.count()).toBe(1);
  await see(card, "1 张");
  expect(await arrived(words)).toBe(1);
});

test("when the server has it but its answer is lost, sending again makes no second case", async () => {
  const { page } = home;
  const words = "绿化带里的水管漏水";
  await begin(page);
  await page.getByLabel("什么事？").fill(words);
  await page.getByRole("button", { name: /就在我家附近/ }).click();
  const keys: (string | undefined)[] = [];
  const cases = "**/api/v1/cases";
  await page.route(cases, async (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    await route.fetch();
    await route.abort("connectionfailed");
  });
  await submit(page);
  await page.getByRole("heading", { name: "等待发送" }).waitFor();
  await expect.poll(() => arrived(words)).toBe(1);
  await page.unroute(cases);
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/v1/cases"))
      keys.push(request.headers()["idempotency-key"]);
  });
  await page
    .getByText(/编号 JY-/)
    .or(page.getByText("收到了，谢谢您！"))
    .first()
    .waitFor({ timeout: 60_000 });
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size, "every attempt had the same key").toBe(1);
  expect(await arrived(words)).toBe(1);
});

test("a draft with its photo is there again after a reload", async () => {
  const { page } = home;
  const words = "写到一半，电话来了";
  await begin(page);
  await page.getByLabel("什么事？").fill(words);
  await putPhoto(page, "半截");
  await page.getByRole("button", { name: "不确定" }).click();
  const isThere = async () => {
    await see(page, "接着上次没写完的内容");
    expect(await page.getByLabel("什么事？").inputValue()).toBe(words);
    await page.getByRole("img", { name: "要发送的照片" }).waitFor();
    await see(page, "判断归哪个社区");
  };
  await page.getByRole("button", { name: "返回" }).click();
  await beginOnPhone(page);
  await isThere();
  await page.reload();
  await isThere();

  await page.getByRole("button", { name: "清空" }).click();
  await page.getByRole("dialog").getByText("清空", { exact: true }).last().click();
  await page.getByRole("heading", { name: "是哪方面的事？" }).waitFor();
});

test("a category that was withdrawn meanwhile is refused in words, and what was written stays", async () => {
  const { page } = home;
  const pack = await asResident(packApi.pack, {});
  const [first] = pack.categories;
  const withdrawn = { ...first, id: "withdrawn", label: "已经取消的一类", group: "便民" };
  await page.route("**/api/v1/pack", (route) =>
    route.fulfill({ json: { ...pack, categories: [...pack.categories, withdrawn] } }),
  );
  await begin(page, withdrawn.label);
  await page.unroute("**/api/v1/pack");
  await page.getByLabel("什么事？").fill("这一类还有吗");
  await page.getByRole("button", { name: "不确定" }).click();
  await submit(page);
  const refusal = page.getByRole("alert").filter({ hasText: "没有成功" });
  await refusal.waitFor();
  expect(await refusal.innerText()).toMatch(/类别/);
  expect(await page.getByLabel("什么事？").inputValue()).toBe("这一类还有吗");
  await page.getByRole("button", { name: "换一类" }).click();
  await page.getByRole("button", { name: /便民维修/ }).click();
  await submit(page);
  await see(page, "收到了，谢谢您！");
});

test("a place outside the county is said to be outside before it can be taken", async () => {
  const { page, context } = home;
  await context.grantPermissions(["geolocation"], { origin: stage.place.origin });
  await context.setGeolocation({ longitude: 116.397, latitude: 39.909, accuracy: 10 });
  await begin(page);
  await page.getByRole("button", { name: "地图选点" }).click();
  const map = dialog(page, "在地图上点出位置");
  await map.getByRole("button", { name: "用我的位置" }).click();
  await see(map, "这里不在泾阳县范围内");
  expect(await map.getByRole("button", { name: /就是这里/ }).count()).toBe(0);

  await map.getByRole("button", { name: "关闭" }).click();
  await map.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: /就在我家附近/ }).waitFor();
});

test("a file that is not a photo is refused with words", async () => {
  const { page } = home;
  await begin(page);
  const album = page.getByLabel("从相册选");
  await album.setInputFiles({ name: "账单.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
  await see(page, "“账单.pdf”不是照片或视频，不能发送。");
  // One that only says it is a photo is found out by the server.
  await album.setInputFiles({ name: "假照片.jpg", mimeType: "image/jpeg", buffer: Buffer.from("not a photo at all") });
  await see(page, "没传上去");
  await see(page, /只能上传照片.*请换一个文件/);
  await page.getByRole("button", { name: "移除这张照片" }).click();
  await page.getByText("没传上去").waitFor({ state: "hidden" });
});
