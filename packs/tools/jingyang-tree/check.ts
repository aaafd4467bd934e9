import { area, type Point, ringContains, toPoint } from "./geometry.ts";
import { at } from "./random.ts";
import type { Grid, LngLat, Tree } from "./types.ts";

/** Throws on the first broken promise, so that bad data is never written. */
export function checkTree(tree: Tree): void {
  checkUnique(
    allNodes(tree).map((node) => node.key),
    "key",
  );
  checkUnique(
    tree.people.map((person) => person.phone),
    "phone",
  );
  checkReferences(tree);
  checkNames(tree);
  for (const grid of tree.grids) checkRing(grid);
  checkNoOverlap(tree.grids);
  checkGridPoints(tree.grids);
  checkBuildings(tree);
}

function allNodes({ areas, compounds, grids, buildings, party, bodies, people }: Tree): { key: string }[] {
  return [...areas, ...compounds, ...grids, ...buildings, ...party, ...bodies, ...people];
}

function checkUnique(values: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) throw new Error(`${what} ${value} comes twice`);
    seen.add(value);
  }
}

function checkReferences(tree: Tree): void {
  const known = new Set(allNodes(tree).map((node) => node.key));
  const nodes = [tree.areas, tree.compounds, tree.grids, tree.buildings, tree.party, tree.bodies].flat();
  const parents = nodes.flatMap((node) => (node.parent === null ? [] : [node.parent]));
  const seats = tree.party.map((node) => node.seat);
  const posts = tree.people.flatMap((person) => person.posts.map((post) => post.node));
  const homes = tree.people.flatMap((person) => (person.home === undefined ? [] : [person.home]));
  for (const key of [...parents, ...seats, ...posts, ...homes]) {
    if (!known.has(key)) throw new Error(`nothing has the key ${key}`);
  }
}

function checkNames(tree: Tree): void {
  const siblings = [tree.areas, tree.grids, tree.party, tree.bodies].flat();
  checkUnique(
    siblings.map((node) => `${node.parent} ${node.name}`),
    "sibling name",
  );
  const county = [...tree.areas, ...tree.compounds];
  checkUnique(
    tree.compounds.flatMap((compound) => [compound.name, ...(compound.aliases ?? [])]),
    "compound name",
  );
  for (const compound of tree.compounds) {
    const clash = county.find((other) => other.key !== compound.key && other.name === compound.name);
    if (clash !== undefined) throw new Error(`${compound.name} is also the name of ${clash.key}`);
  }
  const compoundOf = new Map(tree.grids.map((grid) => [grid.key, grid.parent]));
  checkUnique(
    tree.buildings.map((building) => `${compoundOf.get(building.parent)} ${building.name}`),
    "building name",
  );
}

/** Strictly convex and counter-clockwise, which also makes the ring simple. */
function checkRing(grid: Grid): void {
  const corners = cornersOf(grid);
  const first = at(grid.polygon, 0);
  const last = at(grid.polygon, grid.polygon.length - 1);
  if (first[0] !== last[0] || first[1] !== last[1]) throw new Error(`ring of ${grid.key} is not closed`);
  corners.forEach((corner, index) => {
    const next = at(corners, (index + 1) % corners.length);
    const after = at(corners, (index + 2) % corners.length);
    if (area([corner, next, after]) <= 0) throw new Error(`ring of ${grid.key} is not convex`);
  });
}

function checkNoOverlap(grids: readonly Grid[]): void {
  const shapes = grids.map((grid) => ({ key: grid.key, corners: cornersOf(grid) }));
  shapes.forEach((one, index) => {
    for (const other of shapes.slice(index + 1)) {
      const apart = isSeparated(one.corners, other.corners) || isSeparated(other.corners, one.corners);
      if (!apart) throw new Error(`${one.key} overlaps ${other.key}`);
    }
  });
}

/** Separating axis: two convex shapes are apart when one lies wholly outside a side of the other. */
function isSeparated(one: readonly Point[], other: readonly Point[]): boolean {
  return one.some((from, index) => {
    const to = at(one, (index + 1) % one.length);
    return other.every((point) => area([from, to, point]) <= 0);
  });
}

function checkGridPoints(grids: readonly Grid[]): void {
  for (const grid of grids) {
    const holders = gridsAt(grids, grid.at);
    if (holders.length !== 1 || at(holders, 0) !== grid) throw new Error(`point of ${grid.key} is misplaced`);
  }
}

function checkBuildings({ grids, buildings }: Tree): void {
  const byKey = new Map(grids.map((grid) => [grid.key, grid]));
  for (const building of buildings) {
    const grid = byKey.get(building.parent);
    if (grid === undefined || !ringContains(grid.polygon, building.at)) {
      throw new Error(`${building.key} is outside its grid`);
    }
  }
}

function gridsAt(grids: readonly Grid[], place: LngLat): Grid[] {
  return grids.filter((grid) => ringContains(grid.polygon, place));
}

function cornersOf(grid: Grid): Point[] {
  return grid.polygon.slice(0, -1).map(toPoint);
}
