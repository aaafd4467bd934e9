import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { notifyApi } from "@ginkgo/shared/api/notify.ts";
import pg from "pg";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { type Caller, monday, people, tenant, useApp } from "../../../test/app.ts";

const world = useApp();

const draft = { category: "repairs", words: "厨房下水道堵了，请派人疏通。", address: "锦绣花园" } as const;

const submit = async (who: string = people.resident, more: object = {}) => {
  const { status, body } = await (await world.as(who))(casesApi.submit, { ...draft, ...more });
  expect(status).toBe(200);
  return body;
};

const act = async (who: string, caseId: string, action: string, data: object = {}) => {
  const caller = await world.as(who);
  const { body } = await caller(casesApi.view, { caseId });
  return caller(casesApi.act, { caseId, action, version: body.version, data: { ...data } });
};

const mustAct = async (who: string, caseId: string, action: string, data: object = {}) => {
  // Steps of one story do not happen in the same instant.
  world.clock.advance(1000);
  const result = await act(who, caseId, action, data);
  expect([action, result.status, result.problem.detail]).toEqual([action, 200, undefined]);
  return result.body;
};

const photoOf = async (caller: Caller, color = "green"): Promise<string> => {
  const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
    .jpeg()
    .toBuffer();
  const boundary = "----test";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
  const response = await world.app.http.inject({
    method: "POST",
    url: "/api/v1/files",
    headers: { authorization: `Bearer ${caller.token}`, "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), image, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(response.statusCode).toBe(200);
  return response.json<{ id: string }>().id;
};

const convenience = () => world.node(`team-${tenant}001008-convenience`);
const dispatched = async () => {
  const { id } = await submit();
  await mustAct(people.desk, id, "accept");
  await mustAct(people.desk, id, "dispatch", { to: [await convenience()] });
  return id;
};
const taken = async () => {
  const id = await dispatched();
  await mustAct(people.lead, id, "take");
  return id;
};
const inboxOf = async (who: string, caseId: string) =>
  (await (await world.as(who))(notifyApi.inbox, { limit: 200 })).body.items.filter((item) => item.caseId === caseId);

describe("intake", () => {
  it("finds the community from the address, the pin or what was picked", async () => {
    expect((await submit()).community?.name).toBe("东街社区");
    const tree = await world.app.services.forest.tree(tenant);
    const grid = tree.get(await world.node(`${tenant}001009-g001`));
    expect((await submit(people.resident, { address: undefined, pin: grid?.at })).community?.name).toBe("南街社区");
    expect(
      (await submit(people.resident, { address: undefined, node: await world.node(`${tenant}001010`) })).community
        ?.name,
    ).toBe("西街社区");
  });

  it("goes to the subdistrict's desk when nobody knows where, and on from there", async () => {
    const one = await submit(people.resident, { address: undefined });
    expect(one.community).toBeNull();
    expect((await (await world.as(people.desk))(casesApi.view, { caseId: one.id })).status).toBe(404);
    const placed = await mustAct(people.townDesk, one.id, "place", { to: await world.node(`${tenant}001008`) });
    expect(placed.community?.name).toBe("东街社区");
    expect((await act(people.desk, one.id, "accept")).status).toBe(200);
  });

  it("refuses a pin outside the county, an unknown category, a photo that is not one's own", async () => {
    const resident = await world.as(people.resident);
    expect((await resident(casesApi.submit, { ...draft, pin: [100, 20] })).problem.code).toBe("outside-area");
    expect((await resident(casesApi.submit, { ...draft, category: "nonsense" })).problem.code).toBe("unknown-category");
    const foreign = await photoOf(await world.as(people.neighbour));
    expect((await resident(casesApi.submit, { ...draft, photos: [foreign] })).problem.errors?.[0]?.path).toBe("photos");
  });

  it("is done once however often the same request arrives, at once or later", async () => {
    const resident = await world.as(people.resident);
    const send = () => resident(casesApi.submit, { ...draft, words: "只要一件" }, { key: "the-same-key-1" });
    const answers = await Promise.all([send(), send(), send(), send(), send()]);
    answers.push(await send());
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await resident(casesApi.list, { box: "reported", q: "只要一件" })).body.items).toHaveLength(1);
    const other = await resident(casesApi.submit, { ...draft, words: "另一件事" }, { key: "the-same-key-1" });
    expect(other.problem.code).toBe("key-reused");
  });

  it("gives every case a number of its own", async () => {
    const cases = await Promise.all(Array.from({ length: 60 }, () => submit()));
    expect(new Set(cases.map(({ no }) => no)).size).toBe(60);
  });
});

describe("the loop", () => {
  it("runs from order to rating, and everyone concerned is told", async () => {
    const id = await taken();
    const photo = await photoOf(await world.as(people.lead));
    await mustAct(people.lead, id, "complete", { words: "已疏通", photos: [photo] });
    const rated = await mustAct(people.resident, id, "rate", { solved: true, stars: 5, words: "谢谢" });
    expect(rated).toMatchObject({ stateLabel: "已办结", rating: { stars: 5, solved: true } });
    expect(rated.progress.every(({ reached }) => reached)).toBe(true);
    await world.settle();
    expect((await inboxOf(people.resident, id)).map(({ title }) => title.slice(17))).toEqual(
      ["办结", "接单", "派单", "受理"].map((label) => label),
    );
    expect((await inboxOf(people.desk, id)).length).toBeGreaterThanOrEqual(3);
    expect((await inboxOf(people.member, id)).length).toBe(1);
    expect(await inboxOf(people.neighbour, id)).toEqual([]);
  });

  it("brings a case that was not solved back to the handler with the resident's words", async () => {
    const id = await taken();
    await mustAct(people.lead, id, "complete", { words: "好了", photos: [await photoOf(await world.as(people.lead))] });
    await mustAct(people.resident, id, "rate", { solved: false, stars: 1, words: "还是漏水" });
    const { body } = await (await world.as(people.lead))(casesApi.view, { caseId: id });
    expect(body.actions.map(({ action }) => action)).toContain("complete");
    expect(JSON.stringify(body.timeline)).toContain("还是漏水");
  });

  it("answers whoever gives a case back, though it is no longer theirs to see", async () => {
    const id = await dispatched();
    const returned = await mustAct(people.lead, id, "return", { reason: "不在服务范围" });
    expect(returned).toMatchObject({ stateLabel: "待派单", actions: [] });
    expect((await (await world.as(people.lead))(casesApi.view, { caseId: id })).status).toBe(404);
  });

  it("asks for what the step's form requires, each by its name", async () => {
    const id = await taken();
    const { status, problem } = await act(people.lead, id, "complete", { words: "" });
    expect(status).toBe(400);
    expect(problem.errors?.map(({ path }) => path)).toEqual(["data.words", "data.photos"]);
    expect(
      (await act(people.lead, id, "complete", { words: "好了", nonsense: 1 })).problem.errors?.map(({ path }) => path),
    ).toContain("data.nonsense");
  });

  it("does not hand a case to a body of another community", async () => {
    const { id } = await submit();
    await mustAct(people.desk, id, "accept");
    const { problem } = await act(people.desk, id, "dispatch", {
      to: [await world.node(`team-${tenant}001009-convenience`)],
    });
    expect(problem.errors?.[0]?.path).toBe("data.to");
  });

  it("offers the own grid first, then teams before the many other grids", async () => {
    const tree = await world.app.services.forest.tree(tenant);
    const grid = tree.get(await world.node(`${tenant}001008-g001`));
    const { id } = await submit(people.resident, { address: undefined, pin: grid?.at });
    const { body } = await (await world.as(people.desk))(casesApi.candidates, { caseId: id, tiers: "team,grid" });
    expect(body.items.map(({ tier }) => tier)).toEqual(["grid", ...Array(5).fill("team"), ...Array(9).fill("grid")]);
    expect(body.items[0]?.id).toBe(grid?.id);
  });

  it("tells those whose case was merged of every further step", async () => {
    const first = await submit();
    await mustAct(people.desk, first.id, "accept");
    const second = await submit(people.neighbour);
    await mustAct(people.desk, second.id, "merge", { into: first.id });
    await mustAct(people.desk, first.id, "dispatch", { to: [await convenience()] });
    await world.settle();
    expect((await inboxOf(people.neighbour, first.id)).length).toBe(1);
    const { body } = await (await world.as(people.neighbour))(casesApi.view, { caseId: second.id });
    expect(body.mergedInto?.no).toBe(first.no);
  });
});

describe("two at once", () => {
  it("lets exactly one of many take a case that several may grab", async () => {
    const { id, version } = await submit();
    await mustAct(people.desk, id, "accept");
    const offered = await mustAct(people.desk, id, "offerToSome", {
      to: [await convenience(), await world.node(`${tenant}001008-g001`)],
    });
    expect(offered.version).toBe(version + 2);
    const takers = await Promise.all([people.lead, people.member, people.gridWorker].map((who) => world.as(who)));
    const results = await Promise.all(
      takers.map((taker) => taker(casesApi.act, { caseId: id, action: "take", version: offered.version, data: {} })),
    );
    expect(results.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, problem } of results)
      if (status !== 200) expect(["stale", "not-allowed-now", "already-taken"]).toContain(problem.code);
    const { body } = await (await world.as(people.desk))(casesApi.view, { caseId: id });
    expect(body.handlers).toHaveLength(1);
  });

  it("refuses a step made on an old page and says why", async () => {
    const { id, version } = await submit();
    await mustAct(people.desk, id, "note", { words: "先记一笔" });
    const { status, problem } = await (await world.as(people.desk))(casesApi.act, {
      caseId: id,
      action: "accept",
      version,
      data: {},
    });
    expect([status, problem.code]).toEqual([409, "stale"]);
  });

  it("does the rest of many when some cannot be done", async () => {
    const cases = await Promise.all([submit(), submit(), submit()]);
    await mustAct(people.desk, cases[1]?.id ?? "", "accept");
    const { body } = await (await world.as(people.desk))(casesApi.actOnMany, {
      action: "accept",
      cases: cases.map(({ id, version }) => ({ id, version })),
      data: {},
    });
    expect(body.done).toHaveLength(2);
    expect(body.failed.map(({ no }) => no)).toEqual([cases[1]?.no]);
  });
});

describe("who sees what", () => {
  it("hides a private case from everyone it does not concern", async () => {
    const { id } = await submit();
    for (const who of [people.neighbour, people.lead, people.gridWorker, people.admin, people.housing])
      expect((await (await world.as(who))(casesApi.view, { caseId: id })).status).toBe(404);
    for (const who of [people.resident, people.desk, people.townDesk, people.countyDesk])
      expect((await (await world.as(who))(casesApi.view, { caseId: id })).status).toBe(200);
  });

  it("shows a public case to neighbours without persons", async () => {
    const { id } = await submit(people.resident, {
      visibility: "public",
      contact: { name: "王小明", phone: "13800138000" },
    });
    const { body } = await (await world.as(people.neighbour))(casesApi.view, { caseId: id });
    expect(JSON.stringify(body)).not.toContain("王小明");
    expect(body).toMatchObject({ address: null, trail: [], actions: [] });
  });

  it("keeps the reporter of a confidential case from those who handle it", async () => {
    const { id } = await submit(people.resident, {
      visibility: "confidential",
      onBehalfOf: { name: "李奶奶", phone: "13900139000" },
    });
    await mustAct(people.desk, id, "accept");
    await mustAct(people.desk, id, "dispatch", { to: [await convenience()] });
    const lead = await world.as(people.lead);
    const { body } = await lead(casesApi.view, { caseId: id });
    const me = (await (await world.as(people.resident))(casesApi.view, { caseId: id })).body.reporter.name;
    expect(JSON.stringify(body)).not.toContain("李奶奶");
    expect(JSON.stringify(body)).not.toContain(me);
    expect((await lead(casesApi.revealContact, { caseId: id, reason: "联系上门" })).status).toBe(403);
    expect(
      (await (await world.as(people.desk))(casesApi.revealContact, { caseId: id, reason: "核实情况" })).body.onBehalfOf
        ?.phone,
    ).toBe("13900139000");
  });

  it("never offers a confidential case to everyone around", async () => {
    const { id } = await submit(people.resident, { visibility: "confidential" });
    const accepted = await mustAct(people.desk, id, "accept");
    expect(accepted.actions.map(({ action }) => action)).not.toContain("openToAll");
    expect((await act(people.desk, id, "openToAll")).problem.code).toBe("not-allowed-now");
  });

  it("keeps internal notes from the resident", async () => {
    const { id } = await submit();
    await mustAct(people.desk, id, "note", { words: "此人多次来访" });
    expect(JSON.stringify((await (await world.as(people.resident))(casesApi.view, { caseId: id })).body)).not.toContain(
      "多次来访",
    );
  });

  it("shows nothing and takes nothing without the tenant, whatever is asked", async () => {
    await submit();
    const client = new pg.Client({ connectionString: world.urls.app });
    await client.connect();
    try {
      for (const table of ["cases", "events", "persons", "accounts", "sessions", "inbox", "files", "nodes"])
        expect([table, (await client.query(`select count(*)::int as n from ${table}`)).rows[0].n]).toEqual([table, 0]);
      await client.query("begin; select set_config('ginkgo.tenant', 'elsewhere', true)");
      expect(
        (await client.query("select count(*)::int as n from cases where tenant_id = $1", [tenant])).rows[0].n,
      ).toBe(0);
      await client.query("rollback");
      await client.query(`begin; select set_config('ginkgo.tenant', '${tenant}', true)`);
      await expect(client.query("update events set actor_name = 'nobody'")).rejects.toThrow(/permission denied/);
      await client.query("rollback");
      expect(
        (await client.query("select rolsuper or rolbypassrls as strong from pg_roles where rolname = current_user"))
          .rows[0].strong,
      ).toBe(false);
    } finally {
      await client.end();
    }
  });
});

describe("time limits", () => {
  it("warn once, are late once, and the case says so; jobs that run twice tell once", async () => {
    world.clock.set(monday);
    const { id } = await submit();
    const { alarms } = world.app.services.cases;
    await alarms.sweep();
    expect((await inboxOf(people.desk, id)).filter(({ weight }) => weight === "urgent")).toHaveLength(0);
    world.clock.set(new Date(monday.getTime() + 100 * 60_000));
    await Promise.all([alarms.sweep(), alarms.sweep()]);
    await alarms.sweep();
    await world.settle();
    expect((await inboxOf(people.desk, id)).filter(({ weight }) => weight === "urgent")).toHaveLength(1);
    world.clock.set(new Date(monday.getTime() + 121 * 60_000));
    await Promise.all([alarms.sweep(), alarms.sweep()]);
    await alarms.sweep();
    await world.settle();
    expect((await inboxOf(people.desk, id)).filter(({ weight }) => weight === "urgent")).toHaveLength(2);
    expect((await inboxOf(people.townDesk, id)).filter(({ weight }) => weight === "urgent")).toHaveLength(1);
    const late = (await (await world.as(people.desk))(casesApi.list, { box: "late", limit: 200 })).body.items;
    expect(late.map((one) => one.id)).toContain(id);
    world.clock.set(monday);
  });

  it("close a case nobody rated, by themselves", async () => {
    world.clock.set(monday);
    const id = await taken();
    await mustAct(people.lead, id, "complete", { words: "好了", photos: [await photoOf(await world.as(people.lead))] });
    world.clock.set(new Date(monday.getTime() + 8 * 24 * 3_600_000));
    await world.app.services.cases.alarms.sweep();
    const one = await world.app.foundation.db.inTenant(tenant, (tx) =>
      tx.sql
        .selectFrom("cases")
        .select(["state", "ended"])
        .where("tenant_id", "=", tenant)
        .where("id", "=", id)
        .executeTakeFirstOrThrow(),
    );
    expect(one).toEqual({ state: "closed", ended: true });
    world.clock.set(monday);
  });
});

describe("lists", () => {
  it("find Chinese words inside the text, and page without gap or double", async () => {
    for (let i = 0; i < 7; i++) await submit(people.resident, { words: `第${i}盏路灯不亮，晚上看不清路` });
    const desk = await world.as(people.desk);
    expect((await desk(casesApi.list, { q: "灯不" })).body.items).toHaveLength(7);
    expect((await desk(casesApi.list, { q: "路灯亮不" })).body.items).toHaveLength(0);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await desk(casesApi.list, { q: "路灯", limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it("hold only what lies in one's scope", async () => {
    const mine = await submit();
    const other = await submit(people.neighbour, { address: undefined, node: await world.node(`${tenant}001009`) });
    const ids = (await (await world.as(people.desk))(casesApi.list, { limit: 200 })).body.items.map(({ id }) => id);
    expect(ids).toContain(mine.id);
    expect(ids).not.toContain(other.id);
    expect(
      (await (await world.as(people.resident))(casesApi.list, { limit: 200 })).body.items.map(({ id }) => id),
    ).not.toContain(other.id);
  });
});
