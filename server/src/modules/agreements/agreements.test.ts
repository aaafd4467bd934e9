import { places } from "@ginkgo/packs/index.ts";
import { agreedItemsApi } from "@ginkgo/shared/api/agreed-items.ts";
import { agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { monday, people, tenant, useApp } from "../../../test/app.ts";

const world = useApp();
beforeEach(() => world.clock.set(monday));

const housing = () => world.node(`dept-${tenant}-housing`);
/** A department whose clerk has left. */
const other = async () => {
  const id = await world.node(`dept-${tenant}-civil-affairs`);
  await world.query(`update role_grants set until = now() where node_id = '${id}' and until is null`);
  return id;
};
const east = () => world.node(`${tenant}001008`);
const team = () => world.node(`team-${tenant}001008-convenience`);

const draftOf = async (more: object = {}) => ({
  node: await east(),
  title: "东街社区与住建局共建协议",
  purpose: "一起改善老旧小区环境",
  bodies: [await housing()],
  from: "2026-11-23",
  to: "2027-11-22",
  items: [
    { what: "每季度组织一次管网检修", owner: await housing(), due: "2026-12-20" },
    { what: "提供会议室", owner: await east(), due: "2027-03-01" },
  ],
  ...more,
});

const drafted = async (more: object = {}, who: string = people.desk) => {
  const { status, body, problem } = await (await world.as(who))(agreementsApi.draft, await draftOf(more));
  expect([status, problem.detail]).toEqual([200, undefined]);
  return body;
};
const view = async (who: string, agreementId: string) => (await world.as(who))(agreementsApi.view, { agreementId });
const act = async (who: string, agreementId: string, action: string, data: object = {}) => {
  const { body } = await view(people.desk, agreementId);
  const input = { agreementId, action, version: body.matter.version, data: { ...data } };
  return (await world.as(who))(agreementsApi.act, input);
};
const agree = async (who: string, agreementId: string, party: string, onPaper = false) => {
  const { body } = await view(people.desk, agreementId);
  return (await world.as(who))(agreementsApi.agree, { agreementId, version: body.matter.version, party, onPaper });
};
const sent = async (more: object = {}) => {
  const { matter } = await drafted(more);
  expect((await act(people.desk, matter.id, "send")).status).toBe(200);
  return matter.id;
};
const inForce = async (more: object = {}) => {
  const id = await sent(more);
  expect((await agree(people.housing, id, await housing())).status).toBe(200);
  const { status, body } = await agree(people.desk, id, await east());
  expect([status, body.phase]).toEqual([200, "inForce"]);
  return id;
};
const inboxOf = async (who: string, id: string) => {
  await world.settle();
  // Asked of the database: sessions do not outlive the weeks that pass here.
  const actor = await world.app.services.identity.actorByPhone(tenant, who);
  const rows = await world.query<{ title: string }>(
    `select title from inbox where account_id = '${actor?.accountId}' and matter_id = '${id}' order by at desc, id desc`,
  );
  return rows.map(({ title }) => title.split("：")[0]);
};
const sweep = () => world.app.services.agreements.sweep();

describe("an agreement", () => {
  it("is in force only when every party has agreed, each through whoever speaks for it", async () => {
    const id = await sent({ bodies: [await housing(), await team()] });
    expect((await agree(people.housing, id, await housing())).body.phase).toBe("agreeing");
    expect((await agree(people.housing, id, await team())).status).toBe(403);
    expect((await agree(people.housing, id, await east())).status).toBe(403);
    expect((await agree(people.housing, id, await housing())).problem.code).toBe("already-taken");
    expect((await act(people.desk, id, "agreed")).problem.code).toBe("not-allowed-now");
    expect((await agree(people.desk, id, await east())).body.phase).toBe("agreeing");
    const { body } = await agree(people.lead, id, await team());
    expect(body).toMatchObject({ phase: "inForce", items: 2, itemsDone: 0 });
    expect(body.agreedItems.map(({ state }) => state)).toEqual(["open", "open"]);
    expect(body.parties.every(({ agreedAt }) => agreedAt !== null)).toBe(true);
  });

  it("is seen by its parties from the moment it is sent, and by nobody else", async () => {
    const { matter } = await drafted();
    expect((await view(people.housing, matter.id)).status).toBe(404);
    const mine = (await (await world.as(people.housing))(agreementsApi.list, { box: "mine" })).body.items;
    expect(mine.map((one) => one.matter.id)).not.toContain(matter.id);
    await act(people.desk, matter.id, "send");
    expect((await view(people.housing, matter.id)).status).toBe(200);
    for (const stranger of [people.lead, people.resident, people.gridWorker, people.member]) {
      expect((await view(stranger, matter.id)).status).toBe(404);
      const caller = await world.as(stranger);
      expect((await caller(mattersApi.view, { matterId: matter.id })).status).toBe(404);
      const seen = (await caller(agreementsApi.list, {})).body.items;
      expect(seen.map((one) => one.matter.id)).not.toContain(matter.id);
      const [item] = (await view(people.desk, matter.id)).body.agreedItems;
      expect((await caller(agreedItemsApi.view, { itemId: item?.id ?? "" })).status).toBe(404);
    }
    const waiting = (await (await world.as(people.housing))(agreementsApi.list, { box: "waiting" })).body.items;
    expect(waiting.map((one) => one.matter.id)).toContain(matter.id);
    expect(await inboxOf(people.housing, matter.id)).toEqual(["发给各方确认"]);
    expect(await inboxOf(people.lead, matter.id)).toEqual([]);
  });

  it("is agreed to anew when it was sent back, and cannot be rewritten while it is with the parties", async () => {
    const id = await sent();
    await agree(people.housing, id, await housing());
    const desk = await world.as(people.desk);
    const { body } = await view(people.desk, id);
    const rewritten = { ...(await draftOf({ title: "改过的协议" })), agreementId: id, version: body.matter.version };
    const { node: _node, ...edit } = rewritten;
    expect((await desk(agreementsApi.edit, edit)).problem.code).toBe("not-allowed-now");
    expect((await act(people.housing, id, "sendBack", { reason: "少写了一件" })).status).toBe(200);
    const version = (await view(people.desk, id)).body.matter.version;
    const changed = await desk(agreementsApi.edit, { ...edit, version });
    expect([changed.status, changed.body.matter.title]).toEqual([200, "改过的协议"]);
    expect(changed.body.parties.every(({ agreedAt }) => agreedAt === null)).toBe(true);
    expect((await desk(agreementsApi.edit, { ...edit, version })).problem.code).toBe("stale");
  });

  it("may be drawn up by a unit for a community, and by nobody for others", async () => {
    const own = await drafted({}, people.housing);
    expect(own.matter.owner?.body?.name).toContain("住建");
    expect((await view(people.desk, own.matter.id)).status).toBe(200);
    const lead = await world.as(people.lead);
    expect((await lead(agreementsApi.draft, await draftOf())).status).toBe(403);
    const resident = await world.as(people.resident);
    expect((await resident(agreementsApi.draft, await draftOf())).status).toBe(403);
  });

  it("takes a paper's word only for a body that nobody speaks for, and only with the paper", async () => {
    const id = await sent({
      bodies: [await other()],
      items: [{ what: "送一场演出", owner: await other(), due: "2027-01-05" }],
    });
    expect((await agree(people.desk, id, await other(), true)).problem.code).toBe("not-allowed-now");
    const desk = await world.as(people.desk);
    const file = await pdf(desk.token);
    const version = (await view(people.desk, id)).body.matter.version;
    const signed = await desk(agreementsApi.sign, { agreementId: id, version, files: [file.id] });
    expect(signed.body.signed.map(({ kind }) => kind)).toEqual(["document"]);
    expect((await agree(people.desk, id, await other(), true)).status).toBe(200);
    expect((await agree(people.desk, id, await east())).body.phase).toBe("inForce");
    const withSpeaker = await sent();
    expect((await agree(people.desk, withSpeaker, await housing(), true)).problem.code).toBe("not-allowed-now");
  });

  it("refuses what does not hold together", async () => {
    const desk = await world.as(people.desk);
    const refused = async (more: object) =>
      (await desk(agreementsApi.draft, await draftOf(more))).problem.errors?.[0]?.path;
    expect(await refused({ to: "2026-01-01" })).toBe("to");
    expect(await refused({ from: "0001-01-01" })).toContain("from");
    expect(await refused({ bodies: [await east()] })).toBe("bodies[0]");
    const late = [{ what: "太晚的事", owner: await housing(), due: "2029-01-01" }];
    expect(await refused({ items: late })).toBe("items[0].due");
    expect(await refused({ items: [{ what: "别人的事", owner: await team(), due: "2027-01-01" }] })).toBe(
      "items[0].owner",
    );
    const empty = await drafted({ items: [] });
    expect((await act(people.desk, empty.matter.id, "send")).problem.code).toBe("not-allowed-now");
  });

  it("reminds both sides once before its end, ends by itself, and lets its successor take over", async () => {
    const id = await inForce();
    const renewed = await (await world.as(people.desk))(agreementsApi.renew, {
      agreementId: id,
      from: "2027-11-23",
      to: "2028-11-22",
    });
    expect(renewed.body.agreedItems.map(({ due }) => due)).toEqual(["2027-12-20", "2028-02-29"]);
    const again = { agreementId: id, from: "2027-11-23", to: "2028-11-22" };
    expect((await (await world.as(people.desk))(agreementsApi.renew, again)).problem.code).toBe("conflict");
    world.clock.set(new Date("2027-10-24T02:00:00Z"));
    for (let i = 0; i < 3; i++) await sweep();
    const ends = (titles: (string | undefined)[]) => titles.filter((title) => title === "协议即将到期").length;
    expect(ends(await inboxOf(people.housing, id))).toBe(1);
    expect(ends(await inboxOf(people.desk, id))).toBe(1);
    world.clock.set(new Date("2027-11-20T02:00:00Z"));
    for (let i = 0; i < 2; i++) await sweep();
    expect(ends(await inboxOf(people.housing, id))).toBe(2);
    world.clock.set(monday);
    const next = renewed.body.matter.id;
    await act(people.desk, next, "send");
    await agree(people.housing, next, await housing());
    await agree(people.desk, next, await east());
    world.clock.set(new Date("2027-11-22T17:00:00Z"));
    await sweep();
    world.clock.set(monday);
    const over = (await view(people.desk, id)).body;
    expect([over.phase, over.matter.stateLabel]).toEqual(["over", "已续签"]);
    expect(over.renewedBy?.id).toBe(next);
    expect(over.agreedItems.map(({ state }) => state)).toEqual(["lapsed", "lapsed"]);
    expect((await view(people.desk, next)).body.phase).toBe("inForce");
  });

  it("is not there for another place", async () => {
    const elsewhere = places[1];
    if (!elsewhere) throw new Error("a second place is shipped");
    await world.prepare(elsewhere);
    const id = await inForce();
    const stranger = await world.as(people.countyDesk, elsewhere.pack.code);
    expect((await stranger(agreementsApi.view, { agreementId: id })).status).toBe(404);
    expect((await stranger(agreementsApi.list, {})).body.items ?? []).toEqual([]);
    const [item] = (await view(people.desk, id)).body.agreedItems;
    expect((await stranger(agreedItemsApi.view, { itemId: item?.id ?? "" })).status).toBe(404);
  });
});

describe("what was agreed on", () => {
  const first = async (id: string) => {
    const [item] = (await view(people.desk, id)).body.agreedItems;
    if (!item) throw new Error("there are items");
    return item;
  };
  const report = async (who: string, itemId: string, progress: number, note = "做了一部分") => {
    const { body } = await (await world.as(people.desk))(agreedItemsApi.view, { itemId });
    return (await world.as(who))(agreedItemsApi.report, { itemId, version: body.version, progress, note });
  };

  it("is reported by who owes it, counted in the agreement, and done once", async () => {
    const id = await inForce();
    const item = await first(id);
    expect((await report(people.lead, item.id, 50)).status).toBe(404);
    expect((await report(people.housing, item.id, 40)).body).toMatchObject({ progress: 40, state: "open" });
    expect((await report(people.housing, item.id, 100, "")).problem.errors?.[0]?.path).toBe("note");
    expect((await report(people.housing, item.id, 100, "检修完成")).body).toMatchObject({ state: "done" });
    expect((await report(people.housing, item.id, 100, "又一次")).problem.code).toBe("not-allowed-now");
    const { body } = await view(people.housing, id);
    expect([body.items, body.itemsDone]).toEqual([2, 1]);
    const facts = await world.query<{ facts: { items: number; itemsDone: number } }>(
      `select facts from matters where id = '${id}'`,
    );
    expect(facts[0]?.facts).toMatchObject({ items: 2, itemsDone: 1 });
    const reopened = await (await world.as(people.desk))(agreedItemsApi.end, {
      itemId: item.id,
      version: (await first(id)).version,
      to: "open",
      reason: "现场看还没做完",
    });
    expect(reopened.body).toMatchObject({ state: "open", progress: 90, doneAt: null });
  });

  it("is reminded of before its day, once at each distance, and said to be late once", async () => {
    const id = await inForce();
    const { id: item } = await first(id);
    const at = async (when: string) => {
      world.clock.set(new Date(when));
      await sweep();
      await sweep();
      return inboxOf(people.housing, item);
    };
    expect(await at("2026-12-12T02:00:00Z")).toEqual([]);
    // Before the working day begins nobody is told.
    expect(await at("2026-12-12T18:00:00Z")).toEqual([]);
    expect(await at("2026-12-13T02:00:00Z")).toEqual(["事项快到期"]);
    expect(await at("2026-12-15T02:00:00Z")).toEqual(["事项快到期"]);
    expect(await at("2026-12-19T02:00:00Z")).toEqual(["事项快到期", "事项快到期"]);
    expect(await at("2026-12-21T02:00:00Z")).toEqual(["事项已逾期", "事项快到期", "事项快到期"]);
    expect(await at("2026-12-30T02:00:00Z")).toHaveLength(3);
    expect(await inboxOf(people.desk, item)).toEqual(["事项已逾期"]);
    world.clock.set(monday);
    await world.query(`update agreed_items set due_on = '2026-11-20' where id = '${item}'`);
    const late = (await (await world.as(people.desk))(agreedItemsApi.list, { box: "late" })).body.items;
    expect(late.map((one) => one.id)).toContain(item);
    const mine = (await (await world.as(people.housing))(agreedItemsApi.list, {})).body.items;
    expect(mine.find((one) => one.id === item)).toMatchObject({ late: true, may: { report: true, change: false } });
    // Another day is another day to be reminded of.
    const { body } = await (await world.as(people.desk))(agreedItemsApi.view, { itemId: item });
    const change = { itemId: item, version: body.version, due: "2027-01-20", reason: "等开春再修" };
    expect((await (await world.as(people.housing))(agreedItemsApi.change, change)).status).toBe(403);
    expect((await (await world.as(people.desk))(agreedItemsApi.change, change)).body.late).toBe(false);
    expect((await at("2027-01-14T02:00:00Z"))[0]).toBe("事项快到期");
  });
});

const pdf = async (token: string): Promise<{ id: string; url: string }> => {
  const boundary = "----test";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
  const body = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  const response = await world.app.http.inject({
    method: "POST",
    url: "/api/v1/files",
    headers: { authorization: `Bearer ${token}`, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), body, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(response.statusCode).toBe(200);
  return response.json<{ id: string; url: string }>();
};

it("hands a PDF out as a download only, and takes it nowhere but as a signed paper", async () => {
  const desk = await world.as(people.desk);
  const file = await pdf(desk.token);
  const got = await world.app.http.inject({ method: "GET", url: file.url });
  expect(got.headers["content-type"]).toBe("application/pdf");
  expect(got.headers["content-disposition"]).toMatch(/^attachment/);
  expect(got.headers["x-content-type-options"]).toBe("nosniff");
  const id = await inForce();
  const [item] = (await view(people.desk, id)).body.agreedItems;
  const input = {
    itemId: item?.id ?? "",
    version: item?.version ?? 0,
    progress: 10,
    note: "看附件",
    photos: [file.id],
  };
  expect((await desk(agreedItemsApi.report, input)).problem.errors?.[0]?.path).toBe("photos");
});
