/** A desk's daily work: finding, sorting, doing many at once, doing without the mouse, and two people at once. */
import { readFileSync } from "node:fs";
import { readSheetRows } from "@ginkgo/server/platform/excel.ts";
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import type { Client } from "@ginkgo/shared/api/client.ts";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { dialog, dispatchTo, openCase, row, stepAtDesk, stepButton, write } from "./actions.ts";
import { signIn, submitCase } from "./api.ts";
import type { Seat } from "./browser.ts";
import { usePlace } from "./harness.ts";
import { desk, enterConsole, resident, secretary, team } from "./people.ts";
import { see } from "./see.ts";

const stage = usePlace();
let office: Seat;
let asDesk: Client;
let asResident: Client;

const branch = "花园里的枯树枝快掉下来了，下面经常有孩子玩";
const lamp = "楼道里的声控灯不亮，上下楼要打手电";
const lock = "单元门的锁芯坏了，关不严，晚上不放心";
const drain = "厨房下水道堵了，水倒灌到地面";

beforeAll(async () => {
  asDesk = await signIn(stage.place, desk);
  asResident = await signIn(stage.place, resident);
  await submitCase(asResident, branch, { category: "sanitation" });
  for (const words of [lamp, lock, drain]) await submitCase(asResident, words);
  office = await stage.sit("desk", "desk");
  await enterConsole(office, desk);
  await row(office.page, branch).waitFor();
});

const search = (page: Page) => page.getByRole("textbox", { name: "搜索" });

test("words inside the text are found, and the question is kept under a name", async () => {
  const { page } = office;
  await search(page).fill("树枝快掉");
  await row(page, lamp).waitFor({ state: "hidden" });
  await row(page, branch).waitFor();

  await page.getByRole("button", { name: "存为常用" }).click();
  await page.getByRole("textbox", { name: "名称" }).fill("枯枝");
  await page.getByRole("button", { name: "保存" }).click();
  const chip = page.getByRole("button", { name: "枯枝", exact: true });
  await chip.waitFor();
  await page.getByRole("button", { name: "清空条件" }).click();
  await row(page, lamp).waitFor();

  await page.goto("/desk");
  await row(page, lamp).waitFor();
  await chip.click();
  await row(page, lamp).waitFor({ state: "hidden" });
  await row(page, branch).waitFor();
  expect(await search(page).inputValue()).toBe("树枝快掉");
});

test("three cases are accepted and then dispatched in one go", async () => {
  const { page } = office;
  await page.goto("/desk");
  const three = [lamp, lock, drain];
  const choose = async () => {
    for (const words of three) await row(page, words).getByRole("checkbox").check();
    await see(page, "已选 3 件");
  };
  const act = async (label: string, answer?: (form: ReturnType<typeof dialog>) => Promise<void>) => {
    await page.getByRole("toolbar", { name: "批量操作" }).getByRole("button", { name: label }).click();
    const form = dialog(page, label);
    await answer?.(form);
    await form.getByRole("button", { name: label }).click();
    await see(page, `${label}：3 件都已完成`);
    await form.waitFor({ state: "hidden" });
  };

  await choose();
  await act("受理");
  for (const words of three) await see(row(page, words), "待派单");
  await choose();
  await act("派单", dispatchTo(team));
  for (const words of three) await see(row(page, words), "待接单");
  for (const words of three) await see(row(page, words), team);
  await see(row(page, branch), "待审核");
});

test("the keyboard alone finds, opens and accepts a case", async () => {
  const { page } = office;
  const words = "门口的健身器材松了，一晃就响";
  await submitCase(asResident, words);
  await page.goto("/desk");
  await row(page, words).waitFor();
  const { keyboard } = page;

  await keyboard.press("/");
  await keyboard.type("健身器材");
  await row(page, branch).waitFor({ state: "hidden" });
  await keyboard.press("Escape");
  await keyboard.press("j");
  await keyboard.press("Enter");
  await see(dialog(page, "诉求详情"), words, { exact: true });
  await stepButton(page, "受理").waitFor();
  await keyboard.press("a");
  const form = dialog(page, "受理");
  await form.getByRole("button", { name: "受理" }).focus();
  await keyboard.press("Enter");
  await see(page, "受理：已完成");
  await form.waitFor({ state: "hidden" });
  await stepButton(page, "派单").waitFor();
});

test("of two people on one case the second is told what happened and loses nothing", async () => {
  const words = "小区门口的减速带翘起来了";
  const one = await submitCase(asResident, words);
  const other = await stage.sit("desk", "secretary");
  await enterConsole(other, secretary);
  await office.page.goto("/desk");
  await openCase(office.page, words);
  await openCase(other.page, words);

  // The first is still writing when the second has done something else.
  await stepButton(office.page, "请居民补充").click();
  const form = dialog(office.page, "请居民补充");
  await write(form, "需要居民补充什么", "请说明是哪个门");
  await stepAtDesk(other.page, "受理");
  await see(form, "现在不能再做这一步");
  expect(await form.getByRole("textbox").inputValue()).toBe("请说明是哪个门");
  await form.getByRole("button", { name: "取消" }).click();
  await form.waitFor({ state: "hidden" });

  // Both press at the same moment: one of them it is, and the other reads why not.
  const both = [office, other].map(({ page }) => ({ page, form: dialog(page, "派单") }));
  const teams = [team, "东街社区泾诚和谐物业队"];
  for (const [i, { page, form }] of both.entries()) {
    await stepButton(page, "派单").click();
    await dispatchTo(teams[i] ?? "")(form);
    await write(form, "交代", `请尽快看看${i}`);
  }
  // Pressed without looking first whether it is still there: that is what happens when two are quick.
  await Promise.all(
    both.map(({ form }) =>
      form.getByRole("button", { name: "派单" }).evaluate((button: HTMLElement) => button.click()),
    ),
  );
  const ends = both.map(async ({ page, form }) => {
    const won = page.getByText("派单：已完成");
    const refused = form.getByRole("alert").filter({ hasText: /这件诉求|这条诉求/ });
    await won.or(refused).first().waitFor();
    return refused.first().isVisible();
  });
  const refused = await Promise.all(ends);
  expect(refused.filter(Boolean)).toHaveLength(1);
  const loser = refused.indexOf(true);
  const kept = both[loser];
  expect(await kept?.form.getByRole("textbox", { name: "交代" }).inputValue()).toBe(`请尽快看看${loser}`);
  const { timeline, assignedTo } = await asDesk(casesApi.view, { caseId: one.id });
  expect(timeline.filter(({ label }) => label === "派单")).toHaveLength(1);
  expect(assignedTo).toContain(teams[1 - loser]);
  expect(other.complaints).toEqual([]);
});

test("the list as it is filtered is downloaded as a real Excel file", async () => {
  const { page } = office;
  await page.goto("/desk?q=声控灯");
  await row(page, lamp).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "导出" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const [head, ...rows] = await readSheetRows(readFileSync(await download.path()));
  expect(head?.slice(0, 3)).toEqual(["编号", "类别", "内容"]);
  expect(rows.map((cells) => cells[2])).toEqual([lamp]);
  expect(office.complaints).toEqual([]);
});
