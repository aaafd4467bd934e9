import { distance, type Point, type Quad, ringContains, toLngLat, toPoint, toRing } from "./geometry.ts";
import { at, type Random, randomFor } from "./random.ts";
import type { Area, AreaTier, Division, LngLat } from "./types.ts";

const COUNTY_AT: LngLat = [108.84, 34.53];

// Rough seats, placed from memory so that towns lie correctly relative to each other; not surveyed.
const TOWN_SEATS: Record<string, LngLat> = {
  泾干街道: [108.838, 34.528],
  永乐镇: [108.94, 34.528],
  云阳镇: [108.817, 34.638],
  桥底镇: [108.735, 34.605],
  王桥镇: [108.645, 34.598],
  口镇: [108.698, 34.712],
  三渠镇: [108.893, 34.588],
  高庄镇: [108.865, 34.467],
  太平镇: [108.742, 34.492],
  崇文镇: [108.928, 34.484],
  安吴镇: [108.782, 34.695],
  兴隆镇: [108.7, 34.66],
  中张镇: [108.77, 34.552],
};

const BOUNDS = { west: 108.58, south: 34.44, east: 108.97, north: 34.74 };
const VILLAGE_SPACING = 600;
const VILLAGE_REACH = 4_500;
const FIRST_VILLAGE_REACH = 900;

/** County, towns, communities and villages: names are real, points are invented, no outlines at all. */
export function buildAreas(divisions: readonly Division[], town: Quad, urban: ReadonlyMap<string, Point>): Area[] {
  const county = at(divisions, 0);
  const towns = divisions.filter((division) => division.parent === county.code);
  const villages = placeVillages(divisions, towns, town, urban);
  return divisions.map((division) => {
    const townName = towns.find((candidate) => candidate.code === division.parent)?.name ?? "";
    const tier = tierOf(division);
    const name = everydayName(division.name, townName, tier);
    const aliases = aliasesOf(division.name, name, tier);
    const place = villages.get(division.code) ?? TOWN_SEATS[division.name] ?? COUNTY_AT;
    return {
      key: division.code,
      tier,
      name,
      code: division.code,
      parent: division.parent,
      at: place,
      ...(aliases.length > 0 ? { aliases } : {}),
    };
  });
}

export function tierOf(division: Division): AreaTier {
  if (division.parent === null) return "county";
  if (division.code.length === 9) return division.name.endsWith("街道") ? "subdistrict" : "township";
  // National codes number residents' committees 001–199 and villagers' committees 200 and up.
  return Number(division.code.slice(9)) < 200 ? "community" : "village";
}

/** 永乐镇南流村村民委员会 → 南流村, 新强村村委会 → 新强村, 东街社区居委会 → 东街社区. */
export function everydayName(official: string, town: string, tier: AreaTier): string {
  if (tier !== "community" && tier !== "village") return official;
  const body = withoutTown(official, town);
  if (tier === "community") return body.replace(/居(民)?委(员)?会$/, "");
  // The 村 of 村委会 is also the village's own 村, unless the name already carries one.
  return body.replace(/村?村(民)?委(员)?会$/, "村");
}

/** Only strips a town that is followed by a proper name: 口镇村委会 keeps its 口镇. */
function withoutTown(official: string, town: string): string {
  const rest = official.slice(town.length);
  return official.startsWith(town) && !/^(村|社区)[村居委]/.test(rest) ? rest : official;
}

function aliasesOf(official: string, name: string, tier: AreaTier): string[] {
  if (tier === "county") return [official.replace(/县$/, "")];
  if (tier === "subdistrict") return [`${official}办事处`, `${official}办`];
  if (tier === "township") return [`${official}人民政府`];
  return official === name ? [] : [official];
}

function placeVillages(
  divisions: readonly Division[],
  towns: readonly Division[],
  town: Quad,
  urban: ReadonlyMap<string, Point>,
): Map<string, LngLat> {
  const random = randomFor("villages");
  const seats = towns.map((division) => seatOf(division));
  const taken: Point[] = [...urban.values()];
  const placed = new Map<string, LngLat>();
  for (const [code, point] of urban) placed.set(code, toLngLat(point));
  towns.forEach((parent) => {
    const rows = divisions.filter((division) => division.parent === parent.code && !urban.has(division.code));
    rows.forEach((division, index) => {
      // The first row of a town is the one its seat stands in.
      const isSeat = index === 0 && parent.name !== "泾干街道";
      const reach = isSeat ? FIRST_VILLAGE_REACH : VILLAGE_REACH;
      const point = freeSpot(random, seatOf(parent), reach, seats, taken, town);
      taken.push(point);
      placed.set(division.code, toLngLat(point));
    });
  });
  return placed;
}

function seatOf(town: Division): Point {
  const seat = TOWN_SEATS[town.name];
  if (seat === undefined) throw new Error(`no seat for ${town.name}`);
  return toPoint(seat);
}

function freeSpot(
  random: Random,
  seat: Point,
  reach: number,
  seats: readonly Point[],
  taken: readonly Point[],
  town: Quad,
): Point {
  const ring = toRing(town);
  for (let attempt = 0; attempt < 20_000; attempt += 1) {
    const point = { x: seat.x + random.between(-reach, reach), y: seat.y + random.between(-reach, reach) };
    const own = distance(point, seat);
    const place = toLngLat(point);
    const fits =
      own <= reach &&
      inBounds(place) &&
      !ringContains(ring, place) &&
      // Nearer to its own seat than to any other, or towns would interleave on the map.
      seats.every((other) => distance(point, other) >= own) &&
      taken.every((other) => distance(point, other) >= VILLAGE_SPACING);
    if (fits) return point;
  }
  throw new Error("no free spot left for a village");
}

function inBounds([lng, lat]: LngLat): boolean {
  return lng >= BOUNDS.west && lng <= BOUNDS.east && lat >= BOUNDS.south && lat <= BOUNDS.north;
}
