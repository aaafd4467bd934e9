import { between, centre, inset, inside, type Point, type Quad, ringContains, toLngLat, toRing } from "./geometry.ts";
import { addresses, chineseNumber, compoundAlias, compoundNames } from "./names.ts";
import { at, type Random, randomFor } from "./random.ts";
import type { CommunityBlock, CompoundBlock } from "./town.ts";
import type { Building, Compound, Grid, LngLat } from "./types.ts";

export interface Places {
  compounds: Compound[];
  grids: Grid[];
  buildings: Building[];
}

const FEWEST_BUILDINGS = 2;
const MOST_BUILDINGS = 5;
const BUILDING_JITTER = 0.04;

/** Compounds, grids and buildings of the urban communities, keyed by running number in each community. */
export function buildPlaces(town: readonly CommunityBlock[]): Places {
  const random = randomFor("buildings");
  const total = town.reduce((count, community) => count + community.compounds.length, 0);
  const names = compoundNames(total);
  const places: Places = { compounds: [], grids: [], buildings: [] };
  for (const community of town) addCommunity(places, community, names, random);
  return places;
}

function addCommunity(places: Places, community: CommunityBlock, names: readonly string[], random: Random): void {
  const { code, short } = community.plan;
  const streets = addresses(short, community.compounds.length);
  let gridNumber = 0;
  let buildingNumber = 0;
  community.compounds.forEach((block, index) => {
    const compound: Compound = {
      key: `${code}-c${String(index + 1).padStart(2, "0")}`,
      tier: "compound",
      name: at(names, places.compounds.length),
      parent: code,
      at: compoundPoint(block),
      address: at(streets, index),
    };
    const alias = compoundAlias(compound.name);
    places.compounds.push(alias === undefined ? compound : { ...compound, aliases: [alias] });
    let buildingInCompound = 0;
    for (const quad of block.grids) {
      gridNumber += 1;
      const grid: Grid = {
        key: `${code}-g${numbered(gridNumber)}`,
        tier: "grid",
        name: `${short}社区第${chineseNumber(gridNumber)}网格`,
        parent: compound.key,
        at: toLngLat(centre(quad)),
        polygon: toRing(quad),
      };
      places.grids.push(grid);
      for (const place of buildingPoints(random, quad)) {
        buildingNumber += 1;
        buildingInCompound += 1;
        places.buildings.push({
          key: `${code}-b${numbered(buildingNumber)}`,
          tier: "building",
          name: `${buildingInCompound}号楼`,
          parent: grid.key,
          at: place,
        });
      }
    }
  });
}

function numbered(value: number): string {
  return String(value).padStart(3, "0");
}

/** The middle of the compound, nudged off the lanes so that it always lies in one of its grids. */
function compoundPoint(block: CompoundBlock): LngLat {
  const middle = centre(block.quad);
  const target = centre(at(block.grids, 0));
  // A few metres in from the sides, so that rounding cannot put the point back on a lane.
  const rings = block.grids.map((quad) => toRing(inset(quad, 3)));
  for (let step = 0; step <= 20; step += 1) {
    const place = toLngLat(between(middle, target, step / 20));
    if (rings.some((ring) => ringContains(ring, place))) return place;
  }
  return toLngLat(target);
}

/** Rows of buildings: one row for two, otherwise two rows, with a little disorder. */
function buildingPoints(random: Random, quad: Quad): LngLat[] {
  const count = random.whole(FEWEST_BUILDINGS, MOST_BUILDINGS);
  const rows = count === 2 ? [2] : [Math.ceil(count / 2), Math.floor(count / 2)];
  const points: Point[] = rows.flatMap((inRow, row) =>
    Array.from({ length: inRow }, (_, column) => {
      const u = (column + 0.5) / inRow + random.between(-BUILDING_JITTER, BUILDING_JITTER);
      const v = (row + 0.5) / rows.length + random.between(-BUILDING_JITTER, BUILDING_JITTER);
      return inside(quad, u, v);
    }),
  );
  return points.map(toLngLat);
}
