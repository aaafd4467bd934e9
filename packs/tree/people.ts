import { personNames } from "./names.ts";
import type { DemoPost, TreePlan } from "./plan.ts";
import { at, type Random, randomFor } from "./random.ts";
import type { Area, Body, Building, Grid, Ground, PartyNode, PersonFile, Post } from "./types.ts";

// Every person is invented. Phones count upward from here and are not meant to reach anybody.
const FIRST_PHONE = 19_900_000_001;

/** A person before a name and a phone are given out. */
interface Draft {
  readonly posts: Post[];
  readonly home?: string;
}

interface Stage extends Ground {
  readonly plan: TreePlan;
  readonly party: readonly PartyNode[];
  readonly bodies: readonly Body[];
  readonly county: string;
  readonly urban: ReadonlySet<string>;
  readonly byCommunity: ReadonlyMap<string, readonly Building[]>;
}

export function buildPeople(
  plan: TreePlan,
  ground: Ground,
  party: readonly PartyNode[],
  bodies: readonly Body[],
): PersonFile[] {
  const stage: Stage = {
    ...ground,
    plan,
    party,
    bodies,
    county: at(plan.divisions, 0).code,
    urban: new Set(plan.blocks.flatMap(({ communities }) => communities.map(({ code }) => code))),
    byCommunity: Map.groupBy(ground.buildings, ({ key }) => at(key.split("-"), 0)),
  };
  const random = randomFor(`people${plan.seed}`);
  const officials = officialDrafts(stage);
  const members = partyDrafts(stage);
  const drafts = [
    ...officials,
    ...members,
    ...workerDrafts(stage, random),
    ...teamDrafts(stage, members, random),
    ...clerkDrafts(stage),
    ...residentDrafts(stage, random),
    ...(plan.people.extra?.(ground) ?? []).map(({ home, ...post }): Draft => ({ posts: [post], ...living(home) })),
    // Last, so that everyone before keeps their telephone number.
    ...bodies.filter(({ tier }) => tier === "unit-branch").map(({ key }) => draft("unit-secretary", key)),
  ];
  const nextName = personNames(plan.seed);
  return demonstrationFirst(drafts, stage).map((one, index) => ({
    key: `person-${String(index + 1).padStart(4, "0")}`,
    name: nextName(),
    phone: String(FIRST_PHONE + index),
    ...one,
  }));
}

const living = (home: string | undefined): { home?: string } => (home === undefined ? {} : { home });

function draft(role: string, node: string, home?: string): Draft {
  return { posts: [{ role, node }], ...living(home) };
}

function officialDrafts({ plan, areas, county, urban }: Stage): Draft[] {
  const places = areas.filter((area) => area.tier === "community" || area.tier === "village");
  const { desksPerSubdistrict, elsewhere } = plan.people;
  const outside = (area: Area): Draft[] => {
    const isVillage = area.tier === "village";
    return elsewhere
      .filter((role) => isVillage || role !== "grid-worker")
      .map((role) => draft(role, area.key, isVillage ? area.key : undefined));
  };
  return [
    draft("admin", county),
    draft("county-leader", county),
    draft("county-desk", county),
    draft("county-desk", county),
    ...areas
      .filter((area) => area.tier === "subdistrict" || area.tier === "township")
      .flatMap((town) =>
        repeated(town.tier === "subdistrict" ? desksPerSubdistrict : 1, () => draft("subdistrict-desk", town.key)),
      ),
    ...places.filter(({ key }) => urban.has(key)).map((area) => draft("community-secretary", area.key)),
    ...places.flatMap((area) =>
      urban.has(area.key) ? repeated(2, () => draft("community-desk", area.key)) : outside(area),
    ),
  ];
}

/** Branch secretaries, group leaders and anchors live where their Party node is seated. */
function partyDrafts({ party, grids, buildings }: Stage): Draft[] {
  const firstBuilding = firstUnder(buildings);
  const firstGrid = firstUnder(grids);
  return party.flatMap((node): Draft[] => {
    if (node.tier === "grid-branch") {
      return [draft("branch-secretary", node.key, firstBuilding(firstGrid(node.seat) ?? node.seat))];
    }
    if (node.tier === "party-group") return [draft("group-leader", node.key, firstBuilding(node.seat))];
    if (node.tier === "anchor-household") return [draft("anchor", node.key, node.seat)];
    return [];
  });
}

function firstUnder(nodes: readonly (Grid | Building)[]): (parent: string) => string | undefined {
  const byParent = Map.groupBy(nodes, ({ parent }) => parent);
  return (parent) => byParent.get(parent)?.[0]?.key;
}

/** As many as the plan says; where there are more than grids, some grids have two. */
function workerDrafts({ plan, grids }: Stage, random: Random): Draft[] {
  const { gridWorkers = grids.length, workerTitles } = plan.people;
  const upTo = (index: number): number => Math.floor((index * gridWorkers) / grids.length);
  return grids.flatMap((grid, index) =>
    repeated(upTo(index + 1) - upTo(index), () => {
      const title = workerTitles && (index === 0 ? at(workerTitles, 0) : random.pick(workerTitles));
      return { posts: [{ role: "grid-worker", node: grid.key, ...(title ? { title } : {}) }] };
    }),
  );
}

/** Which Party posts also send members to which team, and how many. */
const DOUBLE_POSTS: Readonly<Record<string, { readonly role: string; readonly count: number }>> = {
  pioneer: { role: "branch-secretary", count: 2 },
  mediation: { role: "group-leader", count: 1 },
  volunteer: { role: "anchor", count: 2 },
};

/** Team members; the double posts are added to the Party drafts in place, the rest are new people. */
function teamDrafts(stage: Stage, party: readonly Draft[], random: Random): Draft[] {
  const { members, serviceMembers } = stage.plan.people;
  return stage.bodies
    .filter((body) => body.tier === "team")
    .flatMap((team) => {
      const homes = homesIn(stage, team.parent);
      const home = (): string | undefined => (homes.length > 0 ? random.pick(homes) : undefined);
      const count = team.kind === undefined ? serviceMembers : random.whole(...members);
      const shared = giveDoublePosts(team, party);
      return [
        draft("team-lead", team.key, home()),
        ...repeated(count - shared, () => draft("team-member", team.key, home())),
      ];
    });
}

function giveDoublePosts(team: Body, party: readonly Draft[]): number {
  const rule = team.kind === undefined ? undefined : DOUBLE_POSTS[team.kind];
  if (rule === undefined) return 0;
  const holders = party
    .filter(({ posts }) => posts.length === 1 && at(posts, 0).role === rule.role)
    .filter(({ posts }) => at(posts, 0).node.startsWith(`party-${team.parent}-`))
    .slice(0, rule.count);
  for (const holder of holders) holder.posts.push({ role: "team-member", node: team.key });
  return holders.length;
}

/** Where someone of this community or village may live: a building in town, else the village itself. */
function homesIn({ areas, byCommunity }: Stage, area: string): string[] {
  const village = areas.find((candidate) => candidate.key === area && candidate.tier === "village");
  return village === undefined ? (byCommunity.get(area) ?? []).map(({ key }) => key) : [village.key];
}

/** Who takes cases for a body; a team has a lead and members, a patrol point nobody. */
const HEADS: Readonly<Record<string, string>> = {
  unit: "unit-clerk",
  department: "unit-clerk",
  property: "unit-clerk",
  school: "unit-clerk",
  clinic: "unit-clerk",
  station: "unit-clerk",
  enterprise: "unit-clerk",
  "owners-committee": "owners-committee-head",
  "functional-zone": "zone-desk",
};

function clerkDrafts({ bodies }: Stage): Draft[] {
  return bodies.flatMap(({ key, tier }) => {
    const role = HEADS[tier];
    return role === undefined ? [] : [draft(role, key)];
  });
}

/** Residents without posts; the first of each community lives in its very first building. */
function residentDrafts({ plan, byCommunity }: Stage, random: Random): Draft[] {
  return plan.blocks.flatMap(({ communities }) =>
    communities.flatMap(({ code }) => {
      const [first, ...others] = byCommunity.get(code) ?? [];
      if (first === undefined) throw new Error(`${code} has no buildings`);
      const homes = [first, ...random.shuffled(others).slice(0, plan.people.residents - 1)];
      return homes.map((building) => ({ posts: [], home: building.key }));
    }),
  );
}

/** Moves the demonstration people, in their fixed order, to the front; whom no rule made is added. */
function demonstrationFirst(drafts: readonly Draft[], { plan, buildings }: Stage): Draft[] {
  const gridOf = new Map(buildings.map(({ key, parent }) => [key, parent]));
  const fits = (wanted: DemoPost, { posts, home }: Draft): boolean => {
    // The first post is the one a person was made for.
    if ("role" in wanted) return posts[0]?.role === wanted.role && posts[0].node === wanted.node;
    const grid = home === undefined ? undefined : gridOf.get(home);
    return posts.length === 0 && [home, grid].some((key) => key === wanted.home || key?.startsWith(`${wanted.home}-`));
  };
  const front = new Set<Draft>();
  const demo = plan.people.demo.map((wanted, index): Draft => {
    const found = drafts.find((candidate) => !front.has(candidate) && fits(wanted, candidate));
    if (found) front.add(found);
    if (!("role" in wanted)) {
      if (!found) throw new Error(`demonstration person ${index + 1} is missing`);
      return found;
    }
    const { home = found?.home, ...post } = wanted;
    const [first, ...others] = found?.posts ?? [];
    return { posts: [{ ...first, ...post }, ...others], ...living(home) };
  });
  return [...demo, ...drafts.filter((candidate) => !front.has(candidate))];
}

function repeated<T>(times: number, make: () => T): T[] {
  return Array.from({ length: Math.max(times, 0) }, make);
}
