import { test } from "vitest";
import { usePlace } from "./harness.ts";
import { admin, enterConsole } from "./people.ts";
import { dialog } from "./actions.ts";
const stage = usePlace();
test("x", async () => {
  const office = await stage.sit("desk", "adm");
  const { page } = office;
  await enterConsole(office, admin, "/tree");
  for (const how of ["wait-click-type", "wait-click-fill"]) {
    await page.emulateMedia({ reducedMotion: how.includes("type") ? "no-preference" : "reduce" }); await page.goto("/tree");
    await page.getByRole("textbox", { name: "查找组织" }).fill("东街社区第五网格");
    await page.getByRole("button", { name: /^东街社区第五网格 / }).first().click();
    await page.getByRole("heading", { name: "东街社区第五网格", exact: true }).waitFor();
    await page.getByRole("button", { name: "移动", exact: true }).click();
    const form = dialog(page, "移动“东街社区第五网格”");
    const box = form.getByRole("combobox", { name: "新的上级" });
    await box.waitFor();
    if (how.startsWith("wait")) await new Promise((r) => setTimeout(r, 1500));
    if (how.includes("click")) await box.click();
    if (how.includes("type")) await box.pressSequentially("名都城", { delay: 80 });
    if (how.includes("fill")) await box.fill("名都城");
    await new Promise((r) => setTimeout(r, 2500));
    console.log(how, await page.locator(".ant-select-dropdown").evaluateAll((all) => all.map((e) => `${e.className} ${(e as HTMLElement).style.cssText}`).join("||")));
    await page.screenshot({ path: `/tmp/p-${how}.png` });
  }
}, 100000);
