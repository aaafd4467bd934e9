import type { Places } from "./places.ts";
import { at, evenChunks, randomFor } from "./random.ts";
import { COMMUNITY_PLANS, type CommunityPlan } from "./town.ts";
import type { Building, Compound, Grid, PartyNode } from "./types.ts";

const SUBDISTRICT = "610423001";
const ANCHOR_HOUSEHOLDS = 271;

/** Working committee › general branch › grid branch › group › anchor household, each seated on an area. */
export function buildParty(places: Places): PartyNode[] {
  const top: PartyNode = {
    key: `party-${SUBDISTRICT}`,
    tier: "party-working-committee",
    name: "泾干街道党工委",
    parent: null,
    seat: SUBDISTRICT,
  };
  const anchors = anchorBuildings(places);
  return [top, ...COMMUNITY_PLANS.flatMap((plan) => communityNodes(plan, top.key, places, anchors))];
}

function communityNodes(
  plan: CommunityPlan,
  parent: string,
  places: Places,
  anchors: ReadonlyMap<string, Building>,
): PartyNode[] {
  const general: PartyNode = {
    key: `party-${plan.code}`,
    tier: "party-general-branch",
    name: `${plan.short}社区党总支`,
    parent,
    seat: plan.code,
  };
  const compounds = places.compounds.filter((compound) => compound.parent === plan.code);
  // Lists follow the ground, so consecutive compounds make one compact branch.
  const grounds = evenChunks(compounds, plan.branches);
  const groupCounts = evenChunks(Array.from({ length: plan.groups }), plan.branches).map((chunk) => chunk.length);
  const branches = grounds.flatMap((ground, index) => {
    const branch = gridBranch(general.key, index, ground);
    return [branch, ...groupNodes(branch.key, ground, at(groupCounts, index), places, anchors)];
  });
  return [general, ...branches];
}

function gridBranch(parent: string, index: number, ground: readonly Compound[]): PartyNode {
  const seat = at(ground, 0);
  return {
    key: `${parent}-branch${String(index + 1).padStart(2, "0")}`,
    tier: "grid-branch",
    name: `${seat.name}网格党支部`,
    parent,
    seat: seat.key,
  };
}

function groupNodes(
  branch: string,
  ground: readonly Compound[],
  groups: number,
  places: Places,
  anchors: ReadonlyMap<string, Building>,
): PartyNode[] {
  const grids = ground.flatMap((compound) => places.grids.filter((grid) => grid.parent === compound.key));
  return evenChunks(grids, groups).flatMap((members, index) => {
    const seat = at(members, 0);
    const group: PartyNode = {
      key: `${branch}-group${index + 1}`,
      tier: "party-group",
      name: `${seat.name}党小组`,
      parent: branch,
      seat: seat.key,
    };
    return [group, ...anchorNodes(group.key, members, places, anchors)];
  });
}

function anchorNodes(
  group: string,
  grids: readonly Grid[],
  places: Places,
  anchors: ReadonlyMap<string, Building>,
): PartyNode[] {
  const homes = grids.flatMap((grid) => {
    const building = anchors.get(grid.key);
    const compound = places.compounds.find((candidate) => candidate.key === grid.parent);
    return building === undefined || compound === undefined ? [] : [{ building, compound }];
  });
  return homes.map(({ building, compound }, index) => ({
    key: `${group}-anchor${index + 1}`,
    tier: "anchor-household",
    name: `${compound.name}${building.name}党员中心户`,
    parent: group,
    seat: building.key,
  }));
}

/** At most one household per grid; the few grids without one are spread evenly over the town. */
function anchorBuildings({ grids, buildings }: Places): Map<string, Building> {
  const random = randomFor("anchor households");
  const chosen = new Map<string, Building>();
  grids.forEach((grid, index) => {
    const before = Math.floor((index * ANCHOR_HOUSEHOLDS) / grids.length);
    const after = Math.floor(((index + 1) * ANCHOR_HOUSEHOLDS) / grids.length);
    if (after === before) return;
    chosen.set(grid.key, random.pick(buildings.filter((building) => building.parent === grid.key)));
  });
  return chosen;
}
