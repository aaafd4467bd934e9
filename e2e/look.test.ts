/** Every page of both apps, wide and narrow: nothing scrolls sideways, nothing complains, nobody is shut out. */
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { orgApi } from "@ginkgo/shared/api/org.ts";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { dialog, openStepOnPhone, stepButton } from "./actions.ts";
import { bodyNamed, signIn, step, submitCase } from "./api.ts";
import type { Device, Seat } from "./browser.ts";
import { usePlace } from "./harness.ts";
import { inspect } from "./inspect.ts";
import { desk, enterConsole, enterPhone, lead, resident, secretary, team } from "./people.ts";

const stage = usePlace();
const ids = { vetting: "", offered: "", handled: "", node: "" };
const seats = {} as Record<Device, Seat>;

/** Nobody writes like this, but everybody pastes such a link once. */
const unbroken = `这个链接打不开 https://example.org/${"a1b2c3d4".repeat(14)}`;

beforeAll(async () => {
  const { place } = stage;
  const [asDesk, asLead, asResident] = await Promise.all([desk, lead, resident].map((who) => signIn(place, who)));
  if (!asDesk || !asLead || !asResident) throw new Error("three people sign in");
  ids.vetting = (await submitCase(asResident, unbroken, { visibility: "public", category: "danger" })).id;
  const hand = async (words: string) => {
    const { id } = await submitCase(asResident, words);
    await step(asDesk, id, "accept");
    await step(asDesk, id, "dispatch", { to: [await bodyNamed(asDesk, id, team)] });
    return id;
  };
  ids.offered = await hand("楼道灯坏了三天，晚上看不清台阶");
  ids.handled = await hand("下水道堵了，水倒灌到地面");
  await step(asLead, ids.handled, "take");
  await submitCase(asLead, "队里的电动车没有地方充电");
  const found = await asDesk(orgApi.nodes, { q: "锦绣花园", tiers: "compound" });
  ids.node = found.items[0]?.id ?? "";
  expect((await asDesk(casesApi.counts, {})).open).toBe(4);
  for (const device of ["desk", "phone"] as const) {
    const taken = await stage.sit(device, device);
    await enterPhone(taken, lead);
    await enterConsole(taken, secretary, "/");
    seats[device] = taken;
  }
});

interface Look {
  readonly path: string | (() => string);
  /** What is opened on the page before it is looked at. */
  readonly open?: (page: Page) => Promise<unknown>;
}

const consolePages: Record<string, Look> = {
  工作台: { path: "/" },
  派单台: { path: "/desk?box=desk" },
  "派单台 · 更多筛选": { path: "/desk", open: (page) => page.getByRole("button", { name: /筛选$/ }).click() },
  "派单台 · 地图": {
    path: "/desk?view=map",
    open: (page) => page.getByRole("button", { name: "放大", exact: true }).waitFor(),
  },
  "派单台 · 详情": {
    path: () => `/desk?case=${ids.vetting}`,
    open: (page) => stepButton(dialog(page, "诉求详情"), "受理").waitFor(),
  },
  诉求: { path: () => `/cases/${ids.handled}`, open: (page) => stepButton(page, "转派").waitFor() },
  "诉求 · 不予受理": {
    path: () => `/cases/${ids.vetting}`,
    open: async (page) => {
      await stepButton(page, "不予受理").click();
      await dialog(page, "不予受理").getByRole("button", { name: "不予受理" }).waitFor();
    },
  },
  "诉求 · 转派": {
    path: () => `/cases/${ids.handled}`,
    open: async (page) => {
      await stepButton(page, "转派").click();
      await dialog(page, "转派").getByRole("radio").first().waitFor();
    },
  },
  新建诉求: { path: "/cases/new" },
  结果公示: { path: "/outcomes" },
  组织树: { path: "/tree" },
  "组织树 · 小区": { path: () => `/tree?node=${ids.node}`, open: (page) => page.getByText("变动记录").waitFor() },
  人员与角色: { path: "/people", open: (page) => page.getByRole("main").getByText(secretary.name).first().waitFor() },
  我的账号: { path: "/account" },
  消息: {
    path: "/",
    open: async (page) => {
      await page.getByRole("button", { name: /^消息/ }).click();
      await dialog(page, "消息").getByText("新诉求").first().waitFor();
    },
  },
  没有的页面: { path: "/nowhere" },
};

const phonePages: Record<string, Look> = {
  首页: { path: "/m/" },
  选类别: { path: "/m/submit" },
  填情况: { path: "/m/submit?category=repairs", open: (page) => page.getByLabel("什么事？").waitFor() },
  地图选点: {
    path: "/m/submit?category=repairs",
    open: async (page) => {
      await page.getByRole("button", { name: "地图选点" }).click();
      await dialog(page, "在地图上点出位置").getByRole("button", { name: "放大", exact: true }).waitFor();
    },
  },
  提交成功: { path: () => `/m/submitted/${ids.offered}` },
  等待发送: { path: "/m/outbox" },
  我的单: { path: "/m/cases" },
  办理情况: { path: () => `/m/cases/${ids.handled}`, open: (page) => page.getByText("经过").waitFor() },
  退单: { path: () => `/m/cases/${ids.offered}`, open: (page) => openStepOnPhone(page, "退单") },
  接单: { path: "/m/work" },
  消息: { path: "/m/inbox" },
  邻里: { path: "/m/neighbours" },
  结果公示: { path: "/m/outcomes" },
  我: { path: "/m/me" },
  住址: { path: "/m/me/home" },
  密码: { path: "/m/me/password" },
  设备: { path: "/m/me/sessions" },
};

const look = async (device: Device, pages: Record<string, Look>): Promise<string[]> => {
  const { page, complaints } = seats[device];
  const wrong: string[] = [];
  for (const [name, { path, open }] of Object.entries(pages)) {
    await page.goto(typeof path === "string" ? path : path());
    // One page that cannot be opened is a finding, and no reason not to look at the others.
    const failed = await open?.(page).then(
      () => undefined,
      (error: Error) => error.message.split("\n").slice(0, 3).join(" "),
    );
    if (typeof failed === "string") wrong.push(`${name}: ${failed}`);
    else wrong.push(...(await inspect(page, name)));
    wrong.push(...complaints.splice(0).map((complaint) => `${name}: ${complaint}`));
  }
  return wrong;
};

test("the staff web on a desk", async () => expect(await look("desk", consolePages)).toEqual([]));
test("the staff web on a phone", async () => expect(await look("phone", consolePages)).toEqual([]));
test("the phone web on a phone", async () => expect(await look("phone", phonePages)).toEqual([]));
test("the phone web on a desk", async () => expect(await look("desk", phonePages)).toEqual([]));

test("the sign-in pages, wide and narrow", async () => {
  const wrong: string[] = [];
  for (const device of ["desk", "phone"] as const) {
    const { page, complaints } = await stage.sit(device, `nobody on a ${device}`);
    for (const path of ["/sign-in", "/m/"]) {
      await page.goto(path);
      await page.getByRole("button", { name: "登录", exact: true }).waitFor();
      wrong.push(...(await inspect(page, `${path} on a ${device}`)));
    }
    wrong.push(...complaints);
  }
  expect(wrong).toEqual([]);
});

test("large type fits as well", async () => {
  const { page } = seats.phone;
  const wrong: string[] = [];
  await page.goto("/m/me");
  await page.getByRole("switch", { name: /大字版/ }).click();
  for (const path of ["/m/", `/m/cases/${ids.handled}`, `/m/submit?category=repairs`]) {
    await page.goto(path);
    wrong.push(...(await inspect(page, `large ${path}`)));
  }
  await page.goto("/");
  await page.getByRole("button", { name: "大字" }).click();
  for (const path of ["/desk", `/cases/${ids.handled}`]) {
    await page.goto(path);
    wrong.push(...(await inspect(page, `large ${path}`)));
  }
  expect(wrong).toEqual([]);
});
