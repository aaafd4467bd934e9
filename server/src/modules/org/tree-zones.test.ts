import type { Position } from "@ginkgo/shared/api/common.ts";
import type { Tier } from "@ginkgo/shared/pack/schema.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findPlaces } from "./address.ts";
import { buildTree, type Tree, type TreeNode } from "./tree.ts";

const tier = (as: Tier["as"]): Tier => ({ label: as, tree: "area", as, under: [] });
const tiers = {
  county: tier("root"),
  town: tier("subdistrict"),
  community: tier("community"),
  grid: tier("grid"),
  zone: tier("zone"),
  team: tier("body"),
};

const node = (id: string, at: keyof typeof tiers, parentId: string | null, more: Partial<TreeNode> = {}): TreeNode => ({
  id,
  tree: "area",
  tier: at,
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

const idsOf = (nodes: readonly TreeNode[]) => nodes.map(({ id }) => id);

/** Areas "0" (the root) to "n", zones "z0" … below the root with a team each, covering any areas but the root. */
const shapes = fc.record({
  parents: fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
  zones: fc.array(fc.array(fc.nat(), { maxLength: 6 }), { maxLength: 4 }),
});
type Shape = typeof shapes extends fc.Arbitrary<infer T> ? T : never;
const levels = ["town", "community", "grid"] as const;

const nodesOf = ({ parents, zones }: Shape): TreeNode[] => {
  const areas = [node("0", "county", null)];
  for (const [i, pick] of parents.entries())
    areas.push(node(String(i + 1), levels[i % 3] ?? "grid", String(pick % (i + 1))));
  const further = zones.flatMap((picks, i) => [
    node(`z${i}`, "zone", "0", { covers: [...new Set(picks.map((pick) => String((pick % parents.length) + 1)))] }),
    node(`t${i}`, "team", `z${i}`),
  ]);
  return [...areas, ...further];
};

/** Independent of the tree's own code. */
const legalPath = (nodes: readonly TreeNode[], id: string): string[] => {
  const parentId = nodes.find((one) => one.id === id)?.parentId;
  return parentId ? [id, ...legalPath(nodes, parentId)] : [id];
};

describe("a tree with zones", () => {
  it("says the same of who is under whom by isUnder, subtree and upward: by law, or through a cover", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const nodes = nodesOf(shape);
        const tree = buildTree(1, nodes, tiers);
        const subtrees = new Map(nodes.map(({ id }) => [id, idsOf(tree.subtree(id))]));
        for (const inside of subtrees.values()) expect(new Set(inside).size).toBe(inside.length);
        for (const { id: one } of nodes) {
          const path = legalPath(nodes, one);
          const governs = idsOf(tree.upward(one));
          expect(new Set(governs).size).toBe(governs.length);
          for (const { id: other, covers } of nodes) {
            const expected = path.includes(other) || covers.some((id) => path.includes(id));
            expect(tree.isUnder(one, other)).toBe(expected);
            expect(subtrees.get(other)?.includes(one)).toBe(expected);
            expect(governs.includes(other)).toBe(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leaves everything that is so by law as it was", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const nodes = nodesOf(shape);
        const tree = buildTree(1, nodes, tiers);
        const plain: Tree = buildTree(
          1,
          nodes.map((one) => ({ ...one, covers: [] })),
          tiers,
        );
        for (const { id } of nodes) {
          expect(idsOf(tree.path(id))).toEqual(legalPath(nodes, id));
          expect(idsOf(tree.branch(id))).toEqual(idsOf(plain.subtree(id)));
          expect(tree.trail(id)).toBe(plain.trail(id));
          expect(tree.enclosing(id, "community")?.id).toBe(plain.enclosing(id, "community")?.id);
        }
      }),
      { numRuns: 60 },
    );
  });

  const nodes = [
    node("county", "county", null),
    node("a", "town", "county"),
    node("a1", "community", "a", { name: "东街" }),
    node("a1g", "grid", "a1"),
    node("b", "town", "county"),
    node("b1", "community", "b", { name: "东街" }),
    node("b2", "community", "b"),
    node("wide", "zone", "county", { covers: ["a", "b1"], name: "高新区" }),
    node("small", "zone", "county", { covers: ["a1"] }),
    node("old", "zone", "county", { covers: ["b2"], status: "closed" }),
  ];
  const tree = buildTree(1, nodes, tiers);

  it("goes from a place to its town, to the zone that covers it, and only then to the county", () => {
    expect(idsOf(tree.upward("a1g"))).toEqual(["a1g", "a1", "small", "a", "wide", "county"]);
    expect(idsOf(tree.upward("b1"))).toEqual(["b1", "wide", "b", "county"]);
    expect(idsOf(tree.upward("b2"))).toEqual(["b2", "b", "county"]);
    expect(idsOf(tree.zonesOf("a1g"))).toEqual(["small", "wide"]);
    expect(tree.zonesOf("b")).toEqual([]);
    expect(idsOf(tree.coversOf("wide"))).toEqual(["a", "b1"]);
  });

  it("has nothing under a zone that is closed, or that the pack no longer calls one", () => {
    expect([tree.isUnder("b2", "old"), tree.coversOf("old"), idsOf(tree.subtree("old"))]).toEqual([false, [], ["old"]]);
    const renamed = buildTree(1, nodes, { ...tiers, zone: tier("other") });
    expect([renamed.isUnder("a1", "wide"), renamed.zonesOf("a1")]).toEqual([false, []]);
  });

  it("drops a pin where it lies by law, even inside the outline of a zone", () => {
    const ring: Position[] = [
      [0, 0],
      [0.1, 0],
      [0.1, 0.1],
      [0, 0.1],
      [0, 0],
    ];
    const outlined = nodes.map((one) => (one.id === "wide" || one.id === "a" ? { ...one, polygon: ring } : one));
    for (const order of [outlined, outlined.toReversed()])
      expect(buildTree(1, order, tiers).locate([0.05, 0.05], 1000).node?.id).toBe("a");
  });

  it("finds the community that is meant when an address names the zone", () => {
    const [first] = findPlaces(
      buildTree(1, [...nodes, node("c1", "community", "county", { name: "东街" })], tiers),
      "高新区东街",
      5,
    );
    expect(["a1", "b1"]).toContain(first?.id);
  });
});
