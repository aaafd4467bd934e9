import { between, centre, inset, inside, type Point, type Projection, type Quad, ringContains } from "./geometry.ts";
import { addresses, chineseNumber, compoundAlias, compoundNames, streetsOf } from "./names.ts";
import type { TreePlan } from "./plan.ts";
import { at, type Random, randomFor } from "./random.ts";
import type { Block, CommunityBlock, CompoundBlock } from "./town.ts";
import type { Area, Compound, Grid, LngLat, Places } from "./types.ts";

const FEWEST_BUILDINGS = 2;
const MOST_BUILDINGS = 5;
const BUILDING_JITTER = 0.04;

/** Compounds, grids and buildings of the urban communities, keyed by running number in each community. */
export function buildPlaces(plan: TreePlan, blocks: readonly Block[], areas: readonly Area[]): Places {
  const random = randomFor(`buildings${plan.seed}`);
  const communities = blocks.flatMap((block) => block.communities);
  const total = communities.reduce((count, community) => count + community.compounds.length, 0);
  const names = compoundNames(plan, total);
  const places: Places = { compounds: [], grids: [], buildings: [] };
  for (const community of communities) {
    const area = areas.find(({ key }) => key === community.code);
    if (area === undefined) throw new Error(`${community.code} is no row of the county`);
    addCommunity(places, plan, community, area.name.replace(/社区$/, ""), names, random);
  }
  return places;
}

function addCommunity(
  places: Places,
  plan: TreePlan,
  community: CommunityBlock,
  short: string,
  names: readonly string[],
  random: Random,
): void {
  const { code } = community;
  const { toLngLat, toRing } = plan.projection;
  const streets = addresses(short, community.plan.streets ?? streetsOf(short), community.compounds.length);
  let gridNumber = 0;
  let buildingNumber = 0;
  community.compounds.forEach((block, index) => {
    const key = `${code}-c${String(index + 1).padStart(2, "0")}`;
    const compound: Compound = {
      key,
      tier: "compound",
      name: plan.compoundNames?.[key] ?? at(names, places.compounds.length),
      parent: code,
      at: compoundPoint(plan.projection, block),
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
      for (const place of buildingPoints(random, quad).map(toLngLat)) {
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
function compoundPoint({ toLngLat, toRing }: Projection, block: CompoundBlock): LngLat {
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
function buildingPoints(random: Random, quad: Quad): Point[] {
  const count = random.whole(FEWEST_BUILDINGS, MOST_BUILDINGS);
  const rows = count === 2 ? [2] : [Math.ceil(count / 2), Math.floor(count / 2)];
  return rows.flatMap((inRow, row) =>
    Array.from({ length: inRow }, (_, column) => {
      const u = (column + 0.5) / inRow + random.between(-BUILDING_JITTER, BUILDING_JITTER);
      const v = (row + 0.5) / rows.length + random.between(-BUILDING_JITTER, BUILDING_JITTER);
      return inside(quad, u, v);
    }),
  );
}
