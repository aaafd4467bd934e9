/** [longitude, latitude], WGS-84. */
export type LngLat = [number, number];

export interface Division {
  code: string;
  name: string;
  parent: string | null;
}

export type AreaTier = "county" | "subdistrict" | "township" | "community" | "village";

export interface Area {
  key: string;
  tier: AreaTier;
  name: string;
  code: string;
  parent: string | null;
  at: LngLat;
  aliases?: string[];
}

export interface Compound {
  key: string;
  tier: "compound";
  name: string;
  parent: string;
  at: LngLat;
  address: string;
  aliases?: string[];
}

export interface Grid {
  key: string;
  tier: "grid";
  name: string;
  parent: string;
  at: LngLat;
  polygon: LngLat[];
}

export interface Building {
  key: string;
  tier: "building";
  name: string;
  parent: string;
  at: LngLat;
}

export type PartyTier =
  | "party-working-committee"
  | "party-general-branch"
  | "grid-branch"
  | "party-group"
  | "anchor-household";

export interface PartyNode {
  key: string;
  tier: PartyTier;
  name: string;
  parent: string | null;
  seat: string;
}

export type TeamKind = "pioneer" | "mediation" | "volunteer" | "property" | "convenience";

export interface Body {
  key: string;
  tier: "team" | "unit" | "department" | "property";
  kind?: TeamKind;
  name: string;
  parent: string;
}

export type Role =
  | "admin"
  | "county-leader"
  | "county-desk"
  | "subdistrict-desk"
  | "community-secretary"
  | "community-desk"
  | "branch-secretary"
  | "group-leader"
  | "anchor"
  | "grid-worker"
  | "team-lead"
  | "team-member"
  | "unit-clerk";

export interface Post {
  role: Role;
  node: string;
  title?: string;
}

export interface Person {
  key: string;
  name: string;
  phone: string;
  posts: Post[];
  home?: string;
}

export interface Tree {
  areas: Area[];
  compounds: Compound[];
  grids: Grid[];
  buildings: Building[];
  party: PartyNode[];
  bodies: Body[];
  people: Person[];
}
