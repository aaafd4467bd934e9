/**
 * The tree of one tenant in memory: who lies under whom, where a pin falls, which names fit. Rebuilt when the tree changes.
 *
 * A zone covers nodes of other branches. What asks who governs a node follows zones: `isUnder`, `subtree`, `upward`. What asks
 * where it stands by law does not: `path`, `branch`, `children`, `enclosing`, `trail`, `locate`. Covering does not pass on to what
 * stands above the zone.
 */
import type { Position } from "@ginkgo/shared/api/common.ts";
import type { Tier } from "@ginkgo/shared/pack/schema.ts";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import Flatbush from "flatbush";

export interface TreeNode {
  readonly id: string;
  readonly tree: "area" | "party";
  readonly tier: string;
  readonly kind: string | null;
  readonly name: string;
  readonly code: string | null;
  readonly parentId: string | null;
  readonly seatId: string | null;
  readonly at: Position | null;
  readonly polygon: readonly Position[] | null;
  readonly address: string | null;
  readonly aliases: readonly string[];
  readonly status: "active" | "closed" | "merged";
  readonly mergedInto: string | null;
  /** For a zone: ids of the nodes it covers, sorted. */
  readonly covers: readonly string[];
  readonly version: number;
}

export interface Place {
  readonly fit: "inside" | "near" | "outside";
  readonly node: TreeNode | undefined;
  /** Communities within reach, nearest first, without the one the pin lies in. */
  readonly alternatives: readonly { readonly node: TreeNode; readonly meters: number }[];
}

export interface Tree {
  readonly version: number;
  readonly root: TreeNode;
  get(id: string): TreeNode | undefined;
  all(): Iterable<TreeNode>;
  children(id: string): readonly TreeNode[];
  /** The legal way from the node up to the root of its tree, the node first. */
  path(id: string): readonly TreeNode[];
  /** All that governs the node, nearest first: its path, and after each node of it the zones that cover that node. */
  upward(id: string): readonly TreeNode[];
  /** Whether `id` is `above`, stands below it, or stands at or below a node that the zone `above` covers. */
  isUnder(id: string, above: string): boolean;
  /** The node and all that stands below it by law. */
  branch(id: string): readonly TreeNode[];
  /** The node and all that is under it: its branch and, for a zone, the branches of what it covers. */
  subtree(id: string): readonly TreeNode[];
  coversOf(zoneId: string): readonly TreeNode[];
  /** The zones that cover the node or one it stands below, nearest first. */
  zonesOf(id: string): readonly TreeNode[];
  /** The nearest node at or above `id` whose tier is this to the engine. */
  enclosing(id: string, as: Tier["as"]): TreeNode | undefined;
  as(node: TreeNode): Tier["as"];
  /** "东街社区 · 锦绣花园 · 第一网格": from the community down, or the name itself higher up. */
  trail(id: string): string;
  locate(pin: Position, reachMeters: number): Place;
  search(words: string, limit: number, accept?: (node: TreeNode) => boolean): readonly TreeNode[];
}

const earthRadius = 6_371_008.8;

/** Great-circle distance in metres (haversine). */
export const metersBetween = ([lng1, lat1]: Position, [lng2, lat2]: Position): number => {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lng2 - lng1) * rad) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(h));
};

/** A pin this close to a neighbouring community is offered both. */
const boundaryMeters = 120;
const nearestOffered = 4;

const boxOf = (ring: readonly Position[]): [number, number, number, number] => {
  const lngs = ring.map(([lng]) => lng);
  const lats = ring.map(([, lat]) => lat);
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
};

const shapeIndex = (nodes: readonly TreeNode[], isZone: (node: TreeNode) => boolean) => {
  // The outline of a zone lies across those of its towns: a pin belongs to where it lies by law.
  const shaped = nodes.flatMap((node) =>
    node.polygon && node.status === "active" && !isZone(node) ? [{ node, ring: node.polygon as Position[] }] : [],
  );
  if (shaped.length === 0) return () => [];
  const index = new Flatbush(shaped.length);
  for (const { ring } of shaped) index.add(...boxOf(ring));
  index.finish();
  return (pin: Position, margin = 0) =>
    index
      .search(pin[0] - margin, pin[1] - margin, pin[0] + margin, pin[1] + margin)
      .flatMap((i) => shaped[i] ?? [])
      .map(({ node, ring }) => ({
        node,
        inside: booleanPointInPolygon(pin, { type: "Polygon", coordinates: [ring] }),
        meters: ringMeters(pin, ring),
      }));
};

/** Distance to the nearest corner or edge of a ring, on a plane that is flat enough for some hundred metres. */
const ringMeters = (pin: Position, ring: readonly Position[]): number => {
  const scale = Math.cos((pin[1] * Math.PI) / 180);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (!a || !b) continue;
    const [ax, ay, bx, by] = [(a[0] - pin[0]) * scale, a[1] - pin[1], (b[0] - pin[0]) * scale, b[1] - pin[1]];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / length));
    best = Math.min(best, Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)));
  }
  return best * 111_195;
};

const normal = (text: string): string => text.replace(/\s+/g, "").toLowerCase();

/** Exact name first, then beginning, then anywhere in name, alias, code or address. */
const rank = (node: TreeNode, words: string): number => {
  const name = normal(node.name);
  if (name === words || node.code === words) return 0;
  if (name.startsWith(words)) return 1;
  if (node.aliases.some((alias) => normal(alias) === words)) return 1;
  if (name.includes(words)) return 2;
  if (node.aliases.some((alias) => normal(alias).includes(words))) return 3;
  return node.address && normal(node.address).includes(words) ? 4 : Number.POSITIVE_INFINITY;
};

/** Which zone covers what, both ways round. Empty maps, and so no cost, where there are no zones. */
const zoneIndex = (
  nodes: readonly TreeNode[],
  byId: ReadonlyMap<string, TreeNode>,
  isZone: (node: TreeNode) => boolean,
) => {
  const covered = new Map<string, ReadonlySet<string>>();
  const covering = new Map<string, TreeNode[]>();
  for (const zone of nodes) {
    if (zone.covers.length === 0 || zone.status !== "active" || !isZone(zone)) continue;
    const known = zone.covers.filter((id) => byId.has(id));
    covered.set(zone.id, new Set(known));
    for (const id of known) covering.set(id, [...(covering.get(id) ?? []), zone]);
  }
  return { covered, covering };
};

const none: readonly TreeNode[] = [];

export const buildTree = (version: number, nodes: readonly TreeNode[], tiers: Readonly<Record<string, Tier>>): Tree => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const below = Map.groupBy(nodes, (node) => node.parentId ?? "");
  const root = nodes.find((node) => tiers[node.tier]?.as === "root");
  if (!root) throw new Error("the tree has no root");
  const as = (node: TreeNode): Tier["as"] => tiers[node.tier]?.as ?? "other";
  const isZone = (node: TreeNode) => as(node) === "zone";
  const { covered, covering } = zoneIndex(nodes, byId, isZone);
  const nearShapes = shapeIndex(nodes, isZone);
  const communities = nodes.filter((node) => as(node) === "community" && node.status === "active");

  const parentOf = (node: TreeNode) => (node.parentId ? byId.get(node.parentId) : undefined);
  const path = (id: string): TreeNode[] => {
    const found: TreeNode[] = [];
    for (let node = byId.get(id); node; node = parentOf(node)) found.push(node);
    return found;
  };
  const upward = (id: string): readonly TreeNode[] => {
    const way = path(id);
    if (covering.size === 0) return way;
    // A zone may cover a town and a community in it; it stands where it is nearest.
    return [...new Set(way.flatMap((node) => [node, ...(covering.get(node.id) ?? none)]))];
  };
  const isUnder = (id: string, above: string): boolean => {
    const within = covered.get(above);
    for (let node = byId.get(id); node; node = parentOf(node))
      if (node.id === above || within?.has(node.id)) return true;
    return false;
  };
  const enclosing = (id: string, wanted: Tier["as"]) => {
    for (let node = byId.get(id); node; node = parentOf(node)) if (as(node) === wanted) return node;
    return undefined;
  };

  const nearestCommunities = (pin: Position, own: TreeNode | undefined) =>
    communities
      .flatMap((node) =>
        node.at && node.id !== own?.id ? [{ node, meters: Math.round(metersBetween(pin, node.at)) }] : [],
      )
      .sort((a, b) => a.meters - b.meters);

  const acrossBoundary = (shapes: readonly { node: TreeNode; meters: number }[], own: TreeNode | undefined) => {
    const nearest = new Map<string, { node: TreeNode; meters: number }>();
    for (const { node, meters } of shapes) {
      const community = enclosing(node.id, "community");
      if (!community || community.id === own?.id || meters > boundaryMeters) continue;
      const known = nearest.get(community.id);
      if (!known || known.meters > meters) nearest.set(community.id, { node: community, meters: Math.round(meters) });
    }
    return [...nearest.values()].sort((a, b) => a.meters - b.meters);
  };

  const locate = (pin: Position, reachMeters: number): Place => {
    const shapes = nearShapes(pin, 0.002);
    // The deepest outline wins: a community may have one round those of its grids.
    const hit = shapes
      .filter(({ inside }) => inside)
      .sort((a, b) => path(b.node.id).length - path(a.node.id).length)[0];
    // A pin on the road between two grids belongs to the nearer one.
    const close = hit ?? shapes.filter(({ meters }) => meters <= boundaryMeters).sort((a, b) => a.meters - b.meters)[0];
    if (close) {
      const own = enclosing(close.node.id, "community");
      return { fit: "inside", node: close.node, alternatives: acrossBoundary(shapes, own) };
    }
    const [nearest, ...others] = nearestCommunities(pin, undefined);
    if (!nearest || nearest.meters > reachMeters) return { fit: "outside", node: undefined, alternatives: [] };
    return {
      fit: "near",
      node: nearest.node,
      alternatives: others.filter(({ meters }) => meters <= reachMeters).slice(0, nearestOffered),
    };
  };

  const branch = (id: string): TreeNode[] => {
    const start = byId.get(id);
    if (!start) return [];
    const found = [start];
    for (const node of found) found.push(...(below.get(node.id) ?? []));
    return found;
  };
  const subtree = (id: string): readonly TreeNode[] => {
    const within = covered.get(id);
    if (!within) return branch(id);
    return [...new Set([id, ...within].flatMap(branch))];
  };

  return {
    version,
    root,
    as,
    path,
    upward,
    isUnder,
    enclosing,
    branch,
    subtree,
    locate,
    coversOf: (zoneId) => [...(covered.get(zoneId) ?? [])].flatMap((id) => byId.get(id) ?? []),
    zonesOf: (id) =>
      covering.size === 0 ? none : [...new Set(path(id).flatMap((node) => covering.get(node.id) ?? none))],
    get: (id) => byId.get(id),
    all: () => byId.values(),
    children: (id) => below.get(id) ?? [],
    trail: (id) => {
      const way = path(id).reverse();
      const start = way.findIndex((node) => as(node) === "community");
      const shown = start >= 0 ? way.slice(start) : way.slice(-1);
      return shown.map(({ name }) => name).join(" · ");
    },
    search: (words, limit, accept = () => true) => {
      const wanted = normal(words);
      if (!wanted) return [];
      return [...byId.values()]
        .filter(accept)
        .map((node) => ({ node, score: rank(node, wanted) }))
        .filter(({ score }) => score < Number.POSITIVE_INFINITY)
        .sort((a, b) => a.score - b.score || a.node.name.length - b.node.name.length)
        .slice(0, limit)
        .map(({ node }) => node);
    },
  };
};
