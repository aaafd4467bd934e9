import { type Cut, centre, cutQuad, inset, longerCut, type Point, type Quad } from "./geometry.ts";
import type { BlockPlan, CommunityPlan, TreePlan } from "./plan.ts";
import { at, evenChunks, type Random, randomFor } from "./random.ts";

const MAX_GRIDS_PER_COMPOUND = 5;
/** Side of the square a grid takes on average. */
const GRID_SIDE = 150;
const STREET_HALF_WIDTH = 5;
// Wide enough that rounding to 6 decimals (0.1 m) can never make two grids overlap.
const LANE_HALF_WIDTH = 0.75;
const COMMUNITY_SKEW = 0.01;
const BLOCK_SKEW = 0.05;

export interface CompoundBlock {
  readonly quad: Quad;
  readonly grids: Quad[];
}

export interface CommunityBlock {
  readonly plan: CommunityPlan;
  readonly code: string;
  readonly middle: Point;
  readonly compounds: CompoundBlock[];
}

/** The ground of one town, cut up into communities, compounds and grids. */
export interface Block {
  readonly street: string;
  readonly quad: Quad;
  readonly communities: CommunityBlock[];
}

export function buildBlocks(plan: TreePlan): Block[] {
  return plan.blocks.map((block, index) => {
    const random = randomFor(`town${plan.seed}${index === 0 ? "" : ` ${block.street}`}`);
    const quad = block.quad ?? squareOf(block);
    const quads = communityQuads(random, block, quad);
    const communities = block.communities.map((community): CommunityBlock => {
      const own = quads.get(community.code);
      if (own === undefined) throw new Error(`no ground for ${community.code}`);
      const counts = gridCounts(random, community);
      const pieces = tile(random, own, counts, BLOCK_SKEW);
      const compounds = pieces.map((piece, place) => compoundBlock(random, piece, at(counts, place)));
      return { plan: community, code: community.code, middle: centre(own), compounds };
    });
    return { street: block.street, quad, communities };
  });
}

function squareOf({ middle: [x, y], communities }: BlockPlan): Quad {
  const half = (Math.sqrt(sum(communities.map(({ grids }) => grids))) * GRID_SIDE) / 2;
  return [
    { x: x - half, y: y - half },
    { x: x + half, y: y - half },
    { x: x + half, y: y + half },
    { x: x - half, y: y + half },
  ];
}

/** Rows of communities, each with ground in proportion to its grids. */
function communityQuads(random: Random, block: BlockPlan, quad: Quad): Map<string, Quad> {
  const byCode = new Map(block.communities.map((community) => [community.code, community]));
  const planned = (code: string): CommunityPlan => {
    const community = byCode.get(code);
    if (community === undefined) throw new Error(`no plan for ${code}`);
    return community;
  };
  const rows =
    block.rows?.map((row) => row.map(planned)) ??
    evenChunks(block.communities, Math.round(Math.sqrt(block.communities.length)));
  const weights = rows.map((row) => row.map((community) => community.grids));
  const bands = slices(random, quad, "south-north", weights.map(sum));
  const quads = new Map<string, Quad>();
  rows.forEach((row, index) => {
    const parts = slices(random, at(bands, index), "west-east", at(weights, index));
    row.forEach((community, column) => {
      quads.set(community.code, at(parts, column));
    });
  });
  return quads;
}

/** Parallel strips with the given weights. */
function slices(random: Random, quad: Quad, cut: Cut, weights: readonly number[]): Quad[] {
  if (weights.length === 1) return [quad];
  const [first, rest] = skewedCut(random, quad, cut, at(weights, 0) / sum(weights), COMMUNITY_SKEW);
  return [first, ...slices(random, rest, cut, weights.slice(1))];
}

/** Halves the ground again and again until each weight has its own piece; neighbours stay neighbours in the list. */
function tile(random: Random, quad: Quad, weights: readonly number[], skew: number): Quad[] {
  if (weights.length === 1) return [quad];
  const middle = balancedMiddle(weights);
  const left = weights.slice(0, middle);
  const right = weights.slice(middle);
  const [one, other] = skewedCut(random, quad, longerCut(quad), sum(left) / sum(weights), skew);
  return [...tile(random, one, left, skew), ...tile(random, other, right, skew)];
}

function skewedCut(random: Random, quad: Quad, cut: Cut, share: number, skew: number): [Quad, Quad] {
  const first = share + random.between(-skew, skew);
  const second = share + random.between(-skew, skew);
  return cutQuad(quad, cut, first, second);
}

function balancedMiddle(weights: readonly number[]): number {
  const half = sum(weights) / 2;
  let best = 1;
  for (let middle = 2; middle < weights.length; middle += 1) {
    const miss = Math.abs(sum(weights.slice(0, middle)) - half);
    if (miss < Math.abs(sum(weights.slice(0, best)) - half)) best = middle;
  }
  return best;
}

/** One to five grids per compound, adding up to the community's exact total. */
function gridCounts(random: Random, plan: CommunityPlan): number[] {
  if (plan.grids < plan.compounds || plan.grids > plan.compounds * MAX_GRIDS_PER_COMPOUND) {
    throw new Error(`${plan.code}: ${plan.grids} grids do not go into ${plan.compounds} compounds`);
  }
  // The first compound is a large one, so that a demonstration has neighbouring grids to show.
  const most = plan.grids - plan.compounds + 1;
  const counts: number[] = Array.from({ length: plan.compounds }, (_, index) => (index === 0 ? Math.min(3, most) : 1));
  let left = plan.grids - sum(counts);
  while (left > 0) {
    const index = random.whole(0, counts.length - 1);
    if (at(counts, index) >= MAX_GRIDS_PER_COMPOUND) continue;
    counts[index] = at(counts, index) + 1;
    left -= 1;
  }
  return counts;
}

function compoundBlock(random: Random, block: Quad, grids: number): CompoundBlock {
  const quad = inset(block, STREET_HALF_WIDTH);
  const parts = tile(
    random,
    quad,
    Array.from({ length: grids }, () => 1),
    BLOCK_SKEW,
  );
  return { quad, grids: parts.map((part) => inset(part, LANE_HALF_WIDTH)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
