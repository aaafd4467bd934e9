/** The invented people of the demonstration who take part, and how they sign in. */
import type { Seat } from "./browser.ts";
import { type Place, password } from "./place.ts";
import { see } from "./see.ts";

export interface Person {
  readonly name: string;
  readonly phone: string;
}

const demo = (number: number, name: string): Person => ({ name, phone: `199${String(number).padStart(8, "0")}` });

export const admin = demo(1, "余丽兰");
export const desk = demo(4, "雒建刚");
export const lead = demo(6, "彭永斌");
export const member = demo(7, "潘建平");
/** Lives in 锦绣花园 1号楼. */
export const resident = demo(9, "郑小芳");
export const secretary = demo(11, "宋振斌");

export const team = "东街社区泾诚便民服务队";

export const enterConsole = async ({ page }: Seat, person: Person, to = "/desk"): Promise<void> => {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByRole("textbox", { name: "手机号" }).fill(person.phone);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByRole("button", { name: `用户菜单：${person.name}` }).waitFor();
  // Signed in is not yet listening: what happens from here on must reach this screen by itself.
  await see(page, "实时", { exact: true });
};

export const enterPhone = async ({ page }: Seat, person: Person): Promise<void> => {
  await page.goto("/m/");
  await page.getByRole("button", { name: "用密码登录" }).click();
  await page.getByLabel("手机号").fill(person.phone);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await see(page, `${person.name}，您好`);
};

/** A phone number nobody has used before becomes a resident's account. */
export const enterWithCode = async ({ page }: Seat, place: Place, person: Person): Promise<void> => {
  await page.goto("/m/");
  await page.getByLabel("手机号").fill(person.phone);
  await page.getByRole("button", { name: "获取验证码" }).click();
  await see(page, `已发到 ${person.phone}`);
  await page.getByLabel("短信验证码").fill(await place.codeFor(person.phone));
  await page.getByLabel("怎么称呼您").fill(person.name);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await see(page, `${person.name}，您好`);
};
