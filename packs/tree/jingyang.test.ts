/** 泾阳县 came first: its reports, browser tests and running servers know this tree to the last digit. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { tree as build } from "../jingyang/tree.ts";
import { everydayName } from "./areas.ts";

const tree = build();
const nodes = [...tree.area, ...tree.party];
const URBAN = ["610423001008", "610423001009", "610423001010", "610423001011", "610423001014"];

const tally = (values: readonly (string | null | undefined)[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
};
const postsOf = (role: string): string[] =>
  tree.people.flatMap(({ posts }) => posts.filter((post) => post.role === role).map(({ node }) => node));

describe("jingyang", () => {
  it("is the tree it has always been, on any machine", () => {
    const digest = createHash("sha256").update(JSON.stringify(tree)).digest("hex");
    expect(digest).toBe("fa6c6eb59cd987c156fc7946f2cdc41b68d9f370406d8e76b8cd99a9854699c2");
  });

  it("has the real towns, communities and villages, and the compounds and grids it reports", () => {
    const counts = tally(nodes.map(({ tier }) => tier));
    expect(counts).toMatchObject({ county: 1, subdistrict: 1, township: 12, compound: 124, grid: 294 });
    expect((counts.community ?? 0) + (counts.village ?? 0)).toBe(226);
    const compounds = tree.area.filter(({ tier }) => tier === "compound").map(({ parent }) => parent);
    expect(Object.values(tally(compounds))).toEqual([27, 26, 24, 23, 24]);
  });

  it("has a Party tree of five tiers of the size it reports", () => {
    expect(tally(tree.party.map(({ tier }) => tier))).toEqual({
      "party-working-committee": 1,
      "party-general-branch": 5,
      "grid-branch": 31,
      "party-group": 64,
      "anchor-household": 271,
    });
  });

  it("has five kinds of team in each urban community and one team in every other community and village", () => {
    const teams = tree.area.filter(({ tier }) => tier === "team");
    const urban = teams.filter(({ parent }) => URBAN.includes(parent ?? ""));
    expect(new Set(urban.map(({ parent, kind }) => `${parent} ${kind}`)).size).toBe(25);
    const others = teams.filter(({ parent }) => !URBAN.includes(parent ?? ""));
    expect(new Set(others.map(({ parent }) => parent)).size).toBe(226 - URBAN.length);
    expect(others).toHaveLength(226 - URBAN.length);
  });

  it("fills the posts", () => {
    const all = (tier: string) => nodes.filter((node) => node.tier === tier).map(({ key }) => key);
    expect(postsOf("grid-worker").toSorted()).toEqual(all("grid").toSorted());
    expect(postsOf("community-secretary").toSorted()).toEqual(URBAN);
    expect(postsOf("branch-secretary").toSorted()).toEqual(all("grid-branch").toSorted());
    expect(postsOf("team-lead").toSorted()).toEqual(all("team").toSorted());
    expect(tally(postsOf("community-desk"))).toEqual(
      Object.fromEntries([...all("community"), ...all("village")].map((key) => [key, URBAN.includes(key) ? 2 : 1])),
    );
    expect(tree.people.filter(({ posts }) => posts.length === 0)).toHaveLength(40);
  });
});

describe("everyday names", () => {
  it.each([
    ["东街社区居委会", "泾干街道", "community", "东街社区"],
    ["崇文镇崇文佳苑一社区居民委员会", "崇文镇", "community", "崇文佳苑一社区"],
    ["黄家居委会", "团山镇", "community", "黄家社区"],
    ["口镇社区居委会", "口镇", "community", "口镇社区"],
    ["金柳村委会", "泾干街道", "village", "金柳村"],
    ["永乐镇南流村村民委员会", "永乐镇", "village", "南流村"],
    ["新强村村委会", "泾干街道", "village", "新强村"],
    ["口镇村委会", "口镇", "village", "口镇村"],
    ["李家庄村", "安吴镇", "village", "李家庄村"],
    ["陈家营村委会（大）", "恒口镇", "village", "陈家营村（大）"],
    ["联合村委会大", "恒口镇", "village", "联合村（大）"],
  ])("%s of %s is called by the name people use", (official, town, tier, name) => {
    expect(everydayName(official, town, tier)).toBe(name);
  });

  it("keeps the official name as an alias", () => {
    const east = tree.area.find(({ key }) => key === URBAN[0]);
    expect([east?.name, east?.aliases]).toEqual(["东街社区", ["东街社区居委会"]]);
  });
});
