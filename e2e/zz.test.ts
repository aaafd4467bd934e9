import { test } from "vitest";
import { usePlace } from "./harness.ts";
import { admin, enterConsole } from "./people.ts";
import { dialog } from "./actions.ts";
const stage = usePlace();
test("x", async () => {
  const office = await stage.sit("desk", "adm");
  const { page } = office;
  await enterConsole(office, admin, "/tree");
  for (let i = 0; i < 6; i++) {
    await page.goto("/tree");
    await page.getByRole("textbox", { name: "查找组织" }).fill("东街社区第五网格");
    await page.getByRole("button", { name: /^东街社区第五网格 / }).first().click();
    await page.getByRole("heading", { name: "东街社区第五网格", exact: true }).waitFor();
    await page.getByRole("button", { name: "移动", exact: true }).click();
    const form = dialog(page, "移动“东街社区第五网格”");
    await form.getByRole("combobox", { name: "新的上级" }).fill("名都城");
    const item = page.locator(".ant-select-tree-treenode").filter({ hasText: /^名都城（/ }).first();
    await item.waitFor();
    for (let k = 0; k < 4; k++) { await new Promise((r) => setTimeout(r, 500)); console.log(i, k, JSON.stringify(await item.boundingBox()), await page.locator(".ant-select-dropdown").evaluateAll((all) => all.map((e) => `${e.className} ${(e as HTMLElement).style.cssText}`).join("||"))); }
    await page.screenshot({ path: `/tmp/p${i}.png` });
  }
}, 100000);
