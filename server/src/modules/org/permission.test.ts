import { randomUUID } from "node:crypto";
import { places } from "@ginkgo/packs/index.ts";
import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { testlandTree } from "../../../test/fixture-pack.ts";
import { openBroadcast } from "../../platform/broadcast.ts";
import { statementLog } from "../../platform/db/database.ts";
import { refusal, useOrg, type World } from "./harness.ts";
import { type Org, type SeedNode, seedTree } from "./index.ts";

const setup = useOrg();
let world: World;
let org: Org;
let id: World["id"];
let callOf: World["callOf"];
beforeEach(() => {
  world = setup.world;
  ({ org, id, callOf } = world);
});

const node = (key: string) => org.node(callOf(), { nodeId: id(key) });

describe("permission", () => {
  it("covers what lies below, and neither what lies beside nor above", async () => {
    const rename = (holder: string | undefined, key: string, rights?: readonly string[]) =>
      org.updateNode(callOf(holder, rights), { nodeId: id(key), version: 1, address: `${holder}` });
    for (const [holder, key, rights] of [
      ["west", "east", undefined],
      ["east", "street", undefined],
      [undefined, "east", undefined],
      ["county", "east", ["case.read"]],
      ["east", "committee", undefined],
    ] as const)
      expect((await refusal(rename(holder, key, rights))).code).toBe("forbidden");
    await rename("east", "east");
    await rename("street", "garden");
    // A Party organisation is also in the hands of those above the area it sits on.
    await rename("east", "group");
    await rename("committee", "branch");
  });

  it("needs both ends for a move and a merge", async () => {
    const garden = { nodeId: id("garden"), version: 1 };
    expect((await refusal(org.moveNode(callOf("east"), { ...garden, parent: id("west") }))).code).toBe("forbidden");
    expect((await refusal(org.moveNode(callOf("garden"), { ...garden, parent: id("west") }))).code).toBe("forbidden");
    expect((await refusal(org.mergeNode(callOf("east"), { ...garden, into: id("court") }))).code).toBe("forbidden");
    expect(
      (await refusal(org.addNode(callOf("west"), { parent: id("east"), tier: "grid", name: "第九网格" }))).code,
    ).toBe("forbidden");
  });
});

describe("together", () => {
  it("lets one of two moves at the same time win", async () => {
    const to = (parent: string) =>
      org.moveNode(callOf("county"), { nodeId: id("volunteers"), version: 1, parent: id(parent) });
    const results = await Promise.allSettled([to("west"), to("village"), to("street")]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "stale" });
    expect(await world.wrongPaths()).toEqual([]);
    expect(await world.history(id("volunteers"))).toHaveLength(1);
  });

  it("lets the second of two changes see what the first has done", async () => {
    // Each is sound alone; the second sees what the first has done.
    const a = org.moveNode(callOf("county"), { nodeId: id("east"), version: 1, parent: id("town") });
    const b = org.addNode(callOf("county"), { parent: id("town"), tier: "community", name: "东街社区" });
    const results = await Promise.allSettled([a, b]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "conflict" } });
  });

  it("does the same request once", async () => {
    const call = callOf("county");
    const request = { accountId: call.actor.accountId, key: randomUUID(), fingerprint: "add" };
    const add = () => org.addNode({ ...call, request }, { parent: id("garden"), tier: "grid", name: "第三网格" });
    const [one, other] = await Promise.all([add(), add()]);
    expect(other.id).toBe(one.id);
    expect((await node("garden")).childCount).toBe(3);
  });

  it("checks against what other servers have done, even when their message has not arrived", async () => {
    const deaf = world.createServer({
      publish: async () => {},
      subscribe: () => {},
      onGap: () => {},
      close: async () => {},
    });
    expect((await deaf.node(callOf(), { nodeId: id("garden") })).childCount).toBe(2);
    await org.addNode(callOf("county"), { parent: id("garden"), tier: "grid", name: "第三网格" });
    expect((await deaf.node(callOf(), { nodeId: id("garden") })).childCount).toBe(2);
    const again = deaf.addNode(callOf("county"), { parent: id("garden"), tier: "grid", name: "第三网格" });
    expect((await refusal(again)).code).toBe("conflict");
    const added = await deaf.addNode(callOf("county"), { parent: id("garden"), tier: "grid", name: "第四网格" });
    expect(added.trail.at(-2)?.name).toBe("锦绣花园");
    expect((await deaf.node(callOf(), { nodeId: id("garden") })).childCount).toBe(4);
  });

  it("tells other servers of a change", async () => {
    const { db, log } = world;
    const broadcast = await openBroadcast(world.appUrl, db.pool, log);
    const other = world.createServer(broadcast);
    await other.node(callOf(), { nodeId: id("garden") });
    await org.addNode(callOf("county"), { parent: id("garden"), tier: "grid", name: "第三网格" });
    await expect
      .poll(async () => (await other.node(callOf(), { nodeId: id("garden") })).childCount, { timeout: 10_000 })
      .toBe(3);
    await broadcast.close();
  });

  it("shows another tenant nothing", async () => {
    const { db, tenant } = world;
    const elsewhere = await world.newTenant();
    const foreign = (await db.inTenant(elsewhere, (tx) => seedTree(tx, new Date(), testlandTree))).get("east") ?? "";
    expect((await refusal(org.node(callOf("county"), { nodeId: foreign }))).code).toBe("not-found");
    const steal = org.updateNode(callOf("county"), { nodeId: foreign, version: 1, name: "抢来的" });
    expect((await refusal(steal)).code).toBe("not-found");
    const seen = await db.inTenant(tenant, (tx) =>
      tx.sql.selectFrom("nodes").select("id").where("id", "=", foreign).execute(),
    );
    expect(seen).toEqual([]);
    const written = await db.inTenant(tenant, (tx) =>
      tx.sql.updateTable("nodes").set({ name: "抢来的" }).where("id", "=", foreign).executeTakeFirst(),
    );
    expect(written.numUpdatedRows).toBe(0n);
    const unnamed = await db.pool.query("select count(*) as n from nodes");
    expect(unnamed.rows[0]).toEqual({ n: 0 });
    // A grant that names a node of another tenant is worth nothing here.
    const lost = org.updateNode(callOf(foreign), { nodeId: id("east"), version: 1, name: "抢来的" });
    expect((await refusal(lost)).code).toBe("forbidden");
  });
});

describe("seeding", () => {
  it("loads all nodes of a shipped place in a handful of statements, with paths and one event", async () => {
    const { db } = world;
    const tenant = await world.newTenant();
    const [place] = places;
    if (!place) throw new Error("no place is shipped");
    const { area, party } = place.tree();
    const nodes: SeedNode[] = [
      ...party.map((node) => ({ ...node, tree: "party" as const })),
      ...area.map((node) => ({ ...node, tree: "area" as const })),
    ];
    // Counted, not timed: on a busy machine a clock would prove nothing (0.5 s were measured at a load of 6 on 2 cores).
    const statements: { sql: string; values: readonly unknown[] }[] = [];
    const ids = await statementLog.run(statements, () => db.inTenant(tenant, (tx) => seedTree(tx, new Date(), nodes)));
    expect(statements).toHaveLength(2 + Math.ceil(nodes.length / 500) + 1);
    expect(ids.size).toBe(nodes.length);
    const [counts] = await db.inTenant(tenant, async (tx) => {
      const { rows } = await sql<{ nodes: number; under: number; events: number }>`
        select count(*) as nodes, count(*) filter (where path <@ (select path from nodes where tenant_id = ${tenant} and id = ${ids.get(place.pack.code)})) as under,
          (select count(*) from events where tenant_id = ${tenant} and subject_type = 'node') as events
        from nodes where tenant_id = ${tenant}`.execute(tx.sql);
      return rows;
    });
    expect(counts).toEqual({
      nodes: nodes.length,
      under: nodes.filter(({ tree }) => tree === "area").length,
      events: 1,
    });
  });

  it("refuses data that does not hold together", async () => {
    const { db } = world;
    const tenant = await world.newTenant();
    const seed = (nodes: SeedNode[]) => db.inTenant(tenant, (tx) => seedTree(tx, new Date(), nodes));
    const node = (key: string, parent: string | null): SeedNode => ({
      key,
      parent,
      tree: "area",
      tier: "county",
      name: key,
    });
    await expect(seed([node("a", "b")])).rejects.toThrow('"a" refers to "b"');
    await expect(seed([node("a", "b"), node("b", "a")])).rejects.toThrow("circle");
    await expect(seed([node("a", null), node("a", null)])).rejects.toThrow("twice");
  });
});
