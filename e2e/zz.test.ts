import { test } from "vitest";
import { usePlace } from "./harness.ts";
import { desk, enterConsole, enterPhone, resident } from "./people.ts";
import { submitOnPhone } from "./actions.ts";
const stage = usePlace();
test("x", async () => {
  const home = await stage.sit("phone", "resident");
  const office = await stage.sit("desk", "desk");
  await enterConsole(office, desk);
  await enterPhone(home, resident);
  const no = await submitOnPhone(home.page, "便民维修", "楼道灯坏了啊", "锦绣花园3号楼");
  console.log(no);
  await new Promise((r) => setTimeout(r, 5000));
  await office.page.reload();
  await office.page.getByText("实时", { exact: true }).waitFor();
  await new Promise((r) => setTimeout(r, 1000));
  console.log(await office.page.locator("body").innerText());
  await office.page.screenshot({ path: "/tmp/d.png" });
});
