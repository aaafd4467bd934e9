import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTenant, useDatabase } from "../../../test/database.ts";
import { testland, testlandTree } from "../../../test/fixture-pack.ts";
import { type Broadcast, openBroadcast } from "../../platform/broadcast.ts";
import { systemClock } from "../../platform/clock.ts";
import { type Database, openDatabase, type Tx } from "../../platform/db/database.ts";
import { readSheetRows, writeSheet } from "../../platform/excel.ts";
import { createLog } from "../../platform/log.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Actor } from "../authority/index.ts";
import { createPackRegistry } from "../packs/index.ts";
import { createForest, createOrg, type Forest, type Org, seedTree } from "./index.ts";
import type { OrgCall } from "./reading.ts";
import { columnNames, columns } from "./sheet.ts";

const database = useDatabase();
let db: Database;
let broadcast: Broadcast;
let forest: Forest;
let org: Org;
let tenant: string;
let ids: Map<string, string>;
let openCases = 0;
let merges: [string, string][] = [];

const id = (key: string): string => ids.get(key) ?? key;

/** Someone with these rights on that node; a resident without any. */
const callOf = (key?: string, rights: readonly string[] = ["org.edit"], of = tenant): OrgCall => {
  const accountId = randomUUID();
  const grants = key ? [{ id: randomUUID(), role: "admin", nodeId: id(key), rights: new Set(rights) }] : [];
  const actor: Actor = { tenant: of, accountId, sessionId: randomUUID(), name: "李管理", homeId: null, grants };
  return { actor, app: "api", ip: "127.0.0.1", device: "test", request: undefined, setSession: () => {} };
};

const refusal = async (work: Promise<unknown>): Promise<Refusal> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error;
  throw new Error(`expected a refusal, got ${String(error)}`);
};

beforeAll(async () => {
  const log = createLog("silent", false);
  db = openDatabase(database.urls.app, 8);
  broadcast = await openBroadcast(database.urls.app, db.pool, log);
  const packs = createPackRegistry(db);
  forest = createForest(db, packs, broadcast);
  org = createOrg({
    db,
    clock: systemClock,
    packs,
    forest,
    cases: {
      onMerge: async (_tx: Tx, from: string, into: string) => {
        merges.push([from, into]);
      },
      openCasesUnder: async () => openCases,
    },
  });
  for (let i = 0; i < 40; i++) await createTenant(database.urls.owner, `testland-${i}`, testland);
});

let used = 0;
beforeEach(async () => {
  tenant = `testland-${used++}`;
  openCases = 0;
  merges = [];
  ids = await db.inTenant(tenant, (tx) => seedTree(tx, new Date(), testlandTree));
});

afterAll(async () => {
  await broadcast.close();
  await db.close();
});

const history = async (nodeId: string) => (await org.nodeHistory(callOf("county"), { nodeId })).items;
const node = (key: string) => org.node(callOf(), { nodeId: id(key) });
const pathOf = async (nodeId: string): Promise<string> => {
  const row = await db.inTenant(tenant, (tx) =>
    tx.sql
      .selectFrom("nodes")
      .select("path")
      .where("tenant_id", "=", tenant)
      .where("id", "=", nodeId)
      .executeTakeFirstOrThrow(),
  );
  return row.path;
};
/** What the rows say the paths must be, from the parents alone. */
const wrongPaths = async (): Promise<string[]> => {
  const rows = await db.inTenant(tenant, (tx) =>
    tx.sql.selectFrom("nodes").select(["id", "parent_id", "path", "name"]).where("tenant_id", "=", tenant).execute(),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return rows
    .filter((row) => {
      const label = row.id.replaceAll("-", "");
      const parent = row.parent_id === null ? undefined : byId.get(row.parent_id);
      return row.path !== (parent ? `${parent.path}.${label}` : label);
    })
    .map(({ name }) => name);
};

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
    expect(await history(added.id)).toMatchObject([
      { type: "added", actor: "李管理", note: "新划", summary: "新增“第三网格”，上级为“锦绣花园”" },
    ]);
    expect(await wrongPaths()).toEqual([]);
  });

  it("hides from residents who changed something and why", async () => {
    await org.updateNode(callOf("east"), { nodeId: id("east"), version: 1, address: "中心大街1号", note: "内部" });
    const [change] = (await org.nodeHistory(callOf(), { nodeId: id("east") })).items;
    expect(change).toMatchObject({ actor: "工作人员", note: null, summary: "地址由空改为“中心大街1号”" });
  });

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
    expect((await history(id("east")))[0]).toMatchObject({
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
    expect((await history(id("east")))[0]?.summary).toBe("名称由“东城社区”改为“东街社区”；编码由“990001001001”改为空");
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
    expect((await pathOf(id("b1"))).startsWith(await pathOf(id("west")))).toBe(true);
    expect(await wrongPaths()).toEqual([]);
    expect((await history(id("garden")))[0]).toMatchObject({
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
    expect(merges.at(-1)).toEqual([id("east"), id("west")]);
    expect(await wrongPaths()).toEqual([]);
    expect((await history(id("west")))[0]).toMatchObject({
      type: "merged-in",
      summary: "“东街社区”并入本级，随同转入 3 个下级",
    });
    expect((await history(id("east")))[0]).toMatchObject({ type: "merged", summary: "并入“西街社区”" });
    expect((await history(id("garden")))[0]?.summary).toBe("由“东街社区”移到“西街社区”下");
    expect((await history(id("branch")))[0]?.summary).toBe("坐落由“东街社区”改为“西街社区”");
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
    openCases = 2;
    expect((await refusal(close("b1"))).message).toContain("还有 2 件没有办结的事项");
    openCases = 0;
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
    expect((await history(id("b1"))).map(({ type }) => type)).toEqual(["reopened", "renamed", "closed"]);
  });
});

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
    expect(await wrongPaths()).toEqual([]);
    expect(await history(id("volunteers"))).toHaveLength(1);
  });

  it("cannot be driven into a circle by two moves at the same time", async () => {
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

  it("shows another tenant nothing", async () => {
    const elsewhere = "testland-39";
    const otherIds =
      elsewhere === tenant ? ids : await db.inTenant(elsewhere, (tx) => seedTree(tx, new Date(), testlandTree));
    const foreign = otherIds.get("east") ?? "";
    expect((await refusal(org.node(callOf("county"), { nodeId: foreign }))).code).toBe("not-found");
    expect(
      (await refusal(org.updateNode(callOf("county"), { nodeId: foreign, version: 1, name: "抢来的" }))).code,
    ).toBe("not-found");
    const seen = await db.inTenant(tenant, (tx) =>
      tx.sql.selectFrom("nodes").select("id").where("id", "=", foreign).execute(),
    );
    expect(seen).toEqual([]);
    const unnamed = await db.pool.query("select count(*) as n from nodes");
    expect(unnamed.rows[0]).toEqual({ n: 0 });
    // An actor of one tenant who names a node of the other as the place of their grant gains nothing.
    const call = callOf(foreign);
    expect((await refusal(org.updateNode(call, { nodeId: id("east"), version: 1, name: "抢来的" }))).code).toBe(
      "forbidden",
    );
  });
});

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
    expect(await wrongPaths()).toEqual([]);
    // An empty cell of aliases takes none away.
    expect(await node("east")).toMatchObject({ name: "东城社区", aliases: ["东街", "东街社区"], version: 2 });
    expect((await history(id("east")))[0]).toMatchObject({ type: "imported" });
    const south = (await org.nodes(callOf(), { tree: "area", q: "南关", closed: "no", limit: 5 })).items[0];
    expect(south).toMatchObject({ name: "南街社区", childCount: 2, aliases: ["南街", "南关"] });
    expect((await history(south?.id ?? ""))[0]?.summary).toBe("表格导入：新增“南街社区”，上级为“中心街道”");
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
