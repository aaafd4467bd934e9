import { type Cut, centre, cutQuad, inset, longerCut, type Point, type Quad } from "./geometry.ts";
import { at, type Random, randomFor } from "./random.ts";

/** How many of each thing an urban community has; the sums are the figures the place reports. */
export interface CommunityPlan {
  code: string;
  short: string;
  compounds: number;
  grids: number;
  branches: number;
  groups: number;
}

export const COMMUNITY_PLANS: readonly CommunityPlan[] = [
  { code: "610423001008", short: "东街", compounds: 27, grids: 64, branches: 7, groups: 14 },
  { code: "610423001009", short: "南街", compounds: 26, grids: 62, branches: 6, groups: 14 },
  { code: "610423001010", short: "西街", compounds: 24, grids: 57, branches: 6, groups: 12 },
  { code: "610423001011", short: "北街", compounds: 23, grids: 54, branches: 6, groups: 12 },
  { code: "610423001014", short: "鑫园", compounds: 24, grids: 57, branches: 6, groups: 12 },
];

/** The built-up town, slightly askew as old towns are. */
export const TOWN: Quad = [
  { x: -1370, y: -1180 },
  { x: 1330, y: -1260 },
  { x: 1400, y: 1200 },
  { x: -1300, y: 1260 },
];

const MAX_GRIDS_PER_COMPOUND = 5;
const STREET_HALF_WIDTH = 5;
// Wide enough that rounding to 6 decimals (0.1 m) can never make two grids overlap.
const LANE_HALF_WIDTH = 0.75;
const COMMUNITY_SKEW = 0.01;
const BLOCK_SKEW = 0.05;

export interface CompoundBlock {
  quad: Quad;
  grids: Quad[];
}

export interface CommunityBlock {
  plan: CommunityPlan;
  quad: Quad;
  compounds: CompoundBlock[];
}

export function buildTown(): CommunityBlock[] {
  const random = randomFor("town");
  const quads = communityQuads(random);
  return COMMUNITY_PLANS.map((plan) => {
    const quad = quads.get(plan.code);
    if (quad === undefined) throw new Error(`no ground for ${plan.code}`);
    const counts = gridCounts(random, plan);
    const blocks = tile(random, quad, counts, BLOCK_SKEW);
    return { plan, quad, compounds: blocks.map((block, index) => compoundBlock(random, block, at(counts, index))) };
  });
}

export function communityCentres(town: readonly CommunityBlock[]): Map<string, Point> {
  return new Map(town.map((community) => [community.plan.code, centre(community.quad)]));
}

/** North row 北街 | 鑫园, south row 西街 | 南街 | 东街, each with ground in proportion to its grids. */
function communityQuads(random: Random): Map<string, Quad> {
  const plan = (short: string): CommunityPlan => {
    const found = COMMUNITY_PLANS.find((candidate) => candidate.short === short);
    if (found === undefined) throw new Error(`no plan for ${short}`);
    return found;
  };
  const rows = [
    [plan("西街"), plan("南街"), plan("东街")],
    [plan("北街"), plan("鑫园")],
  ];
  const weights = rows.map((row) => row.map((community) => community.grids));
  const bands = slices(random, TOWN, "south-north", weights.map(sum));
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
  // The first compound is a large one, so that a demonstration has neighbouring grids to show.
  const counts: number[] = Array.from({ length: plan.compounds }, (_, index) => (index === 0 ? 3 : 1));
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
