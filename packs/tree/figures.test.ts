/** The figures each place reported: its stories and reports count on them. */
import { describe, expect, it } from "vitest";
import { tree as hanbin } from "../hanbin/tree.ts";
import { tree as jingyang } from "../jingyang/tree.ts";
import { tree as sanyuan } from "../sanyuan/tree.ts";
import { tree as shenmu } from "../shenmu/tree.ts";
import { tree as shuangqiao } from "../shuangqiao/tree.ts";
import { tree as shunzhenghe } from "../shunzhenghe/tree.ts";
import { tree as wugong } from "../wugong/tree.ts";
import { tree as xixiang } from "../xixiang/tree.ts";
import { tree as yinxing } from "../yinxing/tree.ts";
import type { PlaceTree, TreeFileNode } from "./types.ts";

const asked = ({ area, party, people }: PlaceTree) => {
  const nodes = [...area, ...party];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const of = (tier: string, kind?: string): TreeFileNode[] =>
    nodes.filter((node) => node.tier === tier && (kind === undefined || node.kind === kind));
  return {
    of,
    node: (key: string) => byKey.get(key),
    name: (key: string) => byKey.get(key)?.name,
    names: (tier: string) => of(tier).map(({ name }) => name),
    below: (parent: string, tier: string) => of(tier).filter((node) => node.parent === parent),
    /** Communities that have a grid. */
    urban: () => new Set(of("grid").map(({ key }) => key.split("-")[0])),
    holding: (role: string) => people.filter(({ posts }) => posts.some((post) => post.role === role)),
  };
};

describe("xixiang", () => {
  const { of, name, names, below } = asked(xixiang());

  it("has 40 schools in town and country, and stations of five kinds, seven of them for rest", () => {
    expect(of("school")).toHaveLength(40);
    expect(of("station", "rest-stop")).toHaveLength(7);
    const kinds = new Set(of("station").map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(["book-house", "enterprise", "health", "rest-stop", "service"]);
    expect(of("clinic", "group")).toHaveLength(2);
  });

  it("shows 城内街社区 with the departments and units that built its stations", () => {
    expect(name("610724001007")).toBe("城内街社区");
    expect(below("610724001007", "compound")).not.toEqual([]);
    expect([...names("department"), ...names("unit")]).toEqual(
      expect.arrayContaining("县财政局 县总工会 县住建局 县文化馆 县卫健局 县教体局 县烟草分公司".split(" ")),
    );
  });
});

describe("yinxing", () => {
  const { of, name, below, holding } = asked(yinxing());
  const community = "510682001008";

  it("shows 白果小区 of 银杏社区, with a head in each of its buildings", () => {
    expect([name(community), name(`${community}-c01`)]).toEqual(["银杏社区", "白果小区"]);
    const buildings = below(`${community}-c01`, "grid").flatMap(({ key }) => below(key, "building"));
    const headed = holding("building-head").flatMap(({ posts }) => posts.map(({ node }) => node));
    expect(headed.toSorted()).toEqual(buildings.map(({ key }) => key).toSorted());
  });

  it("has a supervising committee, lawyers, patrols and a team for civility", () => {
    expect(of("unit").filter(({ name }) => /监事会|律师/.test(name))).toHaveLength(2);
    expect(below(community, "team").map(({ kind }) => kind)).toEqual(expect.arrayContaining(["patrol", "civility"]));
    expect(holding("supervisor")).toHaveLength(3);
  });
});

describe("wugong", () => {
  const { of, urban, names } = asked(wugong());

  it("has 9 urban communities, 48 grids and an owners' committee in each of 21 compounds", () => {
    expect([urban().size, of("grid").length, of("compound").length]).toEqual([9, 48, 21]);
    expect(new Set(of("owners-committee").map(({ parent }) => parent)).size).toBe(21);
  });

  it("has the departments that crack what could not be resolved below", () => {
    expect(names("department")).toEqual(expect.arrayContaining(["住建局", "城管局", "民政局", "公安局", "司法局"]));
  });
});

describe("sanyuan", () => {
  const { of, name, urban, node, holding } = asked(sanyuan());

  it("has 9 urban communities, the four named ones among them", () => {
    expect(urban().size).toBe(9);
    const known = [...urban()].map((key) => name(key ?? ""));
    expect(known).toEqual(expect.arrayContaining(["南郊社区", "西大街社区", "东郊社区", "池阳社区"]));
  });

  it("has a station with a head in every compound, and one for couriers", () => {
    const compounds = of("compound").map(({ key }) => key);
    expect(of("station", "compound").map(({ parent }) => parent)).toEqual(compounds);
    const headed = new Set(holding("compound-head").flatMap(({ posts }) => posts.map((post) => post.node)));
    expect([...headed].toSorted()).toEqual(compounds.toSorted());
    expect(node("station-610422001009-courier")?.name).toBe("池阳小哥驿站");
  });
});

describe("shunzhenghe", () => {
  const { of, node, name, below } = asked(shunzhenghe());
  const community = "420606171003";

  it("covers with the zone the towns marked as the zone's, and leaves them under the district", () => {
    const zone = node("xy-gxq");
    expect([zone?.tier, zone?.parent]).toEqual(["functional-zone", "420606"]);
    expect(zone?.covers?.map(name)).toEqual(
      "紫贞街道 七里河街道 东风街道 团山镇 米庄镇 汽车工业园 高新技术产业园 高新技术创业服务中心".split(" "),
    );
    expect(zone?.covers?.map((key) => node(key)?.parent)).toEqual(zone?.covers?.map(() => "420606"));
    expect(node("420606171")?.aliases).toContain("高新区米庄镇");
  });

  it("has in 顺正河社区 three branches, five volunteer teams, six patrol points and 谢沟小区", () => {
    expect([name(community), name(`${community}-c01`)]).toEqual(["顺正河社区", "谢沟小区"]);
    expect(below(`party-${community}`, "grid-branch")).toHaveLength(3);
    expect(below(community, "team").filter(({ kind }) => kind !== "patrol")).toHaveLength(5);
    expect(below(community, "patrol-point")).toHaveLength(6);
    expect(of("enterprise")).not.toEqual([]);
  });
});

describe("hanbin", () => {
  const { of, urban, holding } = asked(hanbin());

  it("has 35 urban communities, 620 grids, 550 Party groups and 756 grid workers, none of whom lacks a grid", () => {
    expect([urban().size, of("grid").length, of("party-group").length]).toEqual([35, 620, 550]);
    const posts = holding("grid-worker").flatMap((person) => person.posts.map(({ node }) => node));
    expect(posts).toHaveLength(756);
    expect(new Set(posts).size).toBe(620);
  });
});

describe("shuangqiao", () => {
  const { name, names, below, node } = asked(shuangqiao());

  it("has eight teams in 塔沟社区, the communities of the reports, and 西坎村", () => {
    expect(name("130802006004")).toBe("塔沟社区");
    expect(new Set(below("130802006004", "team").map(({ kind }) => kind)).size).toBe(8);
    const urban = ["130802003008", "130802002008", "130802002003"];
    expect(urban.map(name)).toEqual(["陕西营社区", "文庙社区", "头道牌楼社区"]);
    for (const key of urban) expect(below(key, "compound")).not.toEqual([]);
    expect(node("130802105215")).toMatchObject({ name: "西坎村", tier: "village" });
    expect([...names("unit"), ...names("department")]).toEqual(expect.arrayContaining(["承德医学院", "农业农村局"]));
  });
});

describe("shenmu", () => {
  const { of, node, names } = asked(shenmu());
  const central = ["610881001", "610881002", "610881003", "610881004"];

  it("has 532 grids in the central town, 207 in key towns and 503 branches on grids", () => {
    const inTown = of("grid").filter(({ key }) => central.includes(key.slice(0, 9)));
    expect([inTown.length, of("grid").length - inTown.length]).toEqual([532, 207]);
    expect(new Set(of("grid-branch").map(({ seat }) => seat)).size).toBe(503);
    expect(of("grid-branch").filter(({ seat }) => node(seat ?? "")?.tier !== "grid")).toEqual([]);
  });

  it("has 爱民路 and the departments that come when the subdistrict whistles", () => {
    expect(node("610881003002-c01")).toMatchObject({ name: "爱民路片区" });
    expect(node("610881003002-c01")?.address).toMatch(/^爱民路/);
    expect(names("department")).toEqual(expect.arrayContaining(["住建局", "城管局", "市场监管局", "公安局", "水利局"]));
  });
});

describe("units that register", () => {
  it.each([
    ["xixiang", xixiang, 265],
    ["hanbin", hanbin, 253],
    ["jingyang", jingyang, 210],
    ["wugong", wugong, 157],
    ["sanyuan", sanyuan, 73],
  ])("%s has as many as it reports, each with somebody who speaks for it", (_name, build, total) => {
    const { of, holding } = asked(build());
    expect(of("unit-branch")).toHaveLength(total);
    expect(holding("unit-secretary").map(({ posts }) => posts[0]?.node)).toEqual(
      of("unit-branch").map(({ key }) => key),
    );
    expect(new Set(of("unit-branch").map(({ name }) => name)).size).toBe(total);
  });

  it("顺正河 has the five kinds that join hands", () => {
    const kinds = new Set(
      asked(shunzhenghe())
        .of("unit-branch")
        .map(({ kind }) => kind),
    );
    expect([...kinds]).toEqual(expect.arrayContaining(["superior", "organ", "social", "enterprise"]));
  });
});
