import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildTree, readDivisions, TREE_FOLDER, treeFiles } from "./generate-jingyang-tree.ts";
import { everydayName } from "./jingyang-tree/areas.ts";
import { randomFor } from "./jingyang-tree/random.ts";
import type { Grid, LngLat, Role, Tree } from "./jingyang-tree/types.ts";

function committed<Name extends keyof Tree>(name: Name): Tree[Name] {
  return JSON.parse(readFileSync(new URL(`${name}.json`, TREE_FOLDER), "utf8")) as Tree[Name];
}

// The committed files, not the generator's memory, are what everybody else reads.
const tree: Tree = {
  areas: committed("areas"),
  compounds: committed("compounds"),
  grids: committed("grids"),
  buildings: committed("buildings"),
  party: committed("party"),
  bodies: committed("bodies"),
  people: committed("people"),
};
const nodes = [tree.areas, tree.compounds, tree.grids, tree.buildings, tree.party, tree.bodies].flat();
const tierOf = new Map<string, string>(nodes.map((node) => [node.key, node.tier]));
const parentOf = new Map<string, string | null>(nodes.map((node) => [node.key, node.parent]));
const URBAN = ["610423001008", "610423001009", "610423001010", "610423001011", "610423001014"];

function countOf(tier: string): number {
  return nodes.filter((node) => node.tier === tier).length;
}

function postsOf(role: Role): string[] {
  return tree.people.flatMap((person) => person.posts.filter((post) => post.role === role).map((post) => post.node));
}

function tally(values: readonly (string | null | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}

function repeats(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** Winding by signs of cross products: written apart from the generator's own even-odd rule on purpose. */
function holds(grid: Grid, [x, y]: LngLat): boolean {
  return grid.polygon.slice(0, -1).every(([ax, ay], index) => {
    const [bx, by] = grid.polygon[index + 1] ?? [ax, ay];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
  });
}

function holdersOf(place: LngLat): string[] {
  return tree.grids.filter((grid) => holds(grid, place)).map((grid) => grid.key);
}

describe("files", () => {
  it("regenerate byte for byte", () => {
    for (const [name, text] of treeFiles(buildTree(readDivisions()))) {
      expect(readFileSync(new URL(name, TREE_FOLDER), "utf8") === text, name).toBe(true);
    }
  });
});

describe("areas", () => {
  it("has the real numbers of towns, communities and villages", () => {
    expect(countOf("county")).toBe(1);
    expect(countOf("subdistrict")).toBe(1);
    expect(countOf("subdistrict") + countOf("township")).toBe(13);
    expect(countOf("community") + countOf("village")).toBe(226);
  });

  it("uses everyday names, unique among siblings", () => {
    expect(everydayName("东街社区居委会", "泾干街道", "community")).toBe("东街社区");
    expect(everydayName("崇文镇崇文佳苑一社区居民委员会", "崇文镇", "community")).toBe("崇文佳苑一社区");
    expect(everydayName("金柳村委会", "泾干街道", "village")).toBe("金柳村");
    expect(everydayName("永乐镇南流村村民委员会", "永乐镇", "village")).toBe("南流村");
    expect(everydayName("新强村村委会", "泾干街道", "village")).toBe("新强村");
    expect(everydayName("口镇社区居委会", "口镇", "community")).toBe("口镇社区");
    expect(everydayName("口镇村委会", "口镇", "village")).toBe("口镇村");
    expect(everydayName("李家庄村", "安吴镇", "village")).toBe("李家庄村");
    for (const area of tree.areas) {
      if (area.tier === "village") expect(area.name).toMatch(/[^村]村$/);
      if (area.tier === "community") expect(area.name).toMatch(/社区$/);
    }
    expect(repeats(tree.areas.map((area) => `${area.parent} ${area.name}`))).toEqual([]);
  });

  it("keeps the official name as an alias", () => {
    const official = new Map(readDivisions().map((division) => [division.code, division.name]));
    for (const area of tree.areas) {
      expect([area.name, ...(area.aliases ?? [])]).toContain(official.get(area.code));
    }
  });

  it("ships points only", () => {
    for (const area of tree.areas) expect(area).not.toHaveProperty("polygon");
  });
});

describe("urban communities", () => {
  it("has 124 compounds, 294 grids and about a thousand buildings", () => {
    expect(countOf("compound")).toBe(124);
    expect(countOf("grid")).toBe(294);
    expect(countOf("building")).toBeGreaterThanOrEqual(900);
    expect(countOf("building")).toBeLessThanOrEqual(1200);
    expect(tally(tree.compounds.map((compound) => compound.parent))).toEqual({
      "610423001008": 27,
      "610423001009": 26,
      "610423001010": 24,
      "610423001011": 23,
      "610423001014": 24,
    });
    const perCompound = Object.values(tally(tree.grids.map((grid) => grid.parent)));
    expect(perCompound).toHaveLength(124);
    for (const count of perCompound) expect(count).toBeLessThanOrEqual(5);
  });

  it("gives unique names and addresses", () => {
    expect(repeats(tree.compounds.map((compound) => compound.name))).toEqual([]);
    expect(repeats(tree.compounds.map((compound) => compound.address))).toEqual([]);
    expect(repeats(tree.grids.map((grid) => grid.name))).toEqual([]);
    expect(repeats(tree.buildings.map((building) => `${parentOf.get(building.parent)} ${building.name}`))).toEqual([]);
  });

  it("draws closed, counter-clockwise grids that do not overlap", () => {
    const random = randomFor("test points");
    for (const grid of tree.grids) {
      expect(grid.polygon.at(-1)).toEqual(grid.polygon[0]);
      expect(holdersOf(grid.at)).toEqual([grid.key]);
      for (let sample = 0; sample < 20; sample += 1) {
        expect(holdersOf(randomInside(grid, random.next))).toEqual([grid.key]);
      }
    }
  });

  it("puts every building into its grid and every compound's point into one of its own", () => {
    for (const building of tree.buildings) expect(holdersOf(building.at)).toEqual([building.parent]);
    for (const compound of tree.compounds) {
      expect(holdersOf(compound.at).map((key) => parentOf.get(key))).toEqual([compound.key]);
    }
  });
});

/** A random mixture of the corners lies strictly inside a convex ring. */
function randomInside(grid: Grid, next: () => number): LngLat {
  const corners = grid.polygon.slice(0, -1);
  const weights = corners.map(() => next() + 0.001);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (axis: 0 | 1): number =>
    corners.reduce((sum, corner, index) => sum + corner[axis] * ((weights[index] ?? 0) / total), 0);
  return [mean(0), mean(1)];
}

describe("party tree", () => {
  it("has five tiers of the exact size", () => {
    expect(tally(tree.party.map((node) => node.tier))).toEqual({
      "party-working-committee": 1,
      "party-general-branch": 5,
      "grid-branch": 31,
      "party-group": 64,
      "anchor-household": 271,
    });
  });

  it("seats and hangs every tier where it belongs", () => {
    const rules: Record<string, { parent: string | undefined; seat: string }> = {
      "party-working-committee": { parent: undefined, seat: "subdistrict" },
      "party-general-branch": { parent: "party-working-committee", seat: "community" },
      "grid-branch": { parent: "party-general-branch", seat: "compound" },
      "party-group": { parent: "grid-branch", seat: "grid" },
      "anchor-household": { parent: "party-group", seat: "building" },
    };
    for (const node of tree.party) {
      expect(tierOf.get(node.seat)).toBe(rules[node.tier]?.seat);
      expect(node.parent === null ? undefined : tierOf.get(node.parent)).toBe(rules[node.tier]?.parent);
    }
    expect(repeats(tree.party.map((node) => node.seat))).toEqual([]);
    expect(repeats(tree.party.map((node) => node.name))).toEqual([]);
  });
});

describe("bodies", () => {
  it("has 25 teams of five kinds in the urban communities and one in each township", () => {
    const teams = tree.bodies.filter((body) => body.tier === "team");
    const urban = teams.filter((team) => URBAN.includes(team.parent));
    expect(urban).toHaveLength(25);
    expect(tally(urban.map((team) => team.kind))).toEqual({
      pioneer: 5,
      mediation: 5,
      volunteer: 5,
      property: 5,
      convenience: 5,
    });
    expect(new Set(urban.map((team) => `${team.parent} ${team.kind}`)).size).toBe(25);
    const others = teams.filter((team) => !URBAN.includes(team.parent));
    expect(new Set(others.map((team) => parentOf.get(team.parent))).size).toBe(12);
    expect(others).toHaveLength(12);
  });
});

describe("references", () => {
  it("never points at a missing node", () => {
    const wanted = [
      ...nodes.flatMap((node) => (node.parent === null ? [] : [node.parent])),
      ...tree.party.map((node) => node.seat),
      ...tree.people.flatMap((person) => person.posts.map((post) => post.node)),
      ...tree.people.flatMap((person) => (person.home === undefined ? [] : [person.home])),
    ];
    expect(wanted.filter((key) => !tierOf.has(key))).toEqual([]);
    for (const { home } of tree.people) {
      if (home !== undefined) expect(["building", "village"]).toContain(tierOf.get(home));
    }
  });

  it("uses every key and every phone once", () => {
    expect(repeats([...nodes, ...tree.people].map((node) => node.key))).toEqual([]);
    expect(repeats(tree.people.map((person) => person.phone))).toEqual([]);
    tree.people.forEach((person, index) => {
      expect(person.phone).toBe(String(19_900_000_001 + index));
    });
  });
});

describe("people", () => {
  it("fills every post exactly", () => {
    const urbanOrOther = (key: string): number => (URBAN.includes(key) ? 2 : 1);
    const places = tree.areas.filter((area) => area.tier === "community" || area.tier === "village");
    expect(postsOf("grid-worker").sort()).toEqual(tree.grids.map((grid) => grid.key).sort());
    expect(tally(postsOf("community-desk"))).toEqual(
      Object.fromEntries(places.map((place) => [place.key, urbanOrOther(place.key)])),
    );
    expect(postsOf("community-secretary").sort()).toEqual(URBAN);
    expect(postsOf("subdistrict-desk")).toHaveLength(14);
    expect(new Set(postsOf("subdistrict-desk")).size).toBe(13);
    expect(postsOf("county-desk")).toEqual(["610423", "610423"]);
    expect(postsOf("county-leader")).toEqual(["610423"]);
    expect(postsOf("admin")).toEqual(["610423"]);
    const oneEach: [Role, string][] = [
      ["branch-secretary", "grid-branch"],
      ["group-leader", "party-group"],
      ["anchor", "anchor-household"],
      ["team-lead", "team"],
    ];
    for (const [role, tier] of oneEach) {
      const seats = nodes.filter((node) => node.tier === tier).map((node) => node.key);
      expect(postsOf(role).sort(), role).toEqual(seats.sort());
    }
    const offices = tree.bodies.filter((body) => body.tier !== "team").map((body) => body.key);
    expect(postsOf("unit-clerk").sort()).toEqual(offices.sort());
    expect(tree.people.filter((person) => person.posts.length === 0)).toHaveLength(40);
  });

  it("staffs the teams", () => {
    const members = tally(postsOf("team-member"));
    for (const team of tree.bodies.filter((body) => body.tier === "team")) {
      const [least, most] = team.kind === undefined ? [2, 2] : [4, 8];
      expect(members[team.key]).toBeGreaterThanOrEqual(least ?? 0);
      expect(members[team.key]).toBeLessThanOrEqual(most ?? 0);
    }
  });

  it("starts with the twelve demonstration people", () => {
    const shown = tree.people.slice(0, 12).map((person) => person.posts.map((post) => `${post.role} ${post.node}`));
    expect(shown).toEqual([
      ["admin 610423"],
      ["county-desk 610423"],
      ["subdistrict-desk 610423001"],
      ["community-desk 610423001008"],
      ["grid-worker 610423001008-g001"],
      ["team-lead team-610423001008-convenience"],
      ["team-member team-610423001008-convenience"],
      ["unit-clerk dept-610423-housing"],
      [],
      [],
      ["community-secretary 610423001008"],
      ["county-leader 610423"],
    ]);
    expect(parentOf.get(tree.people[8]?.home ?? "")).toBe("610423001008-g001");
    expect(tree.people[9]?.home).toMatch(/^610423001009-b/);
  });
});
