/** The shape of a place's committed tree data, and its reading. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface TreeFileNode {
  readonly key: string;
  readonly tier: string;
  readonly kind?: string;
  readonly name: string;
  readonly code?: string;
  readonly parent: string | null;
  readonly seat?: string;
  readonly at?: [number, number];
  readonly polygon?: [number, number][];
  readonly address?: string;
  readonly aliases?: string[];
}

export interface PersonFile {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly posts: readonly { readonly role: string; readonly node: string; readonly title?: string }[];
  readonly home?: string;
}

const read = <T>(folder: string, file: string): T => JSON.parse(readFileSync(join(folder, file), "utf8")) as T;

export const readTree = (folder: string): { area: TreeFileNode[]; party: TreeFileNode[] } => ({
  area: ["areas.json", "compounds.json", "grids.json", "buildings.json", "bodies.json"].flatMap((file) =>
    read<TreeFileNode[]>(folder, file),
  ),
  party: read<TreeFileNode[]>(folder, "party.json"),
});

export const readPeople = (folder: string): PersonFile[] => read<PersonFile[]>(folder, "people.json");
