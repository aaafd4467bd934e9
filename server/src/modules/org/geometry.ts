/** Outlines as people draw them: whether one is a simple ring, and whether two overlap by more than a drawing error. */
import type { Position } from "@ginkgo/shared/api/common.ts";

export type Outline = readonly Position[];
/** Metres east and north of an origin; flat enough for a few dozen kilometres. */
type Point = readonly [number, number];

/** Neighbours drawn by hand on a phone or a mouse overlap by a metre or two; that is no mistake. */
const drawingErrorMeters = 3;
const metersPerDegree = 111_195;

const flatten = (ring: Outline, [lng, lat]: Position): Point[] => {
  const scale = Math.cos((lat * Math.PI) / 180);
  return ring.map(([x, y]) => [(x - lng) * scale * metersPerDegree, (y - lat) * metersPerDegree]);
};

interface Edge {
  readonly a: Point;
  readonly b: Point;
}

const edgesOf = (points: readonly Point[]): Edge[] =>
  points.slice(1).flatMap((b, i) => {
    const a = points[i];
    return a ? [{ a, b }] : [];
  });

const turn = (o: Point, a: Point, b: Point): number => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
const along = (o: Point, a: Point, b: Point): number => (a[0] - o[0]) * (b[0] - o[0]) + (a[1] - o[1]) * (b[1] - o[1]);
const isSame = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

const liesOn = (p: Point, { a, b }: Edge): boolean => turn(a, b, p) === 0 && along(p, a, b) <= 0;

/** Whether two segments share any point. */
const meet = (one: Edge, other: Edge): boolean => {
  const [d1, d2] = [turn(one.a, one.b, other.a), turn(one.a, one.b, other.b)];
  const [d3, d4] = [turn(other.a, other.b, one.a), turn(other.a, other.b, one.b)];
  if (((d1 > 0 && d2 < 0) || (d1 < 0 && d2 > 0)) && ((d3 > 0 && d4 < 0) || (d3 < 0 && d4 > 0))) return true;
  return liesOn(other.a, one) || liesOn(other.b, one) || liesOn(one.a, other) || liesOn(one.b, other);
};

const areaOf = (edges: readonly Edge[]): number =>
  Math.abs(edges.reduce((sum, { a, b }) => sum + a[0] * b[1] - b[0] * a[1], 0)) / 2;

/** What is wrong with an outline, in words for whoever drew it; nothing if it is a simple closed ring. */
export const ringProblem = (ring: Outline): string | undefined => {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || ring.length < 4) return "边界至少要有三个不同的点，请重新画。";
  if (!isSame(first, last)) return "边界没有闭合，最后一个点应与第一个点相同，请重新画。";
  const edges = edgesOf(flatten(ring, first));
  const twice = edges.findIndex(({ a, b }) => isSame(a, b));
  if (twice >= 0) return `边界的第 ${twice + 1} 点和第 ${twice + 2} 点重合，请删掉其中一个。`;
  for (const [i, edge] of edges.entries()) {
    const next = edges[(i + 1) % edges.length];
    if (next && turn(edge.a, edge.b, next.b) === 0 && along(edge.b, edge.a, next.b) > 0)
      return `边界在第 ${i + 2} 点处原路折回，请重新画。`;
    for (let j = i + 2; j < edges.length; j++) {
      if (i === 0 && j === edges.length - 1) continue;
      const other = edges[j];
      if (other && meet(edge, other)) return `边界的第 ${i + 1} 条边与第 ${j + 1} 条边相交，请重新画成不交叉的一圈。`;
    }
  }
  return areaOf(edges) < 1 ? "边界围成的面积太小，请放大地图后重新画。" : undefined;
};

const isInside = ([x, y]: Point, edges: readonly Edge[]): boolean => {
  let inside = false;
  for (const { a, b } of edges)
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  return inside;
};

const distance = (p: Point, { a, b }: Edge): number => {
  const length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, along(a, p, b) / length));
  return Math.hypot(a[0] + t * (b[0] - a[0]) - p[0], a[1] + t * (b[1] - a[1]) - p[1]);
};

const isDeepInside = (p: Point, edges: readonly Edge[]): boolean =>
  isInside(p, edges) && edges.every((edge) => distance(p, edge) > drawingErrorMeters);

const at = ({ a, b }: Edge, t: number): Point => [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];

/** Where on `edge` (0 to 1) the other outline crosses it. */
const crossings = (edge: Edge, others: readonly Edge[]): number[] =>
  others.flatMap((other) => {
    const [d1, d2] = [turn(other.a, other.b, edge.a), turn(other.a, other.b, edge.b)];
    if (d1 === d2 || !meet(edge, other)) return [];
    return [Math.max(0, Math.min(1, d1 / (d1 - d2)))];
  });

/** Points of an outline, several on each piece between two crossings: a piece lies on one side of the other outline. */
const samples = (edges: readonly Edge[], others: readonly Edge[]): Point[] =>
  edges.flatMap((edge) => {
    const cuts = [0, ...crossings(edge, others), 1].sort((x, y) => x - y);
    const between = cuts.slice(1).flatMap((end, i) => [0.25, 0.5, 0.75].map((t) => (cuts[i] ?? 0) * (1 - t) + end * t));
    return [edge.a, ...between.map((t) => at(edge, t))];
  });

/** A point well inside: the middle of the widest stretch across the largest gap between the heights of corners. */
const innerPoint = (edges: readonly Edge[]): Point | undefined => {
  const heights = edges.map(({ a }) => a[1]).sort((x, y) => x - y);
  const gaps = heights.slice(1).map((y, i) => ({ y: (y + (heights[i] ?? y)) / 2, size: y - (heights[i] ?? y) }));
  const y = gaps.sort((x, z) => z.size - x.size)[0]?.y;
  if (y === undefined) return undefined;
  const hits = edges
    .filter(({ a, b }) => a[1] > y !== b[1] > y)
    .map(({ a, b }) => ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
    .sort((x, z) => x - z);
  let best: Point | undefined;
  let widest = 0;
  for (let i = 0; i + 1 < hits.length; i += 2) {
    const [from, to] = [hits[i] ?? 0, hits[i + 1] ?? 0];
    if (to - from <= widest) continue;
    widest = to - from;
    best = [(from + to) / 2, y];
  }
  return best;
};

const boxesMeet = (one: Outline, other: Outline): boolean =>
  [0, 1].every((axis) => {
    const [a, b] = [one, other].map((ring) => ring.map((p) => p[axis] ?? 0));
    return !!a && !!b && Math.min(...a) < Math.max(...b) && Math.min(...b) < Math.max(...a);
  });

/** Whether two simple outlines share ground; common edges and slivers as wide as a drawing error do not count. */
export const overlap = (one: Outline, other: Outline): boolean => {
  const origin = one[0];
  if (!origin || !boxesMeet(one, other)) return false;
  const [a, b] = [edgesOf(flatten(one, origin)), edgesOf(flatten(other, origin))];
  const covers = (inner: readonly Edge[], outer: readonly Edge[]) => {
    const middle = innerPoint(inner);
    const points = [...samples(inner, outer), ...(middle ? [middle] : [])];
    return points.some((p) => isDeepInside(p, outer));
  };
  return covers(a, b) || covers(b, a);
};
