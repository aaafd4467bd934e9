import { packApi } from "@ginkgo/shared/api/pack.ts";
import { describe, expect, it } from "vitest";
import { testland } from "../../../test/fixture-pack.ts";
import { testlandPlace } from "../../../test/fixture-place.ts";
import { people, usePacks } from "./harness.ts";

const { world, admin, current, publish } = usePacks();

const called = (name: string) => testlandPlace({ ...testland, name });
const versions = async () => (await (await admin())(packApi.packVersions, {})).body;

describe("a start with the shipped pack", () => {
  it("changes nothing while it is the same", async () => {
    await world.prepare(testlandPlace());
    await world.prepare(testlandPlace());
    expect((await versions()).items.map(({ version, origin }) => [version, origin])).toEqual([[1, "shipped"]]);
  });

  it("takes over a newer one where the place has changed nothing, and a running server hears of it", async () => {
    const resident = await world.as(people.resident);
    const other = await world.startAnother();
    const onOther = async () =>
      (await other.http.inject({ url: "/api/v1/pack", headers: { authorization: `Bearer ${resident.token}` } })).json()
        .name;
    expect(await onOther()).toBe("测试县");
    await world.prepare(called("测试市"));
    expect((await resident(packApi.pack, {})).body).toMatchObject({ name: "测试市", version: 2 });
    await expect.poll(onOther, { timeout: 5000 }).toBe("测试市");
    expect((await versions()).newShipped).toBeNull();
  });

  it("never overwrites what the place has changed, and says that there is a newer one", async () => {
    await publish((pack) => Object.assign(pack.words, { case: "我们的词" }));
    await world.prepare(called("测试新区"));
    await world.prepare(called("测试新区"));
    const { items, current: running, newShipped } = await versions();
    expect([running, newShipped]).toEqual([3, 4]);
    expect(items.map(({ version, origin, basedOn }) => [version, origin, basedOn])).toEqual([
      [4, "shipped", 2],
      [3, "edited", 2],
      [2, "shipped", 1],
      [1, "shipped", null],
    ]);
    expect((await current()).content).toMatchObject({ name: "测试市", words: { case: "我们的词" } });
    const diff = await (await admin())(packApi.packDiff, { from: "2", to: "4" });
    expect(diff.body.changes).toMatchObject([{ label: "名称", before: "测试市", after: "测试新区" }]);
    // Going back to a shipped version is a decision of the place, too.
    await (await admin())(packApi.rollBackPack, { version: 1, note: "先用出厂版" });
    await world.prepare(called("测试新城"));
    expect((await current()).version).toBe(5);
    expect((await versions()).newShipped).toBe(6);
  });

  it("refuses a pack that is not sound, or another place's, and changes nothing", async () => {
    const before = (await versions()).items;
    await expect(world.prepare(testlandPlace({ ...testland, accent: "red" }))).rejects.toThrow(/accent/);
    await expect(world.prepare(testlandPlace({ ...testland, id: "other" }))).rejects.toThrow(/testland/);
    expect((await versions()).items).toEqual(before);
  });
});
