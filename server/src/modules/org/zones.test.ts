import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { openBroadcast } from "../../platform/broadcast.ts";
import { nearestHolders } from "../identity/index.ts";
import { refusal, useOrg, type World, zoneLand, zoneTree } from "./harness.ts";
import { type Org, seedTree } from "./index.ts";

const setup = useOrg(zoneLand, zoneTree);
let world: World;
let org: Org;
let id: World["id"];
let callOf: World["callOf"];
beforeEach(() => {
  world = setup.world;
  ({ org, id, callOf } = world);
});

const node = (key: string) => org.node(callOf(), { nodeId: id(key) });
const covers = async (key: string) => (await node(key)).covers.map(({ name }) => name).sort();
const set = (key: string, version: number, keys: readonly string[], holder = "county", note?: string) =>
  org.setCovers(callOf(holder), { nodeId: id(key), version, covers: keys.map(id), ...(note ? { note } : {}) });

describe("what a zone covers", () => {
  it("is shown at the zone and at all it covers, and changes nobody's place in the tree", async () => {
    expect(await covers("zone")).toEqual(["北山镇", "锦绣花园"].sort());
    for (const [key, zones] of [
      ["town", ["高新区"]],
      ["village", ["高新区"]],
      ["b1", ["高新区"]],
      ["east", []],
      ["zone", []],
    ] as const)
      expect((await node(key)).zones.map(({ name }) => name)).toEqual(zones);
    expect((await node("village")).trail.map(({ name }) => name)).toEqual(["测试县", "北山镇", "北山村"]);
    const { items } = await org.nodes(callOf(), {
      tree: "area",
      under: id("zone"),
      tiers: "village,building",
      closed: "no",
      limit: 50,
    });
    expect(items.map(({ name }) => name).sort()).toEqual(["1号楼", "2号楼", "3号楼", "北山村", "南山村"].sort());
    expect(await world.wrongPaths()).toEqual([]);
  });

  it("can be set, and the history says what came and what went", async () => {
    const after = await set("zone", 1, ["garden", "west", "west"], "county", "区划调整");
    expect(after).toMatchObject({ version: 2, may: { edit: true, cover: true } });
    expect(await covers("zone")).toEqual(["西街社区", "锦绣花园"].sort());
    expect((await world.history(id("zone")))[0]).toMatchObject({
      type: "changed",
      summary: "覆盖范围新增“西街社区”；覆盖范围去掉“北山镇”",
      note: "区划调整",
    });
    const rows = await world.db.inTenant(world.tenant, (tx) =>
      tx.sql
        .selectFrom("events")
        .select("data")
        .where("tenant_id", "=", world.tenant)
        .where("subject_id", "=", id("zone"))
        .execute(),
    );
    expect(rows[0]?.data).toMatchObject({
      before: { covers: expect.arrayContaining([{ id: id("town"), name: "北山镇" }]) },
      after: { covers: expect.arrayContaining([{ id: id("west"), name: "西街社区" }]) },
    });
    expect((await set("zone", 2, ["west", "garden"])).version).toBe(2);
    expect((await set("zone", 2, [])).covers).toEqual([]);
    expect((await refusal(set("zone", 2, ["west"]))).code).toBe("stale");
  });

  it("is refused with what to mend, all of it at once", async () => {
    const problem = await refusal(
      org.setCovers(callOf("county"), {
        nodeId: id("zone"),
        version: 1,
        covers: [id("west"), id("county"), id("park"), id("zone"), id("committee"), randomUUID()],
      }),
    );
    expect(problem.code).toBe("invalid-input");
    const errors = problem.errors ?? [];
    expect(errors.map(({ path }) => path)).toEqual([1, 2, 3, 4, 5].map((i) => `covers.${i}`));
    expect(errors.map(({ message }) => message).join()).toMatch(/最上一级.*也是功能区.*党组织.*没有找到/s);

    await org.closeNode(callOf("county"), { nodeId: id("b1"), version: 1 });
    expect((await refusal(set("zone", 1, ["b1"]))).message).toContain("“1号楼”已关闭");
    const noZone = await refusal(set("street", 1, ["west"]));
    expect([noZone.code, noZone.message]).toEqual(["conflict", "“中心街道”是街道，只有功能区才能设置覆盖范围。"]);
    await org.closeNode(callOf("county"), { nodeId: id("park"), version: 1 });
    expect((await refusal(set("park", 2, ["west"]))).code).toBe("conflict");
    expect(await covers("zone")).toHaveLength(2);
  });

  it("is decided by those above the zone who also hold what it takes", async () => {
    const refused = async (holder: string, keys: readonly string[]) =>
      (await refusal(set("zone", 1, keys, holder))).code;
    // The zone's own administrator could otherwise take the whole county, a town's administrator the zone's desk.
    expect(await refused("zone", ["town", "garden", "west"])).toBe("forbidden");
    expect(await refused("town", ["town"])).toBe("forbidden");
    expect((await org.node(callOf("zone"), { nodeId: id("zone") })).may).toEqual({ edit: true, cover: false });
    expect((await org.node(callOf("county"), { nodeId: id("town") })).may).toEqual({ edit: true, cover: false });
  });

  it("gives who holds a role on the zone just that role on what it covers", async () => {
    const rename = (key: string, version: number) =>
      org.updateNode(callOf("zone"), { nodeId: id(key), version, address: `${key} 1号` });
    for (const key of ["town", "village", "garden", "b1"]) expect((await rename(key, 1)).version).toBe(2);
    for (const key of ["east", "west", "county"]) expect((await refusal(rename(key, 1))).code).toBe("forbidden");
    await set("zone", 1, ["west"]);
    expect((await refusal(rename("town", 2))).code).toBe("forbidden");
    expect((await rename("west", 1)).version).toBe(2);
  });

  it("reaches other servers", async () => {
    const broadcast = await openBroadcast(world.appUrl, world.db.pool, world.log);
    const other = world.createServer(broadcast);
    expect((await other.node(callOf(), { nodeId: id("west") })).zones).toEqual([]);
    await set("zone", 1, ["west"]);
    await expect
      .poll(async () => (await other.node(callOf(), { nodeId: id("west") })).zones.length, { timeout: 10_000 })
      .toBe(1);
    await broadcast.close();
  });
});

describe("the nearest holders", () => {
  it("are those of the place, then of the zone that covers it, then of the county", async () => {
    const { db, tenant } = world;
    const tree = await world.tree();
    const now = new Date();
    const names = new Map<string, string>();
    const appoint = (key: string) =>
      db.inTenant(tenant, async (tx) => {
        const [person, account] = [randomUUID(), randomUUID()];
        names.set(account, key);
        const own = { tenant_id: tenant, created_at: now };
        await tx.sql
          .insertInto("persons")
          .values({ ...own, id: person, name: key })
          .execute();
        await tx.sql
          .insertInto("accounts")
          .values({ ...own, id: account, person_id: person })
          .execute();
        await tx.sql
          .insertInto("role_grants")
          .values({
            tenant_id: tenant,
            id: randomUUID(),
            account_id: account,
            role: "desk",
            node_id: id(key),
            since: now,
          })
          .execute();
      });
    const nearest = async (key: string) =>
      (await db.inTenant(tenant, (tx) => nearestHolders(tx, tree, ["desk"], id(key)))).map((one) => names.get(one));
    await appoint("county");
    expect([await nearest("village"), await nearest("west")]).toEqual([["county"], ["county"]]);
    await appoint("zone");
    expect([await nearest("village"), await nearest("b1"), await nearest("west")]).toEqual([
      ["zone"],
      ["zone"],
      ["county"],
    ]);
    await appoint("east");
    await appoint("town");
    // 锦绣花园 itself is covered: its zone is nearer than the community it stands in.
    expect([await nearest("village"), await nearest("b1"), await nearest("volunteers")]).toEqual([
      ["town"],
      ["zone"],
      ["east"],
    ]);
  });
});

describe("covers when the tree changes", () => {
  it("end with the node that is closed, and with the zone", async () => {
    await set("zone", 1, ["village", "west"]);
    await org.closeNode(callOf("county"), { nodeId: id("village"), version: 1, note: "撤村" });
    expect(await node("zone")).toMatchObject({ version: 3, covers: [{ name: "西街社区" }] });
    expect((await world.history(id("zone")))[0]).toMatchObject({ summary: "覆盖范围去掉“北山村”", note: "撤村" });
    // Open cases of covered towns do not keep a zone from being given up; those at the zone itself do.
    await org.closeNode(callOf("county"), { nodeId: id("zone"), version: 3 });
    expect((await node("west")).zones).toEqual([]);
    const reopened = await org.reopenNode(callOf("county"), { nodeId: id("zone"), version: 4 });
    expect(reopened.covers).toEqual([]);
  });

  it("end for what is moved below the zone itself", async () => {
    await set("zone", 1, ["volunteers", "west"]);
    await org.moveNode(callOf("county"), { nodeId: id("volunteers"), version: 1, parent: id("zone") });
    expect(await covers("zone")).toEqual(["西街社区"]);
    expect((await refusal(set("zone", 3, ["volunteers"]))).message).toContain("本来就在“高新区”下面");
  });

  it("follow a merged node to where it went, once", async () => {
    await set("zone", 1, ["village"]);
    await org.mergeNode(callOf("county"), { nodeId: id("village"), version: 1, into: id("south") });
    expect(await covers("zone")).toEqual(["南山村"]);
    expect((await world.history(id("zone")))[0]?.summary).toBe("覆盖范围新增“南山村”；覆盖范围去掉“北山村”");
    await set("zone", 3, ["east", "west"]);
    await org.mergeNode(callOf("county"), { nodeId: id("east"), version: 1, into: id("west") });
    expect(await covers("zone")).toEqual(["西街社区"]);
  });

  it("are joined when a zone is merged into another, by those above it only", async () => {
    await set("park", 1, ["west", "town"]);
    const merge = (who: ReturnType<typeof callOf>) =>
      org.mergeNode(who, { nodeId: id("park"), version: 2, into: id("zone") });
    const both = callOf("zone");
    const grants = [...both.actor.grants, ...callOf("park").actor.grants];
    expect((await refusal(merge({ ...both, actor: { ...both.actor, grants } }))).code).toBe("forbidden");
    const after = await merge(callOf("county"));
    expect(after.covers.map(({ name }) => name).sort()).toEqual(["北山镇", "西街社区", "锦绣花园"].sort());
    expect((await node("west")).zones.map(({ name }) => name)).toEqual(["高新区"]);
  });
});

describe("covers of another tenant", () => {
  it("are neither seen nor written", async () => {
    const { db, tenant } = world;
    const elsewhere = await world.newTenant();
    const ids = await db.inTenant(elsewhere, (tx) => seedTree(tx, new Date(), zoneTree));
    const [zone, west] = [ids.get("zone") ?? "", ids.get("west") ?? ""];
    const seen = await db.inTenant(tenant, (tx) => tx.sql.selectFrom("zone_covers").select("tenant_id").execute());
    expect(seen.map(({ tenant_id }) => tenant_id)).toEqual([tenant, tenant]);
    const insert = db.inTenant(tenant, (tx) =>
      tx.sql.insertInto("zone_covers").values({ tenant_id: elsewhere, zone_id: zone, node_id: west }).execute(),
    );
    await expect(insert).rejects.toThrow(/row-level security/);
    // Not even under one's own name: the keys name the tenant.
    const foreign = db.inTenant(tenant, (tx) =>
      tx.sql.insertInto("zone_covers").values({ tenant_id: tenant, zone_id: zone, node_id: west }).execute(),
    );
    await expect(foreign).rejects.toThrow(/foreign key/);
    const gone = await db.inTenant(tenant, (tx) =>
      tx.sql.deleteFrom("zone_covers").where("tenant_id", "=", elsewhere).executeTakeFirst(),
    );
    expect(gone.numDeletedRows).toBe(0n);
    expect((await db.pool.query("select count(*) as n from zone_covers")).rows[0]).toEqual({ n: 0 });
    expect((await refusal(org.setCovers(callOf("county"), { nodeId: zone, version: 1, covers: [] }))).code).toBe(
      "not-found",
    );
    expect(
      (await refusal(org.setCovers(callOf("county"), { nodeId: id("zone"), version: 1, covers: [west] }))).code,
    ).toBe("invalid-input");
  });
});

describe("seeding zones", () => {
  it("refuses a cover that is not in the data", async () => {
    const tenant = await world.newTenant();
    const wrong = zoneTree.map((seed) => (seed.key === "park" ? { ...seed, covers: ["nowhere"] } : seed));
    await expect(world.db.inTenant(tenant, (tx) => seedTree(tx, new Date(), wrong))).rejects.toThrow(
      '"park" covers "nowhere"',
    );
  });
});
