import { places } from "@ginkgo/packs/index.ts";
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { Tier } from "@ginkgo/shared/pack/schema.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaces, placesMeant } from "./address.ts";
import { buildTree, metersBetween, type Tree, type TreeNode } from "./tree.ts";

const tier = (as: Tier["as"], under: string[], tree: Tier["tree"] = "area"): Tier => ({ label: as, tree, as, under });
const tiers: Record<string, Tier> = {
  county: tier("root", []),
  subdistrict: tier("subdistrict", ["county"]),
  township: tier("subdistrict", ["county"]),
  community: tier("community", ["subdistrict"]),
  village: tier("community", ["township"]),
  compound: tier("compound", ["community"]),
  grid: tier("grid", ["compound"]),
  building: tier("building", ["grid"]),
};

const nodeOf = (id: string, parentId: string | null, more: Partial<TreeNode> = {}): TreeNode => ({
  id,
  tree: "area",
  tier: parentId === null ? "county" : "grid",
  kind: null,
  name: id,
  code: null,
  parentId,
  seatId: null,
  at: null,
  polygon: null,
  address: null,
  aliases: [],
  status: "active",
  mergedInto: null,
  covers: [],
  version: 1,
  ...more,
});

/** The first place that ships: real divisions, compounds and grids. */
const [place] = places;
const shipped: TreeNode[] = (place?.tree().area ?? [])
  .filter((node) => node.tier in tiers)
  .map(({ key, parent, ...rest }) => nodeOf(key, parent, rest));
const tree = buildTree(1, shipped, tiers);
const reach = 6000;

/** A forest below one root, as a list of parents that each stand before their children. */
const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 60 });
const randomTree = (picks: readonly number[]): Tree => {
  const nodes = [nodeOf("0", null)];
  for (const [i, pick] of picks.entries()) nodes.push(nodeOf(String(i + 1), String(pick % (i + 1))));
  return buildTree(1, nodes, tiers);
};

describe("a tree", () => {
  it("says a node is under another exactly if that stands on its way up, and in that one's subtree", () => {
    fc.assert(
      fc.property(parents, fc.nat(), fc.nat(), (picks, a, b) => {
        const random = randomTree(picks);
        const [one, other] = [String(a % (picks.length + 1)), String(b % (picks.length + 1))];
        const isAncestor = random.upward(one).some(({ id }) => id === other);
        expect(random.isUnder(one, other)).toBe(isAncestor);
        expect(random.subtree(other).some(({ id }) => id === one)).toBe(isAncestor);
      }),
    );
  });

  it("holds every node once below its root", () => {
    fc.assert(
      fc.property(parents, (picks) => {
        const random = randomTree(picks);
        const ids = random.subtree("0").map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBe([...random.all()].length);
      }),
    );
  });

  it("knows nothing of a node that is not there", () => {
    expect([tree.upward("x"), tree.subtree("x"), tree.children("x"), tree.isUnder("x", tree.root.id)]).toEqual([
      [],
      [],
      [],
      false,
    ]);
  });
});

describe("a pin in a shipped place", () => {
  const grids = shipped.filter(({ polygon }) => polygon !== null);

  it("lies in the grid whose centre it is, for all 294", () => {
    expect(grids).toHaveLength(294);
    const lost = grids.filter((grid) => grid.at && tree.locate(grid.at, reach).node?.id !== grid.id);
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it("is near a village in no grid, with other villages to choose from", () => {
    const village = shipped.find((node) => node.tier === "village" && node.at);
    const place = tree.locate(village?.at ?? [0, 0], reach);
    expect(place).toMatchObject({ fit: "near", node: { id: village?.id } });
    expect(place.alternatives.length).toBeGreaterThan(0);
    expect(place.alternatives.map(({ meters }) => meters)).toEqual(
      place.alternatives.map(({ meters }) => meters).sort((a, b) => a - b),
    );
  });

  it("lies outside when it is in Xi'an or on the other side of the world", () => {
    for (const pin of [
      [108.94, 34.26],
      [-71, -34],
    ] as Position[])
      expect(tree.locate(pin, reach)).toEqual({ fit: "outside", node: undefined, alternatives: [] });
  });

  it("on a boundary is offered the community across it", () => {
    const found = grids.flatMap((grid) =>
      (grid.polygon ?? [])
        .flatMap((corner) => tree.locate(corner, reach))
        .filter(({ alternatives }) => alternatives.length > 0),
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { fit, node, alternatives } of found) {
      expect(fit).toBe("inside");
      const own = tree.enclosing(node?.id ?? "", "community")?.id;
      expect(alternatives.every((one) => one.node.id !== own && one.meters <= 120)).toBe(true);
    }
  });

  it("just off an outline still belongs to the nearest grid", () => {
    const west = grids.toSorted((a, b) => (a.at?.[0] ?? 0) - (b.at?.[0] ?? 0))[0];
    const edge = Math.min(...(west?.polygon ?? []).map(([lng]) => lng));
    const corner = west?.polygon?.find(([lng]) => lng === edge) ?? [0, 0];
    expect(tree.locate([corner[0] - 0.0003, corner[1]], reach)).toMatchObject({
      fit: "inside",
      node: { id: west?.id },
    });
  });

  it("within two outlines lies in the deeper one", () => {
    const big: Position[] = [
      [0, 0],
      [0.1, 0],
      [0.1, 0.1],
      [0, 0.1],
      [0, 0],
    ];
    const small: Position[] = [
      [0.04, 0.04],
      [0.06, 0.04],
      [0.06, 0.06],
      [0.04, 0.06],
      [0.04, 0.04],
    ];
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const nodes = [nodeOf("c", "r", { tier: "community", polygon: big }), nodeOf("g", "c", { polygon: small })];
      const nested = buildTree(1, [nodeOf("r", null), ...order.flatMap((i) => nodes[i] ?? [])], tiers);
      expect(nested.locate([0.05, 0.05], reach).node?.id).toBe("g");
      expect(nested.locate([0.02, 0.02], reach).node?.id).toBe("c");
    }
  });
});

describe("an address in a whole county", () => {
  const first = (typed: string) => tree.trail(findPlaces(tree, typed, 20)[0]?.id ?? "");
  it("is found as people type it", () => {
    expect(first("锦绣花园3号楼")).toContain("锦绣花园 · 东街社区第一网格 · 3号楼");
    expect(first("东街锦绣花园")).toBe("东街社区 · 锦绣花园");
    expect(first("泾干大街8号")).toBe("东街社区 · 锦绣花园");
    expect(tree.get(findPlaces(tree, "泾干大街12号", 20)[0]?.id ?? "")?.address).toContain("泾干大街");
    expect(first(`${place?.pack.name}泾干街道东街社区锦绣花园小区6号楼2单元401室`)).toContain(
      "锦绣花园 · 东街社区第二网格 · 6号楼",
    );
  });

  it("decides by itself only by what fits best, and by all of that", () => {
    const trails = (typed: string) => placesMeant(tree, typed).map(({ id }) => tree.trail(id));
    expect(trails("东街锦绣花园")).toEqual(["东街社区 · 锦绣花园"]);
    expect(
      new Set(placesMeant(tree, "1号楼").map(({ id }) => tree.enclosing(id, "community")?.id)).size,
    ).toBeGreaterThan(1);
    expect(trails("没有的大街12号")).toEqual([]);
    expect(trails("")).toEqual([]);
  });

  it("is found among thousands of nodes while typing", () => {
    const started = performance.now();
    for (let i = 0; i < 20; i++) findPlaces(tree, "东街锦绣花园3号楼", 20);
    expect((performance.now() - started) / 20).toBeLessThan(500);
  });
});

it("measures a degree of latitude", () => {
  expect(metersBetween([108.84, 34], [108.84, 35])).toBeCloseTo(111_195, -1);
});
