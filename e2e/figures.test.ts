/** The page of figures: from a rate to the very cases it counts, split as one likes, on a desk, a phone and in Excel. */
import { readFileSync } from "node:fs";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import readExcel from "read-excel-file/node";
import { beforeAll, expect, test } from "vitest";
import { dialog } from "./actions.ts";
import { bodyNamed, signIn, step, submitCase } from "./api.ts";
import type { Seat } from "./browser.ts";
import { usePlace } from "./harness.ts";
import { inspect } from "./inspect.ts";
import { admin, desk, enterConsole, lead, resident, team } from "./people.ts";
import { see } from "./see.ts";

const stage = usePlace();
const words = { taken: "楼道灯坏了三天", offered: "下水道堵了", fresh: "单元门关不上" };
let office: Seat;
let south = "";

beforeAll(async () => {
  const [asDesk, asLead, asResident] = await Promise.all([desk, lead, resident].map((who) => signIn(stage.place, who)));
  if (!asDesk || !asLead || !asResident) throw new Error("three people sign in");
  const hand = async (about: string) => {
    const { id } = await submitCase(asResident, about);
    await step(asDesk, id, "accept");
    await step(asDesk, id, "dispatch", { to: [await bodyNamed(asDesk, id, team)] });
    return id;
  };
  await step(asLead, await hand(words.taken), "take");
  await hand(words.offered);
  await submitCase(asResident, words.fresh);
  south = (await asDesk(orgApi.nodes, { q: "南街社区", tiers: "community" })).items[0]?.id ?? "";
  office = await stage.sit("desk", "community desk");
  await enterConsole(office, desk, "/");
});

test("a rate shows how it is made, and its numbers open their cases", async () => {
  const { page } = office;
  await page.getByRole("navigation").or(page.getByRole("menu")).getByRole("link", { name: "数据" }).first().click();
  await page.getByRole("heading", { name: "响应率" }).waitFor();
  await see(page, "50.0%");
  await page.getByRole("button", { name: "响应率的口径" }).focus();
  await see(page.getByRole("tooltip"), "按时接单数 ÷ 已派单数");
  await page.getByRole("link", { name: /^响应率的分子/ }).click();
  const drawer = dialog(page, "东街社区 · 响应率 · 分子");
  await see(drawer, words.taken);
  expect(await drawer.getByText(words.offered).count()).toBe(0);
  await drawer.getByRole("link", { name: "在派单台中打开" }).click();
  await page.getByRole("heading", { name: "派单台" }).waitFor();
  await see(page, words.taken);
  expect(await page.getByText(words.offered).count()).toBe(0);
});

test("figures are split by category, and a row opens its own cases", async () => {
  const { page } = office;
  await page.goto("/figures?by=category");
  const table = page.getByRole("table");
  const row = table.getByRole("row").filter({ has: page.getByRole("link", { name: /受理诉求/ }) });
  await row
    .first()
    .getByRole("link", { name: /受理诉求/ })
    .click();
  const drawer = page.getByRole("dialog");
  for (const about of Object.values(words)) await see(drawer, about);
});

test("a place leads to its own figures", async () => {
  const { page } = office;
  await page.goto("/figures");
  await page.getByRole("table").getByRole("link", { name: "锦绣花园", exact: true }).click();
  await see(page, /^锦绣花园，/);
  await see(page, "50.0%");
});

test("the sheet holds the shown table and what its figures mean", async () => {
  const { page } = office;
  await page.goto("/figures?by=category");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /导出/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^数据 东街社区 .*\.xlsx$/);
  const sheets = await readExcel(readFileSync(await download.path()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["数据", "口径"]);
});

test("another community's figures are refused in words", async () => {
  const { page } = office;
  await page.goto(`/figures?under=${south}`);
  await see(page, "没有权限");
});

test("whoever has no right to figures is not offered them", async () => {
  const seat = await stage.sit("desk", "administrator");
  await enterConsole(seat, admin, "/");
  await seat.page.getByRole("link", { name: "组织树" }).first().waitFor();
  expect(await seat.page.getByRole("link", { name: "数据" }).count()).toBe(0);
});

test("nothing scrolls sideways or shuts anyone out, wide and narrow", async () => {
  const phone = await stage.sit("phone", "phone", office);
  const wrong: string[] = [];
  for (const seat of [office, phone])
    for (const path of ["/figures", "/figures?by=month", "/figures?by=category&metric=received"]) {
      await seat.page.goto(path);
      await see(seat.page, "逐月走势");
      wrong.push(...(await inspect(seat.page, `${path} (${seat.name})`)), ...seat.complaints.splice(0));
    }
  expect(wrong).toEqual([]);
});
