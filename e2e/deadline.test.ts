/** A limit in working time: dispatched on Friday at 17:00, due on Monday at 11:30; warned once, then late. */
import { expect, test } from "vitest";
import { dialog, row, tab } from "./actions.ts";
import { bodyNamed, signIn, step, submitCase } from "./api.ts";
import { usePlace } from "./harness.ts";
import { desk, enterConsole, enterPhone, lead, resident, team } from "./people.ts";
import { see } from "./see.ts";

const stage = usePlace();

const words = "水管接头一直滴水，桶都接满了";
const warning = "还没有接单，请在";
const late = "超过时限没有人接单";
const minute = 60_000;
const day = 24 * 60 * minute;

test("a dispatched order that nobody takes is warned of once and then late", async () => {
  const { place } = stage;
  const monday = place.clock.now().getTime();
  // The clock starts on Monday at 09:00.
  const at = (days: number, hour: number, minutes = 0) =>
    place.clock.set(new Date(monday + days * day + ((hour - 9) * 60 + minutes) * minute));
  const dueDay = new Date(monday + 7 * day);
  const due = `${dueDay.getUTCMonth() + 1}月${dueDay.getUTCDate()}日 11:30`;

  at(4, 17);
  const asDesk = await signIn(place, desk);
  const one = await submitCase(await signIn(place, resident), words);
  await step(asDesk, one.id, "accept");
  const to = await bodyNamed(asDesk, one.id, team);
  await step(asDesk, one.id, "dispatch", { to: [to] });

  const crew = await stage.sit("phone", "team lead");
  await enterPhone(crew, lead);
  await tab(crew.page, "接单");
  await see(crew.page, words);
  await crew.page.getByRole("link", { name: "查看详情" }).click();
  await see(crew.page, `${due} 前`);

  // Nothing happens over the weekend, though more hours pass than the limit has.
  at(6, 12);
  await place.ring();
  await crew.page.goto("/m/inbox");
  await see(crew.page, "有新的派单");
  expect(await crew.page.getByText(warning).count()).toBe(0);

  // An hour of work before the limit: one warning, however often the clock looks.
  at(7, 10, 31);
  const office = await stage.sit("desk", "desk");
  await enterConsole(office, desk);
  await place.ring();
  await place.ring();
  const warned = crew.page.getByRole("link").filter({ hasText: warning });
  await warned.waitFor();
  expect(await warned.innerText()).toContain("急");
  expect(await warned.innerText()).toContain(due);
  await office.page.getByRole("button", { name: "即将超时 1" }).waitFor();
  await office.page.getByRole("button", { name: "已超时 0" }).waitFor();

  // The limit passes: the desk's screen says so by itself, and both have been told.
  const loads = office.loads();
  at(7, 11, 31);
  await place.ring();
  await place.ring();
  await see(office.page, `超过时限没有人接单，请社区转派。`);
  await office.page.getByRole("button", { name: "已超时 1" }).click();
  await row(office.page, words)
    .getByText(/已超时/)
    .waitFor();
  expect(office.loads()).toBe(loads);
  await office.page.getByRole("button", { name: /^消息，/ }).click();
  await see(dialog(office.page, "消息"), late);
  await crew.page.getByRole("link").filter({ hasText: late }).waitFor();
  expect(await warned.count()).toBe(1);
  expect(await crew.page.getByRole("link").filter({ hasText: late }).count()).toBe(1);

  await tab(crew.page, "接单");
  await crew.page.getByRole("button", { name: "只看超时" }).click();
  await see(crew.page, words);
  await see(crew.page, /^\s*已超时/);
  expect([...office.complaints, ...crew.complaints]).toEqual([]);
});
