import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { refusal, useOrg, type World } from "./harness.ts";
import type { Org } from "./index.ts";

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

describe("reading", () => {
  it("shows children, roots, searches and what lies under a node", async () => {
    const call = callOf();
    const list = async (input: Partial<Parameters<Org["nodes"]>[1]>) =>
      (await org.nodes(call, { tree: "area", closed: "no", limit: 500, ...input })).items.map(
        ({ name, trail }) => `${name}|${trail}`,
      );
    expect(await list({})).toEqual(["测试县|测试县"]);
    expect(await list({ tree: "party" })).toEqual(["中心街道党工委|中心街道党工委"]);
    expect(await list({ parent: id("garden") })).toEqual([
      "第一网格|东街社区 · 锦绣花园 · 第一网格",
      "第二网格|东街社区 · 锦绣花园 · 第二网格",
    ]);
    expect(await list({ q: "东街", tiers: "community" })).toEqual(["东街社区|东街社区"]);
    expect(await list({ q: "990001001002" })).toEqual(["西街社区|西街社区"]);
    expect(await list({ under: id("west"), tiers: "building" })).toEqual([
      "1号楼|西街社区 · 和谐家园 · 第一网格 · 1号楼",
      "13号楼|西街社区 · 和谐家园 · 第一网格 · 13号楼",
    ]);
    expect(await list({ tree: "party", under: id("east") })).toEqual([
      "东街社区党支部|东街社区党支部",
      "第一网格党小组|第一网格党小组",
    ]);
    expect(await list({ tiers: "unit,department", limit: 1 })).toHaveLength(1);
  });

  it("shows one node with its trail, what may stand below it and whether the reader may edit it", async () => {
    const detail = await org.node(callOf("street"), { nodeId: id("east") });
    expect(detail.trail.map(({ name }) => name)).toEqual(["测试县", "中心街道", "东街社区"]);
    expect(detail.childTiers.map(({ tier }) => tier)).toEqual(["compound", "grid", "team", "unit"]);
    expect(detail).toMatchObject({ tierLabel: "社区", childCount: 2, may: { edit: true }, seat: null });
    expect((await node("east")).may.edit).toBe(false);
    expect((await node("branch")).seat).toMatchObject({ name: "东街社区" });
    expect((await refusal(org.node(callOf(), { nodeId: randomUUID() }))).code).toBe("not-found");
  });

  it("finds addresses as people type them", async () => {
    const found = async (q: string) => (await org.findAddress(callOf(), { q })).items.map(({ trail }) => trail);
    expect((await found("锦绣花园3号楼"))[0]).toBe("东街社区 · 锦绣花园 · 第二网格 · 3号楼");
    expect((await found("锦绣花园 三栋"))[0]).toBe("东街社区 · 锦绣花园 · 第二网格 · 3号楼");
    expect((await found("和谐家园13号楼"))[0]).toBe("西街社区 · 和谐家园 · 第一网格 · 13号楼");
    expect((await found("西街和谐家园1号楼2单元"))[0]).toBe("西街社区 · 和谐家园 · 第一网格 · 1号楼");
    expect((await found("东街锦绣花园"))[0]).toBe("东街社区 · 锦绣花园");
    expect((await found("东街锦绣"))[0]).toBe("东街社区 · 锦绣花园");
    expect((await found("中心大街12号"))[0]).toBe("东街社区 · 锦绣花园");
    expect((await found("锦绣"))[0]).toBe("东街社区 · 锦绣花园");
    expect(await found("１号楼")).toHaveLength(2);
    expect(await found("没有这个地方")).toEqual([]);
    expect(await found("  ")).toEqual([]);
  });

  it("locates pins and draws areas", async () => {
    const call = callOf();
    const inside = await org.locate(call, { lng: 110.002, lat: 30.002 });
    expect(inside).toMatchObject({
      fit: "inside",
      grid: { id: id("east-1") },
      compound: { name: "锦绣花园" },
      community: { name: "东街社区" },
      subdistrict: { name: "中心街道" },
    });
    expect(await org.locate(call, { lng: 110.02, lat: 30.101 })).toMatchObject({
      fit: "near",
      grid: null,
      community: { name: "北山村" },
      subdistrict: { name: "北山镇" },
    });
    expect(await org.locate(call, { lng: 111, lat: 31 })).toMatchObject({ fit: "outside", community: null });
    const areas = await org.mapAreas(call, { under: id("east"), tiers: "grid" });
    expect(areas.items.map(({ name, polygon }) => [name, polygon?.length])).toEqual([
      ["第一网格", 5],
      ["第二网格", 5],
    ]);
  });
});
