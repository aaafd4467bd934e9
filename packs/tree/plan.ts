/** What a place says about its tree; everything else follows from it and from the official rows. */
import type { Projection, Quad } from "./geometry.ts";
import type { Body, Division, Ground, LngLat, Post, UnitsPlan } from "./types.ts";

/** How many of each thing an urban community has; the sums are the figures the place reports. */
export interface CommunityPlan {
  readonly code: string;
  readonly compounds: number;
  readonly grids: number;
  readonly branches: number;
  /** Party groups; at least as many as branches, or none. */
  readonly groups: number;
  /** Its streets in order of the ground; absent: named after the community. */
  readonly streets?: readonly string[];
  /** Teams in place of the plan's, where this community has others. */
  readonly teams?: readonly TeamPlan[];
}

/** Built-up ground of one town, divided among its urban communities. */
export interface BlockPlan {
  /** Code of the subdistrict or township. */
  readonly street: string;
  /** Metres east and north of the plan's origin. */
  readonly middle: readonly [number, number];
  /** Absent: a square that is large enough for its grids. */
  readonly quad?: Quad;
  readonly communities: readonly CommunityPlan[];
  /** Codes from south to north, each row from west to east; absent: rows of like length. */
  readonly rows?: readonly (readonly string[])[];
}

/** Kind of the team and what its name ends with: 东街社区 + 志愿服务队. */
export type TeamPlan = readonly [kind: string, name: string];

/** Someone the demonstration needs: a post, or a resident who lives somewhere below `home`. */
export type DemoPost = (Post & { readonly home?: string }) | { readonly home: string };

/** A further post that no rule gives out. */
export type ExtraPost = Post & { readonly home?: string };

export interface PeoplePlan {
  /** In this order they get the first telephone numbers. */
  readonly demo: readonly DemoPost[];
  /** Posts in every community and village outside the blocks; grid workers stand in villages only. */
  readonly elsewhere: readonly string[];
  readonly desksPerSubdistrict: number;
  /** Absent: one on each grid. */
  readonly gridWorkers?: number;
  readonly workerTitles?: readonly string[];
  /** Fewest and most members of a team that has a kind. */
  readonly members: readonly [number, number];
  /** Members of a service team, besides its lead. */
  readonly serviceMembers: number;
  /** Residents without a post in each urban community. */
  readonly residents: number;
  readonly extra?: (ground: Ground) => readonly ExtraPost[];
}

export interface TreePlan {
  readonly divisions: readonly Division[];
  /** Sets the place's streams of chance apart from other places'. */
  readonly seed: string;
  readonly projection: Projection;
  readonly at: LngLat;
  /** Seats of towns by official name, where known; the others are spread around. */
  readonly seats?: Readonly<Record<string, LngLat>>;
  readonly bounds?: { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
  /** Between two villages at least, in metres. */
  readonly villageSpacing: number;
  /** A word before official town names that nobody says. */
  readonly townPrefix?: string;
  readonly blocks: readonly BlockPlan[];
  /** Words of which compounds are named; the first stands for the very first compound. */
  readonly compoundWords: readonly string[];
  /** Names of particular compounds by key. */
  readonly compoundNames?: Readonly<Record<string, string>>;
  readonly party: {
    /** Where grid branches are seated. */
    readonly branchesOn: "compound" | "grid";
    /** Anchor households in all. */
    readonly anchors: number;
  };
  readonly teams: readonly TeamPlan[];
  /** Which areas outside the blocks get a service team. */
  readonly serviceTeams: "communities" | "communities-and-villages";
  readonly bodies: (ground: Ground) => readonly Body[];
  /** Party organisations of units that register with the communities they stand in. */
  readonly units?: Omit<UnitsPlan, "seed">;
  readonly people: PeoplePlan;
}

/** Shares out totals over communities as evenly as whole numbers go; the sums are exact. */
export const spread = (
  codes: readonly string[],
  totals: Readonly<Record<"compounds" | "grids" | "branches" | "groups", number>>,
  /** What particular communities have instead or besides. */
  more: Readonly<Record<string, Partial<CommunityPlan>>> = {},
): CommunityPlan[] =>
  codes.map((code, index) => {
    const share = (total: number): number =>
      Math.floor(((index + 1) * total) / codes.length) - Math.floor((index * total) / codes.length);
    return {
      code,
      compounds: share(totals.compounds),
      grids: share(totals.grids),
      branches: share(totals.branches),
      groups: share(totals.groups),
      ...more[code],
    };
  });

/** A secretary everywhere and someone who takes cases: grid workers in villages, service teams in communities. */
export const usualPeople = {
  elsewhere: ["community-secretary", "grid-worker"],
  desksPerSubdistrict: 1,
  members: [2, 4],
  serviceMembers: 0,
  residents: 8,
} as const;
