/**
 * Writes the tree data of 泾阳县 from its official divisions.
 * Division names and codes are facts; everything below a community, every point and every person is invented.
 * Run: node packs/tools/generate-jingyang-tree.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { buildAreas } from "./jingyang-tree/areas.ts";
import { buildBodies } from "./jingyang-tree/bodies.ts";
import { checkTree } from "./jingyang-tree/check.ts";
import { buildParty } from "./jingyang-tree/party.ts";
import { buildPeople } from "./jingyang-tree/people.ts";
import { buildPlaces } from "./jingyang-tree/places.ts";
import { buildTown, communityCentres, TOWN } from "./jingyang-tree/town.ts";
import type { Division, Tree } from "./jingyang-tree/types.ts";

export const TREE_FOLDER = new URL("../jingyang/tree/", import.meta.url);

export function readDivisions(): Division[] {
  return JSON.parse(readFileSync(new URL("divisions.json", TREE_FOLDER), "utf8")) as Division[];
}

export function buildTree(divisions: readonly Division[]): Tree {
  const town = buildTown();
  const areas = buildAreas(divisions, TOWN, communityCentres(town));
  const places = buildPlaces(town);
  const ground = { areas, ...places, party: buildParty(places), bodies: buildBodies(areas) };
  const tree = { ...ground, people: buildPeople(ground) };
  checkTree(tree);
  return tree;
}

/** File name and exact text of every generated file. */
export function treeFiles(tree: Tree): [string, string][] {
  return Object.entries(tree).map(([name, records]) => [`${name}.json`, oneRecordPerLine(records)]);
}

/** One record per line keeps both the files small and their differences readable. */
function oneRecordPerLine(records: readonly unknown[]): string {
  return `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;
}

function main(): void {
  for (const [name, text] of treeFiles(buildTree(readDivisions()))) {
    writeFileSync(new URL(name, TREE_FOLDER), text);
  }
}

if (import.meta.main) main();
