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

describe("changing", () => {
  it("adds a node below another", async () => {
    const added = await org.addNode(callOf("east"), {
      parent: id("garden"),
      tier: "grid",
      name: " 第三网格 ",
      code: "G-3",
      note: "新划",
    });
    expect(added).toMatchObject({ name: "第三网格", code: "G-3", version: 1, may: { edit: true }, status: "active" });
    expect(added.trail.map(({ name }) => name)).toEqual(["测试县", "中心街道", "东街社区", "锦绣花园", "第三网格"]);
    expect((await node("garden")).childCount).toBe(3);
    expect(await world.history(added.id)).toMatchObject([
      { type: "added", actor: "李管理", note: "新划", summary: "新增“第三网格”，上级为“锦绣花园”" },
    ]);
    expect(await world.wrongPaths()).toEqual([]);
  });

  it("hides from residents who changed something and why", async () => {
    await org.updateNode(callOf("east"), { nodeId: id("east"), version: 1, address: "中心大街1号", note: "内部" });
    const [change] = (await org.nodeHistory(callOf(), { nodeId: id("east") })).items;
    expect(change).toMatchObject({ actor: "工作人员", note: null, summary: "地址由空改为“中心大街1号”" });
  });

  it("renames, and the old name stays findable", async () => {
    const renamed = await org.updateNode(callOf("street"), {
      nodeId: id("east"),
      version: 1,
      name: "东城社区",
      note: "更名批复",
    });
    expect(renamed).toMatchObject({ name: "东城社区", aliases: ["东街", "东街社区"], version: 2 });
    expect(
      (await org.nodes(callOf(), { tree: "area", q: "东街社区", tiers: "community", closed: "no", limit: 5 })).items[0]
        ?.name,
    ).toBe("东城社区");
    expect((await world.history(id("east")))[0]).toMatchObject({
      type: "renamed",
      summary: "名称由“东街社区”改为“东城社区”",
      note: "更名批复",
    });
    const same = await org.updateNode(callOf("street"), { nodeId: id("east"), version: 2, name: "东城社区" });
    expect(same.version).toBe(2);
    const back = await org.updateNode(callOf("street"), {
      nodeId: id("east"),
      version: 2,
      name: "东街社区",
      code: null,
    });
    expect(back).toMatchObject({ aliases: ["东街", "东城社区"], code: null, version: 3 });
    expect((await world.history(id("east")))[0]?.summary).toBe(
      "名称由“东城社区”改为“东街社区”；编码由“990001001001”改为空",
    );
  });

  it("refuses what was written on an old version", async () => {
    await org.updateNode(callOf("county"), { nodeId: id("east"), version: 1, address: "一号" });
    expect(
      (await refusal(org.updateNode(callOf("county"), { nodeId: id("east"), version: 1, address: "二号" }))).code,
    ).toBe("stale");
    expect((await node("east")).address).toBe("一号");
  });

  it("moves a node with everything below it", async () => {
    const moved = await org.moveNode(callOf("street"), {
      nodeId: id("garden"),
      version: 1,
      parent: id("west"),
      note: "区划调整",
    });
    expect(moved.trail.map(({ name }) => name)).toEqual(["测试县", "中心街道", "西街社区", "锦绣花园"]);
    expect((await node("b1")).trail.map(({ name }) => name)).toContain("西街社区");
    expect(await world.wrongPaths()).toEqual([]);
    expect((await world.history(id("garden")))[0]).toMatchObject({
      type: "moved",
      summary: "由“东街社区”移到“西街社区”下",
      note: "区划调整",
    });
  });

  it("does not move a node where it cannot stand", async () => {
    const move = (key: string, parent: string) =>
      refusal(org.moveNode(callOf("county"), { nodeId: id(key), version: 1, parent: id(parent) }));
    expect((await move("county", "street")).message).toContain("最上一级");
    expect((await move("garden", "street")).message).toContain("小区不能放在街道“中心街道”下面");
    expect((await move("garden", "east")).message).toContain("本来就在");
    expect((await move("garden", "east-1")).message).toContain("它自己或它的下级");
    expect((await move("west-1", "garden")).code).toBe("conflict");
    expect((await move("branch", "group")).code).toBe("invalid-input");
  });

  it("merges: children, seats, cases and names follow", async () => {
    const court = await org.addNode(callOf("county"), { parent: id("east"), tier: "compound", name: "和谐家园" });
    const clash = await refusal(org.mergeNode(callOf("county"), { nodeId: id("west"), version: 1, into: id("east") }));
    expect([clash.code, clash.message]).toEqual([
      "conflict",
      "两边都有“和谐家园”，合并后会重名，请先改名或先合并它们。",
    ]);
    await org
      .mergeNode(callOf("county"), { nodeId: court.id, version: 1, into: id("court") })
      .then(({ id: into }) => expect(into).toBe(id("court")));
    const merged = await org.mergeNode(callOf("street"), {
      nodeId: id("east"),
      version: 1,
      into: id("west"),
      note: "社区合并",
    });
    expect(merged).toMatchObject({ id: id("west"), version: 2, aliases: ["东街社区", "东街"], childCount: 4 });
    expect(await node("east")).toMatchObject({
      status: "merged",
      mergedInto: { name: "西街社区" },
      childCount: 0,
      childTiers: [],
    });
    expect((await node("garden")).trail.map(({ name }) => name)).toEqual([
      "测试县",
      "中心街道",
      "西街社区",
      "锦绣花园",
    ]);
    expect((await node("branch")).seat).toMatchObject({ name: "西街社区" });
    expect(world.merges.at(-1)).toEqual([id("east"), id("west")]);
    expect(await world.wrongPaths()).toEqual([]);
    expect((await world.history(id("west")))[0]).toMatchObject({
      type: "merged-in",
      summary: "“东街社区”并入本级，随同转入 3 个下级",
    });
    expect((await world.history(id("east")))[0]).toMatchObject({ type: "merged", summary: "并入“西街社区”" });
    expect((await world.history(id("garden")))[0]?.summary).toBe("由“东街社区”移到“西街社区”下");
    expect((await world.history(id("branch")))[0]?.summary).toBe("坐落由“东街社区”改为“西街社区”");
    const wrongTier = await refusal(
      org.mergeNode(callOf("county"), { nodeId: id("garden"), version: 2, into: id("west") }),
    );
    expect(wrongTier.message).toContain("只有同一层级才能合并");
    expect((await refusal(org.reopenNode(callOf("county"), { nodeId: id("east"), version: 2 }))).message).toContain(
      "已并入“西街社区”",
    );
  });

  it("closes what is empty and opens it again", async () => {
    const close = (key: string) => org.closeNode(callOf("county"), { nodeId: id(key), version: 1 });
    expect((await refusal(close("east-1"))).message).toContain("还有 2 个下级在使用（“1号楼”、“2号楼”）");
    world.openCases = 2;
    expect((await refusal(close("b1"))).message).toContain("还有 2 件没有办结的事项");
    world.openCases = 0;
    expect(await close("b1")).toMatchObject({ status: "closed", version: 2, childTiers: [] });
    expect(
      (await org.nodes(callOf(), { tree: "area", parent: id("east-1"), closed: "no", limit: 9 })).items,
    ).toHaveLength(1);
    expect(
      (await org.nodes(callOf(), { tree: "area", parent: id("east-1"), closed: "yes", limit: 9 })).items,
    ).toHaveLength(2);
    expect(
      (await refusal(org.moveNode(callOf("county"), { nodeId: id("b1"), version: 2, parent: id("east-2") }))).message,
    ).toContain("请先重新启用");
    await org.addNode(callOf("county"), { parent: id("east-1"), tier: "building", name: "1号楼" });
    expect((await refusal(org.reopenNode(callOf("county"), { nodeId: id("b1"), version: 2 }))).code).toBe("conflict");
    await org.updateNode(callOf("county"), { nodeId: id("b1"), version: 2, name: "1号楼旧址" });
    expect(await org.reopenNode(callOf("county"), { nodeId: id("b1"), version: 3, note: "误关" })).toMatchObject({
      status: "active",
      version: 4,
    });
    expect((await world.history(id("b1"))).map(({ type }) => type)).toEqual(["reopened", "renamed", "closed"]);
  });
});
