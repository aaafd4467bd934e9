import type { CommunityPlan, TreePlan } from "./plan.ts";
import { at, evenChunks, randomFor } from "./random.ts";
import type { Area, Building, Compound, Grid, Ground, PartyNode } from "./types.ts";

interface Stage {
  readonly plan: TreePlan;
  readonly ground: Ground;
  readonly anchors: ReadonlyMap<string, Building>;
  readonly compounds: ReadonlyMap<string, Compound>;
}

/** Working committee › general branch › grid branch › group › anchor household, each seated on an area. */
export function buildParty(plan: TreePlan, ground: Ground): PartyNode[] {
  const stage: Stage = {
    plan,
    ground,
    anchors: anchorBuildings(plan, ground),
    compounds: new Map(ground.compounds.map((compound) => [compound.key, compound])),
  };
  return plan.blocks.flatMap(({ street, communities }) => {
    const area = areaOf(ground, street);
    const top: PartyNode = {
      key: `party-${street}`,
      tier: "party-working-committee",
      name: `${area.name}${area.tier === "subdistrict" ? "党工委" : "党委"}`,
      parent: null,
      seat: street,
    };
    return [top, ...communities.flatMap((community) => communityNodes(stage, community, top.key))];
  });
}

function areaOf({ areas }: Ground, code: string): Area {
  const area = areas.find(({ key }) => key === code);
  if (area === undefined) throw new Error(`${code} is no row of the county`);
  return area;
}

/** A piece of ground with its Party groups, each a list of grids. */
interface BranchGround {
  readonly seat: Compound | Grid;
  readonly groups: readonly (readonly Grid[])[];
}

function communityNodes(stage: Stage, community: CommunityPlan, parent: string): PartyNode[] {
  const { plan, ground } = stage;
  const general: PartyNode = {
    key: `party-${community.code}`,
    tier: "party-general-branch",
    name: `${areaOf(ground, community.code).name}党总支`,
    parent,
    seat: community.code,
  };
  const compounds = ground.compounds.filter((compound) => compound.parent === community.code);
  const grids = compounds.flatMap((compound) => ground.grids.filter((grid) => grid.parent === compound.key));
  const branches =
    plan.party.branchesOn === "compound" ? onCompounds(community, compounds, grids) : onGrids(community, grids);
  return [
    general,
    ...branches.flatMap(({ seat, groups }, index) => {
      const branch: PartyNode = {
        key: `${general.key}-branch${String(index + 1).padStart(2, "0")}`,
        tier: "grid-branch",
        name: plan.party.branchesOn === "compound" ? `${seat.name}网格党支部` : `${seat.name}党支部`,
        parent: general.key,
        seat: seat.key,
      };
      return [branch, ...groups.flatMap((group, place) => groupNodes(stage, branch.key, group, place))];
    }),
  ];
}

/** Lists follow the ground, so consecutive compounds make one compact branch. */
function onCompounds(plan: CommunityPlan, compounds: readonly Compound[], grids: readonly Grid[]): BranchGround[] {
  const counts = evenChunks(Array.from({ length: plan.groups }), plan.branches).map((chunk) => chunk.length);
  return evenChunks(compounds, plan.branches).map((members, index) => {
    const keys = new Set(members.map(({ key }) => key));
    const own = grids.filter(({ parent }) => keys.has(parent));
    return { seat: at(members, 0), groups: evenChunks(own, at(counts, index)) };
  });
}

/** Groups first, so that every group has a grid however few there are. */
function onGrids(plan: CommunityPlan, grids: readonly Grid[]): BranchGround[] {
  if (plan.groups === 0) return evenChunks(grids, plan.branches).map((own) => ({ seat: at(own, 0), groups: [] }));
  return evenChunks(evenChunks(grids, plan.groups), plan.branches).map((groups) => ({
    seat: at(at(groups, 0), 0),
    groups,
  }));
}

function groupNodes(stage: Stage, branch: string, members: readonly Grid[], index: number): PartyNode[] {
  const seat = at(members, 0);
  const group: PartyNode = {
    key: `${branch}-group${index + 1}`,
    tier: "party-group",
    name: `${seat.name}党小组`,
    parent: branch,
    seat: seat.key,
  };
  return [group, ...anchorNodes(stage, group.key, members)];
}

function anchorNodes({ anchors, compounds }: Stage, group: string, grids: readonly Grid[]): PartyNode[] {
  const homes = grids.flatMap((grid) => {
    const building = anchors.get(grid.key);
    const compound = compounds.get(grid.parent);
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
function anchorBuildings({ party, seed }: TreePlan, { grids, buildings }: Ground): Map<string, Building> {
  const random = randomFor(`anchor households${seed}`);
  const chosen = new Map<string, Building>();
  grids.forEach((grid, index) => {
    const before = Math.floor((index * party.anchors) / grids.length);
    const after = Math.floor(((index + 1) * party.anchors) / grids.length);
    if (after === before) return;
    chosen.set(grid.key, random.pick(buildings.filter((building) => building.parent === grid.key)));
  });
  return chosen;
}
