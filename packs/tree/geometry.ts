import { at } from "./random.ts";
import type { LngLat } from "./types.ts";

/** Metres east and north of the middle of the main town. */
export interface Point {
  x: number;
  y: number;
}

/** Corners counter-clockwise; for the town's blocks: south-west, south-east, north-east, north-west. */
export type Quad = [Point, Point, Point, Point];

/** Between metres around one point and coordinates. */
export interface Projection {
  toLngLat(point: Point): LngLat;
  toPoint(place: LngLat): Point;
  /** Closed ring, counter-clockwise, rounded. */
  toRing(quad: Quad): LngLat[];
}

/** Metres per degree east and north are given as constants, so that no platform's cosine can move a coordinate. */
export function projectionAt(origin: LngLat, east: number, north: number): Projection {
  const toLngLat = (point: Point): LngLat => [round6(origin[0] + point.x / east), round6(origin[1] + point.y / north)];
  const toPoint = (place: LngLat): Point => ({ x: (place[0] - origin[0]) * east, y: (place[1] - origin[1]) * north });
  return { toLngLat, toPoint, toRing: (quad) => [...quad, quad[0]].map(toLngLat) };
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

export function distance(a: Point, b: Point): number {
  return Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2);
}

export function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

export function centre(quad: Quad): Point {
  return between(between(quad[0], quad[2], 0.5), between(quad[1], quad[3], 0.5), 0.5);
}

/** Point at (u, v) of a quadrilateral, both in 0..1; inside whenever the quadrilateral is convex. */
export function inside(quad: Quad, u: number, v: number): Point {
  return between(between(quad[0], quad[1], u), between(quad[3], quad[2], u), v);
}

export type Cut = "west-east" | "south-north";

/** Cuts a convex quadrilateral in two convex ones that share the whole cut, so pieces always tile. */
export function cutQuad(quad: Quad, cut: Cut, first: number, second: number): [Quad, Quad] {
  const [a, b, c, d] = quad;
  if (cut === "west-east") {
    const south = between(a, b, first);
    const north = between(d, c, second);
    return [
      [a, south, north, d],
      [south, b, c, north],
    ];
  }
  const east = between(b, c, first);
  const west = between(a, d, second);
  return [
    [a, b, east, west],
    [west, east, c, d],
  ];
}

export function longerCut(quad: Quad): Cut {
  const [a, b, c, d] = quad;
  return distance(a, b) + distance(d, c) >= distance(b, c) + distance(a, d) ? "west-east" : "south-north";
}

/** Moves every side inwards by `metres`: this is what leaves the streets between blocks. */
export function inset(quad: Quad, metres: number): Quad {
  const sides = quad.map((from, index) => shiftedSide(from, at(quad, (index + 1) % 4), metres));
  const corner = (index: number): Point => crossing(at(sides, (index + 3) % 4), at(sides, index));
  return [corner(0), corner(1), corner(2), corner(3)];
}

interface Side {
  from: Point;
  to: Point;
}

function shiftedSide(from: Point, to: Point, metres: number): Side {
  const length = distance(from, to);
  // Left of the direction of travel is the inside of a counter-clockwise ring.
  const move = { x: (-(to.y - from.y) / length) * metres, y: ((to.x - from.x) / length) * metres };
  return { from: { x: from.x + move.x, y: from.y + move.y }, to: { x: to.x + move.x, y: to.y + move.y } };
}

function crossing(one: Side, other: Side): Point {
  const ax = one.to.x - one.from.x;
  const ay = one.to.y - one.from.y;
  const bx = other.to.x - other.from.x;
  const by = other.to.y - other.from.y;
  const share = ((other.from.x - one.from.x) * by - (other.from.y - one.from.y) * bx) / (ax * by - ay * bx);
  return between(one.from, one.to, share);
}

/** Twice-signed shoelace halved, in square metres; positive when counter-clockwise. */
export function area(corners: readonly Point[]): number {
  let doubled = 0;
  corners.forEach((from, index) => {
    const to = at(corners, (index + 1) % corners.length);
    doubled += from.x * to.y - to.x * from.y;
  });
  return doubled / 2;
}

/** Even-odd rule, for any simple closed ring. */
export function ringContains(ring: readonly LngLat[], place: LngLat): boolean {
  let contains = false;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [ax, ay] = at(ring, index);
    const [bx, by] = at(ring, index + 1);
    const crosses = ay > place[1] !== by > place[1];
    if (crosses && place[0] < ((bx - ax) * (place[1] - ay)) / (by - ay) + ax) contains = !contains;
  }
  return contains;
}
