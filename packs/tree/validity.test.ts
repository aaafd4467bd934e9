/** What must hold in every place's tree, or seeding, maps and stories of that place break. */
import { describe, expect, it } from "vitest";
import { localRoles } from "../base/local-roles.ts";
import { tiers as hanbinTiers } from "../hanbin/tiers.ts";
import { tree as hanbin } from "../hanbin/tree.ts";
import { tiers as jingyangTiers } from "../jingyang/tiers.ts";
import { tree as jingyang } from "../jingyang/tree.ts";
import { tiers as sanyuanTiers } from "../sanyuan/tiers.ts";
import { tree as sanyuan } from "../sanyuan/tree.ts";
import { tiers as shenmuTiers } from "../shenmu/tiers.ts";
import { tree as shenmu } from "../shenmu/tree.ts";
import { tiers as shuangqiaoTiers } from "../shuangqiao/tiers.ts";
import { tree as shuangqiao } from "../shuangqiao/tree.ts";
import { tiers as shunzhengheTiers } from "../shunzhenghe/tiers.ts";
import { tree as shunzhenghe } from "../shunzhenghe/tree.ts";
import { tiers as wugongTiers } from "../wugong/tiers.ts";
import { tree as wugong } from "../wugong/tree.ts";
import { tiers as xixiangTiers } from "../xixiang/tiers.ts";
import { tree as xixiang } from "../xixiang/tree.ts";
import { tiers as yinxingTiers } from "../yinxing/tiers.ts";
import { tree as yinxing } from "../yinxing/tree.ts";
import type { LngLat, TreeFileNode } from "./types.ts";

const places = [
  { name: "hanbin", tiers: hanbinTiers, build: hanbin, community: "610902002012" },
  { name: "jingyang", tiers: jingyangTiers, build: jingyang, community: "610423001008" },
  { name: "sanyuan", tiers: sanyuanTiers, build: sanyuan, community: "610422001009" },
  { name: "shenmu", tiers: shenmuTiers, build: shenmu, community: "610881003002" },
  { name: "shuangqiao", tiers: shuangqiaoTiers, build: shuangqiao, community: "130802006004" },
  { name: "shunzhenghe", tiers: shunzhengheTiers, build: shunzhenghe, community: "420606171003" },
  { name: "wugong", tiers: wugongTiers, build: wugong, community: "610431001001" },
  { name: "xixiang", tiers: xixiangTiers, build: xixiang, community: "610724001007" },
  { name: "yinxing", tiers: yinxingTiers, build: yinxing, community: "510682001008" },
];

const roles: Readonly<Record<string, { readonly on: readonly string[] }>> = {
  ...localRoles,
  "zone-desk": { on: ["functional-zone"] },
};
const takers = ["grid-worker", "team-lead", "team-member"];

const repeats = (values: readonly string[]): string[] => {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
};

/** Signs of cross products: a strictly convex ring that runs counter-clockwise turns left at every corner. */
const turn = ([ax, ay]: LngLat, [bx, by]: LngLat, [cx, cy]: LngLat): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

const sidesOf = (ring: readonly LngLat[]): [LngLat, LngLat][] =>
  ring.slice(1).map((to, index) => [ring[index] ?? to, to]);

/** Two convex shapes are apart when one lies wholly outside a side of the other. */
const apart = (one: readonly LngLat[], other: readonly LngLat[]): boolean =>
  [
    [one, other],
    [other, one],
  ].some(([a = [], b = []]) => sidesOf(a).some(([from, to]) => b.every((point) => turn(from, to, point) <= 0)));

const holds = (ring: readonly LngLat[], point: LngLat): boolean =>
  sidesOf(ring).every(([from, to]) => turn(from, to, point) > 0);

describe.each(places)("$name", ({ tiers, build, community }) => {
  const tree = build();
  const nodes = [...tree.area, ...tree.party];
  const byKey = new Map(nodes.map((node) => [node.key, node]));
  const missing = (keys: readonly (string | null | undefined)[]) => keys.filter((key) => key && !byKey.has(key));
  const grids = tree.area.flatMap((node) =>
    node.tier === "grid" && node.polygon ? [{ ...node, ring: node.polygon }] : [],
  );

  it("uses every key, code, telephone number and sibling's name once", () => {
    expect(repeats(nodes.map(({ key }) => key))).toEqual([]);
    expect(repeats(nodes.map(({ code, key }) => code ?? key))).toEqual([]);
    expect(repeats(tree.people.flatMap(({ key, phone }) => [key, phone]))).toEqual([]);
    // A grid names its buildings on from the grid before, so that a compound has each number once.
    const above = ({ tier, parent }: TreeFileNode) => (tier === "building" ? byKey.get(parent ?? "")?.parent : parent);
    expect(repeats(nodes.map((node) => `${above(node)} ${node.name}`))).toEqual([]);
    expect(
      repeats(tree.area.flatMap(({ tier, name, aliases = [] }) => (tier === "compound" ? [name, ...aliases] : []))),
    ).toEqual([]);
  });

  it("hangs every node under one that its tier allows, and seats the Party on the area", () => {
    const wrong = nodes.filter(({ tier, kind, parent }) => {
      const rule = tiers[tier];
      const above = parent === null ? undefined : byKey.get(parent)?.tier;
      const hangs = above === undefined ? parent === null && rule?.under.length === 0 : rule?.under.includes(above);
      return !hangs || (kind !== undefined && rule?.kinds?.[kind] === undefined);
    });
    expect(wrong).toEqual([]);
    const isArea = (tier: string | undefined): boolean => tiers[tier ?? ""]?.tree === "area";
    expect(tree.area.filter(({ tier }) => !isArea(tier))).toEqual([]);
    expect(tree.party.filter(({ tier, seat }) => isArea(tier) || !isArea(byKey.get(seat ?? "")?.tier))).toEqual([]);
  });

  it("gives posts and homes on nodes that fit", () => {
    const wrong = tree.people.flatMap(({ posts }) =>
      posts.filter(({ role, node }) => !roles[role]?.on.includes(byKey.get(node)?.tier ?? "")),
    );
    expect(wrong).toEqual([]);
    const homes = tree.people.flatMap(({ home }) => home ?? []);
    expect(missing(homes)).toEqual([]);
    expect(homes.filter((home) => !["building", "village"].includes(byKey.get(home)?.tier ?? ""))).toEqual([]);
    expect(tree.people.length).toBeLessThan(3_500);
  });

  it("draws grids, and nothing else, as convex outlines that do not overlap", () => {
    expect(nodes.filter(({ tier, polygon }) => (tier === "grid") !== (polygon !== undefined))).toEqual([]);
    const bent = grids.filter(({ ring, at }) => {
      const corners = [...ring, ...ring.slice(1, 2)];
      const left = corners
        .slice(2)
        .every((corner, index) => turn(corners[index] ?? corner, corners[index + 1] ?? corner, corner) > 0);
      return !left || !at || !holds(ring, at) || String(ring[0]) !== String(ring.at(-1));
    });
    expect(bent.map(({ key }) => key)).toEqual([]);
    const pairs = grids.flatMap((one, index) =>
      grids.slice(index + 1).flatMap((other) => (apart(one.ring, other.ring) ? [] : [`${one.key} ${other.key}`])),
    );
    expect(pairs).toEqual([]);
  });

  it("puts every building into its grid", () => {
    const rings = new Map(grids.map(({ key, ring }) => [key, ring]));
    const lost = tree.area.filter(
      ({ tier, at, parent }) => tier === "building" && !(at && holds(rings.get(parent ?? "") ?? [at, at], at)),
    );
    expect(lost.map(({ key }) => key)).toEqual([]);
  });

  it("has somebody who takes cases, and somebody who vets them, in every community and village", () => {
    const placeOf = (key: string): string | undefined => {
      const node = byKey.get(key);
      if (!node) return undefined;
      return node.tier === "community" || node.tier === "village" ? key : placeOf(node.parent ?? "");
    };
    const covered = (wanted: readonly string[]) =>
      new Set(
        tree.people.flatMap(({ posts }) =>
          posts.flatMap(({ role, node }) => (wanted.includes(role) ? placeOf(node) : [])),
        ),
      );
    const [taken, vetted] = [covered(takers), covered(["community-secretary", "community-desk"])];
    const alone = tree.area.filter(
      ({ key, tier }) => (tier === "community" || tier === "village") && !(taken.has(key) && vetted.has(key)),
    );
    // 泾阳 has one team in each township, as it reports.
    expect(tree.area[0]?.key === "610423" ? alone.filter(({ key }) => !vetted.has(key)) : alone).toEqual([]);
  });

  it("begins with the twelve people every place shows, in one neighbourhood", () => {
    const county = tree.area[0]?.key;
    const street = byKey.get(community)?.parent;
    const shown = tree.people.slice(0, 12).map(({ posts }) => posts.map(({ role, node }) => `${role} ${node}`));
    const team = tree.people[5]?.posts[0]?.node;
    const department = tree.people[7]?.posts[0]?.node ?? "";
    expect(shown).toEqual([
      [`admin ${county}`],
      [`county-desk ${county}`],
      [`subdistrict-desk ${street}`],
      [`community-desk ${community}`],
      [`grid-worker ${community}-g001`],
      [`team-lead ${team}`],
      [`team-member ${team}`],
      [`unit-clerk ${department}`],
      [],
      [],
      [`community-secretary ${community}`],
      [`county-leader ${county}`],
    ]);
    expect(byKey.get(team ?? "")?.parent).toBe(community);
    expect(byKey.get(department)?.tier).toBe("department");
    expect(byKey.get(tree.people[8]?.home ?? "")?.parent).toBe(`${community}-g001`);
    expect(tree.people.map(({ phone }) => phone)).toEqual(
      tree.people.map((_, index) => String(19_900_000_001 + index)),
    );
  });

  it("comes out the same again", () => {
    expect(build()).toEqual(tree);
  });
});
