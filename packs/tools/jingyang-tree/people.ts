import { personNames } from "./names.ts";
import { at, type Random, randomFor } from "./random.ts";
import { COMMUNITY_PLANS } from "./town.ts";
import type { Area, Body, Building, Person, Post, Role, TeamKind, Tree } from "./types.ts";

// Every person is invented. Phones count upward from here and are not meant to reach anybody.
const FIRST_PHONE = 19_900_000_001;
const COUNTY = "610423";
const RESIDENTS_PER_COMMUNITY = 8;
const WORKER_TITLES = ["A类一级", "A类二级", "B类一级", "B类二级", "C类一级", "C类二级"];

/** A person before a name and a phone are given out. */
interface Draft {
  posts: Post[];
  home?: string;
}

type Ground = Omit<Tree, "people">;

export function buildPeople(ground: Ground): Person[] {
  const random = randomFor("people");
  const officials = officialDrafts(ground);
  const party = partyDrafts(ground);
  const drafts = [
    ...officials,
    ...party,
    ...workerDrafts(ground, random),
    ...teamDrafts(ground, party, random),
    ...clerkDrafts(ground),
    ...residentDrafts(ground, random),
  ];
  const nextName = personNames();
  return demonstrationFirst(drafts, ground).map((draft, index) => ({
    key: `person-${String(index + 1).padStart(4, "0")}`,
    name: nextName(),
    phone: String(FIRST_PHONE + index),
    ...draft,
  }));
}

function draft(role: Role, node: string, home?: string): Draft {
  return { posts: [{ role, node }], ...(home === undefined ? {} : { home }) };
}

function officialDrafts({ areas }: Ground): Draft[] {
  const isUrban = (area: Area): boolean => COMMUNITY_PLANS.some((plan) => plan.code === area.key);
  const places = areas.filter((area) => area.tier === "community" || area.tier === "village");
  const villageHome = (area: Area): string | undefined => (area.tier === "village" ? area.key : undefined);
  return [
    draft("admin", COUNTY),
    draft("county-leader", COUNTY),
    draft("county-desk", COUNTY),
    draft("county-desk", COUNTY),
    ...areas
      .filter((area) => area.tier === "subdistrict" || area.tier === "township")
      .flatMap((town) => repeated(town.tier === "subdistrict" ? 2 : 1, () => draft("subdistrict-desk", town.key))),
    ...places.filter(isUrban).map((area) => draft("community-secretary", area.key)),
    ...places.flatMap((area) =>
      repeated(isUrban(area) ? 2 : 1, () => draft("community-desk", area.key, villageHome(area))),
    ),
  ];
}

/** Branch secretaries, group leaders and anchors live where their Party node is seated. */
function partyDrafts({ party, grids, buildings }: Ground): Draft[] {
  const firstBuildingIn = (grid: string): string | undefined =>
    buildings.find((building) => building.parent === grid)?.key;
  return party.flatMap((node): Draft[] => {
    if (node.tier === "grid-branch") {
      const grid = grids.find((candidate) => candidate.parent === node.seat);
      return [draft("branch-secretary", node.key, grid && firstBuildingIn(grid.key))];
    }
    if (node.tier === "party-group") return [draft("group-leader", node.key, firstBuildingIn(node.seat))];
    if (node.tier === "anchor-household") return [draft("anchor", node.key, node.seat)];
    return [];
  });
}

function workerDrafts({ grids }: Ground, random: Random): Draft[] {
  return grids.map((grid, index) => {
    const title = index === 0 ? at(WORKER_TITLES, 0) : random.pick(WORKER_TITLES);
    return { posts: [{ role: "grid-worker", node: grid.key, title }] };
  });
}

/** Which Party posts also send members to which team, and how many. */
const DOUBLE_POSTS: Partial<Record<TeamKind, { role: Role; count: number }>> = {
  pioneer: { role: "branch-secretary", count: 2 },
  mediation: { role: "group-leader", count: 1 },
  volunteer: { role: "anchor", count: 2 },
};

/** Team members; the double posts are added to the Party drafts in place, the rest are new people. */
function teamDrafts(ground: Ground, party: readonly Draft[], random: Random): Draft[] {
  return ground.bodies
    .filter((body) => body.tier === "team")
    .flatMap((team) => {
      const homes = homesIn(ground, team.parent);
      const home = (): string | undefined => (homes.length > 0 ? random.pick(homes) : undefined);
      const members = team.kind === undefined ? 2 : random.whole(4, 8);
      const shared = giveDoublePosts(team, party);
      return [
        draft("team-lead", team.key, home()),
        ...repeated(members - shared, () => draft("team-member", team.key, home())),
      ];
    });
}

function giveDoublePosts(team: Body, party: readonly Draft[]): number {
  const rule = team.kind && DOUBLE_POSTS[team.kind];
  if (rule === undefined) return 0;
  const holders = party
    .filter(({ posts }) => posts.length === 1 && at(posts, 0).role === rule.role)
    .filter(({ posts }) => at(posts, 0).node.startsWith(`party-${team.parent}-`))
    .slice(0, rule.count);
  for (const holder of holders) holder.posts.push({ role: "team-member", node: team.key });
  return holders.length;
}

/** Where someone of this community or village may live: a building in town, else the village itself. */
function homesIn({ areas, buildings }: Ground, area: string): string[] {
  const inTown = buildingsOf(buildings, area).map((building) => building.key);
  const village = areas.find((candidate) => candidate.key === area && candidate.tier === "village");
  return village === undefined ? inTown : [village.key];
}

function buildingsOf(buildings: readonly Building[], community: string): Building[] {
  return buildings.filter((building) => building.key.startsWith(`${community}-`));
}

function clerkDrafts({ bodies }: Ground): Draft[] {
  return bodies.filter((body) => body.tier !== "team").map((body) => draft("unit-clerk", body.key));
}

/** Residents without posts; the first of each community lives in its very first building. */
function residentDrafts({ buildings }: Ground, random: Random): Draft[] {
  return COMMUNITY_PLANS.flatMap((plan) => {
    const [first, ...others] = buildingsOf(buildings, plan.code);
    if (first === undefined) throw new Error(`${plan.code} has no buildings`);
    const homes = [first, ...random.shuffled(others).slice(0, RESIDENTS_PER_COMMUNITY - 1)];
    return homes.map((building) => ({ posts: [], home: building.key }));
  });
}

/** Moves the twelve demonstration people, in their fixed order, to the front of the list. */
function demonstrationFirst(drafts: readonly Draft[], { grids, buildings, bodies }: Ground): Draft[] {
  const east = "610423001008";
  const grid = at(grids, 0).key;
  const housing = bodies.find((body) => body.name === "住建局")?.key;
  const holding =
    (role: Role, node: string | undefined) =>
    ({ posts }: Draft): boolean =>
      posts.length === 1 && at(posts, 0).role === role && at(posts, 0).node === node;
  const residentOf =
    (area: string) =>
    ({ posts, home }: Draft): boolean =>
      posts.length === 0 &&
      buildings.some((building) => building.key === home && (building.parent === area || home.startsWith(area)));
  const wanted = [
    holding("admin", COUNTY),
    holding("county-desk", COUNTY),
    holding("subdistrict-desk", "610423001"),
    holding("community-desk", east),
    holding("grid-worker", grid),
    holding("team-lead", `team-${east}-convenience`),
    holding("team-member", `team-${east}-convenience`),
    holding("unit-clerk", housing),
    residentOf(grid),
    residentOf("610423001009"),
    holding("community-secretary", east),
    holding("county-leader", COUNTY),
  ];
  const front: Draft[] = [];
  for (const matches of wanted) {
    const found = drafts.find((candidate) => !front.includes(candidate) && matches(candidate));
    if (found === undefined) throw new Error(`demonstration person ${front.length + 1} is missing`);
    front.push(found);
  }
  return [...front, ...drafts.filter((candidate) => !front.includes(candidate))];
}

function repeated<T>(times: number, make: () => T): T[] {
  return Array.from({ length: times }, make);
}
