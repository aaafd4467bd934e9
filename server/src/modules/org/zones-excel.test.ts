import { beforeEach, describe, expect, it } from "vitest";
import { readSheetRows, writeSheet } from "../../platform/excel.ts";
import { useOrg, type World, zoneLand, zoneTree } from "./harness.ts";
import type { Org } from "./index.ts";
import { columnNames, columns } from "./sheet.ts";

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

describe("Excel with zones", () => {
  const importFile = (file: Buffer, holder = "county") =>
    org.importTree({ actor: callOf(holder).actor, request: undefined }, { file, dryRun: false });

  it("keeps what zones cover through a round trip, also into a new place", async () => {
    const file = await org.exportTree(callOf("county").actor, undefined);
    const rows = await readSheetRows(file);
    const at = columnNames.indexOf("covers");
    expect(rows[0]?.[at]).toBe("覆盖");
    expect(
      String(rows.find((row) => row[1] === "高新区")?.[at])
        .split("、")
        .sort(),
    ).toEqual(["990001101", "锦绣花园"]);
    expect(await importFile(file)).toMatchObject({ created: 0, updated: 0, unchanged: zoneTree.length, problems: [] });
    expect(await node("zone")).toMatchObject({ version: 1 });

    await set("zone", 1, []);
    expect(await importFile(file)).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: zoneTree.length - 1,
      problems: [],
    });
    expect(await covers("zone")).toEqual(["北山镇", "锦绣花园"].sort());
    expect((await world.history(id("zone")))[0]?.summary).toContain("覆盖范围新增“");
  });

  const sheet = (rows: readonly Partial<Record<keyof typeof columns, string>>[], names = columnNames) =>
    writeSheet(
      "组织树",
      names.map((name) => columns[name]),
      rows.map((row) => names.map((name) => row[name] ?? null)),
    );
  const zoneRow = { code: "990001Z01", name: "高新区", tier: "功能区", parentCode: "990001" };

  it("takes covers that stand further down, of a zone that is new, and keeps them where there is no such column", async () => {
    const file = await sheet([
      { name: "新区", tier: "功能区", parentCode: "990001", covers: "南街社区、990001001002" },
      { code: "990001001003", name: "南街社区", tier: "社区", parentCode: "990001001" },
    ]);
    expect(await importFile(file)).toMatchObject({ created: 2, problems: [] });
    const found = (await org.nodes(callOf(), { tree: "area", q: "新区", tiers: "zone", closed: "no", limit: 9 })).items;
    expect(
      found
        .find(({ name }) => name === "新区")
        ?.covers.map(({ name }) => name)
        .sort(),
    ).toEqual(["南街社区", "西街社区"].sort());
    const narrow = await sheet(
      [zoneRow],
      columnNames.filter((name) => name !== "covers"),
    );
    expect(await importFile(narrow)).toMatchObject({ updated: 0, unchanged: 1, problems: [] });
    expect(await covers("zone")).toHaveLength(2);
    expect(await importFile(await sheet([{ ...zoneRow, covers: "" }]))).toMatchObject({ updated: 1 });
    expect(await covers("zone")).toEqual([]);
  });

  it("says which line is wrong, and lets nobody take by a sheet what they may not take otherwise", async () => {
    const problems = async (rows: Parameters<typeof sheet>[0], holder = "county") =>
      (await importFile(await sheet(rows), holder)).problems.map(({ line, path, message }) => [line, path, message]);
    expect(
      await problems([
        { ...zoneRow, covers: "990001" },
        { name: "物流园", tier: "功能区", parentCode: "990001", covers: "没有的村" },
        { code: "990001001", name: "中心街道", tier: "街道", parentCode: "990001", covers: "990001101" },
      ]),
    ).toMatchObject([
      [2, "覆盖", expect.stringContaining("最上一级")],
      [3, "覆盖", expect.stringContaining("没有找到“没有的村”")],
      [4, "覆盖", "只有功能区才有覆盖范围，请清空这一格。"],
    ]);
    expect(await problems([{ ...zoneRow, covers: "990001101、990001001" }], "zone")).toMatchObject([
      [2, "名称", expect.stringContaining("没有权限")],
    ]);
    expect(await covers("zone")).toHaveLength(2);
  });
});
