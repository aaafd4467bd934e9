import { beforeEach, describe, expect, it } from "vitest";
import { testlandTree } from "../../../test/fixture-pack.ts";
import { readSheetRows, writeSheet } from "../../platform/excel.ts";
import { refusal, useOrg, type World } from "./harness.ts";
import type { Org } from "./index.ts";
import { columnNames, columns } from "./sheet.ts";

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

const sheetOf = (rows: readonly Partial<Record<keyof typeof columns, string | number>>[], headers = columnNames) =>
  writeSheet(
    "组织树",
    headers.map((name) => columns[name]),
    rows.map((row) => headers.map((name) => row[name] ?? null)),
  );

describe("Excel", () => {
  const importFile = (file: Buffer, dryRun = false, holder = "county") => {
    const { actor } = callOf(holder);
    return org.importTree({ actor, request: undefined }, { file, dryRun });
  };

  it("exports what can be imported as it is", async () => {
    await org.closeNode(callOf("county"), { nodeId: id("b1"), version: 1 });
    const file = await org.exportTree(callOf("county").actor, undefined);
    const rows = await readSheetRows(file);
    expect(rows[0]).toEqual(columnNames.map((name) => columns[name].header));
    expect(rows).toHaveLength(testlandTree.length + 1);
    expect(rows.find((row) => row[1] === "3号楼")?.[5]).toBe("第二网格");
    expect(rows.find((row) => row[1] === "13号楼")?.[5]).toBe("和谐家园/第一网格");
    expect(await importFile(file)).toEqual({
      dryRun: false,
      rows: testlandTree.length,
      created: 0,
      updated: 0,
      unchanged: testlandTree.length,
      problems: [],
    });
    const part = await readSheetRows(await org.exportTree(callOf("west").actor, id("west")));
    expect(part).toHaveLength(7);
    expect((await refusal(org.exportTree(callOf().actor, undefined))).code).toBe("forbidden");
  });

  it("creates and updates in one go, parents first", async () => {
    const file = await sheetOf([
      {
        code: "990001001003",
        name: "南街社区",
        tier: "社区",
        parentCode: "990001001",
        lng: 110.01,
        lat: 30.01,
        aliases: "南街、南关",
      },
      { name: "南苑", tier: "小区", parentCode: "990001001003", address: "南街1号" },
      { name: "第一网格", tier: "grid", parentName: "南苑" },
      { name: "1号楼", tier: "楼栋", parentName: "南苑/第一网格" },
      { name: "南街党支部", tier: "党支部", parentName: "中心街道党工委", seat: "990001001003" },
      { code: "990001001001", name: "东城社区", tier: "社区", parentCode: "990001001", lng: 110.004, lat: 30.002 },
      { name: "南街队", tier: "队伍", kind: "志愿服务队", parentName: "南街社区" },
    ]);
    expect(await importFile(file, true)).toMatchObject({ dryRun: true, created: 6, updated: 1, problems: [] });
    expect((await node("east")).name).toBe("东街社区");
    expect(await importFile(file)).toMatchObject({
      dryRun: false,
      rows: 7,
      created: 6,
      updated: 1,
      unchanged: 0,
      problems: [],
    });
    expect(await world.wrongPaths()).toEqual([]);
    // An empty cell of aliases takes none away.
    expect(await node("east")).toMatchObject({ name: "东城社区", aliases: ["东街", "东街社区"], version: 2 });
    expect((await world.history(id("east")))[0]).toMatchObject({ type: "imported" });
    const south = (await org.nodes(callOf(), { tree: "area", q: "南关", closed: "no", limit: 5 })).items[0];
    expect(south).toMatchObject({ name: "南街社区", childCount: 2, aliases: ["南街", "南关"] });
    expect((await world.history(south?.id ?? ""))[0]?.summary).toBe("表格导入：新增“南街社区”，上级为“中心街道”");
    expect(await importFile(file)).toMatchObject({ created: 0, updated: 0, unchanged: 7, problems: [] });
  });

  it("imports nothing if any row is wrong, and names every line and column", async () => {
    const file = await sheetOf([
      { name: "好网格", tier: "网格", parentName: "锦绣花园" },
      { name: "坏", tier: "星球", parentName: "锦绣花园" },
      {},
      { name: "坏", tier: "网格", parentCode: "没有" },
      { name: "坏", tier: "网格", parentName: "没有" },
      { tier: "网格", parentName: "锦绣花园" },
      { name: "长".repeat(61), tier: "网格", parentName: "锦绣花园" },
      { name: "甲", tier: "小区", parentName: "东街社区", code: "X1" },
      { name: "乙", tier: "小区", parentName: "东街社区", code: "X1" },
      { name: "丙", tier: "小区", parentName: "东街社区", lng: "东经", lat: 30 },
      { name: "丁", tier: "小区", parentName: "东街社区", lng: 30, lat: 110 },
      { name: "戊", tier: "小区", parentName: "东街社区", lng: 120, lat: 30 },
      { name: "己", tier: "小区", parentName: "东街社区", lng: 110 },
      { name: "庚", tier: "楼栋", parentCode: "990001001001" },
      { name: "辛", tier: "楼栋", parentName: "第一网格" },
      { name: "好网格", tier: "网格", parentName: "锦绣花园" },
      { name: "壬", tier: "党小组", parentName: "东街社区党支部" },
      { name: "13号楼", tier: "楼栋", parentName: "和谐家园/第一网格", status: "已关闭" },
      { name: "癸", tier: "队伍", kind: "海盗", parentName: "东街社区" },
      { name: "西街社区", tier: "社区", parentCode: "990001001", code: "X2" },
      { name: "西街社区", tier: "社区", parentCode: "990001101", code: "990001001002" },
    ]);
    const report = await importFile(file);
    expect(report.problems.map(({ line, path }) => [line, path])).toEqual([
      [3, "层级"],
      [5, "上级编码"],
      [6, "上级名称"],
      [7, "名称"],
      [8, "名称"],
      [10, "编码"],
      [11, "经度"],
      [12, "纬度"],
      [13, "经度"],
      [14, "纬度"],
      [15, "上级名称"],
      [16, "上级名称"],
      [17, "名称"],
      [18, "坐落编码(党组织)"],
      [19, "状态"],
      [20, "类型"],
      [21, "名称"],
      [22, "上级编码"],
    ]);
    expect(report).toMatchObject({ rows: 20, created: 0, updated: 0 });
    expect(report.problems.find(({ line }) => line === 16)?.message).toContain("有 2 个“第一网格”");
    expect(report.problems.find(({ line }) => line === 10)?.message).toContain("第 9 行");
    expect((await node("garden")).childCount).toBe(2);
  });

  it("imports only where the importer may edit", async () => {
    const file = await sheetOf([
      { name: "新网格", tier: "网格", parentName: "锦绣花园" },
      { name: "新网格", tier: "网格", parentName: "和谐家园" },
      {
        code: "990001001001",
        name: "东街社区",
        tier: "社区",
        parentCode: "990001001",
        lng: 110.004,
        lat: 30.002,
        aliases: "东街",
      },
    ]);
    const report = await importFile(file, false, "west");
    expect(report.problems.map(({ line, message }) => [line, message])).toEqual([
      [2, "您没有权限修改“锦绣花园”及其下级，请去掉这一行，或联系上级管理员导入。"],
    ]);
    const nobody = callOf("east", ["case.read"]).actor;
    expect((await refusal(org.importTree({ actor: nobody, request: undefined }, { file, dryRun: false }))).code).toBe(
      "forbidden",
    );
  });

  it("says what is wrong with a sheet as a whole", async () => {
    const odd = await writeSheet(
      "x",
      [
        { header: "名称", width: 9 },
        { header: "颜色", width: 9 },
      ],
      [["甲", "红"]],
    );
    const report = await importFile(odd);
    expect(report.problems.map(({ line, path }) => [line, path])).toEqual([
      [1, "颜色"],
      [1, "编码"],
      [1, "层级"],
      [1, "上级编码"],
      [1, "上级名称"],
    ]);
    for (const file of [Buffer.from("编码,名称\n"), Buffer.alloc(0), Buffer.from("PK\u0003\u0004 broken")])
      expect((await refusal(importFile(file))).code).toBe("unsupported-file");
  });
});
