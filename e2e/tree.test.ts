/** The administrator's tree: renaming, moving, its history, and an Excel sheet that is taken whole or not at all. */
import { columnNames, columns } from "@ginkgo/server/modules/org/sheet.ts";
import { writeSheet, xlsxMime } from "@ginkgo/server/platform/excel.ts";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { dialog, write } from "./actions.ts";
import type { Seat } from "./browser.ts";
import { usePlace } from "./harness.ts";
import { admin, enterConsole } from "./people.ts";
import { see } from "./see.ts";

const stage = usePlace();
let office: Seat;

beforeAll(async () => {
  office = await stage.sit("desk", "administrator");
  await enterConsole(office, admin, "/tree");
});

/** Finds a node by words and opens it. */
const open = async (page: Page, words: string, name = words): Promise<void> => {
  await page.getByRole("textbox", { name: "查找组织" }).fill(words);
  await page
    .getByRole("button", { name: new RegExp(`^${name} `) })
    .first()
    .click();
  await page.getByRole("heading", { name, exact: true }).waitFor();
};

test("a compound is renamed, and its old name still finds it", async () => {
  const { page } = office;
  await open(page, "锦绣花园");
  await page.getByRole("button", { name: "编辑", exact: true }).click();
  const form = dialog(page, "编辑“锦绣花园”");
  await write(form, "名称", "锦绣佳苑");
  await write(form, "说明", "业主大会更名");
  await form.getByRole("button", { name: "保存" }).click();
  await page.getByRole("heading", { name: "锦绣佳苑", exact: true }).waitFor();
  await see(page, "说明：业主大会更名");
  await page
    .getByText(new RegExp(`${admin.name} ·`))
    .first()
    .waitFor();
  await open(page, "锦绣花园", "锦绣佳苑");
});

test("a grid is moved under another compound", async () => {
  const { page } = office;
  await open(page, "东街社区第五网格");
  await page.getByRole("button", { name: "百货公司家属院", exact: true }).waitFor();
  await page.getByRole("button", { name: "移动", exact: true }).click();
  const form = dialog(page, "移动“东街社区第五网格”");
  await form.getByRole("combobox", { name: "新的上级" }).fill("名都城");
  await page
    .getByRole("treeitem")
    .or(page.locator(".ant-select-tree-treenode"))
    .filter({ hasText: /^名都城（/ })
    .first()
    .click();
  await write(form, "说明", "按新路网调整");
  await form.getByRole("button", { name: "移动" }).click();
  await form.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "名都城", exact: true }).waitFor();
  const history = page.getByRole("listitem").filter({ hasText: "按新路网调整" });
  await history.waitFor();
  expect(await history.innerText()).toContain("名都城");
});

const sheet = async (...rows: Partial<Record<(typeof columnNames)[number], string>>[]) => ({
  name: "网格.xlsx",
  mimeType: xlsxMime,
  buffer: await writeSheet(
    "组织树",
    columnNames.map((name) => columns[name]),
    rows.map((cells) => columnNames.map((name) => cells[name] ?? null)),
  ),
});

const good = { code: "e2e-c1", name: "新北小区", tier: "小区", parentCode: "610423001008", parentName: "东街社区" };

test("a sheet with one bad row is not imported at all, and says which line it is", async () => {
  const { page } = office;
  await page.goto("/tree");
  await page.getByRole("button", { name: "导入" }).click();
  const form = dialog(page, "导入组织树");
  const confirm = form.getByRole("button", { name: "确认导入" });
  const put = async (file: Awaited<ReturnType<typeof sheet>>) => form.locator("input[type=file]").setInputFiles(file);

  await put(
    await sheet(good, { ...good, code: "e2e-c2", name: "无处小区", parentCode: "", parentName: "没有这个社区" }),
  );
  const bad = form.getByRole("row").filter({ hasText: "没有这个社区" });
  await bad.waitFor();
  expect(await bad.getByRole("cell").first().innerText()).toBe("3");
  expect(await confirm.isDisabled()).toBe(true);
  await form.getByRole("button", { name: "取消" }).click();
  await form.waitFor({ state: "hidden" });
  await page.getByRole("textbox", { name: "查找组织" }).fill(good.name);
  await see(page, "没有找到");

  await page.getByRole("button", { name: "导入" }).click();
  await put(await sheet(good));
  await see(form, "检查通过，可以导入。");
  await confirm.click();
  await see(page, "已导入：新增 1，修改 0");
  await form.waitFor({ state: "hidden" });
  await page.goto("/tree");
  await open(page, good.name);
  expect(office.complaints).toEqual([]);
});
