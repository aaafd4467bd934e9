import { beforeEach, describe, expect, it } from "vitest";
import { refusal, useOrg, type World } from "./harness.ts";
import type { Org } from "./index.ts";

const setup = useOrg();
let org: Org;
let id: World["id"];
let callOf: World["callOf"];
beforeEach(() => {
  ({ org, id, callOf } = setup.world);
});

describe("rules", () => {
  it("keeps to the pack's tiers and kinds", async () => {
    const add = (input: object) =>
      refusal(org.addNode(callOf("county"), { parent: id("east"), tier: "grid", name: "新", ...input }));
    expect((await add({ tier: "building" })).message).toContain("楼栋不能放在社区“东街社区”下面，请放在网格下面");
    expect((await add({ tier: "planet" })).message).toContain("没有“planet”这个层级");
    expect((await add({ tier: "team", kind: "pirates" })).message).toContain("志愿服务队");
    expect((await add({ name: "  " })).message).toBe("请填写名称。");
    expect((await add({ seat: id("east") })).message).toContain("不是党组织");
    expect((await add({ parent: id("branch"), tier: "party-group" })).message).toContain("请选择它坐落");
    expect((await add({ parent: id("branch"), tier: "party-group", seat: id("group") })).message).toContain(
      "没有找到坐落",
    );
    const group = await org.addNode(callOf("county"), {
      parent: id("branch"),
      tier: "party-group",
      name: "第二网格党小组",
      seat: id("east-2"),
    });
    expect(group.seat).toMatchObject({ name: "第二网格" });
  });

  it("refuses names, codes and outlines that are taken, and says by whom", async () => {
    const add = (input: object) =>
      refusal(org.addNode(callOf("county"), { parent: id("garden"), tier: "grid", name: "第三网格", ...input }));
    const named = await add({ name: "第一网格" });
    expect([named.code, named.message]).toEqual([
      "conflict",
      "“锦绣花园”下已有同名的网格“第一网格”，请换一个名称，或把两者合并。",
    ]);
    const coded = await add({ code: "990001001001" });
    expect([coded.code, coded.message]).toEqual([
      "conflict",
      "编码 990001001001 已由“东街社区”使用，请换一个编码，或先改掉那里的编码。",
    ]);
    const ring = (lng: number): [number, number][] => [
      [lng, 30.001],
      [lng + 0.002, 30.001],
      [lng + 0.002, 30.003],
      [lng, 30.001],
    ];
    const overlapping = await add({ polygon: ring(110.003) });
    expect([overlapping.code, overlapping.message]).toEqual([
      "conflict",
      "边界与“东街社区 · 锦绣花园 · 第一网格”重叠，请沿着它的边线重新画，或先修改它的边界。",
    ]);
    expect(
      (
        await add({
          polygon: [
            [110, 30.01],
            [110.001, 30.01],
            [110, 30.011],
            [110.001, 30.011],
            [110, 30.01],
          ],
        })
      ).message,
    ).toContain("相交");
    expect((await add({ polygon: ring(111) })).message).toContain("太远");
    expect((await add({ at: [30, 110 - 30] })).message).toContain("经度在前");
    const touching = await org.addNode(callOf("county"), {
      parent: id("garden"),
      tier: "grid",
      name: "第三网格",
      polygon: [
        [110.008, 30],
        [110.01, 30],
        [110.01, 30.004],
        [110.008, 30.004],
        [110.008, 30],
      ],
    });
    expect(await org.locate(callOf(), { lng: 110.009, lat: 30.002 })).toMatchObject({ grid: { id: touching.id } });
  });
});
