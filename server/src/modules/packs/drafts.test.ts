import { packApi } from "@ginkgo/shared/api/pack.ts";
import { describe, expect, it } from "vitest";
import { people, usePacks } from "./harness.ts";

const { world, admin, current, draft, draftVersion } = usePacks();

describe("the draft", () => {
  it("is kept whole, sound or not, with its problems and changes", async () => {
    const call = await admin();
    const { version, content } = await current();
    const broken = { ...content, accent: "red", words: { ...content.words, case: "诉求" } };
    const saved = await call(packApi.savePackDraft, { content: broken, draftVersion: 0 });
    expect(saved.body).toMatchObject({
      basedOn: version,
      origin: "edited",
      editedBy: { name: "管一" },
      outdated: false,
    });
    expect(saved.body.problems.map(({ path }) => path)).toEqual(["accent"]);
    expect(saved.body.changes.map(({ path }) => path).sort()).toEqual(["accent", "words.case"]);
    const { draft: found } = (await call(packApi.packDraft, {})).body;
    expect(found?.content).toEqual(broken);
    expect(found?.problems).toEqual(saved.body.problems);
    // Far from a pack it is still kept.
    const odd = await call(packApi.savePackDraft, { content: { workflows: 3 }, draftVersion: saved.body.draftVersion });
    expect(odd.status).toBe(200);
    expect(odd.body.problems.length).toBeGreaterThan(5);
    expect((await call(packApi.previewPackDraft, {})).status).toBe(200);
  });

  it("keeps the order of steps, which is the order of buttons", async () => {
    const { content } = await current();
    const { on } = content.workflows.order?.states.submitted ?? { on: {} };
    const turned = Object.fromEntries(Object.entries(on).reverse());
    await draft((pack) => Object.assign(pack.workflows.order?.states.submitted ?? {}, { on: turned }));
    const { draft: found } = (await (await admin())(packApi.packDraft, {})).body;
    expect(found?.changes).toMatchObject([
      { path: "workflows.order.states.submitted.on", before: Object.keys(on), after: Object.keys(turned) },
    ]);
  });

  it("is not saved over by someone who has not seen its last change, nor after it has been thrown away", async () => {
    const call = await admin();
    const seen = await draft((pack) => Object.assign(pack.words, { case: "甲" }));
    const { content } = await current();
    const other = await call(packApi.savePackDraft, { content, draftVersion: seen });
    const late = await call(packApi.savePackDraft, { content, draftVersion: seen });
    expect([late.status, late.problem.code]).toEqual([409, "stale"]);
    expect((await call(packApi.deletePackDraft, { draftVersion: seen })).problem.code).toBe("stale");
    expect((await call(packApi.deletePackDraft, { draftVersion: other.body.draftVersion })).status).toBe(200);
    expect((await call(packApi.packDraft, {})).body.draft).toBeNull();
    expect((await call(packApi.deletePackDraft, { draftVersion: other.body.draftVersion })).problem.code).toBe(
      "not-found",
    );
    // A later draft is another one, though it too was begun from nothing.
    const again = await draft(() => {});
    expect(again).toBeGreaterThan(other.body.draftVersion);
    expect((await call(packApi.savePackDraft, { content, draftVersion: other.body.draftVersion })).problem.code).toBe(
      "stale",
    );
  });

  it("takes one of two changes at the same moment", async () => {
    const call = await admin();
    const { content } = await current();
    const seen = await draftVersion();
    const save = () => call(packApi.savePackDraft, { content, draftVersion: seen });
    const answers = await Promise.all([save(), save(), save()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it("takes packs larger than a form and refuses what no pack is", async () => {
    const call = await admin();
    const { content } = await current();
    const save = async (more: object) =>
      call(packApi.savePackDraft, { content: { ...content, ...more }, draftVersion: await draftVersion() });
    expect((await save({ words: { long: "长".repeat(300_000) } })).status).toBe(200);
    expect((await save({ words: { long: "长".repeat(1_500_000) } })).problem.code).toBe("too-large");
    let deep: unknown = 1;
    for (let i = 0; i < 1000; i++) deep = [deep];
    for (const bad of [
      { words: { nul: "a\u0000b" } },
      { words: { half: "\ud800" } },
      { words: deep },
      { kinds: Array(5001).fill(0) },
    ])
      expect((await save(bad)).problem).toMatchObject({ status: 400, code: "invalid-input" });
    expect((await save({ words: { slash: "\\u0000" } })).status).toBe(200);
    for (const body of [{ content: [], draftVersion: 0 }, { content: "x", draftVersion: 0 }, { content }, {}])
      expect((await call(packApi.savePackDraft, body as never)).problem.code).toBe("invalid-input");
  });
});

describe("importing a file", () => {
  it("brings format 1 to today's, as the draft", async () => {
    const call = await admin();
    const { content } = await current();
    const {
      workflows,
      mainWorkflow: _main,
      lists,
      metrics,
      rates,
      indicators,
      participation,
      devices,
      ...rest
    } = content;
    const file = { ...rest, formatVersion: 1, name: "测试新县", workflow: workflows.order };
    const imported = await call(packApi.importPack, { content: file, draftVersion: await draftVersion() });
    expect(imported.body).toMatchObject({ upgradedFrom: 1, origin: "imported", problems: [] });
    expect(imported.body.changes.map(({ path }) => path)).toContain("name");
    const published = await call(packApi.publishPackDraft, {
      draftVersion: imported.body.draftVersion,
      note: "由旧格式导入",
    });
    expect(published.body).toMatchObject({ origin: "imported", note: "由旧格式导入", current: true });
    expect((await current()).content).toMatchObject({ formatVersion: 2, name: "测试新县", mainWorkflow: "order" });
    expect([lists, metrics, rates, indicators, participation, devices]).toHaveLength(6);
  });

  it("refuses another place's pack and formats it does not know, and leaves the draft alone", async () => {
    const call = await admin();
    const seen = await draft((pack) => Object.assign(pack.words, { case: "乙" }));
    const { content } = await current();
    const bring = (more: object, draftVersion = seen) =>
      call(packApi.importPack, { content: { ...content, ...more }, draftVersion });
    expect((await bring({ id: "elsewhere" })).problem.errors?.[0]?.path).toBe("content.id");
    for (const formatVersion of [0, 3, 1.5, "2", null, Number.MAX_VALUE])
      expect((await bring({ formatVersion })).problem.errors?.[0]?.path).toBe("content.formatVersion");
    expect((await bring({}, seen - 1)).problem.code).toBe("stale");
    expect(await draftVersion()).toBe(seen);
  });

  it("imports once under one key", async () => {
    const call = await admin();
    const { content } = await current();
    const seen = await draftVersion();
    const bring = () => call(packApi.importPack, { content, draftVersion: seen }, { key: "import-once" });
    const [first, again] = [await bring(), await bring()];
    expect(again.body).toEqual(first.body);
  });
});

describe("who may", () => {
  it("draft and publish is decided by the rights held on the root, to see by those held anywhere", async () => {
    const { content, version } = await current();
    for (const phone of [people.resident, people.worker, people.desk, people.leader, people.streetAdmin]) {
      const call = await world.as(phone);
      const readings = [
        await call(packApi.packVersions, {}),
        await call(packApi.packVersion, { version }),
        await call(packApi.packDraft, {}),
      ];
      // One administrator stands over a street office alone: they read the rules, they do not make them.
      const reads = phone === people.streetAdmin ? 200 : 403;
      expect(readings.map(({ status }) => status)).toEqual(readings.map(() => reads));
      const answers = [
        await call(packApi.savePackDraft, { content, draftVersion: 0 }),
        await call(packApi.deletePackDraft, { draftVersion: 1 }),
        await call(packApi.importPack, { content, draftVersion: 0 }),
        await call(packApi.publishPackDraft, { draftVersion: 1, note: "试" }),
        await call(packApi.rollBackPack, { version: 1, note: "试" }),
      ];
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
      // What screens need is everyone's.
      expect((await call(packApi.pack, {})).body.id).toBe("testland");
    }
    const exported = await world.app.http.inject({
      url: `/api/v1/pack/versions/${version}/export`,
      headers: { authorization: `Bearer ${(await world.as(people.resident)).token}` },
    });
    expect(exported.statusCode).toBe(403);
    expect((await world.app.http.inject({ url: `/api/v1/pack/versions/${version}/export` })).statusCode).toBe(401);
  });
});
