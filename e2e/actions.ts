/** What people do on the screens, in the words the screens use. */
import { demoPhoto } from "@ginkgo/server/setup/demo-photo.ts";
import type { Locator, Page } from "playwright-core";
import { see } from "./see.ts";

/** A photo as a phone hands it over. */
export const photo = async (caption: string) => ({
  name: `${caption}.jpg`,
  mimeType: "image/jpeg",
  buffer: await demoPhoto(caption),
});

/** The button of a step; on the desk its key stands behind the word. */
export const stepButton = (within: Page | Locator, label: string): Locator =>
  within.getByRole("button", { name: new RegExp(`^${label}( ?[a-z])?$`) });

/** Fills a field in by the words that stand above it. */
export const write = (form: Locator, label: string, text: string): Promise<void> =>
  form.getByRole("textbox", { name: label }).fill(text);

export const dialog = (page: Page, title: string): Locator => page.getByRole("dialog", { name: title, exact: true });

/** A row of the desk's list. */
export const row = (page: Page, words: string): Locator => page.getByRole("row").filter({ hasText: words });

/** Opens a case from the desk's list and answers its drawer. */
export const openCase = async (page: Page, words: string): Promise<Locator> => {
  await row(page, words).getByText(words).click();
  const drawer = dialog(page, "诉求详情");
  await see(drawer, words, { exact: true });
  return drawer;
};

/** Takes a step at the desk; `fill` answers the form. */
export const stepAtDesk = async (page: Page, label: string, fill?: (form: Locator) => Promise<void>): Promise<void> => {
  await stepButton(page, label).click();
  const form = dialog(page, label);
  await fill?.(form);
  await form.getByRole("button", { name: label, exact: true }).click();
  await see(page, `${label}：已完成`);
  await form.waitFor({ state: "hidden" });
};

export const dispatchTo = (body: string) => async (form: Locator) => {
  await write(form, "派给", body);
  await form.getByText(body, { exact: true }).click();
};

/** Opens the sheet of a step on the phone: its button, or behind 更多 when there are several. */
export const openStepOnPhone = async (page: Page, label: string): Promise<Locator> => {
  const button = page.getByRole("button", { name: label, exact: true });
  const more = page.getByRole("button", { name: "更多", exact: true });
  await button.or(more).first().waitFor();
  if (!(await button.isVisible())) await more.click();
  await button.click();
  return dialog(page, label);
};

export const stepOnPhone = async (
  page: Page,
  label: string,
  fill?: (form: Locator) => Promise<void>,
): Promise<void> => {
  const form = await openStepOnPhone(page, label);
  await fill?.(form);
  await form.getByRole("button", { name: `确定${label}` }).click();
  await form.waitFor({ state: "hidden" });
};

export const putPhoto = async (within: Page | Locator, caption: string): Promise<void> => {
  await within.getByLabel("从相册选").setInputFiles(await photo(caption));
  await within.getByText("✓ 已传").last().waitFor();
};

/** Goes to one of the pages of the phone's tab bar. */
export const tab = (page: Page, label: string): Promise<void> =>
  page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: label }).click();

/** The big button of the home page; what stands on it is the place's own word. */
export const beginOnPhone = (page: Page): Promise<void> => page.getByRole("link", { name: /^我要点单/ }).click();

/** Submits on the phone with an address that is found; answers the case's number. */
export const submitOnPhone = async (page: Page, category: string, words: string, address: string): Promise<string> => {
  await beginOnPhone(page);
  await page.getByRole("button", { name: new RegExp(category) }).click();
  await page.getByLabel("什么事？").fill(words);
  await putPhoto(page, "现场");
  await page.getByRole("button", { name: "输入地址" }).click();
  const picker = dialog(page, "输入地址");
  await picker.getByLabel("路名、门牌、小区或楼号").fill(address);
  await picker.getByRole("listitem").getByRole("button").first().click();
  await see(page, "不对，重选");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await see(page, "收到了，谢谢您！");
  return (await page.getByText(/^JY-\d+-\d+$/).innerText()).trim();
};
