/** Input made to break the server: every answer is a result or a problem in Chinese, never an error, and nothing is half-written. */
import { describe, expect, it } from "vitest";
import { useApp } from "./app.ts";
import { jointPlace, jointPeople as people } from "./fixture-joint.ts";
import { hostileIn, nobody } from "./hostile.ts";

const world = useApp(jointPlace());
const { answered, refused, leavesNothing, draft, begun } = hostileIn(world);

const inherited = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];
const unkeepable = ["坏\u0000字", "\ud800", "半个\udc00", "\u0000"];

describe("names that every object has", () => {
  it("are no action, category, workflow, state, figure or list", async () => {
    const { id, version } = await begun(people.resident);
    await leavesNothing(async () => {
      for (const name of inherited) {
        await refused(people.desk, { url: `/cases/${id}/actions/${name}`, payload: { version, data: {} } });
        const many = await answered(people.desk, {
          url: `/case-actions/${name}`,
          payload: { cases: [{ id, version }], data: {} },
        });
        expect(many.body.done ?? []).toEqual([]);
        await refused(people.desk, { method: "GET", url: `/case-actions/${name}` });
        await refused(people.resident, { url: "/cases", payload: await draft({ category: name }) });
        await refused(people.resident, { url: "/cases", payload: await draft({ kind: name }) });
        for (const filter of ["category", "workflow", "state", "metric", "alsoMetric", "withoutMetric", "q"]) {
          const list = await answered(people.desk, { method: "GET", url: `/cases?box=desk&${filter}=${name}` });
          expect(list.status, filter).toBe(200);
          if (filter !== "withoutMetric") expect(list.body.items, `${filter}=${name}`).toEqual([]);
        }
        for (const filter of ["box", "tone", "under", "assignee", "from", "sort"])
          await refused(people.desk, { method: "GET", url: `/cases?${filter}=${name}` });
        await answered(people.desk, { method: "GET", url: `/case-candidates?tiers=${name}` });
        await answered(people.desk, { method: "GET", url: `/outcomes?category=${name}` });
        await answered(people.admin, { method: "GET", url: `/accounts?role=${name}` });
      }
    });
  });

  it("are no field, item or choice of a form", async () => {
    const { id, version } = await begun(people.desk, { category: "dispute" });
    await leavesNothing(async () => {
      for (const name of inherited) {
        const own = JSON.stringify(await draft({ category: "task" })).replace(/}$/, `,"data":{"item":"${name}"}}`);
        await refused(people.desk, { url: "/cases", payload: own }, "data.item");
        const field = `{"version":${version},"data":{"${name}":"1"}}`;
        await refused(people.desk, { url: `/cases/${id}/actions/convene`, payload: field });
      }
    });
  });
});

describe("text that cannot be kept", () => {
  it("is refused wherever text is taken, naming the field", async () => {
    const { id, version } = await begun(people.resident);
    await leavesNothing(async () => {
      for (const text of unkeepable) {
        const long = `${text}两个字以上`;
        await refused(people.resident, { url: "/cases", payload: await draft({ words: long }) }, "words");
        await refused(people.resident, { url: "/cases", payload: await draft({ address: long }) }, "address");
        const contact = { name: long, phone: "13900000000" };
        await refused(people.resident, { url: "/cases", payload: await draft({ contact }) }, "contact.name");
        await refused(
          people.resident,
          { url: "/cases", payload: await draft({ onBehalfOf: contact }) },
          "onBehalfOf.name",
        );
        await refused(people.resident, { method: "PATCH", url: "/me", payload: { name: long } }, "name");
        await refused(people.desk, { url: `/cases/${id}/contact`, payload: { reason: long } }, "reason");
        await refused(people.desk, { url: "/case-filters", payload: { name: long, filter: {} } }, "name");
        await refused(people.desk, { url: "/case-filters", payload: { name: "好", filter: { q: long } } }, "filter.q");
        const data = { reason: long };
        await refused(people.desk, { url: `/cases/${id}/actions/reject`, payload: { version, data } }, "data.reason");
        await refused(people.desk, { url: `/cases/${id}/actions/reject`, payload: { version, data: { [long]: "x" } } });
        await refused(people.admin, {
          method: "PUT",
          url: "/pack/draft",
          payload: { content: { name: long }, draftVersion: 0 },
        });
      }
      for (const url of [
        "/cases?q=%00",
        "/cases?state=%00",
        "/case-candidates?tiers=%00",
        "/outcomes?category=%00",
        "/nodes?q=%00",
      ])
        await refused(people.desk, { method: "GET", url });
      await answered(people.desk, { method: "GET", url: "/cases/export.xlsx?q=%00" });
      await refused(people.desk, { url: `/cases/${id}/actions/%00`, payload: { version, data: {} } });
    });
  });

  it("is not a blank either where a name or a reason is asked", async () => {
    const { id } = await begun(people.resident);
    for (const name of [" ", "　　", "\t\n", "\u200b"]) {
      await refused(people.resident, { method: "PATCH", url: "/me", payload: { name } }, "name");
      const contact = { name, phone: "13900000000" };
      await refused(people.resident, { url: "/cases", payload: await draft({ contact }) }, "contact.name");
    }
    await refused(people.desk, { url: `/cases/${id}/contact`, payload: { reason: "   " } }, "reason");
    await refused(people.resident, { url: "/cases", payload: await draft({ words: "  \n " }) }, "words");
  });

  it("is kept if it is merely unusual", async () => {
    const words = `𠮷野家门口👨‍👩‍👧${"很长的一个词".repeat(300)}`;
    const { id } = await begun(people.resident, { words, address: "长".repeat(120) });
    const found = await answered(people.resident, {
      method: "GET",
      url: `/cases?box=reported&q=${encodeURIComponent("𠮷野家门口")}`,
    });
    expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([id]);
  });
});

describe("numbers, dates and places that are none", () => {
  it("are refused in a body", async () => {
    const { id } = await begun(people.resident);
    const task = async (data: object) => ({
      url: "/cases",
      payload: await draft({ category: "task", data: { item: "census", ...data } }),
    });
    await leavesNothing(async () => {
      for (const until of [
        "2026-02-31",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "26-1-1",
        "2026-02-30T00:00",
        20260101,
        {},
        [],
        true,
        "９９９９-01-01",
      ])
        await refused(people.desk, await task({ until }), "data.until");
      for (const item of [1, true, {}, [], ["census"], "", null, "censuS", " "])
        await refused(people.desk, await task({ item }), "data.item");
      for (const version of ['"1"', "1.5", "1e400", "-1e400", "null", "true", "[]", "{}", "99999999999999999999"])
        await refused(people.desk, {
          url: `/cases/${id}/actions/reject`,
          payload: `{"version":${version},"data":{"reason":"不属于"}}`,
        });
      for (const pin of [
        "[1e400,30]",
        "[200,30]",
        "[110,91]",
        '["110","30"]',
        "[110]",
        "[110,30,1]",
        "[null,null]",
        "{}",
        '"110,30"',
      ])
        await refused(people.resident, { url: "/cases", payload: `{"category":"road","words":"位置","pin":${pin}}` });
    });
  });

  it("are refused in a query", async () => {
    for (const [lng, lat] of [
      ["200", "30"],
      ["-181", "30"],
      ["110", "91"],
      ["NaN", "30"],
      ["1e400", "30"],
      ["", "30"],
      ["110", ""],
      ["abc", "1"],
      ["Infinity", "1"],
    ]) {
      const at = `lng=${lng}&lat=${lat}`;
      await refused(people.desk, { method: "GET", url: `/locate?${at}` });
      await refused(people.desk, { method: "GET", url: `/cases?box=desk&sort=nearest&${at}` });
    }
    await refused(people.desk, { method: "GET", url: "/locate" });
    await refused(people.desk, { method: "GET", url: "/locate?lng=110&lng=111&lat=30" });
    for (const limit of ["0", "-1", "1.5", "201", "NaN", "1e400", "abc", ""])
      await refused(people.desk, { method: "GET", url: `/cases?limit=${limit}` });
    for (const from of ["2026-02-31T00:00:00Z", "2026-01-01", "2026-01-01T25:00:00Z", "x"])
      await refused(people.desk, { method: "GET", url: `/cases?from=${encodeURIComponent(from)}` });
    for (const from of [
      "0000-01-01T00:00:00Z",
      "0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z",
      "2026-01-01T00:00:00+23:59",
    ])
      await answered(people.desk, { method: "GET", url: `/cases?from=${encodeURIComponent(from)}` });
    for (const box of ["neighbours", "desk", "open"])
      await refused(people.desk, { method: "GET", url: `/cases?box=${box}&under=${nobody}` });
    await refused(people.desk, { method: "GET", url: `/outcomes?under=${nobody}` });
  });
});
