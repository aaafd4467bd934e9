import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { type InboxItem, notifyApi } from "@ginkgo/shared/api/notify.ts";
import { describe, expect, it } from "vitest";
import { monday, people, tenant, useApp } from "../../../test/app.ts";
import type { Notice } from "./model.ts";

const world = useApp();

const idOf = async (phone: string): Promise<string> => {
  const actor = await world.app.services.identity.actorByPhone(tenant, phone);
  if (!actor) throw new Error(`nobody has ${phone}`);
  return actor.accountId;
};

const noticeTo = (accountIds: readonly string[], sourceKey: string, more: Partial<Notice> = {}): Notice => ({
  accountIds,
  title: "通知",
  text: "有新消息",
  weight: "normal",
  at: monday,
  sourceKey,
  ...more,
});

/** Reads a person's event stream until it ends. */
const listen = async (phone: string) => {
  const origin = world.app.http.server.listening
    ? `http://127.0.0.1:${(world.app.http.server.address() as { port: number }).port}`
    : await world.app.listen(0, "127.0.0.1");
  const { token } = await world.as(phone);
  const response = await fetch(`${origin}/api/v1/live`, { headers: { authorization: `Bearer ${token}` } });
  let text = "";
  const ended = (async () => {
    const decoder = new TextDecoder();
    const reader = response.body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      text += decoder.decode(part.value, { stream: true });
  })().catch(() => {});
  const until = async (wanted: string) => {
    for (let i = 0; i < 200 && !text.includes(wanted); i++) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(text).toContain(wanted);
  };
  await until("event: ready");
  return { until, ended, text: () => text, status: response.status };
};

describe("the inbox", () => {
  it("holds a matter once for each person, however often it is told", async () => {
    const id = await idOf(people.neighbour);
    const { notify } = world.app.services;
    await Promise.all([1, 2, 3].map(() => notify.tell(tenant, [noticeTo([id, id], "same")])));
    const { body } = await (await world.as(people.neighbour))(notifyApi.inbox, {});
    expect(body.items).toHaveLength(1);
  });

  it("is paged newest first without gap or double, and nobody else's", async () => {
    const id = await idOf(people.housing);
    const notices = Array.from({ length: 7 }, (_, i) =>
      noticeTo([id], `page-${i}`, { text: String(i), at: new Date(monday.getTime() + i * 1000) }),
    );
    await world.app.services.notify.tell(tenant, notices);
    const call = await world.as(people.housing);
    const seen: InboxItem[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await call(notifyApi.inbox, { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...body.items);
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.map(({ text }) => text)).toEqual(["6", "5", "4", "3", "2", "1", "0"]);
    expect((await (await world.as(people.admin))(notifyApi.inbox, {})).body.items).toEqual([]);
    const first = seen[0]?.id ?? "";
    await (await world.as(people.admin))(notifyApi.markRead, { ids: [first] });
    expect((await call(notifyApi.inboxCount, {})).body.unread).toBe(7);
    await call(notifyApi.markRead, { ids: [first] });
    expect((await call(notifyApi.inboxCount, {})).body.unread).toBe(6);
  });

  it("reaches an open page at once, the longest text to many people included", async () => {
    const stream = await listen(people.countyDesk);
    const everyone = await Promise.all(Object.values(people).map(idOf));
    await world.app.services.notify.tell(tenant, [noticeTo(everyone, "long", { text: "长".repeat(3000) })]);
    await stream.until("event: inbox");
    expect(stream.text()).toContain("长长…");
  });

  it("falls silent as soon as the session is revoked", async () => {
    const stream = await listen(people.member);
    const admin = await world.as(people.admin);
    await admin(identityApi.revokeSessions, { accountId: await idOf(people.member) });
    await stream.ended;
    await world.app.services.notify.tell(tenant, [noticeTo([await idOf(people.member)], "late", { text: "不该收到" })]);
    expect(stream.text()).not.toContain("不该收到");
  });
});
