/** The whole loop on real screens: a resident asks, the desk dispatches, a team returns, takes and completes, the resident rates. */
import { expect, test } from "vitest";
import {
  dialog,
  dispatchTo,
  openCase,
  putPhoto,
  row,
  stepAtDesk,
  stepOnPhone,
  submitOnPhone,
  tab,
  write,
} from "./actions.ts";
import { usePlace } from "./harness.ts";
import { desk, enterConsole, enterPhone, enterWithCode, lead, type Person, team } from "./people.ts";
import { see } from "./see.ts";

const stage = usePlace();

const newcomer: Person = { name: "王秀英", phone: "13912340001" };
const words = "三号楼二单元楼道灯坏了三天，晚上看不清台阶，老人差点摔倒。";
const notSolved = "灯还是不亮，只闪了两下";

test("an order goes from a resident through the desk and a team back to the resident", async () => {
  const home = await stage.sit("phone", "resident");
  const office = await stage.sit("desk", "desk");
  const crew = await stage.sit("phone", "team lead");
  await enterConsole(office, desk);
  await enterPhone(crew, lead);
  await tab(crew.page, "接单");
  const loadsBefore = [office.loads(), crew.loads()];

  await enterWithCode(home, stage.place, newcomer);
  const no = await submitOnPhone(home.page, "便民维修", words, "锦绣花园3号楼");

  // The desk sees it come in and hands it to the team.
  await row(office.page, words).waitFor();
  await row(office.page, no).waitFor();
  const drawer = await openCase(office.page, words);
  await drawer.getByRole("img").first().waitFor();
  await stepAtDesk(office.page, "受理");
  await stepAtDesk(office.page, "派单", dispatchTo(team));

  // The team lead sees it come in, and gives it back.
  await see(crew.page, words);
  expect([office.loads(), crew.loads()], "everything so far appeared without a reload").toEqual(loadsBefore);
  await crew.page.getByRole("link", { name: "查看详情" }).click();
  await stepOnPhone(crew.page, "退单", async (form) => {
    await write(form, "为什么不能办，应当由谁办", "需要电工证，请确认是否由我队办理");
  });

  // The desk reads why, and dispatches again with a hint.
  await crew.page.goto("/m/work");
  await see(crew.page, "现在没有要接的单");
  await see(drawer, "需要电工证，请确认是否由我队办理");
  await stepAtDesk(office.page, "派单", async (form) => {
    await dispatchTo(team)(form);
    await write(form, "交代", "只是换灯泡，不动线路");
  });

  await crew.page.getByRole("link", { name: "查看详情" }).click();
  await see(crew.page, "只是换灯泡，不动线路");
  await stepOnPhone(crew.page, "接单");
  await stepOnPhone(crew.page, "办结", async (form) => {
    await write(form, "怎么办的，结果如何", "已更换灯泡");
    await putPhoto(form, "换好的灯");
  });

  // Not solved: it is back with the same hands, with the resident's words.
  await home.page.getByRole("link", { name: "看这件事" }).click();
  await see(home.page, "已更换灯泡");
  await stepOnPhone(home.page, "评价", async (form) => {
    await form.getByRole("button", { name: "没有解决" }).click();
    await form.getByRole("button", { name: "2 星，不满意" }).click();
    await write(form, "想说的话", notSolved);
  });
  await see(crew.page, notSolved);
  await stepOnPhone(crew.page, "办结", async (form) => {
    await write(form, "怎么办的，结果如何", "换了整个灯座，试了三次都亮");
    await putPhoto(form, "新灯座");
  });

  await see(home.page, "换了整个灯座，试了三次都亮");
  await stepOnPhone(home.page, "评价", async (form) => {
    await form.getByRole("button", { name: "已解决" }).click();
    await form.getByRole("button", { name: "5 星，非常满意" }).click();
    await write(form, "想说的话", "这回真好了，谢谢");
  });

  // Everyone's page shows the finished line and the whole story.
  await see(home.page, "★★★★★ 5 星，解决了");
  const steps = home.page.getByRole("list", { name: "办理进度" }).getByRole("listitem");
  expect(await steps.allInnerTexts()).toEqual([
    "已提交",
    "已受理",
    "已派单",
    "办理中",
    "已办结",
    expect.stringContaining("已评价"),
  ]);
  await see(drawer, "5 星 · 已解决");
  const story = await drawer.getByRole("listitem").locator("strong").allInnerTexts();
  expect(story).toEqual(["提交", "受理", "派单", "退单", "派单", "接单", "办结", "评价", "办结", "评价"]);
  await see(drawer, "这回真好了，谢谢");

  // And everyone was told.
  await home.page.goto("/m/inbox");
  for (const told of [
    "已受理，正在安排人员",
    "已派出，等待接单",
    "已接单，正在办理",
    "已更换灯泡 请您评价",
    "试了三次都亮 请您评价",
  ])
    await see(home.page, told);
  await crew.page.goto("/m/inbox");
  for (const told of ["有新的派单", "★★☆☆☆ 灯还是不亮", "★★★★★ 这回真好了"]) await see(crew.page, told);
  await office.page
    .getByRole("button", { name: "Close" })
    .or(office.page.getByRole("button", { name: "关闭" }))
    .first()
    .click();
  await office.page.getByRole("button", { name: /^消息/ }).click();
  const inbox = dialog(office.page, "消息");
  for (const told of ["新诉求", `${lead.name}退回`, `${lead.name}已接单`, "★★★★★ 这回真好了"]) await see(inbox, told);

  expect([home, office, crew].flatMap(({ complaints }) => complaints)).toEqual([]);
});
