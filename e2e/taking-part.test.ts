/** Taking part on real screens: registering with a community, carrying a need through, signing up for an activity. */
import { activitiesApi } from "@ginkgo/shared/api/activities.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { dialog, putPhoto, row, stepOnPhone, write } from "./actions.ts";
import { signIn } from "./api.ts";
import type { Seat } from "./browser.ts";
import { usePlace } from "./harness.ts";
import { inspect } from "./inspect.ts";
import { desk, enterConsole, enterPhone, resident } from "./people.ts";
import { see } from "./see.ts";

const stage = usePlace();
const hour = 3_600_000;
let home: Seat;
let office: Seat;

beforeAll(async () => {
  home = await stage.sit("phone", "resident");
  office = await stage.sit("desk", "desk");
  await enterPhone(home, resident);
  await enterConsole(office, desk);
});

const wrong: string[] = [];
const look = async (page: Page, name: string): Promise<void> => {
  wrong.push(...(await inspect(page, name)));
};
/** Nothing was wrong with any page that was looked at, and none complained. */
const allWell = (...more: Seat[]): void => {
  const complaints = [home, office, ...more].flatMap((one) => one.complaints.splice(0));
  expect([...wrong.splice(0), ...complaints]).toEqual([]);
};

/** A tile of the page of what one can take part in. */
const takePart = async (page: Page, tile: string): Promise<void> => {
  await page.goto("/m/take-part");
  await page.getByRole("link", { name: new RegExp(`^${tile}`) }).click();
};

/** A step of a registration or claim in the desk's drawer. */
const confirmAtDesk = async (page: Page, drawerTitle: string, label: string): Promise<void> => {
  await dialog(page, drawerTitle).getByRole("button", { name: label, exact: true }).click();
  const asked = dialog(page, label);
  await asked.getByRole("button", { name: label, exact: true }).click();
  await see(page, `“${label}”已完成`);
  await asked.waitFor({ state: "hidden" });
};

test("a resident registers with their community and the desk confirms it", async () => {
  const [{ page }, { page: counter }] = [home, office];
  await takePart(page, "双报到");
  await see(page, "您还没有报到");
  await look(page, "双报到");
  await page.getByRole("button", { name: "我要报到" }).click();
  // Where one lives is known already.
  await page.getByRole("button", { name: /您住在哪里.*锦绣花园/ }).waitFor();
  await look(page, "我要报到");
  await page.getByRole("button", { name: "提交报到" }).click();
  await see(page, "待社区确认");
  await look(page, "报到 · 待确认");

  await counter.goto("/registrations");
  await row(counter, resident.name).getByRole("button", { name: resident.name }).click();
  await see(dialog(counter, "报到详情"), "锦绣花园");
  await look(counter, "报到详情");
  await confirmAtDesk(counter, "报到详情", "确认报到");
  await see(dialog(counter, "报到详情"), "下次复核");

  await page.reload();
  await see(page, "已报到", { exact: true });
  await see(page, "确认时间");
  await look(page, "报到 · 已报到");
  await page.goto("/m/inbox");
  await see(page, /已由社区确认，欢迎参与社区的事/);
  allWell();
});

test("a need is put up, found without signing in, claimed, carried out and confirmed", async () => {
  const [{ page }, { page: counter }] = [home, office];
  const title = "周六清扫三号楼楼道";
  const words = "扫一遍楼道和扶手，工具社区准备。";
  await counter.goto("/claims");
  await counter.getByRole("button", { name: "发布" }).click();
  const form = dialog(counter, "发布");
  await form.getByLabel("类型").click();
  await counter.getByTitle("社区需求", { exact: true }).click();
  await write(form, "名称", title);
  await write(form, "说明", words);
  await look(counter, "发布");
  await form.getByRole("button", { name: "发布" }).click();
  await see(dialog(counter, "详情"), words);
  await look(counter, "需求详情");

  const passer = await stage.sit("phone", "passer-by");
  await passer.page.goto(`/m/open?place=${stage.place.tenant}`);
  await passer.page.getByRole("link", { name: new RegExp(title) }).click();
  await see(passer.page, words);
  await look(passer.page, "公开的需求");
  // Who works there is nobody's business who has not signed in.
  expect(await passer.page.getByText(desk.name).count()).toBe(0);

  await takePart(page, "认领");
  await look(page, "认领");
  await page.getByRole("link", { name: new RegExp(title) }).click();
  await look(page, "要认领的需求");
  await page.getByRole("button", { name: "我来认领" }).click();
  await dialog(page, `认领：${title}`).getByRole("button", { name: "确定认领" }).click();
  await page.waitForURL(/\/my-claims\//);
  await see(page, "进行中");
  await look(page, "我的认领");
  await stepOnPhone(page, "记录进展", (sheet) => write(sheet, "办到哪一步了", "工具已经领好"));
  await see(page, "工具已经领好");
  await stepOnPhone(page, "已完成，请确认", async (sheet) => {
    await write(sheet, "做了什么，结果如何", "楼道和扶手都扫净了");
    await putPhoto(sheet, "扫净的楼道");
  });
  await see(page, "楼道和扶手都扫净了");
  await look(page, "我的认领 · 待确认");

  await counter.goto("/claims?tab=claims");
  await counter.getByRole("button", { name: new RegExp(title) }).click();
  await see(dialog(counter, "认领详情"), "楼道和扶手都扫净了");
  await look(counter, "认领详情");
  await confirmAtDesk(counter, "认领详情", "确认完成");
  // Its only place is carried through, and with it the need.
  await dialog(counter, "认领详情")
    .getByRole("button", { name: `查看“${title}”` })
    .click();
  await see(dialog(counter, "详情"), "1 个，已认领 1，已完成 1");
  await see(dialog(counter, "详情").locator("header"), "已完成");

  await page.reload();
  await see(page.getByRole("main"), "已完成", { exact: true });
  await page.goto("/m/inbox");
  await see(page, new RegExp(`“.*${title}.*”已确认完成，谢谢您`));
  allWell(passer);
});

test("a resident signs up for an activity and finds it among their own", async () => {
  const { page } = home;
  const title = "楼门口的包粽子";
  const asDesk = await signIn(stage.place, desk);
  const { roles } = await asDesk(identityApi.me, {});
  const node = roles[0]?.node.id ?? "";
  const starts = stage.place.clock.now().getTime() + 48 * hour;
  const shift = { startsAt: new Date(starts).toISOString(), endsAt: new Date(starts + 2 * hour).toISOString() };
  const { id: matterId } = await asDesk(activitiesApi.create, {
    kind: "event",
    node,
    title,
    words: "一起包粽子，包好的送给楼里的老人。",
    venue: "锦绣花园门口",
    shifts: [{ ...shift, capacity: 10 }],
  });
  const { version } = await asDesk(mattersApi.view, { matterId });
  await asDesk(mattersApi.act, { matterId, action: "publish", version, data: {} });

  await takePart(page, "活动");
  await look(page, "活动");
  await page.getByRole("link", { name: new RegExp(title) }).click();
  await see(page, "已报 0 / 10");
  await look(page, "活动详情");
  await page.getByRole("button", { name: "报名", exact: true }).click();
  await dialog(page, "报名").getByRole("button", { name: "确定报名" }).click();
  await see(page, "已报 1 / 10");
  await page.goto("/m/activities");
  await page.getByRole("button", { name: "我报名的" }).click();
  await page.getByRole("link", { name: new RegExp(title) }).waitFor();
  await look(page, "我报名的活动");
  allWell();
});
