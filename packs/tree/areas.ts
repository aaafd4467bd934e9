import { distance, type Point, ringContains } from "./geometry.ts";
import type { TreePlan } from "./plan.ts";
import { at, type Random, randomFor } from "./random.ts";
import type { Block } from "./town.ts";
import type { Area, Division, LngLat } from "./types.ts";

const VILLAGE_REACH = 4_500;
const FIRST_VILLAGE_REACH = 900;

/** County, towns, communities and villages: names are real, points are invented, no outlines at all. */
export function buildAreas(plan: TreePlan, blocks: readonly Block[]): Area[] {
  const { divisions } = plan;
  const county = at(divisions, 0);
  const towns = divisions.filter((division) => division.parent === county.code);
  const seats = seatsOf(plan, towns);
  const villages = placeVillages(plan, towns, seats, blocks);
  const townNames = new Map(towns.map(({ code, name }) => [code, name]));
  return divisions.map((division) => {
    const tier = tierOf(division);
    const name = everydayName(division.name, townNames.get(division.parent ?? "") ?? "", tier, plan.townPrefix);
    const aliases = aliasesOf(division.name, name, tier);
    return {
      key: division.code,
      tier,
      name,
      code: division.code,
      parent: division.parent,
      at: villages.get(division.code) ?? seats.get(division.code) ?? plan.at,
      ...(aliases.length > 0 ? { aliases } : {}),
    };
  });
}

export function tierOf(division: Division): string {
  if (division.parent === null) return "county";
  if (division.code.length === 9) return division.name.endsWith("街道") ? "subdistrict" : "township";
  // National codes number residents' committees 001–199, villagers' committees 200 and up, what is neither at the end.
  return Number(division.code.slice(9)) < 200 || division.name.endsWith("社区") ? "community" : "village";
}

/** 永乐镇南流村村民委员会 → 南流村, 新强村村委会 → 新强村, 东街社区居委会 → 东街社区. */
export function everydayName(official: string, town: string, tier: string, townPrefix = ""): string {
  if (tier === "subdistrict" || tier === "township") {
    return official.startsWith(townPrefix) ? official.slice(townPrefix.length) : official;
  }
  if (tier === "county") return official;
  const body = withoutTown(official, town);
  if (tier === "community") return body.replace(/居(民)?委(员)?会$/, "").replace(/(社区)?$/, "社区");
  // The 村 of 村委会 is also the village's own 村, unless the name already carries one. What follows tells two apart.
  return body.replace(/村?村(?:民)?委(?:员)?会(?:（(.+)）|(.+))?$/, (_, bracketed?: string, bare?: string) => {
    const mark = bracketed ?? bare;
    return mark ? `村（${mark}）` : "村";
  });
}

/** Only strips a town that is followed by a proper name: 口镇村委会 keeps its 口镇. */
function withoutTown(official: string, town: string): string {
  const rest = official.slice(town.length);
  return official.startsWith(town) && !/^(村|社区)[村居委]/.test(rest) ? rest : official;
}

function aliasesOf(official: string, name: string, tier: string): string[] {
  const other = official === name ? [] : [official];
  if (tier === "county") return [official.replace(/[县区市]$/, "")];
  if (tier === "subdistrict") return [`${name}办事处`, `${name}办`, ...other];
  if (tier === "township") return [`${name}人民政府`, ...other];
  return other;
}

// A turn by the golden angle, written out for the same reason as the metres of a projection.
const TURN = { cos: -0.737369, sin: 0.67549 };
const SEAT_SPACING = 5_500;

/** Towns with a block lie in its middle, others where the plan says; what is left is spread like a sunflower's seeds. */
function seatsOf(plan: TreePlan, towns: readonly Division[]): Map<string, LngLat> {
  const { toLngLat } = plan.projection;
  let direction = { x: 1, y: 0 };
  let ring = 2;
  const spread = (): LngLat => {
    const { x, y } = direction;
    const reach = SEAT_SPACING * Math.sqrt(ring);
    direction = { x: x * TURN.cos - y * TURN.sin, y: x * TURN.sin + y * TURN.cos };
    ring += 1;
    return toLngLat({ x: x * reach, y: y * reach });
  };
  return new Map(
    towns.map(({ code, name }) => {
      const block = plan.blocks.find(({ street }) => street === code);
      const middle = block && toLngLat({ x: block.middle[0], y: block.middle[1] });
      return [code, plan.seats?.[name] ?? middle ?? spread()];
    }),
  );
}

function placeVillages(
  plan: TreePlan,
  towns: readonly Division[],
  seats: ReadonlyMap<string, LngLat>,
  blocks: readonly Block[],
): Map<string, LngLat> {
  const { toLngLat, toPoint } = plan.projection;
  const random = randomFor(`villages${plan.seed}`);
  const urban = new Map(blocks.flatMap(({ communities }) => communities.map(({ code, middle }) => [code, middle])));
  const built = new Set(blocks.map(({ street }) => street));
  const ground: Taken = {
    plan,
    seats: towns.map(({ code }) => toPoint(seats.get(code) ?? plan.at)),
    points: [...urban.values()],
    rings: blocks.map(({ quad }) => plan.projection.toRing(quad)),
  };
  const placed = new Map([...urban].map(([code, point]) => [code, toLngLat(point)]));
  towns.forEach((parent, town) => {
    const rows = plan.divisions.filter((division) => division.parent === parent.code && !urban.has(division.code));
    rows.forEach((division, index) => {
      // The first row of a town is the one its seat stands in.
      const reach = index === 0 && !built.has(parent.code) ? FIRST_VILLAGE_REACH : VILLAGE_REACH;
      const point = freeSpot(random, at(ground.seats, town), reach, ground);
      ground.points.push(point);
      placed.set(division.code, toLngLat(point));
    });
  });
  return placed;
}

interface Taken {
  readonly plan: TreePlan;
  readonly seats: readonly Point[];
  readonly points: Point[];
  readonly rings: readonly (readonly LngLat[])[];
}

function freeSpot(random: Random, seat: Point, reach: number, { plan, seats, points, rings }: Taken): Point {
  for (let attempt = 0; attempt < 20_000; attempt += 1) {
    const point = { x: seat.x + random.between(-reach, reach), y: seat.y + random.between(-reach, reach) };
    const own = distance(point, seat);
    if (own > reach) continue;
    const place = plan.projection.toLngLat(point);
    const fits =
      inBounds(plan, place) &&
      !rings.some((ring) => ringContains(ring, place)) &&
      // Nearer to its own seat than to any other, or towns would interleave on the map.
      seats.every((other) => distance(point, other) >= own) &&
      points.every((other) => distance(point, other) >= plan.villageSpacing);
    if (fits) return point;
  }
  throw new Error("no free spot left for a village");
}

function inBounds({ bounds }: TreePlan, [lng, lat]: LngLat): boolean {
  return !bounds || (lng >= bounds.west && lng <= bounds.east && lat >= bounds.south && lat <= bounds.north);
}
