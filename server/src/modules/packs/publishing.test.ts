import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { packApi } from "@ginkgo/shared/api/pack.ts";
import { describe, expect, it } from "vitest";
import { testland } from "../../../test/fixture-pack.ts";
import { testlandPlace } from "../../../test/fixture-place.ts";
import { people, usePacks } from "./harness.ts";
import { packSubject } from "./ids.ts";

const tenant = testland.code;
const { world, admin, current, draft, draftVersion, publish } = usePacks();

const states = (pack: Awaited<ReturnType<typeof current>>["content"]) => pack.workflows.order?.states ?? {};

const submit = async (words: string, category = "road") => {
  const call = await world.as(people.resident);
  const answer = await call(casesApi.submit, { category, words, node: await world.node("b1") });
  if (answer.status !== 200) throw new Error(answer.problem.detail);
  return answer.body;
};

describe("publishing", () => {
  it("leaves open cases on the version they began under; new ones begin under the new", async () => {
    const old = await submit("路灯不亮");
    await publish((pack) => Object.assign(states(pack).submitted ?? {}, { label: "等待派单" }), "改名");
    const desk = await world.as(people.desk);
    const seen = (await desk(casesApi.view, { caseId: old.id })).body;
    expect(seen.stateLabel).toBe("待派单");
    const acted = await desk(casesApi.act, {
      caseId: old.id,
      action: "reject",
      version: seen.version,
      data: { reason: "不在范围" },
    });
    expect(acted.status).toBe(200);
    expect((await desk(casesApi.view, { caseId: (await submit("井盖缺失")).id })).body.stateLabel).toBe("等待派单");
  });

  it("takes a right away at the very next request, here and on other servers", async () => {
    const other = await world.startAnother();
    const desk = await world.as(people.desk);
    const onOther = () =>
      other.http.inject({ url: "/api/v1/accounts", headers: { authorization: `Bearer ${desk.token}` } });
    expect((await desk(identityApi.accounts, {})).status).toBe(200);
    expect((await onOther()).statusCode).toBe(200);
    await publish((pack) => {
      const role = pack.roles.desk;
      if (role) role.rights = role.rights.filter((right) => right !== "people.read");
    });
    expect((await desk(identityApi.accounts, {})).problem.code).toBe("forbidden");
    await expect.poll(async () => (await onOther()).statusCode, { timeout: 5000 }).toBe(403);
    const { version } = await current();
    const there = await other.http.inject({ url: "/api/v1/pack", headers: { authorization: `Bearer ${desk.token}` } });
    expect(there.json().version).toBe(version);
  });

  it("ends the open streams of people whose rights may have changed", async () => {
    const origin = await world.app.listen(0, "127.0.0.1");
    const { token } = await world.as(people.desk);
    const stream = await fetch(`${origin}/api/v1/live`, { headers: { authorization: `Bearer ${token}` } });
    await publish((pack) => Object.assign(pack.words, { case: "断开" }));
    // Reads to its end, which comes only if the server ends it.
    expect(await stream.text()).toContain("event: ready");
  });

  it("lets one of two publishers win and tells the other", async () => {
    const call = await admin();
    const before = (await current()).version;
    const seen = await draft((pack) => Object.assign(pack.words, { case: "同时" }));
    const go = () => call(packApi.publishPackDraft, { draftVersion: seen, note: "同时发布" });
    const answers = await Promise.all([go(), go()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(lost?.problem.code).toBe("stale");
    expect(lost?.problem.detail).toContain("草稿");
    expect((await current()).version).toBe(before + 1);
  });

  it("publishes once under one key", async () => {
    const call = await admin();
    const seen = await draft((pack) => Object.assign(pack.words, { case: "一次" }));
    const go = () => call(packApi.publishPackDraft, { draftVersion: seen, note: "一次" }, { key: "publish-once" });
    const [first, again] = [await go(), await go()];
    expect([first.status, again.body]).toEqual([200, first.body]);
  });

  it("refuses a draft with every problem it has, and changes nothing", async () => {
    const call = await admin();
    const before = (await current()).version;
    const seen = await draft((pack) => {
      Object.assign(states(pack).submitted?.on.dispatch ?? {}, { target: "nowhere" });
      delete states(pack).working?.limit;
    });
    const refused = await call(packApi.publishPackDraft, { draftVersion: seen, note: "不该成功" });
    expect(refused.problem).toMatchObject({ status: 400, code: "invalid-input" });
    expect(refused.problem.errors?.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "workflows.order.states.submitted.on.dispatch.target",
        "workflows.order.states.working.limit",
      ]),
    );
    expect((await current()).version).toBe(before);
    expect(await draftVersion()).toBe(seen);
  });

  it.each<[string, string, (pack: Awaited<ReturnType<typeof current>>["content"]) => void]>([
    ["another place's code", "code", (pack) => Object.assign(pack, { code: "990002" })],
    [
      "no tier for nodes there are",
      "tiers.village",
      (pack) => {
        delete pack.tiers.village;
        for (const tier of Object.values(pack.tiers)) tier.under = tier.under.filter((one) => one !== "village");
        for (const role of Object.values(pack.roles)) role.on = role.on.filter((one) => one !== "village");
        for (const field of states(pack).unplaced?.on.place?.form ?? [])
          if (field.kind === "node") field.tiers = field.tiers.filter((one) => one !== "village");
      },
    ],
    [
      "nobody left who could publish again",
      "roles",
      (pack) => {
        for (const role of Object.values(pack.roles)) role.rights = role.rights.filter((one) => one !== "pack.publish");
        pack.roles.keeper = { label: "地方包管理员", on: ["county"], rights: ["pack.publish"], grants: [] };
        pack.roles.admin?.grants.push("keeper");
      },
    ],
  ])("refuses a pack with %s, in the preview too", async (_what, path, edit) => {
    const call = await admin();
    const seen = await draft(edit);
    const preview = (await call(packApi.previewPackDraft, {})).body;
    expect(preview.problems.map((one) => one.path)).toEqual([path]);
    const refused = await call(packApi.publishPackDraft, { draftVersion: seen, note: "不该成功" });
    expect(refused.problem.errors?.map((one) => one.path)).toEqual([path]);
  });

  it("refuses what changes nothing, and an empty note", async () => {
    const call = await admin();
    const seen = await draft(() => {});
    expect((await call(packApi.publishPackDraft, { draftVersion: seen, note: "" })).problem.code).toBe("invalid-input");
    expect((await call(packApi.publishPackDraft, { draftVersion: seen, note: "无" })).problem.code).toBe("conflict");
  });

  it("says beforehand what changes for whom", async () => {
    await submit("垃圾没有清理", "rubbish");
    await draft((pack) => {
      pack.categories = pack.categories.filter(({ id }) => id !== "rubbish");
      pack.roles.worker?.rights.push("case.export");
      const { unplaced: _gone, ...kept } = states(pack);
      const order = pack.workflows.order;
      if (order) Object.assign(order, { states: { ...kept, pending: kept.submitted } });
    });
    const preview = (await (await admin())(packApi.previewPackDraft, {})).body;
    expect(preview.people).toEqual([
      { role: "worker", label: "网格员", gains: ["case.export"], loses: [], accounts: 1 },
    ]);
    expect(preview.removedCategories).toEqual([{ id: "rubbish", label: "垃圾清运", open: 1 }]);
    expect(preview.removedStates).toEqual([{ id: "order:unplaced", label: "待定位", workflow: "随手拍", open: 0 }]);
    expect(preview.cases.reduce((sum, { open }) => sum + open, 0)).toBeGreaterThan(0);
    expect(preview.changes.map(({ path }) => path)).toContain("categories[rubbish]");
  });
});

describe("going back", () => {
  it("makes a new version with the old content, and outdates the draft", async () => {
    const call = await admin();
    const { version, content } = await current();
    const published = await publish((pack) => Object.assign(pack, { name: "改错的县" }));
    const seen = await draft((pack) => Object.assign(pack.words, { case: "丙" }));
    const back = await call(packApi.rollBackPack, { version, note: "改错了" });
    expect(back.body).toMatchObject({ version: published.version + 1, origin: "rollback", basedOn: version });
    expect((await current()).content).toEqual(content);
    expect((await call(packApi.packDraft, {})).body.draft?.outdated).toBe(true);
    // Publishing it would take the wrong name back in unseen.
    const blind = await call(packApi.publishPackDraft, { draftVersion: seen, note: "覆盖" });
    expect(blind.problem.code).toBe("stale");
    const wrongBase = await call(packApi.savePackDraft, { content, draftVersion: seen, basedOn: version });
    expect(wrongBase.problem.code).toBe("stale");
    expect((await call(packApi.rollBackPack, { version, note: "再退" })).problem.code).toBe("conflict");
    expect((await call(packApi.rollBackPack, { version: 9999, note: "没有" })).problem.code).toBe("not-found");
  });
});

describe("versions", () => {
  it("are listed newest first without gap, compared, and exported to be imported again", async () => {
    const call = await admin();
    const { version, content } = await current();
    const numbers: number[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await call(packApi.packVersions, { limit: 3, ...(cursor ? { cursor } : {}) });
      numbers.push(...body.items.map((one) => one.version));
      expect(body.may).toEqual({ edit: true, publish: true });
      cursor = body.nextCursor ?? undefined;
    } while (cursor);
    expect(numbers).toEqual(Array.from({ length: version }, (_, i) => version - i));
    const first = (await call(packApi.packVersion, { version: 1 })).body;
    expect(first).toMatchObject({ origin: "shipped", basedOn: null, current: false });
    const diff = (await call(packApi.packDiff, { from: "1", to: String(version) })).body;
    expect(diff.changes.map(({ label }) => label)).toContain("“等待派单”的名称");
    expect((await call(packApi.packDiff, { from: "1", to: "9999" })).problem.code).toBe("not-found");
    expect((await call(packApi.packDiff, { from: "1", to: "x" })).problem.code).toBe("invalid-input");
    const file = await world.app.http.inject({
      url: `/api/v1/pack/versions/${version}/export`,
      headers: { authorization: `Bearer ${call.token}` },
    });
    expect(file.headers["content-disposition"]).toContain(`testland-${version}.json`);
    expect(file.json()).toEqual(content);
    const again = await call(packApi.importPack, { content: file.json(), draftVersion: await draftVersion() });
    expect(again.body).toMatchObject({ upgradedFrom: null, problems: [], changes: [] });
  });

  it("leave one event each, and none can be changed by the server's role", async () => {
    const { db } = world.app.foundation;
    const { version } = await current();
    const events = await db.inTenant(tenant, (tx) =>
      tx.sql
        .selectFrom("events")
        .select(["seq", "type", "actor_name", "data"])
        .where("tenant_id", "=", tenant)
        .where("subject_type", "=", "pack")
        .where("subject_id", "=", packSubject(tenant))
        .orderBy("seq")
        .execute(),
    );
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
    const made = events.filter(({ type }) => ["shipped", "published", "rolled-back"].includes(type));
    expect(made.map(({ data }) => data.version)).toEqual(Array.from({ length: version }, (_, i) => i + 1));
    expect(events.find(({ type }) => type === "rolled-back")).toMatchObject({
      actor_name: "管一",
      data: { note: "改错了" },
    });
    for (const statement of ["update pack_versions set note = ''", "delete from pack_versions"])
      await expect(world.app.foundation.db.pool.query(statement)).rejects.toThrow(/permission denied/);
  });
});

describe("another tenant", () => {
  it("sees and changes nothing of this one's", async () => {
    const elsewhere = "testland-2";
    await world.prepare(testlandPlace(), elsewhere);
    const [here, there] = [await current(), await world.as(people.admin, elsewhere)];
    const seen = await draft((pack) => Object.assign(pack.words, { case: "丁" }));
    expect((await there(packApi.packVersions, {})).body.items.map(({ version }) => version)).toEqual([1]);
    expect((await there(packApi.packVersion, { version: here.version })).problem.code).toBe("not-found");
    expect((await there(packApi.packDraft, {})).body.draft).toBeNull();
    expect((await there(packApi.publishPackDraft, { draftVersion: seen, note: "偷" })).problem.code).toBe("stale");
    const { content } = (await there(packApi.packVersion, { version: 1 })).body;
    const own = await there(packApi.savePackDraft, { content: { ...content, name: "另一个县" }, draftVersion: 0 });
    await there(packApi.publishPackDraft, { draftVersion: own.body.draftVersion, note: "各改各的" });
    expect((await there(packApi.pack, {})).body).toMatchObject({ name: "另一个县", version: 2 });
    expect((await current()).version).toBe(here.version);
    const { pool } = world.app.foundation.db;
    expect((await pool.query("select 1 from pack_versions")).rows).toEqual([]);
    expect((await pool.query("select 1 from pack_drafts")).rows).toEqual([]);
  });
});
