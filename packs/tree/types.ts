/** The shape of a place's tree and people, as seeding reads it. */

/** [longitude, latitude], WGS-84. */
export type LngLat = [number, number];

export interface TreeFileNode {
  readonly key: string;
  readonly tier: string;
  readonly kind?: string;
  readonly name: string;
  readonly code?: string;
  readonly parent: string | null;
  readonly seat?: string;
  readonly at?: LngLat;
  readonly polygon?: LngLat[];
  readonly address?: string;
  readonly aliases?: string[];
  /** For a functional zone: keys of the nodes it covers, which keep their place in the legal tree. */
  readonly covers?: string[];
}

export interface Post {
  readonly role: string;
  readonly node: string;
  readonly title?: string;
}

export interface PersonFile {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly posts: readonly Post[];
  readonly home?: string;
}

export interface PlaceTree {
  readonly area: TreeFileNode[];
  readonly party: TreeFileNode[];
  readonly people: PersonFile[];
}

/** A row of the official list of divisions. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

/** What the steps of the build hand on to each other: nodes that are sure to have what their tier has. */
export interface Area extends TreeFileNode {
  readonly code: string;
  readonly at: LngLat;
}

export interface Compound extends TreeFileNode {
  readonly parent: string;
  readonly at: LngLat;
}

export interface Grid extends TreeFileNode {
  readonly parent: string;
  readonly at: LngLat;
  readonly polygon: LngLat[];
}

export interface Building extends TreeFileNode {
  readonly parent: string;
  readonly at: LngLat;
}

export interface Places {
  readonly compounds: Compound[];
  readonly grids: Grid[];
  readonly buildings: Building[];
}

/** Everything below the county before bodies, Party and people are added. */
export interface Ground extends Places {
  readonly areas: Area[];
}

export interface PartyNode extends TreeFileNode {
  readonly seat: string;
}

export interface Body extends TreeFileNode {
  readonly parent: string;
}

export interface UnitsPlan {
  /** What stands before the names: 县, 区, 市. */
  readonly prefix: string;
  readonly seed: string;
  readonly total: number;
  /** Communities they stand in, dealt out in turn. */
  readonly communities: readonly string[];
}
